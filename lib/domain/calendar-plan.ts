import { type CalendarEvent, daysAhead, daysBack, eventKey } from "./calendar-event.ts";
import { type Known, type Match, matchOf } from "./calendar-match.ts";
import { endOf, startOf } from "./carry-over.ts";
import type { Id, Instant } from "./envelope.ts";
import { longestMeeting, shortestMeeting } from "./limits.ts";
import type { Meeting } from "./meeting.ts";

const dayMs = 86_400_000;

/** What taking a date in would do. */
export type Step =
  | { kind: "new"; event: CalendarEvent }
  /** Another time, length or room; or a meeting that was planned by hand is found to be this one. */
  | { kind: "changed"; event: CalendarEvent; meeting: Meeting; moves: boolean }
  | { kind: "cancelled"; event: CalendarEvent | null; meeting: Meeting }
  /** The calendar says otherwise, but it has notes or was held: it stays as it is. */
  | { kind: "differs"; event: CalendarEvent | null; meeting: Meeting }
  | { kind: "same"; event: CalendarEvent; meeting: Meeting };

export interface Series {
  uid: string;
  title: string;
  repeats: boolean;
  /** The first date, as the calendar has it; `null` where the calendar has none any more. */
  first: CalendarEvent | null;
  match: Match;
  /** What it belongs to; `null` for nothing, so that nothing of it is taken in. */
  mentorshipId: Id | null;
  /** Chosen now or earlier, or already in. */
  settled: boolean;
  /** So many dates the calendar has of it. */
  dates: number;
  steps: readonly Step[];
}

export interface PlanInput {
  events: readonly CalendarEvent[];
  whole: readonly string[];
  /** Of all mentorships; none that is in the trash. */
  meetings: readonly Meeting[];
  /** Meetings with notes. */
  noted: ReadonlySet<Id>;
  mentorships: readonly Known[];
  /** By uid. */
  choices: ReadonlyMap<string, Id | null>;
  /** Of a subscription that was read whole: what came from it and is not in it any more is off. */
  calendarId: Id | null;
  now: Instant;
}

/** What each series of a calendar would change here. Pure, so that a preview and the act itself agree. */
export function planOf(input: PlanInput): Series[] {
  const byUid = Map.groupBy(input.events, (event) => event.uid);
  const meetingsByUid = Map.groupBy(
    input.meetings.filter((meeting) => meeting.uid && meeting.status !== "moved"),
    (meeting) => meeting.uid ?? "",
  );
  const goneUids = input.calendarId === null ? [] : vanished(input, byUid);
  const gone = new Map<Id, Meeting>();
  for (const uid of [...byUid.keys(), ...goneUids]) {
    for (const meeting of missingOf(
      uid,
      byUid.get(uid) ?? [],
      meetingsByUid.get(uid) ?? [],
      input,
      goneUids,
    )) {
      gone.set(meeting.id, meeting);
    }
  }
  // What stands at the same time with the same person is the same meeting, first of all one that no calendar claims.
  const others = input.meetings
    .filter(({ status }) => status !== "moved" && status !== "cancelled")
    .toSorted((a, b) => claim(a, gone) - claim(b, gone));
  // Each goes to one date only.
  const taken = new Set<Id>();
  const plans = [...byUid].map(([uid, events]) =>
    seriesOf(uid, events, meetingsByUid.get(uid) ?? [], { others, gone, taken }, input),
  );
  const cancelled = [...gone.values()].filter((meeting) => !taken.has(meeting.id));
  return [...plans, ...goneUids.map((uid) => emptySeries(uid, meetingsByUid.get(uid) ?? []))]
    .map((series) => ({
      ...series,
      steps: [
        ...series.steps,
        ...cancelled
          .filter((meeting) => meeting.uid === series.uid)
          .map((meeting): Step => ({
            kind: isOpen(meeting, input.noted) ? "cancelled" : "differs",
            event: null,
            meeting,
          })),
      ],
    }))
    .filter((series) => series.first !== null || series.steps.length > 0);
}

interface Others {
  others: readonly Meeting[];
  gone: ReadonlyMap<Id, Meeting>;
  taken: Set<Id>;
}

function claim(meeting: Meeting, gone: Others["gone"]): number {
  return meeting.uid && !gone.has(meeting.id) ? 1 : 0;
}

/** Planned, and nobody has begun it: what a calendar may still change, unless it has notes. */
export function isAhead({ status, startedAt, endedAt }: Meeting): boolean {
  return status === "planned" && !startedAt && !endedAt;
}

/** Planned, ahead or not, without a word in it: what a calendar may change. */
function isOpen(meeting: Meeting, noted: ReadonlySet<Id>): boolean {
  return isAhead(meeting) && !noted.has(meeting.id);
}

function vanished(input: PlanInput, byUid: ReadonlyMap<string, unknown>): string[] {
  // An empty calendar is rather one that could not be made than one without a single entry.
  if (input.whole.length === 0) return [];
  const whole = new Set(input.whole);
  const uids = input.meetings.flatMap((meeting) =>
    meeting.calendarId === input.calendarId && meeting.uid && !whole.has(meeting.uid) ? [meeting.uid] : [],
  );
  return [...new Set(uids)].filter((uid) => !byUid.has(uid));
}

/** Planned dates of a series that the calendar does not have any more. Only ahead, and only as far as it was read. */
function missingOf(
  uid: string,
  events: readonly CalendarEvent[],
  meetings: readonly Meeting[],
  { whole, now }: PlanInput,
  goneUids: readonly string[],
): Meeting[] {
  if (!whole.includes(uid) && !goneUids.includes(uid)) return [];
  const there = new Set(events.map((event) => event.recurrenceId));
  return meetings.filter((meeting) => {
    const original = meeting.recurrenceId ? Date.parse(meeting.recurrenceId) : startOf(meeting);
    const isRead = original > now - daysBack * dayMs && original < now + daysAhead * dayMs;
    return (
      !there.has(meeting.recurrenceId ?? "") &&
      isRead &&
      meeting.status === "planned" &&
      startOf(meeting) > now
    );
  });
}

