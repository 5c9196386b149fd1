import { nextByCadence } from "./cadence.ts";
import { addDays, dayOf, daysBetween, instantOf, startOfDay, weekdayOf } from "./civil-time.ts";
import type { Commitment } from "./commitment.ts";
import type { Entry } from "./entry.ts";
import type { Day, Id, Instant, TimeOfDay } from "./envelope.ts";
import { leadBefore, leadTimes } from "./lead-times.ts";
import type { Meeting } from "./meeting.ts";
import { afterMeeting, beforeMeeting, type OverMeeting } from "./meeting-occurrences.ts";
import type { Mentorship } from "./mentorship.ts";
import type { Milestone } from "./milestone.ts";
import { inOrder, type Occurrence } from "./occurrence.ts";
import { type About, ownOccurrences } from "./own-occurrences.ts";
import { morning } from "./quiet.ts";
import type { Reminder } from "./reminder.ts";
import { type ReminderKind } from "./reminder-kinds.ts";
import { type ReminderPreferences, type ReminderRule, ruleOf } from "./reminder-preferences.ts";
import { reviewDays, type ReviewRecords } from "./review-due.ts";
import { currentVisit } from "./stages.ts";

/** What reminders follow from. */
export interface ReminderRecords {
  meetings: readonly Meeting[];
  over: readonly OverMeeting[];
  milestones: readonly Milestone[];
  commitments: readonly Commitment[];
  /** What agreed looks follow from, and all mentorships. */
  reviews: ReviewRecords;
  /** The day of the last meeting of a mentorship that was held. */
  lastMetOn: ReadonlyMap<Id, Day>;
  own: readonly { reminder: Reminder; about: About | null }[];
  /** Advice that was not tried yet. */
  advice: readonly Pick<Entry, "id" | "mentorshipId" | "createdAt">[];
  /** When something was last written into the journal. */
  lastEntryAt: Instant | null;
  /** When a backup becomes overdue. */
  backupDueAt: Instant | null;
}

/** What is due on a day stays worth announcing for so long: longer than anybody is away. */
const dueStaysMs = 90 * 86_400_000;
const nudgeStaysMs = 14 * 86_400_000;
const dayMs = 86_400_000;
const dayMinutes = 1_440;
/** So many slots for writing are looked at ahead. */
const slotsAhead = 4;

/**
 * All occurrences that follow from the records, in order of time. Reminders are computed, never stored; civil times are
 * worked out in `timeZone` each time, since both the person and the rules of a zone may move.
 */
export function occurrencesOf(
  records: ReminderRecords,
  preferences: ReminderPreferences,
  timeZone: string,
  now: Instant,
): Occurrence[] {
  const { mentorships } = records.reviews;
  const byId = new Map(mentorships.map((row) => [row.id, row]));
  const ruleIn =
    (mentorshipId: Id | null | undefined) =>
    (kind: ReminderKind): ReminderRule =>
      ruleOf(preferences, kind, mentorshipId ? byId.get(mentorshipId)?.reminders : null);
  const at = atOfDays(timeZone);
  return inOrder([
    ...records.meetings.flatMap((meeting) => beforeMeeting(meeting, ruleIn(meeting.mentorshipId))),
    ...records.over.flatMap((over) => afterMeeting(over, ruleIn(over.meeting.mentorshipId)("wrapUp"))),
    ...records.milestones.flatMap((row) => dueOccurrences("milestoneDue", row, ruleIn(row.mentorshipId), at)),
    ...records.commitments.flatMap((row) =>
      dueOccurrences("commitmentDue", row, ruleIn(row.mentorshipId), at),
    ),
    ...reviewOccurrences(records.reviews, ruleIn, timeZone, at),
    ...mentorships.flatMap((row) => [
      ...gapOccurrences(row, records, ruleIn(row.id)("cadenceGap"), dayOf(now, timeZone), at),
      ...touchOccurrences(row, records, ruleIn(row.id)("keepInTouch"), now, timeZone, at),
    ]),
    ...records.own.flatMap(({ reminder, about }) => ownOccurrences(reminder, about, timeZone, now)),
    ...journalOccurrences(records, preferences, ruleIn, timeZone, now),
    ...backupOccurrences(records.backupDueAt, ruleOf(preferences, "backupOverdue"), timeZone),
  ]);
}

type AtOfDay = (on: Day, lead: number) => Instant;

/** Many things are due on one day: its morning is worked out once. */
function atOfDays(timeZone: string): AtOfDay {
  const known = new Map<string, Instant>();
  return (on, lead) => {
    const key = `${on} ${lead}`;
    const found = known.get(key) ?? leadBefore(on, morning, lead, timeZone);
    known.set(key, found);
    return found;
  };
}

