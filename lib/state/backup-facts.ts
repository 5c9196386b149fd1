import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { lastBackupSetting, type Restored, restoredSetting } from "@/lib/browser/backup-settings.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import type { Setting } from "@/lib/browser/settings.ts";
import { dayOf, daysBetween } from "@/lib/domain/civil-time.ts";
import { localTimeZone, today } from "./clock.ts";

/** A setting as a signal for the whole page, whichever context changes it. `undefined` means not read yet. */
export function settingSignal<T>(setting: Setting<T>): ReadonlySignal<T | undefined> {
  let watching = false;
  const value = signal<T | undefined>(undefined, {
    watched() {
      if (watching) return;
      watching = true;
      setting.watch((next) => {
        value.value = next;
      });
      setting.read().then(
        (now) => {
          value.value = now;
        },
        (error: unknown) => reportError("setting", error),
      );
    },
  });
  return value;
}

/** When a backup was last made here, epoch ms; 0 for never. */
export const lastBackupAt = settingSignal<number>(lastBackupSetting);

/** The restore that can be taken back. */
export const restored = settingSignal<Restored | null>(restoredSetting);

/** Whole days since the last backup; `null` for never. */
export const daysSinceBackup = computed(() => {
  const at = lastBackupAt.value;
  if (at === undefined) return undefined;
  return at === 0 ? null : Math.max(0, daysBetween(dayOf(at, localTimeZone()), today.value));
});
