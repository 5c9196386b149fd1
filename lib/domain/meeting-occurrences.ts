import { endOf, startOf } from "./carry-over.ts";
import { isTimeZone } from "./civil-time.ts";
import type { Instant } from "./envelope.ts";
import { leadBefore, leadTimes } from "./lead-times.ts";
import type { Meeting } from "./meeting.ts";
import type { Occurrence } from "./occurrence.ts";
import type { ReminderKind } from "./reminder-kinds.ts";
import type { ReminderRule } from "./reminder-preferences.ts";

/** A meeting that is over, and whether something of it is waiting. */
export interface OverMeeting {
  meeting: Meeting;
  /** Notes or proposals that no wrap-up has confirmed. */
  open: boolean;
  /** When somebody last looked at it. */
  visitedAt: Instant | null;
}

const minuteMs = 60_000;
const dayMinutes = 1_440;
/** Announced at its moment whatever the hour: a meeting that begins within the hour. */
const urgentLead = 60;
/** A wrap-up is worth a reminder for so long. */
const wrapUpMs = 3 * 86_400_000;

/** The lead that bears the plain name of its occurrence; others add theirs. */
const plainLead: Partial<Record<ReminderKind, number>> = { meetingSoon: 15 };

/** What is announced of a meeting that is still to come. */
export function beforeMeeting(meeting: Meeting, rule: (kind: ReminderKind) => ReminderRule): Occurrence[] {
  if (meeting.status !== "planned" || meeting.deletedAt || meeting.startedAt || meeting.endedAt) return [];
  // A row from elsewhere may name a zone that this browser does not know; it must not silence the others.
  if (!isTimeZone(meeting.timeZone)) return [];
  const { id: recordId, mentorshipId, startsOn, startsTime, timeZone } = meeting;
  const startsAt = startOf(meeting);
  const soon = rule("meetingSoon");
  const prepare = rule("prepare");
  const final = meeting.kind === "final" ? rule("finalMeeting") : undefined;
  const found: Occurrence[] = [];
  const add = (kind: ReminderKind, name: string, leads: readonly number[], untilAt: Instant): void => {
    const atOf = (lead: number): Instant => leadBefore(startsOn, startsTime, lead, timeZone);
    for (const { lead, ...times } of leadTimes(leads, atOf, untilAt)) {
      const suffix = lead === plainLead[kind] ? "" : `-${lead}`;
      const occurrence = `${name}-${startsOn}T${startsTime}${suffix}`;
      const urgent = kind === "meetingSoon" && lead <= urgentLead ? { urgent: true } : {};
      found.push({ kind, recordId, occurrence, ...times, lead, mentorshipId, ...urgent });
    }
  };
  // Of the last meeting its own reminders speak; those of any meeting that stand days before are left to them.
  const soonLeads = final?.on ? soon.leads.filter((lead) => lead < dayMinutes) : soon.leads;
  if (soon.on) add("meetingSoon", "soon", soonLeads, startsAt + meeting.plannedMinutes * minuteMs);
  if (prepare.on) add("prepare", "prepare", prepare.leads, startsAt);
  if (final?.on) add("finalMeeting", "final", final.leads, startsAt);
  return found;
}

/** What is announced of one that is over: only what is open, and only while nobody has been back. */
export function afterMeeting(over: OverMeeting, rule: ReminderRule): Occurrence[] {
  const { meeting, open, visitedAt } = over;
  const endedAt = meeting.endedAt ?? endOf(meeting);
  if (!rule.on || !open || meeting.deletedAt || meeting.wrappedUpAt) return [];
  if (visitedAt !== null && visitedAt > endedAt) return [];
  const atOf = (lead: number): Instant => endedAt + lead * minuteMs;
  const last = Math.max(...rule.leads, 0);
  return leadTimes(rule.leads, atOf, atOf(last) + wrapUpMs).map(({ lead, ...times }) => ({
    kind: "wrapUp",
    recordId: meeting.id,
    occurrence: `wrapUp-${meeting.startsOn}-${lead}`,
    ...times,
    lead,
    mentorshipId: meeting.mentorshipId,
  }));
}

/** Until when a call goes on by what was written down: its notes were started and not ended. */
export function callUntil(meetings: readonly Meeting[], now: Instant): Instant | null {
  const ends = meetings
    .filter((meeting) => meeting.startedAt && !meeting.endedAt && meeting.startedAt <= now)
    .map((meeting) => (meeting.startedAt ?? 0) + meeting.plannedMinutes * minuteMs)
    .filter((endsAt) => endsAt > now);
  return ends.length > 0 ? Math.max(...ends) : null;
}
