import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { backupQuietSetting, lastBackupSetting } from "@/lib/browser/backup-settings.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { reminderSetting } from "@/lib/browser/reminder-settings.ts";
import type { ReminderContext } from "@/lib/db/reminder-records.ts";
import { type ReminderPreferences } from "@/lib/domain/reminder-preferences.ts";
import { localTimeZone } from "./clock.ts";

type Settings = Pick<ReminderContext, "preferences" | "backup">;

const settings = signal<Settings | null>(null, {
  watched() {
    if (following) return;
    following = true;
    const read = (): void => {
      readSettings().then(
        (value) => {
          settings.value = value;
        },
        (error: unknown) => reportError("setting", error),
      );
    };
    for (const each of [reminderSetting, lastBackupSetting, backupQuietSetting]) each.watch(read);
    read();
  },
});
let following = false;

async function readSettings(): Promise<Settings> {
  const [preferences, lastAt, quietUntilAt] = await Promise.all([
    reminderSetting.read(),
    lastBackupSetting.read(),
    backupQuietSetting.read(),
  ]);
  return { preferences, backup: { lastAt, quietUntilAt } };
}

/** What reminders depend on beside the records, following the settings; `null` until they were read. */
export const reminderContext: ReadonlySignal<ReminderContext | null> = computed(
  () => settings.value && { ...settings.value, timeZone: localTimeZone() },
);

/** The person's own wishes. */
export const preferences: ReadonlySignal<ReminderPreferences | null> = computed(
  () => settings.value?.preferences ?? null,
);
