import { lastScheduledSetting, scheduleSetting } from "@/lib/browser/backup-settings.ts";
import { scheduledBackupDue } from "@/lib/domain/backup-due.ts";
import { localTimeZone } from "./clock.ts";
import { db } from "./database.ts";

/** Makes the backup that is due by the schedule: a page can write to a folder that the background cannot. */
export async function keepSchedule(): Promise<void> {
  const [{ every }, lastAt] = await Promise.all([scheduleSetting.read(), lastScheduledSetting.read()]);
  if (!scheduledBackupDue(every, lastAt, db.now(), localTimeZone())) return;
  const { runScheduledBackup } = await import("./scheduled-backup.ts");
  await runScheduledBackup(db, "page");
}
