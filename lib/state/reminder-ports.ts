import { i18n } from "#i18n";
import { type Badge, badgeCounting } from "@/lib/domain/badge.ts";
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
  renderToolbar: async (badge: Badge) =>
    renderToolbar(badgeCounting(badge, await badgeSetting.read()), toolbarTitle(badge)),
  ensureAlarms,
  mirror: mirrorStore,
};

/** The badge in words, since a screen reader reads the title and not the number. */
function toolbarTitle(badge: Badge): string {
  if (badge.due === 0) return i18n.t("toolbar.nothing");
  const due = i18n.t("toolbar.due", badge.due);
  return badge.late === 0 ? due : i18n.t("toolbar.dueLate", [due, i18n.t("toolbar.late", badge.late)]);
}
