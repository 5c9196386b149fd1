import { signal } from "@preact/signals";
import {
  type Schedule,
  scheduleProblemSetting,
  scheduleSetting,
  lastScheduledSetting,
} from "@/lib/browser/backup-settings.ts";
import { askToDownload } from "@/lib/browser/downloads.ts";
import { askToWrite, canPickFolder, pickFolder } from "@/lib/browser/folder.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { backupFolder, keepBackupFolder } from "@/lib/db/backup-folder.ts";
import { settingSignal } from "./backup-facts.ts";
import { db } from "./database.ts";
import { runScheduledBackup } from "./scheduled-backup.ts";

/** Backups that are made by themselves: how often, and where to. */
export function createBackupSchedule() {
  const schedule = settingSignal<Schedule>(scheduleSetting);
  const problem = settingSignal(scheduleProblemSetting);
  const folder = signal<FileSystemDirectoryHandle | null>(null);
  backupFolder().then(
    (handle) => {
      folder.value = handle ?? null;
    },
    (error: unknown) => reportError("folder", error),
  );
  const attempt = (doing: () => Promise<void>): void => {
    doing().catch((error: unknown) => reportError("schedule", error));
  };
  const start = async (next: Schedule): Promise<void> => {
    await scheduleSetting.write(next);
    await scheduleProblemSetting.write(null);
    await lastScheduledSetting.write(0);
    await runScheduledBackup(db, "page");
  };

  return {
    schedule,
    problem,
    folder,
    canPickFolder: canPickFolder(),
    /** Straight from a click: the browser asks for the permission, or for the folder, only then. */
    choose(every: Schedule["every"], to: Schedule["to"]): void {
      if (every === "off") {
        attempt(() => scheduleSetting.write({ every, to }));
        return;
      }
      if (to === "downloads") {
        const asked = askToDownload();
        attempt(async () => {
          if (await asked) await start({ every, to });
        });
        return;
      }
      const kept = folder.peek();
      const asked = kept
        ? askToWrite(kept).then((allowed) => (allowed ? kept : null))
        : pickFolder("backups");
      attempt(async () => {
        const handle = await asked;
        if (!handle) return;
        folder.value = handle;
        await keepBackupFolder(handle);
        await start({ every, to });
      });
    },
    /** Straight from a click. */
    chooseFolder(): void {
      const asked = pickFolder("backups");
      attempt(async () => {
        const handle = await asked;
        if (!handle) return;
        folder.value = handle;
        await keepBackupFolder(handle);
        await start({ ...(await scheduleSetting.read()), to: "folder" });
      });
    },
  };
}

export type BackupScheduleModel = ReturnType<typeof createBackupSchedule>;
