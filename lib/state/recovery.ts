import { computed, signal } from "@preact/signals";
import { reportError } from "@/lib/browser/report-error.ts";
import { saveFile } from "@/lib/browser/save-file.ts";
import { applySettingRows } from "@/lib/browser/setting-rows.ts";
import { wake } from "@/lib/browser/messages.ts";
import { vitalSigns } from "@/lib/db/health.ts";
import { restoreAfterCopy, restoreBackup, type RestoreHow } from "@/lib/db/restore.ts";
import { listSnapshots, openSnapshot, readSnapshotCounts, takeSnapshot } from "@/lib/db/snapshots.ts";
import { backupFileName } from "@/lib/domain/backup-due.ts";
import { rowsIn } from "@/lib/domain/health.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import type { Snapshot } from "@/lib/domain/rotation.ts";
import { userErrorIn } from "@/lib/domain/user-error.ts";
import { readBackup } from "@/lib/formats/read-backup.ts";
import { localTimeZone } from "./clock.ts";
import { db } from "./database.ts";
import type { Failure } from "./failure.ts";
import { settleRecovery } from "./health.ts";
import { makeWay, type NoWay } from "./make-way.ts";
import { snapshotAbout } from "./snapshots.ts";
import { comeHome } from "./coming-home.ts";
import { decideHere } from "./looking-after.ts";
import { trouble } from "./trouble.ts";

/** Rows by table, those of the records alone. */
export type Counts = Partial<Record<TableName, number>>;

/** A copy, and how much is in it: `null` if that cannot be read, `undefined` before it was. */
export type Copy = Snapshot & { counts: Counts | null | undefined };

/** The browser gives the data no other place: only what is said then helps. */
export type RecoveryFailure = Failure | NoWay | "noCopies";

/** What the screen shows that stands in for the app where the data is not what it was, and what it can do. */
export function createRecovery() {
  const copies = signal<readonly Copy[] | undefined>(undefined);
  /** From 0 to 1 while something is restored. */
  const progress = signal<number | null>(null);
  const failed = signal<RecoveryFailure | null>(null);
  /** What is there after a restore. */
  const restored = signal<Counts | null>(null);
  const here = signal<Counts | null>(null);
  const locked = signal<File | null>(null);

  const readHere = async (): Promise<void> => {
    if (db.isOpen()) here.value = recordsIn((await vitalSigns(db)).counts);
  };
  const readCopies = async (): Promise<void> => {
    const found: Copy[] = (await listSnapshots(db)).map((each) => ({ ...each, counts: undefined }));
    copies.value = found;
    for (const [index, { name }] of found.entries()) {
      const counts = await readSnapshotCounts(db, name).catch(() => null);
      found[index] = { ...(found[index] as Copy), counts: counts && recordsIn(counts) };
      copies.value = [...found];
    }
  };
  readHere().catch((error: unknown) => reportError("recovery", error));
  readCopies().catch((error: unknown) => {
    reportError("recovery", error);
    copies.value ??= [];
    failed.value = "noCopies";
  });

  /** One thing at a time; nothing that is here is given up before a copy of it was taken. */
  const restore = async (open: () => Promise<Blob>, how: RestoreHow): Promise<void> => {
    if (progress.peek() !== null) return;
    progress.value = 0;
    failed.value = null;
    const from = (start: number) => (done: number) => {
      progress.value = start + done / 2;
    };
    try {
      const backup = await readBackup(await open(), { onProgress: from(0) });
      failed.value = await makeWay(db);
      if (failed.peek()) return;
      const signs = await vitalSigns(db);
      const work = { onProgress: from(0.5) };
      const copy = async () => takeSnapshot(db, "recovery", await snapshotAbout());
      const settings =
        rowsIn(signs.counts) > 0
          ? (await restoreAfterCopy(db, backup, how, copy, work)).settings
          : await restoreBackup(db, backup, how, work);
      await applySettingRows(settings);
      decideHere();
      await settleRecovery(db);
      await comeHome(db);
      restored.value = recordsIn((await vitalSigns(db)).counts);
      void wake({ kind: "changed" });
    } catch (error) {
      const known = userErrorIn(error);
      if (!known) reportError("recovery", error);
      failed.value = known?.code ?? "notSaved";
    } finally {
      progress.value = null;
    }
  };

  const restoreFile = async (file: File, passphrase: string): Promise<void> => {
    await restore(async () => {
      if (!passphrase) return file;
      const { decryptBackup } = await import("@/lib/formats/backup-encryption.ts");
      return decryptBackup(file, passphrase);
    }, "merge");
    const why = failed.peek();
    locked.value = why === "backupEncrypted" || why === "wrongPassphrase" ? file : null;
    // That it is locked is said by the field that asks for the passphrase.
    if (why === "backupEncrypted") failed.value = null;
  };

  const keepHere = async (): Promise<void> => {
    try {
      await settleRecovery(db);
      await comeHome(db);
      location.reload();
    } catch (error) {
      reportError("recovery", error);
      failed.value = "notSaved";
    }
  };

  return {
    kind: computed(() => trouble.value?.kind ?? null),
    expected: computed(() => {
      const canary = trouble.value?.expected;
      return canary ? { at: canary.at, counts: recordsIn(canary.counts) } : null;
    }),
    here,
    copies,
    progress,
    failed,
    restored,
    restore(name: string, how: RestoreHow): Promise<void> {
      return restore(() => openSnapshot(db, name), how);
    },
    /** The file that waits for its passphrase. */
    locked,
    restoreFile(file: File): Promise<void> {
      return restoreFile(file, "");
    },
    async unlock(passphrase: string): Promise<void> {
      const file = locked.peek();
      if (file) await restoreFile(file, passphrase);
    },
    /** Hands a copy out as a backup file. */
    async save({ name, takenAt }: Snapshot): Promise<void> {
      try {
        saveFile(await openSnapshot(db, name), backupFileName(takenAt, localTimeZone()));
      } catch (error) {
        reportError("recovery", error);
        failed.value = "notRead";
      }
    },
    /** Goes on with what is here. The copies stay. */
    keepHere,
    /** Goes on with what is here, where the storage and its recovery code are asked for. */
    async goToStorage(): Promise<void> {
      location.hash = "/settings/sync";
      await keepHere();
    },
    /** Back to the app, which reads everything anew. */
    goOn(): void {
      location.reload();
    },
  };
}

export type RecoveryModel = ReturnType<typeof createRecovery>;

function recordsIn(counts: Readonly<Record<string, number>>): Counts {
  return Object.fromEntries(tableNames.flatMap((name) => (counts[name] ? [[name, counts[name]]] : [])));
}
