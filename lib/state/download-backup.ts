import { i18n } from "#i18n";
import { lastBackupSetting } from "@/lib/browser/backup-settings.ts";
import { saveFile } from "@/lib/browser/save-file.ts";
import { backupFileName } from "@/lib/domain/backup-due.ts";
import type { Work } from "@/lib/domain/work.ts";
import { say } from "./acts.ts";
import { makeBackup } from "./backup-work.ts";
import { localTimeZone } from "./clock.ts";
import { db } from "./database.ts";

/** Hands a backup of all there is to the person, locked where a passphrase is given. */
export async function downloadBackup(passphrase: string, work: Work = {}): Promise<void> {
  const file = await makeBackup(passphrase, work);
  const name = backupFileName(db.now(), localTimeZone());
  const fileName = passphrase ? `${name}.age` : name;
  saveFile(file, fileName);
  await lastBackupSetting.write(db.now());
  say(i18n.t(passphrase ? "backup.savedLocked" : "backup.saved", [fileName]));
}
