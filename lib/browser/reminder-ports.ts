import { i18n } from "#i18n";
import { type Badge, badgeCounting } from "@/lib/domain/badge.ts";
import type { Occurrence } from "@/lib/domain/occurrences.ts";
import { ensureAlarms } from "./alarms.ts";
import { mirrorStore } from "./mirror-store.ts";
import { clearNotification, mayNotify, showNotification, shownNotifications } from "./notifications.ts";
import { badgeSetting, notifySetting } from "./settings.ts";
import { renderToolbar } from "./toolbar.ts";

/** The browser as the reminders see it. Notices are neutral: they never carry a word that the person wrote. */
export const reminderPorts = {
  timeZone: () => Temporal.Now.timeZoneId(),
  mayNotify: async () => (await mayNotify()) && (await notifySetting.read()),
  notify: (id: string, occurrences: readonly Occurrence[]) =>
    showNotification(id, i18n.t("notice.title"), noticeText(occurrences)),
  shown: async () => Object.keys(await shownNotifications()),
  clear: clearNotification,
  renderToolbar: async (badge: Badge) =>
    renderToolbar(badgeCounting(badge, await badgeSetting.read()), toolbarTitle(badge)),
  ensureAlarms,
  mirror: mirrorStore,
};

function noticeText(occurrences: readonly Occurrence[]): string {
  const [first] = occurrences;
  if (first && occurrences.length === 1) return i18n.t(`notice.${first.kind}`);
  return i18n.t("notice.several", occurrences.length);
}

/** The badge in words, since a screen reader reads the title and not the number. */
function toolbarTitle(badge: Badge): string {
  if (badge.due === 0) return i18n.t("toolbar.nothing");
  const due = i18n.t("toolbar.due", badge.due);
  return badge.late === 0 ? due : i18n.t("toolbar.dueLate", [due, i18n.t("toolbar.late", badge.late)]);
}
