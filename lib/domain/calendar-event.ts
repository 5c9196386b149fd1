import type { Day, Id, Instant, TimeOfDay } from "./envelope.ts";

/** Somebody who takes part, as a calendar names them. Either may be empty. */
export interface Attendee {
  name: string;
  /** Lower case. */
  address: string;
}

/** One date of a calendar: a single event, or one occurrence of a series. */
export interface CalendarEvent {
  uid: string;
  /** The instant (ISO, UTC) at which the series has it, wherever it was moved to; empty for a single event. */
  recurrenceId: string;
  /** Rises when the organiser changes something that matters. */
  sequence: number;
  cancelled: boolean;
  title: string;
  attendees: readonly Attendee[];
  startsOn: Day;
  startsTime: TimeOfDay;
  /** IANA name. */
  timeZone: string;
  /** As long as the calendar says, not yet bounded. */
  minutes: number;
  /** Where to join, without a passcode. */
  roomUrl: string | null;
  roomKey: string | null;
  repeats: boolean;
}

/** What was read of a calendar between two moments. */
export interface CalendarReading {
  name: string;
  /** In order of time. */
  events: readonly CalendarEvent[];
  /** Series and single events that the calendar tells of as a whole: a date that is missing from them is off. */
  whole: readonly string[];
  /** Entries that last whole days: they have no time to meet at. */
  allDay: number;
  /** Entries that could not be understood. */
  unreadable: number;
  /** There was more than is read. */
  cut: boolean;
}

/** How far a calendar is looked at, in days around today. */
export const daysBack = 14;
export const daysAhead = 120;

/** More than these would be no calendar of a person. */
export const mostEvents = 3_000;
export const mostAttendees = 30;

/** A subscribed address and what became of it. Only in this browser: whoever has the address can read the calendar. */
export interface Calendar {
  id: Id;
  /** A secret. */
  address: string;
  name: string;
  addedAt: Instant;
  /** When it was last found as it is, epoch ms; 0 for never. */
  readAt: Instant;
  /** When it was last read through. Days come into sight though nothing changed. */
  parsedAt: Instant;
  /** Not asked for before, epoch ms. */
  dueAt: Instant;
  failures: number;
  problem: CalendarProblem | null;
  etag: string;
  lastModified: string;
  /** The first reading, or one that was asked for, shows everything; later ones only what needs a choice. */
  showAll: boolean;
  /** What waits for a choice. */
  waiting: CalendarReading | null;
  /** What the calendar last said of each date that was taken in, by its key: what was changed here since stays. */
  seen: Record<string, string>;
  /** Meetings of which the calendar says something else, and which are left as they are. */
  differing: readonly Id[];
}

export type CalendarProblem =
  | "notAllowed"
  | "unreachable"
  | "slow"
  | "tooLarge"
  | "cutOff"
  | "loginPage"
  | "notCalendar"
  | "refused"
  | "gone"
  | "busy"
  | "serverError";

/** What was once chosen for a series: a mentorship, or `null` to leave it out. Only in this browser. */
export interface SeriesChoice {
  uid: string;
  mentorshipId: Id | null;
}

/** Tells one date of a calendar from all others. */
export function eventKey(event: Pick<CalendarEvent, "uid" | "recurrenceId">): string {
  return `${event.uid}\n${event.recurrenceId}`;
}
