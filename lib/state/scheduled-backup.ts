import { appVersion } from "@/lib/browser/about.ts";
import {
  lastBackupSetting,
  lastScheduledSetting,
  type ScheduleProblem,
  scheduleMarkSetting,
  scheduleProblemSetting,
  scheduleSetting,
} from "@/lib/browser/backup-settings.ts";
import { downloadFile, lastDownload, mayDownload } from "@/lib/browser/downloads.ts";
import { fileNames, mayWrite, writeFile } from "@/lib/browser/folder.ts";
import { settingRows } from "@/lib/browser/setting-rows.ts";
import { backupFolder } from "@/lib/db/backup-folder.ts";
import { backupTables } from "@/lib/db/backup.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { outdatedBackups, scheduledBackupDue, scheduledFileName } from "@/lib/domain/backup-due.ts";
import { printBackup } from "@/lib/formats/backup.ts";
import { localTimeZone } from "./clock.ts";
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
    const timeZone = localTimeZone();
    const { every, to } = await scheduleSetting.read();
    if (!scheduledBackupDue(every, await lastScheduledSetting.read(), now, timeZone)) return;
    // The files of what was lost must not push out those of what there was.
    await checkHealth(db);
    if (!(await isHealthy())) return;
    const name = scheduledFileName(now, timeZone, await markOf(db));
    const problem = to === "folder" ? await intoFolder(db, name) : await amongDownloads(db, name);
    if (problem === "nothing") return;
    if (problem) {
      const ofFolder = problem === "folderLapsed" || problem === "folderGone";
      if (from === "page" || !ofFolder) await scheduleProblemSetting.write(problem);
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
  // Begun by a background that was put to sleep before the end, or the browser still asks where to.
  const last = await lastDownload();
  if (last === "running") return "nothing";
  if (last === "done") return null;
  const file = await fileOf(db);
  if (!file) return "nothing";
  return (await downloadFile(file, `Milepost/${name}`)) === "done" ? null : "downloadFailed";
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

/**
 * Writes a dated backup and removes those of the same browser that are older than its last ten. No other file is ever
 * touched.
 */
export async function keepInFolder(
  folder: FileSystemDirectoryHandle,
  name: string,
  file: Blob,
): Promise<void> {
  await writeFile(folder, name, file);
  for (const old of outdatedBackups(await fileNames(folder), name, keptFiles)) await folder.removeEntry(old);
}

/** Not the name that the database is written under, which a restore changes: the files from before stay ours. */
async function markOf(db: MilepostDb): Promise<string> {
  const known = await scheduleMarkSetting.read();
  if (known) return known;
  // The end of an id is chance, its beginning a time.
  const mark = db.newId().slice(-4);
  await scheduleMarkSetting.write(mark);
  return mark;
}

/** `null` where there is nothing to keep: an empty file must not push out a good one. */
async function fileOf(db: MilepostDb): Promise<Blob | null> {
  const tables = await backupTables(db, await settingRows());
  if (tables.mentorships.length === 0) return null;
  return printBackup(tables, { app: appVersion(), createdAt: db.now() });
}
