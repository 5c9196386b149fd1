import { computed } from "@preact/signals";
import { i18n } from "#i18n";
import { wake } from "@/lib/browser/messages.ts";
import { neutralWords } from "@/lib/i18n/notice-words.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { changeReminders } from "@/lib/browser/reminder-settings.ts";
import { setMentorshipRules } from "@/lib/db/mentorship-edit.ts";
import { focusMentorship, mentorshipsInFocus } from "@/lib/db/mentorship-rows.ts";
import { noticeDetails } from "@/lib/db/notice-details.ts";
import { type Answered, finishReminder, snoozeReminders } from "@/lib/db/reminder-answers.ts";
import { reminderPath } from "@/lib/db/reminder-path.ts";
import { readReminders } from "@/lib/db/reminder-records.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import { dueReminders as dueOf } from "@/lib/domain/due-reminders.ts";
import type { Day, Id, Instant } from "@/lib/domain/envelope.ts";
import { type Occurrence, occurrenceId } from "@/lib/domain/occurrence.ts";
import { isReviewSubject } from "@/lib/domain/review-subjects.ts";
import { ruleOf } from "@/lib/domain/reminder-preferences.ts";
import { type SnoozeChoice, snoozeUntil } from "@/lib/domain/snooze.ts";
import { perform, say } from "./acts.ts";
import { localTimeZone, minute } from "./clock.ts";
import { db } from "./database.ts";
import { fail } from "./failure.ts";
import { liveSignal } from "./live-signal.ts";
import { partnerName } from "./partner-name.ts";
import { reminderContext } from "./reminder-context.ts";
import { untilWords } from "./due.ts";

/** A reminder that is due, as a line that leads to where one acts on it. */
export interface ReminderLine extends Answered {
  key: string;
  label: string;
  /** Of expectations which; of anything else that has a name of its own, its kind. */
  detail: string;
  path: string;
  on: Day;
  at: Instant;
  /** Something to do, and counted. */
  counted: boolean;
  /** The other person, where it belongs to another mentorship than the one shown. */
  elsewhere: string | null;
}

/**
 * What is due over all mentorships, beside promises and milestones, which stand in the lists by their dates; with them
 * where `all` is asked for.
 */
export function createDueReminders(all = false) {
  const follow = computed(() => [minute.value, reminderContext.value] as const);
  return liveSignal(() => readLines(all), follow);
}

async function readLines(all: boolean): Promise<ReminderLine[]> {
  const context = reminderContext.peek();
  if (!context) return [];
  const now = db.now();
  const { records, occurrences } = await readReminders(db, context);
  const due = dueOf(occurrences, records.reviews, context.preferences, now, context.timeZone);
  const dated = all
    ? occurrences.filter((each) => isDated(each) && each.at <= now && each.untilAt > now)
    : [];
  const { all: mentorships, focused } = await mentorshipsInFocus(db);
  const people = new Map(mentorships.map((view) => [view.mentorship.id, partnerName(view)]));
  const names = new Map(due.map((each) => [occurrenceId(each), each.names]));
  const lines = [
    ...dated.map((each) => ({ ...each, on: dayOf(each.at, context.timeZone), counted: true })),
    ...due,
  ];
  const details = await noticeDetails(db, lines);
  return Promise.all(
    lines.map(async (each): Promise<ReminderLine> => {
      const key = occurrenceId(each);
      const { kind, recordId, occurrence, on, at, counted } = each;
      const mentorshipId = each.mentorshipId ?? null;
      const title = isReviewSubject(kind)
        ? kind === "goalReview"
          ? names.get(key)?.[0]
          : ""
        : details.get(key)?.title;
      const label = title ? labelled(kind, title) : plainLabel(each, now);
      const detail = isReviewSubject(kind)
        ? kind === "goalReview"
          ? ""
          : (names.get(key) ?? []).join(", ")
        : title
          ? i18n.t(`reminders.kinds.${kind}`)
          : "";
      const shown = mentorshipId === null || mentorshipId === focused?.mentorship.id;
      const elsewhere = shown ? null : (people.get(mentorshipId) ?? null);
      const path = await reminderPath(db, each);
      return {
        key,
        kind,
        recordId,
        occurrence,
        mentorshipId,
        label,
        detail,
        path,
        on,
        at,
        counted,
        elsewhere,
      };
    }),
  );
}

function isDated({ kind }: Pick<Occurrence, "kind">): boolean {
  return kind === "milestoneDue" || kind === "commitmentDue";
}

function labelled(kind: Occurrence["kind"], title: string): string {
  return kind === "goalReview" ? i18n.t("lookAgain.goalNamed", [title]) : title;
}

function plainLabel(each: Pick<Occurrence, "kind" | "at" | "lead">, now: Instant): string {
  const { kind } = each;
  return isReviewSubject(kind) ? i18n.t(`lookAgain.${kind}`) : neutralWords(each, now);
}

/** Done with it; the toast offers to take that back. */
export function finishLine(line: Answered): Promise<boolean> {
  const said = isReviewSubject(line.kind) ? i18n.t("lookAgain.said") : i18n.t("said.done");
  return perform(() => finishReminder(db, line, localTimeZone()), said);
}

/** What is gone to next is of its mentorship. */
export async function focusLine({ mentorshipId }: Pick<Answered, "mentorshipId">): Promise<void> {
  if (!mentorshipId) return;
  await focusMentorship(db, mentorshipId).catch((error: unknown) => reportError("focus", error));
}

export function snoozeLine(line: Answered, choice: SnoozeChoice): Promise<boolean> {
  return snoozeLineUntil(line, snoozeUntil(choice, db.now(), localTimeZone()));
}

/** @param until epoch ms */
export function snoozeLineUntil(line: Answered, until: Instant): Promise<boolean> {
  return perform(() => snoozeReminders(db, [line], until), i18n.t("said.snoozed", [untilWords(until)]));
}

/** Nothing more of this kind, from anybody. The settings bring it back. */
export async function muteKind(kind: Occurrence["kind"]): Promise<void> {
  try {
    await changeReminders((now) => ({
      ...now,
      kinds: { ...now.kinds, [kind]: { ...ruleOf(now, kind), on: false } },
    }));
    say(i18n.t("reminders.muted", [i18n.t(`reminders.kinds.${kind}`)]));
    void wake({ kind: "changed" });
  } catch (error) {
    fail("act", error);
  }
}

/** Nothing more of this kind from one mentorship. */
export function muteKindHere(kind: Occurrence["kind"], mentorshipId: Id): Promise<boolean> {
  return perform(
    () => setMentorshipRules(db, mentorshipId, { [kind]: { on: false } }),
    i18n.t("reminders.mutedHere", [i18n.t(`reminders.kinds.${kind}`)]),
  );
}
