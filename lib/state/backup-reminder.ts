import { computed } from "@preact/signals";
import { backupQuietSetting } from "@/lib/browser/backup-settings.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { backupReminderDue } from "@/lib/domain/backup-due.ts";
import { daysSinceBackup, lastBackupAt, settingSignal } from "./backup-facts.ts";
import { minute } from "./clock.ts";
import { db } from "./database.ts";
import { fail } from "./failure.ts";
import { liveSignal } from "./live-signal.ts";

const quietMs = 7 * 86_400_000;

/** A quiet word that a backup would be good, once there is something to lose. */
export function createBackupReminder() {
  const quietUntilAt = settingSignal(backupQuietSetting);
  const oldestAt = liveSignal(async () => {
    const sample = await db.metaOf("sample");
    const own = (await db.mentorships.toArray()).filter(({ id }) => id !== sample?.mentorshipId);
    return own.length === 0 ? null : Math.min(...own.map(({ createdAt }) => createdAt));
  });
  return {
    due: computed(() => {
      const lastAt = lastBackupAt.value;
      const quiet = quietUntilAt.value;
      const oldest = oldestAt.value;
      if (lastAt === undefined || quiet === undefined || typeof oldest !== "number") return false;
      return backupReminderDue({ lastAt, quietUntilAt: quiet, oldestAt: oldest }, minute.value);
    }),
    daysSince: daysSinceBackup,
    async download(): Promise<void> {
      try {
        const { downloadBackup } = await import("./download-backup.ts");
        await downloadBackup("");
      } catch (error) {
        fail("act", error);
      }
    },
    later(): void {
      backupQuietSetting.write(db.now() + quietMs).catch((error: unknown) => reportError("setting", error));
    },
  };
}

export type BackupReminderModel = ReturnType<typeof createBackupReminder>;