function dueOccurrences(
  kind: "milestoneDue" | "commitmentDue",
  row: Milestone | Commitment,
  ruleFor: (kind: ReminderKind) => ReminderRule,
  at: AtOfDay,
): Occurrence[] {
  const rule = ruleFor(kind);
  if (!rule.on || row.status !== "open" || row.owner === "them" || row.deletedAt || !row.dueOn) return [];
  const { dueOn, id: recordId, snoozedUntilAt } = row;
  const mentorshipId = row.mentorshipId ?? null;
  if (snoozedUntilAt) {
    const occurrence = `snoozed-${snoozedUntilAt}`;
    return [
      { kind, recordId, occurrence, at: snoozedUntilAt, untilAt: snoozedUntilAt + dueStaysMs, mentorshipId },
    ];
  }
  return leadTimes(rule.leads, (lead) => at(dueOn, lead), at(dueOn, 0) + dueStaysMs).map(
    ({ lead, ...times }) => ({
      kind,
      recordId,
      occurrence: lead === 0 ? `due-${dueOn}` : `due-${dueOn}-${lead}`,
      ...times,
      lead,
      mentorshipId,
    }),
  );
}

function reviewOccurrences(
  reviews: ReviewRecords,
  ruleIn: (mentorshipId: Id) => (kind: ReminderKind) => ReminderRule,
  timeZone: string,
  at: AtOfDay,
): Occurrence[] {
  const days = reviewDays(reviews, timeZone, (mentorship) =>
    exitLeadsOf(ruleIn(mentorship.id)("exitReview")),
  );
  return days.flatMap(({ subject, recordId, mentorshipId, on }): Occurrence[] => {
    const rule = ruleIn(mentorshipId)(subject);
    if (!rule.on) return [];
    const leads = subject === "exitReview" ? [0] : rule.leads;
    return leadTimes(leads, (lead) => at(on, lead), at(on, 0) + dueStaysMs).map(({ lead, ...times }) => ({
      kind: subject,
      recordId,
      occurrence: lead === 0 ? `${subject}-${on}` : `${subject}-${on}-${lead}`,
      ...times,
      mentorshipId,
    }));
  });
}

/** The days before the planned exit, from the leads in minutes. */
export function exitLeadsOf(rule: ReminderRule): number[] {
  return [...new Set(rule.leads.map((lead) => Math.round(lead / dayMinutes)))];
}

/** The two agreed on a rhythm, nobody planned the next meeting, and its time is gone. */
function gapOccurrences(
  mentorship: Mentorship,
  records: ReminderRecords,
  rule: ReminderRule,
  today: Day,
  at: AtOfDay,
): Occurrence[] {
  const { id, cadence } = mentorship;
  const last = records.lastMetOn.get(id);
  const { stage } = currentVisit(mentorship, today);
  if (!rule.on || !cadence || !last || !["initiation", "cultivation"].includes(stage)) return [];
  if (records.meetings.some((row) => row.mentorshipId === id && row.startsOn >= today)) return [];
  const expected = nextByCadence(last, cadence, last);
  return leadTimes(rule.leads, (lead) => at(expected, -lead), at(expected, 0) + dueStaysMs).map(
    ({ lead, ...times }) => ({
      kind: "cadenceGap",
      recordId: id,
      occurrence: `gap-${expected}-${lead}`,
      ...times,
      lead,
      mentorshipId: id,
    }),
  );
}

/** Once in each interval since the two were last in touch, at first since they met: one without an answer gives way to the next. */
function touchOccurrences(
  mentorship: Mentorship,
  records: ReminderRecords,
  rule: ReminderRule,
  now: Instant,
  timeZone: string,
  at: AtOfDay,
): Occurrence[] {
  const { id, touchEveryWeeks, touchedOn, keepUpdated, createdAt } = mentorship;
  if (!rule.on || !touchEveryWeeks || keepUpdated === "no") return [];
  const since = touchedOn ?? records.lastMetOn.get(id) ?? dayOf(createdAt, timeZone);
  const everyDays = 7 * touchEveryWeeks;
  const gone = Math.max(1, Math.floor(daysBetween(since, dayOf(now, timeZone)) / everyDays));
  // On the morning of its day the one before is still the one to answer.
  const days = [gone - 1, gone, gone + 1].filter((n) => n > 0).map((n) => addDays(since, n * everyDays));
  const come = days.filter((on) => at(on, 0) <= now).length;
  return days.slice(Math.max(0, come - 1), come + 1).map((on) => ({
    kind: "keepInTouch",
    recordId: id,
    occurrence: `touch-${on}`,
    at: at(on, 0),
    untilAt: at(addDays(on, everyDays), 0),
    mentorshipId: id,
  }));
}

