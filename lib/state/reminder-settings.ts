import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { wake } from "@/lib/browser/messages.ts";
import { clearNotification, mayNotify, showNotification } from "@/lib/browser/notifications.ts";
import { neutralWords } from "@/lib/i18n/notice-words.ts";
import { changeReminders } from "@/lib/browser/reminder-settings.ts";
import { notifySetting } from "@/lib/browser/settings.ts";
import { answerKeepUpdated, setMentorshipRules, setTouch } from "@/lib/db/mentorship-edit.ts";
import { mentorshipsInFocus } from "@/lib/db/mentorship-rows.ts";
import { noticeDetails } from "@/lib/db/notice-details.ts";
import { reminderPath } from "@/lib/db/reminder-path.ts";
import { readOccurrences } from "@/lib/db/reminder-records.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { leadFrom } from "@/lib/domain/lead-words.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import { occurrenceId } from "@/lib/domain/occurrence.ts";
import { heldUntil } from "@/lib/domain/quiet.ts";
import type { ReminderKind } from "@/lib/domain/reminder-kinds.ts";
import { type ReminderPreferences, ruleOf } from "@/lib/domain/reminder-preferences.ts";
import { perform } from "./acts.ts";
import { minute, today } from "./clock.ts";
import { db } from "./database.ts";
import { untilWords } from "./due.ts";
import { focusLine } from "./due-reminders.ts";
import { fail } from "./failure.ts";
import { liveSignal } from "./live-signal.ts";
import { partnerName } from "./partner-name.ts";
import { preferences, reminderContext } from "./reminder-context.ts";

const previewed = 20;
const testId = "test";

/** Whether the system showed the test; `off` where it was not asked to. */
export type TestResult = "shown" | "notShown" | "off";

/** How the person wants to be reminded, and what comes next as it stands. Each change takes effect at once. */
export function createReminderSettings() {
  const test = signal<TestResult | null>(null);
  const follow = computed(() => [minute.value, reminderContext.value] as const);

  const choose = async (change: (now: ReminderPreferences) => ReminderPreferences): Promise<void> => {
    try {
      await changeReminders(change);
      void wake({ kind: "changed" });
    } catch (error) {
      fail("act", error);
    }
  };

  return {
    preferences,
    test,
    next: liveSignal(readNext, follow),
    mentorships: liveSignal(async () => {
      const { all } = await mentorshipsInFocus(db);
      return all.map((view) => ({ mentorship: view.mentorship, name: partnerName(view) }));
    }),
    choose(changed: Partial<Omit<ReminderPreferences, "kinds">>): void {
      void choose((now) => ({ ...now, ...changed }));
    },
    turnKind(kind: ReminderKind, on: boolean): void {
      void choose((now) => ({ ...now, kinds: { ...now.kinds, [kind]: { ...ruleOf(now, kind), on } } }));
    },
    /** @param typed "1 day, 15 min" @returns whether it could be read */
    async setLeads(kind: ReminderKind, typed: string): Promise<boolean> {
      const leads = leadsFrom(typed);
      if (!leads?.length) return false;
      await choose((now) => ({ ...now, kinds: { ...now.kinds, [kind]: { ...ruleOf(now, kind), leads } } }));
      return true;
    },
    /** As `setLeads`, for one mentorship; nothing typed follows the general ones again. */
    async setLeadsFor(id: Id, kind: ReminderKind, typed: string): Promise<boolean> {
      const leads = leadsFrom(typed);
      if (!leads) return false;
      await perform(
        () => setMentorshipRules(db, id, { [kind]: { leads } }),
        i18n.t("reminders.settingsPage.saved"),
      );
      return true;
    },
    goTo: (id: Id) => focusLine({ mentorshipId: id }),
    muteFor(id: Id, kind: ReminderKind, on: boolean): Promise<boolean> {
      return perform(
        () => setMentorshipRules(db, id, { [kind]: { on } }),
        i18n.t("reminders.settingsPage.saved"),
      );
    },
    answerKeepUpdated(id: Id, answer: "yes" | "no" | null): Promise<boolean> {
      return perform(() => answerKeepUpdated(db, id, answer), i18n.t("reminders.settingsPage.saved"));
    },
    setTouch(id: Id, touch: Pick<Partial<Mentorship>, "touchEveryWeeks">): Promise<boolean> {
      return perform(() => setTouch(db, id, touch), i18n.t("reminders.settingsPage.saved"));
    },
    touchedToday(id: Id): Promise<boolean> {
      return perform(
        () => setTouch(db, id, { touchedOn: today.peek() }),
        i18n.t("reminders.settingsPage.saved"),
      );
    },
    /** Shows a notice and asks the system whether it is there. */
    async sendTest(): Promise<void> {
      test.value = null;
      if (!(await mayNotify()) || !(await notifySetting.read())) {
        test.value = "off";
        return;
      }
      await clearNotification(testId);
      const words = { title: i18n.t("notice.title"), message: i18n.t("notice.test") };
      test.value = (await showNotification(testId, words)) ? "shown" : "notShown";
    },
  };
}

/** @returns minutes, as many as were typed; `null` for what cannot be read */
function leadsFrom(typed: string): number[] | null {
  const leads = typed
    .split(/[,;]/u)
    .filter((part) => part.trim() !== "")
    .map((part) => (isOnDay(part) ? 0 : leadFrom(part)));
  const read = leads.filter((lead) => lead !== null);
  return read.length === leads.length && read.length <= 20 ? read : null;
}

function isOnDay(part: string): boolean {
  return part.trim().toLowerCase() === i18n.t("reminders.settingsPage.onDay").toLowerCase();
}

export type ReminderSettingsModel = ReturnType<typeof createReminderSettings>;

/** The next reminders, with when they come and when they may pop up. */
async function readNext() {
  const context = reminderContext.peek();
  if (!context) return undefined;
  const now = db.now();
  const all = await readOccurrences(db, context);
  const coming = all.filter(({ at }) => at > now).slice(0, previewed);
  const details = await noticeDetails(db, coming);
  return Promise.all(
    coming.map(async (each) => {
      const key = occurrenceId(each);
      const { title = "", person = "" } = details.get(key) ?? {};
      const held = heldUntil(each, context.preferences, context.timeZone);
      return {
        key,
        label: title || neutralWords(each, each.at),
        kind: title ? i18n.t(`reminders.kinds.${each.kind}`) : "",
        person,
        when: untilWords(each.at),
        held: held > each.at ? untilWords(held) : null,
        path: await reminderPath(db, each),
      };
    }),
  );
}