function seriesOf(
  uid: string,
  events: readonly CalendarEvent[],
  meetings: readonly Meeting[],
  others: Others,
  input: PlanInput,
): Series {
  const first = events.find((event) => !event.cancelled) ?? events[0] ?? null;
  const match = first ? matchOf(first, input.mentorships) : { mentorshipIds: [], by: null };
  const isThere = (id: Id | null | undefined): boolean =>
    id === null || input.mentorships.some((mentorship) => mentorship.id === id);
  const chosen = input.choices.get(uid);
  const before = meetings[0]?.mentorshipId;
  const settled = chosen !== undefined && isThere(chosen) ? chosen : isThere(before) ? before : undefined;
  const [only] = match.mentorshipIds.length === 1 ? match.mentorshipIds : [null];
  const mentorshipId = settled === undefined ? (only ?? null) : settled;
  const steps: Step[] = [];
  for (const event of events) {
    const meeting = meetings.find((each) => (each.recurrenceId ?? "") === event.recurrenceId);
    const step = meeting
      ? stepFor(event, meeting, input.noted)
      : mentorshipId === null || event.cancelled
        ? null
        : fresh(event, mentorshipId, others, input.noted);
    if (step) steps.push(step);
  }
  return {
    uid,
    title: first?.title ?? "",
    repeats: events.some((event) => event.repeats),
    first,
    match,
    mentorshipId,
    settled: settled !== undefined,
    dates: events.filter((event) => !event.cancelled).length,
    steps,
  };
}

function emptySeries(uid: string, meetings: readonly Meeting[]): Series {
  const [meeting] = meetings;
  return {
    uid,
    title: meeting?.title ?? "",
    repeats: Boolean(meeting?.recurrenceId),
    first: null,
    match: { mentorshipIds: [], by: null },
    mentorshipId: meeting?.mentorshipId ?? null,
    settled: true,
    dates: 0,
    steps: [],
  };
}

/** A date that is not here: a meeting at that time may have been planned by hand, or come from a series that was split. */
function fresh(
  event: CalendarEvent,
  mentorshipId: Id,
  { others, gone, taken }: Others,
  noted: ReadonlySet<Id>,
): Step {
  const [startAt, endAt] = spanOf(event);
  const meeting = others.find(
    (each) =>
      each.mentorshipId === mentorshipId &&
      !taken.has(each.id) &&
      startOf(each) < endAt &&
      endOf(each) > startAt,
  );
  if (!meeting) return { kind: "new", event };
  taken.add(meeting.id);
  if (claim(meeting, gone) > 0 || !isOpen(meeting, noted)) return { kind: "same", event, meeting };
  return { kind: "changed", event, meeting, moves: startOf(meeting) !== startAt };
}

function stepFor(event: CalendarEvent, meeting: Meeting, noted: ReadonlySet<Id>): Step {
  // An older version of the entry, such as an invitation that was opened late.
  if (event.sequence < (meeting.sequence ?? 0)) return { kind: "same", event, meeting };
  const moves = startOf(meeting) !== spanOf(event)[0];
  const differs = event.cancelled
    ? meeting.status !== "cancelled"
    : meeting.status === "cancelled" ||
      moves ||
      meeting.plannedMinutes !== minutesOf(event) ||
      (event.roomUrl !== null && event.roomUrl !== meeting.roomUrl);
  if (!differs) return { kind: "same", event, meeting };
  // One that was cancelled here, or comes back, is for the person to take up again.
  if (!isOpen(meeting, noted)) return { kind: "differs", event, meeting };
  return event.cancelled ? { kind: "cancelled", event, meeting } : { kind: "changed", event, meeting, moves };
}

function spanOf(event: CalendarEvent): [Instant, Instant] {
  const startAt = startOf(event);
  return [startAt, startAt + minutesOf(event) * 60_000];
}

/** As long as a meeting can be. */
export function minutesOf(event: Pick<CalendarEvent, "minutes">): number {
  return Math.min(longestMeeting, Math.max(shortestMeeting, event.minutes));
}

/** What a calendar says of a date, to tell later whether it says something else. */
export function saidIn(step: Step): { key: string; said: string } {
  const { event } = step;
  if (event) {
    const said = [spanOf(event)[0], minutesOf(event), event.cancelled, event.roomUrl];
    return { key: eventKey(event), said: JSON.stringify(said) };
  }
  const { uid, recurrenceId } = step.kind === "new" ? step.event : step.meeting;
  return { key: eventKey({ uid: uid ?? "", recurrenceId: recurrenceId ?? "" }), said: "gone" };
}

const mostSeen = 5_000;

/** What the calendar said of the dates of these series, on top of what it said of others before. */
export function seenAfter(
  series: readonly Series[],
  before: Readonly<Record<string, string>>,
): Record<string, string> {
  const seen = new Map(Object.entries(before));
  for (const { key, said } of series.flatMap(({ steps }) => steps.map(saidIn))) {
    seen.delete(key);
    seen.set(key, said);
  }
  return Object.fromEntries([...seen].slice(-mostSeen));
}

/** Does the calendar say something else than last time? What was changed or removed here since is left alone. */
export function isNews(step: Step, seen: Readonly<Record<string, string>>): boolean {
  const { key, said } = saidIn(step);
  return seen[key] !== said;
}
