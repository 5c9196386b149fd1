import { appVersion } from "@/lib/browser/about.ts";
import { type Restored, restoredSetting } from "@/lib/browser/backup-settings.ts";
import { applySettingRows, replaceSettingRows, settingRows } from "@/lib/browser/setting-rows.ts";
import { backupTables } from "@/lib/db/backup.ts";
import { compareBackup, type TableComparison } from "@/lib/db/compare-backup.ts";
import { restoreAfterCopy, type RestoreHow } from "@/lib/db/restore.ts";
import { openSnapshot, takeSnapshot, type TakenSnapshot } from "@/lib/db/snapshots.ts";
import type { TableName } from "@/lib/domain/records.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { Work } from "@/lib/domain/work.ts";
import { printBackup } from "@/lib/formats/backup.ts";
import { decryptBackup, encryptBackup } from "@/lib/formats/backup-encryption.ts";
import { type Backup, readBackup } from "@/lib/formats/read-backup.ts";
import { db } from "./database.ts";
import { whileFewer } from "./health.ts";
import { replaceHere } from "./replaced.ts";
import { snapshotAbout } from "./snapshots.ts";

/* What the section of backups does. Loaded with the first click, so that no page weighs more for it. */

/** A backup file of all there is, locked where a passphrase is given. */
export async function makeBackup(passphrase: string, work: Work): Promise<Blob> {
  const tables = await backupTables(db, await settingRows());
  const file = await printBackup(tables, { app: appVersion(), createdAt: db.now() }, work);
  return passphrase ? encryptBackup(file, passphrase) : file;
}

/** What a file is and what it would change here. */
export interface Preview {
  backup: Backup;
  comparison: Record<TableName, TableComparison>;
  /** There are no records here, so there is nothing to choose. */
  intoEmpty: boolean;
}

/** @throws UserError with the reason why the file is refused */
export async function previewBackup(file: Blob, passphrase: string, work: Work): Promise<Preview> {
  const opened = passphrase ? await decryptBackup(file, passphrase) : file;
  const backup = await readBackup(opened, work);
  const comparison = await compareBackup(db, backup);
  const here = Object.values(comparison).reduce(
    (sum, { onlyHere, equal, different }) => sum + onlyHere + equal + different,
    0,
  );
  return { backup, comparison, intoEmpty: here === 0 };
}

/** Restores a backup, with a copy of what was here before kept, so that it can be taken back. */
export async function restore(backup: Backup, how: RestoreHow, work: Work): Promise<Restored> {
  replaceHere();
  const { settings, copy } = await whileFewer(db, () => restoreAfterCopy(db, backup, how, copyFirst, work));
  await applySettingRows(settings);
  const restored: Restored = { at: db.now(), madeAt: backup.createdAt, snapshot: copy.name };
  await restoredSetting.write(restored);
  return restored;
}

/** Brings back what was here before a restore, and keeps a copy of what the restore had made. */
export async function undoRestore({ snapshot }: Restored, work: Work): Promise<void> {
  const before = await openSnapshot(db, snapshot).catch((error: unknown) => {
    throw new UserError("backupGone", { cause: error });
  });
  const backup = await readBackup(before, work);
  replaceHere();
  const doing = () => restoreAfterCopy(db, backup, "replace", copyFirst, work);
  const { settings } = await whileFewer(db, doing);
  await replaceSettingRows(settings);
  await restoredSetting.write(null);
}

async function copyFirst(): Promise<TakenSnapshot> {
  return takeSnapshot(db, "restore", await snapshotAbout());
}
