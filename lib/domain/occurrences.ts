import { startOf } from "./carry-over.ts";
import { instantOf, isTimeZone, startOfDay } from "./civil-time.ts";
import type { Commitment } from "./commitment.ts";
import type { Day, Id, Instant } from "./envelope.ts";
import type { Meeting } from "./meeting.ts";
import type { Milestone } from "./milestone.ts";
import { reviewDays, type ReviewRecords, reviewSubjects } from "./review-due.ts";

export const reminderKinds = ["meetingSoon", "milestoneDue", "commitmentDue", ...reviewSubjects] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** One moment at which something is to be announced, exactly once. */
export interface Occurrence {
  kind: ReminderKind;
  /** The record it follows from. */
  recordId: Id;
  /** Names the moment among those of the record: it changes when the date does, so a moved thing is announced anew. */
  occurrence: string;
  at: Instant;
  /** After this instant it is no longer worth announcing. */
  untilAt: Instant;
}

/** Meetings are announced this long before they start. */
const meetingLeadMs = 15 * 60_000;
/** Things that are due on a day are announced at this time of that day. */
const dueTime = "09:00";
const dueStaysMs = 14 * 86_400_000;

/** The deterministic id of an occurrence, also of its notification. */
export function occurrenceId(occurrence: Pick<Occurrence, "recordId" | "occurrence">): string {
  return `rem:${occurrence.recordId}:${occurrence.occurrence}`;
}

/** All occurrences that follow from the records, in order of time. Reminders are computed, never stored. */
export function occurrencesOf(
  records: {
    meetings: readonly Meeting[];
    milestones: readonly Milestone[];
    commitments: readonly Commitment[];
    /** What agreed looks follow from. */
    reviews: ReviewRecords;
  },
  timeZone: string,
): Occurrence[] {
  const found: Occurrence[] = [];
  for (const meeting of records.meetings) {
    if (meeting.status !== "planned" || meeting.deletedAt || meeting.startedAt || meeting.endedAt) continue;
    // A row from elsewhere may name a zone that this browser does not know; it must not silence the others.
    if (!isTimeZone(meeting.timeZone)) continue;
    const startsAt = startOf(meeting);
    found.push({
      kind: "meetingSoon",
      recordId: meeting.id,
      occurrence: `soon-${meeting.startsOn}T${meeting.startsTime}`,
      at: startsAt - meetingLeadMs,
      untilAt: startsAt + meeting.plannedMinutes * 60_000,
    });
  }
  const due = [
    ...records.milestones.map((row) => ["milestoneDue", row] as const),
    ...records.commitments.map((row) => ["commitmentDue", row] as const),
  ];
  for (const [kind, row] of due) {
    if (row.status !== "open" || row.owner === "them" || row.deletedAt || !row.dueOn) continue;
    const snoozed = row.snoozedUntilAt ?? null;
    const at = snoozed ?? instantOf(row.dueOn, dueTime, timeZone);
    found.push({
      kind,
      recordId: row.id,
      occurrence: snoozed === null ? `due-${row.dueOn}` : `snoozed-${snoozed}`,
      at,
      untilAt: at + dueStaysMs,
    });
  }
  for (const { subject, recordId, on } of reviewDays(records.reviews, timeZone)) {
    const at = instantOf(on, dueTime, timeZone);
    const occurrence = `${subject}-${on}`;
    found.push({ kind: subject, recordId, occurrence, at, untilAt: at + dueStaysMs });
  }
  return found.toSorted((a, b) => a.at - b.at || (occurrenceId(a) < occurrenceId(b) ? -1 : 1));
}

/**
 * When the background has to look again: the next occurrence, the next midnight (what is due changes with the day),
 * whichever is first.
 */
export function nextWake(
  occurrences: readonly Pick<Occurrence, "at">[],
  tomorrow: Day,
  timeZone: string,
  now: Instant,
): Instant {
  const midnight = startOfDay(tomorrow, timeZone);
  const next = occurrences.find((occurrence) => occurrence.at > now)?.at ?? midnight;
  return Math.min(next, midnight);
}
