import { i18n } from "#i18n";
import { type Badge, type BadgeCounts, badgeCounting } from "@/lib/domain/badge.ts";
import { ensureAlarms } from "@/lib/browser/alarms.ts";
import { backupQuietSetting, lastBackupSetting } from "@/lib/browser/backup-settings.ts";
import { isLocked } from "@/lib/browser/idle.ts";
import { mirrorStore } from "@/lib/browser/mirror-store.ts";
import { noticeButtons, noticeWords, type Said } from "@/lib/i18n/notice-words.ts";
import {
  clearNotification,
  mayNotify,
  showNotification,
  shownNotifications,
} from "@/lib/browser/notifications.ts";
import { reminderSetting } from "@/lib/browser/reminder-settings.ts";
import type { Instant } from "@/lib/domain/envelope.ts";
import { badgeSetting, notifySetting } from "@/lib/browser/settings.ts";
import { renderToolbar } from "@/lib/browser/toolbar.ts";
import { currentCall } from "./current-call.ts";

const askAgainMs = 5 * 60_000;

/** The browser as the reminders see it. */
export const reminderPorts = {
  timeZone: () => Temporal.Now.timeZoneId(),
  preferences: () => reminderSetting.read(),
  backup: async () => ({
    lastAt: await lastBackupSetting.read(),
    quietUntilAt: await backupQuietSetting.read(),
  }),
  /** Nobody knows when a call will end: it is asked again after some minutes. */
  inCallUntil: async (now: Instant) => ((await currentCall(now)) ? now + askAgainMs : null),
  isLocked,
  mayNotify: async () => (await mayNotify()) && (await notifySetting.read()),
  notify: (id: string, said: Said) =>
    showNotification(id, { ...noticeWords(said, Date.now()), buttons: noticeButtons(said.occurrences) }),
  shown: async () => Object.keys(await shownNotifications()),
  clear: clearNotification,
  renderToolbar: async (badge: Badge) => {
    const counts = await badgeSetting.read();
    await renderToolbar(badgeCounting(badge, counts), toolbarTitle(badge, counts));
  },
  ensureAlarms,
  mirror: mirrorStore,
};

/** The badge in words, since a screen reader reads the title and not the number. */
function toolbarTitle({ due, late, week }: Badge, counts: BadgeCounts): string {
  const parts = [due === 0 ? i18n.t("toolbar.nothing") : i18n.t("toolbar.due", due)];
  if (late > 0) parts.push(i18n.t("toolbar.late", late));
  if (counts === "week" && week > due) parts.push(i18n.t("toolbar.week", week));
  return parts.reduce((said, more) => i18n.t("toolbar.dueLate", [said, more]));
}
