import { appVersion } from "@/lib/browser/about.ts";
import {
  lastBackupSetting,
  lastScheduledSetting,
  type ScheduleProblem,
  scheduleProblemSetting,
  scheduleSetting,
} from "@/lib/browser/backup-settings.ts";
import { downloadFile, mayDownload } from "@/lib/browser/downloads.ts";
import { fileNames, mayWrite, writeFile } from "@/lib/browser/folder.ts";
import { settingRows } from "@/lib/browser/setting-rows.ts";
import { backupFolder } from "@/lib/db/backup-folder.ts";
import { backupTables } from "@/lib/db/backup.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { backupFileName, outdatedBackups, scheduledBackupDue } from "@/lib/domain/backup-due.ts";
import { printBackup } from "@/lib/formats/backup.ts";
import { checkHealth, isHealthy } from "./health.ts";

/** So many dated files stay in a folder. */
const keptFiles = 10;

/**
 * Makes the backup that the schedule asks for, if one is due; whoever is open first does it, once.
 * @param from in the background, where a folder may be out of reach that a page can write to, nothing is said of it
 */
export async function runScheduledBackup(db: MilepostDb, from: "page" | "background"): Promise<void> {
  await navigator.locks.request("milepost-backup", { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    const now = db.now();
    const timeZone = Temporal.Now.timeZoneId();
    const { every, to } = await scheduleSetting.read();
    if (!scheduledBackupDue(every, await lastScheduledSetting.read(), now, timeZone)) return;
    // The files of what was lost must not push out those of what there was.
    await checkHealth(db);
    if (!(await isHealthy())) return;
    const name = backupFileName(now, timeZone);
    const problem = to === "folder" ? await intoFolder(db, name) : await amongDownloads(db, name);
    if (problem === "nothing") return;
    if (problem) {
      if (from === "page" || problem === "downloadsRefused") await scheduleProblemSetting.write(problem);
      return;
    }
    await Promise.all([
      scheduleProblemSetting.write(null),
      lastScheduledSetting.write(now),
      lastBackupSetting.write(now),
    ]);
  });
}

async function amongDownloads(db: MilepostDb, name: string): Promise<ScheduleProblem | "nothing" | null> {
  if (!(await mayDownload())) return "downloadsRefused";
  const file = await fileOf(db);
  if (!file) return "nothing";
  await downloadFile(file, `Milepost/${name}`);
  return null;
}

async function intoFolder(db: MilepostDb, name: string): Promise<ScheduleProblem | "nothing" | null> {
  const folder = await backupFolder();
  if (!folder) return "folderGone";
  if (!(await mayWrite(folder))) return "folderLapsed";
  const file = await fileOf(db);
  if (!file) return "nothing";
  try {
    await keepInFolder(folder, name, file);
    return null;
  } catch (error) {
    // In the background the permission is said to be there when it is not.
    if (error instanceof DOMException && error.name === "NotAllowedError") return "folderLapsed";
    if (error instanceof DOMException && error.name === "NotFoundError") return "folderGone";
    throw error;
  }
}

/** Writes a dated backup and removes those that are older than the last ten; files of other names are never touched. */
export async function keepInFolder(
  folder: FileSystemDirectoryHandle,
  name: string,
  file: Blob,
): Promise<void> {
  await writeFile(folder, name, file);
  for (const old of outdatedBackups(await fileNames(folder), keptFiles)) await folder.removeEntry(old);
}

/** `null` where there is nothing to keep: an empty file must not push out a good one. */
async function fileOf(db: MilepostDb): Promise<Blob | null> {
  const tables = await backupTables(db, await settingRows());
  if (tables.mentorships.length === 0) return null;
  return printBackup(tables, { app: appVersion(), createdAt: db.now() });
}
