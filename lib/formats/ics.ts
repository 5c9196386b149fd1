import {
  type CalendarEvent,
  type CalendarReading,
  daysAhead,
  daysBack,
  eventKey,
  mostEvents,
} from "@/lib/domain/calendar-event.ts";
import { isTimeZone } from "@/lib/domain/civil-time.ts";
import type { Instant } from "@/lib/domain/envelope.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { zoneNamed } from "@/lib/domain/zone-name.ts";
import { type Entry, entryOf } from "./ics-entry.ts";
import { partsOf } from "./ics-lines.ts";
import { type Budget, datesOf } from "./ics-rule.ts";
import { icsText } from "./ics-text.ts";
import { clockOf, clocksIn, type WallClock } from "./ics-zone.ts";

/** Years of a full calendar fit in a tenth of this. Bytes. */
export const largestCalendar = 20_000_000;
/** Entries that are looked at closely; what is long past by its first line is not counted. */
const mostEntries = 5_000;
const mostDates = 400;
const mostSteps = 60_000;
const dayMs = 86_400_000;

export interface ReadOptions {
  now: Instant;
  /** IANA name of the reader's zone, for times that have none. */
  timeZone: string;
  /** Events that are to be told of wherever they were moved to. */
  isKnown?: (uid: string) => boolean;
}

/**
 * Reads a calendar file as hostile text: what happens in it from {@link daysBack} days ago until {@link daysAhead} days
 * ahead. Entries that cannot be understood are counted and left out; time and size are bounded whatever is in it.
 * @throws UserError `icsEmpty`, `icsTooLarge`, `icsNotCalendar` or `icsCutOff`
 */
export function readCalendar(bytes: Uint8Array, options: ReadOptions): CalendarReading {
  if (bytes.length === 0) throw new UserError("icsEmpty");
  if (bytes.length > largestCalendar) throw new UserError("icsTooLarge");
  const parts = partsOf(icsText(bytes));
  if (!parts.isCalendar) throw new UserError("icsNotCalendar");
  if (!parts.complete) throw new UserError("icsCutOff");
  const window = { from: options.now - daysBack * dayMs, to: options.now + daysAhead * dayMs };
  const budget: Budget = { steps: mostSteps };
  const reader = isTimeZone(options.timeZone) ? options.timeZone : "UTC";
  const home = zoneNamed(parts.zone) ?? reader;
  const clocks = { floating: clockOf(home), own: clocksIn(parts.zones, window.from, window.to, budget) };

  const counts = { allDay: 0, unreadable: 0, cut: parts.cut };
  const families = new Map<string, Family>();
  let looked = 0;
  for (const lines of parts.events) {
    if (isFarOff(lines, window, options.isKnown)) continue;
    looked += 1;
    if (looked > mostEntries) {
      counts.cut = true;
      break;
    }
    try {
      const entry = entryOf(lines, clocks);
      if (!entry) counts.allDay += 1;
      else join(families, parts.method === "CANCEL" ? { ...entry, cancelled: true } : entry);
    } catch {
      counts.unreadable += 1;
    }
  }

  const events: CalendarEvent[] = [];
  const whole: string[] = [];
  for (const [uid, family] of families) {
    try {
      const found = eventsOf(family, window, budget, options.isKnown?.(uid) ?? false);
      if (events.length + found.length > mostEvents) counts.cut = true;
      else events.push(...found.map((date) => eventOf(date, home)));
      if (family.main) whole.push(uid);
    } catch {
      counts.unreadable += 1;
    }
  }
  return {
    name: parts.name,
    events: events.toSorted((a, b) => compare(keyOf(a), keyOf(b))),
    // Of a calendar that was not read to its end nothing can be said to be missing.
    whole: counts.cut ? [] : whole,
    ...counts,
  };
}

interface Window {
  from: Instant;
  to: Instant;
}

/** An event with all that differs from it. */
interface Family {
  main: Entry | null;
  exceptions: Map<Instant, Entry>;
}

function join(families: Map<string, Family>, entry: Entry): void {
  const family = families.get(entry.uid) ?? { main: null, exceptions: new Map<Instant, Entry>() };
  families.set(entry.uid, family);
  const earlier = entry.exceptionOf === null ? family.main : family.exceptions.get(entry.exceptionOf);
  if (earlier && earlier.sequence > entry.sequence) return;
  if (entry.exceptionOf === null) family.main = entry;
  else family.exceptions.set(entry.exceptionOf, entry);
}