function journalOccurrences(
  records: ReminderRecords,
  preferences: ReminderPreferences,
  ruleIn: (mentorshipId: Id | null | undefined) => (kind: ReminderKind) => ReminderRule,
  timeZone: string,
  now: Instant,
): Occurrence[] {
  const found: Occurrence[] = [];
  if (ruleOf(preferences, "reflection").on) {
    const { weekday, time } = preferences.reflection;
    for (const on of slotDays(weekday, dayOf(now, timeZone))) found.push(slot(on, time, timeZone));
  }
  const silence = ruleOf(preferences, "journalSilence");
  if (silence.on && records.lastEntryAt !== null) {
    const last = dayOf(records.lastEntryAt, timeZone);
    const atOf = (lead: number): Instant => leadBefore(last, morning, -lead, timeZone);
    for (const { lead, ...times } of leadTimes(silence.leads, atOf, now + nudgeStaysMs)) {
      found.push({
        kind: "journalSilence",
        recordId: "journal",
        occurrence: `silence-${last}-${lead}`,
        ...times,
        lead,
      });
    }
  }
  for (const entry of records.advice) {
    const rule = ruleIn(entry.mentorshipId)("untriedAdvice");
    if (!rule.on) continue;
    const given = dayOf(entry.createdAt, timeZone);
    const atOf = (lead: number): Instant => leadBefore(given, morning, -lead, timeZone);
    for (const { lead, ...times } of leadTimes(
      rule.leads,
      atOf,
      atOf(Math.max(...rule.leads)) + nudgeStaysMs,
    )) {
      const mentorshipId = entry.mentorshipId ?? null;
      const occurrence = `untried-${given}-${lead}`;
      found.push({ kind: "untriedAdvice", recordId: entry.id, occurrence, ...times, lead, mentorshipId });
    }
  }
  return found;
}

/** The last slot and the next ones. */
function slotDays(weekday: number, today: Day): Day[] {
  const last = addDays(today, -((weekdayOf(today) - weekday + 7) % 7));
  return Array.from({ length: slotsAhead + 1 }, (_, index) => addDays(last, 7 * index));
}

function slot(on: Day, time: TimeOfDay, timeZone: string): Occurrence {
  const at = instantOf(on, time, timeZone);
  return {
    kind: "reflection",
    recordId: "journal",
    occurrence: `reflection-${on}T${time}`,
    at,
    untilAt: at + dayMs,
  };
}

function backupOccurrences(dueAt: Instant | null, rule: ReminderRule, timeZone: string): Occurrence[] {
  if (!rule.on || dueAt === null) return [];
  const on = dayOf(dueAt, timeZone);
  return [
    {
      kind: "backupOverdue",
      recordId: "backup",
      occurrence: `backup-${on}`,
      at: dueAt,
      untilAt: dueAt + dueStaysMs,
    },
  ];
}

/** What the person said to an occurrence: done with it, or not before another time. */
export type Answer = Pick<Reminder, "status" | "snoozedUntilAt" | "deletedAt">;

/** The id of the answer to an occurrence. */
export function answerId(occurrence: Pick<Occurrence, "recordId" | "occurrence">): Id {
  return `answer:${occurrence.recordId}:${occurrence.occurrence}`;
}

/** The occurrences as the person answered them: without what is done, and what was put off at its new time. */
export function answered(occurrences: readonly Occurrence[], answers: ReadonlyMap<Id, Answer>): Occurrence[] {
  if (answers.size === 0) return [...occurrences];
  return inOrder(
    occurrences.flatMap((each): Occurrence[] => {
      const answer = answers.get(answerId(each));
      if (!answer || answer.deletedAt) return [each];
      if (answer.status === "done") return [];
      const at = answer.snoozedUntilAt;
      if (!at) return [each];
      const { lead: _, ...rest } = each;
      return at < each.untilAt ? [{ ...rest, occurrence: `${each.occurrence}~${at}`, at }] : [];
    }),
  );
}

/** The name of the occurrence that was put off, for its answer; its own where it was not. */
export function unsnoozed(occurrence: string): string {
  return occurrence.split("~")[0] ?? occurrence;
}

/**
 * When the background has to look again: the next of `times`, or the next midnight (what is due changes with the day),
 * whichever is first.
 */
export function nextWake(times: readonly Instant[], tomorrow: Day, timeZone: string, now: Instant): Instant {
  return times.reduce((next, at) => (at > now && at < next ? at : next), startOfDay(tomorrow, timeZone));
}
