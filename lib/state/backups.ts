import { signal } from "@preact/signals";
import { i18n } from "#i18n";
import { restoredSetting } from "@/lib/browser/backup-settings.ts";
import { wake } from "@/lib/browser/messages.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import type { RestoreHow } from "@/lib/db/restore.ts";
import type { TableName } from "@/lib/domain/records.ts";
import type { Snapshot } from "@/lib/domain/rotation.ts";
import { userErrorIn } from "@/lib/domain/user-error.ts";
import type { Work } from "@/lib/domain/work.ts";
import { say } from "./acts.ts";
import { daysSinceBackup, restored } from "./backup-facts.ts";
import { createBackupSchedule } from "./backup-schedule.ts";
import type { Preview } from "./backup-work.ts";
import { db } from "./database.ts";
import type { Failure } from "./failure.ts";

/** What is being done, how much of it is, and a way to call it off. */
export interface Busy {
  what: "making" | "reading" | "restoring" | "undoing";
  fraction: number;
  cancel(): void;
}

/** Work that is done sooner is not worth a word. */
const shownAfterMs = 400;

/** Download, preview, restore, and the way back from it. */
export function createBackups() {
  const busy = signal<Busy | null>(null);
  const failed = signal<{ what: Busy["what"]; failure: Failure } | null>(null);
  const working = signal(false);
  const preview = signal<Preview | null>(null);
  const copies = signal<readonly Snapshot[]>([]);
  /** The file that waits for its passphrase. */
  const locked = signal<File | null>(null);

  let before: Promise<unknown> = Promise.resolve();
  /** One thing after the other; what takes long shows how far it is. @returns whether it was done */
  const run = (what: Busy["what"], doing: (work: Work) => Promise<void>): Promise<boolean> => {
    const done = before.then(() => runNow(what, doing));
    before = done;
    return done;
  };
  const runNow = async (what: Busy["what"], doing: (work: Work) => Promise<void>): Promise<boolean> => {
    working.value = true;
    failed.value = null;
    const stop = new AbortController();
    let fraction = 0;
    const show = (): void => {
      busy.value = { what, fraction, cancel: () => stop.abort() };
    };
    let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(() => {
      timer = undefined;
      show();
    }, shownAfterMs);
    try {
      await doing({
        signal: stop.signal,
        onProgress(done) {
          fraction = done;
          if (timer === undefined) show();
        },
      });
      return true;
    } catch (error) {
      if (stop.signal.aborted) return false;
      const known = userErrorIn(error);
      if (!known) reportError("backup", error);
      failed.value = { what, failure: known?.code ?? "notSaved" };
      return false;
    } finally {
      clearTimeout(timer);
      busy.value = null;
      working.value = false;
    }
  };

  const readCopies = async (): Promise<void> => {
    const { listSnapshots } = await import("@/lib/db/snapshots.ts");
    copies.value = await listSnapshots(db);
  };
  readCopies().catch((error: unknown) => reportError("copies", error));

  const open = async (file: File, passphrase: string): Promise<boolean> => {
    preview.value = null;
    const done = await run("reading", async (work) => {
      const { previewBackup } = await import("./backup-work.ts");
      preview.value = await previewBackup(file, passphrase, work);
    });
    const why = failed.peek()?.failure;
    locked.value = why === "backupEncrypted" || why === "wrongPassphrase" ? file : null;
    // That it is locked is said by the field that asks for the passphrase.
    if (why === "backupEncrypted") failed.value = null;
    return done;
  };

  const giving = signal<Partial<Record<TableName, number>> | null>(null);
  const undo = async (): Promise<void> => {
    const done = await run("undoing", async (work) => {
      const last = await restoredSetting.read();
      if (!last) return;
      const { undoRestore } = await import("./backup-work.ts");
      await undoRestore(last, work);
      say(i18n.t("backup.undone"));
    });
    if (done) void wake({ kind: "changed" });
  };

  return {
    busy,
    failed,
    working,
    preview,
    locked,
    restored,
    daysSince: daysSinceBackup,
    schedule: createBackupSchedule(),
    /** @param passphrase empty for a file that anybody can open */
    download(passphrase: string): Promise<boolean> {
      return run("making", async (work) => {
        const { downloadBackup } = await import("./download-backup.ts");
        await downloadBackup(passphrase, work);
      });
    },
    /** What Milepost copied by itself, the newest first. */
    copies,
    /** Shows what is in one of the copies, as for a file. */
    async openCopy(name: string): Promise<void> {
      const { openSnapshot } = await import("@/lib/db/snapshots.ts");
      let file: File | undefined;
      const read = await run("reading", async () => {
        file = new File([await openSnapshot(db, name)], name);
      });
      if (read && file) await open(file, "");
    },
    open(file: File): Promise<boolean> {
      return open(file, "");
    },
    async unlock(passphrase: string): Promise<void> {
      const file = locked.peek();
      if (file) await open(file, passphrase);
    },
    close(): void {
      preview.value = null;
      locked.value = null;
      failed.value = null;
    },
    async restore(how: RestoreHow): Promise<void> {
      const chosen = preview.peek();
      const done = await run("restoring", async (work) => {
        // A second click comes here when the first one is done.
        if (!chosen || preview.peek() !== chosen) return;
        const { restore } = await import("./backup-work.ts");
        await restore(chosen.backup, how, work);
        preview.value = null;
      });
      if (!done) return;
      void wake({ kind: "changed" });
      await readCopies();
    },
    /** What was written since the restore and would go with it, while that is asked about. */
    giving,
    /** Undoes the restore at once where nothing was changed since; else it asks. */
    async askUndoRestore(): Promise<void> {
      const last = await restoredSetting.read();
      if (!last) return;
      const { changedSince } = await import("@/lib/db/changed-since.ts");
      const changed = await changedSince(db, last.at);
      if (Object.keys(changed).length > 0) giving.value = changed;
      else await undo();
    },
    undoRestore(): Promise<void> {
      giving.value = null;
      return undo();
    },
    keepRestored(): void {
      giving.value = null;
    },
    dismissRestored(): void {
      restoredSetting.write(null).catch((error: unknown) => reportError("setting", error));
    },
  };
}

export type { Preview };
export type BackupsModel = ReturnType<typeof createBackups>;