/** Long past or far ahead by its first line alone. Most of a calendar is, and need not be understood. */
function isFarOff(
  lines: readonly string[],
  { from, to }: Window,
  isKnown?: (uid: string) => boolean,
): boolean {
  let day = "";
  for (const line of lines) {
    if (/^(?:RRULE|RDATE|RECURRENCE-ID)[;:]/iu.test(line)) return false;
    if (/^UID[;:]/iu.test(line) && isKnown?.(line.slice(line.indexOf(":") + 1))) return false;
    day ||= /^DTSTART[^:]{0,200}:(\d{8})/iu.exec(line)?.[1] ?? "";
  }
  const at = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6)));
  return day !== "" && (at < from - 2 * dayMs || at > to + 2 * dayMs);
}

/** A date of an event, and what is true of it. */
interface Dated {
  entry: Entry;
  at: Instant;
  clock: WallClock;
  recurrenceId: string;
  repeats: boolean;
}

function eventsOf(family: Family, window: Window, budget: Budget, known: boolean): Dated[] {
  const { main, exceptions } = family;
  const isNear = (at: Instant, minutes = 0): boolean =>
    at + minutes * 60_000 >= window.from && at <= window.to;
  const found = new Map<string, Dated>();
  const repeats = !main || main.rule !== null || main.extra.length > 0;
  if (main && !repeats) {
    const at = main.clock.instantOf(main.start);
    if (known || isNear(at, main.minutes)) {
      found.set("", { entry: main, at, clock: main.clock, recurrenceId: "", repeats });
    }
    return [...found.values()];
  }
  for (const date of main ? datesOfSeries(main, window, budget) : []) {
    const original = main?.clock.instantOf(date) ?? 0;
    const { entry, at } = governing(family, original, date);
    const id = idOf(original);
    found.set(id, { entry, at, clock: entry.clock, recurrenceId: id, repeats: true });
  }
  for (const [original, entry] of exceptions) {
    const at = entry.clock.instantOf(entry.start);
    const id = idOf(original);
    if (isNear(original) || isNear(at, entry.minutes)) {
      found.set(id, { entry, at, clock: entry.clock, recurrenceId: id, repeats: true });
    }
  }
  return [...found.values()];
}

function datesOfSeries(main: Entry, window: Window, budget: Budget): Temporal.PlainDateTime[] {
  const [from, to] = [main.clock.wallOf(window.from), main.clock.wallOf(window.to)];
  const isIn = (date: Temporal.PlainDateTime): boolean =>
    Temporal.PlainDateTime.compare(date, from) >= 0 && Temporal.PlainDateTime.compare(date, to) <= 0;
  const ruled = main.rule ? datesOf(main.rule, main.start, main.until, from, to, mostDates, budget) : [];
  return [main.start, ...main.extra, ...ruled].filter(
    (date) =>
      isIn(date) && !main.off.has(main.clock.instantOf(date)) && !main.off.has(date.toPlainDate().toString()),
  );
}

/** What goes for a date of a series: the series itself, or the last exception that goes for all later dates too. */
function governing(
  { main, exceptions }: Family,
  original: Instant,
  date: Temporal.PlainDateTime,
): { entry: Entry; at: Instant } {
  if (!main) throw new TypeError("no series");
  const [since, entry] = [...exceptions]
    .filter(([at, each]) => each.andLater && at <= original)
    .reduce((last, each) => (each[0] >= last[0] ? each : last), [Number.NEGATIVE_INFINITY, main]);
  if (entry === main) return { entry, at: original };
  const shift = main.clock.wallOf(since).until(entry.start);
  return { entry, at: entry.clock.instantOf(date.add(shift)) };
}

function idOf(at: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString();
}

/** Times of a zone that only the calendar knows, and of none, are said in its home zone. */
function eventOf({ entry, at, clock, recurrenceId, repeats }: Dated, home: string): CalendarEvent {
  const timeZone = clock.name === null || clock.name === "UTC" ? home : clock.name;
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return {
    uid: entry.uid,
    recurrenceId,
    sequence: entry.sequence,
    cancelled: entry.cancelled,
    title: entry.title,
    attendees: entry.attendees,
    startsOn: wall.toPlainDate().toString(),
    startsTime: wall.toPlainTime().toString({ smallestUnit: "minute" }),
    timeZone,
    minutes: entry.minutes,
    ...entry.link,
    repeats,
  };
}

function keyOf(event: CalendarEvent): string {
  return `${event.startsOn} ${event.startsTime} ${eventKey(event)}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
