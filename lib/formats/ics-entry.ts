import ICAL from "ical.js";
import { type Attendee, mostAttendees } from "@/lib/domain/calendar-event.ts";
import { roomLinkOf, type RoomLink } from "@/lib/domain/calendar-link.ts";
import type { Instant } from "@/lib/domain/envelope.ts";
import { longestLine } from "@/lib/domain/limits.ts";
import { zoneNamed } from "@/lib/domain/zone-name.ts";
import { plainOf } from "./ics-rule.ts";
import { clockOf, type WallClock } from "./ics-zone.ts";
import { oneLine } from "@/lib/domain/one-line.ts";

/** One VEVENT: a single event, a series, or an exception of one. */
export interface Entry {
  uid: string;
  /** Of an exception: the instant that it stands for. */
  exceptionOf: Instant | null;
  /** An exception that goes for all later dates too. */
  andLater: boolean;
  sequence: number;
  cancelled: boolean;
  title: string;
  attendees: Attendee[];
  link: RoomLink;
  start: Temporal.PlainDateTime;
  clock: WallClock;
  minutes: number;
  rule: ICAL.Recur | null;
  until: Temporal.PlainDateTime | null;
  extra: Temporal.PlainDateTime[];
  /** Dates that are off, as instants, or as days where the calendar says only those. */
  off: Set<Instant | string>;
}

/** How the names of zones in one calendar are understood. */
export interface Clocks {
  /** Of times without a zone. */
  floating: WallClock;
  own: ReadonlyMap<string, WallClock>;
}

const mostExtra = 500;

/**
 * Understands the lines of one event.
 * @returns `null` for one that lasts whole days
 * @throws for one that cannot be understood
 */
export function entryOf(lines: readonly string[], clocks: Clocks): Entry | null {
  const event = new ICAL.Component(
    ICAL.parse(["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n")) as unknown[],
  );
  const startProperty = event.getFirstProperty("dtstart");
  const start = startProperty?.getFirstValue();
  if (!startProperty || !(start instanceof ICAL.Time)) throw new TypeError("no start");
  if (start.isDate) return null;
  // The library makes the 1st of December of the 31st of November.
  Temporal.PlainDateTime.from(String(startProperty.toJSON()[3]).replace("Z", ""));
  const clock = clockFor(startProperty, start, clocks);
  const wall = plainOf(start);
  const textOf = (name: string): string => {
    const value = event.getFirstPropertyValue(name);
    return typeof value === "string" ? value : "";
  };
  const title = oneLine(textOf("summary")).slice(0, longestLine);
  const uid = textOf("uid") || `${title} ${wall.toString()}`;
  if (uid.length > 1_000) throw new RangeError("uid");
  const rule = event.getFirstPropertyValue("rrule");
  const exception = event.getFirstProperty("recurrence-id");
  return {
    uid,
    exceptionOf: exception ? (instantsOf(exception, clocks)[0] ?? null) : null,
    andLater: exception?.getFirstParameter("range")?.toUpperCase() === "THISANDFUTURE",
    sequence: Math.max(0, Math.trunc(Number(event.getFirstPropertyValue("sequence"))) || 0),
    cancelled: textOf("status").toUpperCase() === "CANCELLED",
    title,
    attendees: attendeesOf(event),
    link: roomLinkOf({
      url: textOf("url"),
      conference: textOf("x-google-conference") || textOf("x-microsoft-skypeteamsmeetingurl"),
      location: textOf("location"),
      description: textOf("description"),
    }),
    start: wall,
    clock,
    minutes: minutesOf(event, clock.instantOf(wall), clocks),
    rule: rule instanceof ICAL.Recur ? rule : null,
    until: rule instanceof ICAL.Recur && rule.until ? untilOf(rule.until, clock) : null,
    extra: event
      .getAllProperties("rdate")
      .flatMap((each) => instantsOf(each, clocks))
      .slice(0, mostExtra)
      .map((at) => clock.wallOf(at)),
    off: new Set(event.getAllProperties("exdate").flatMap((each) => offOf(each, clocks))),
  };
}

function clockFor(property: ICAL.Property, time: ICAL.Time, clocks: Clocks): WallClock {
  if (time.zone?.tzid === "UTC") return clockOf("UTC");
  const id = property.getFirstParameter("tzid");
  if (!id) return clocks.floating;
  const named = zoneNamed(id);
  if (named) return clockOf(named);
  return clocks.own.get(id) ?? clocks.floating;
}

function timesOf(property: ICAL.Property): ICAL.Time[] {
  return property.getValues().flatMap((value: unknown) => {
    if (value instanceof ICAL.Period) return [value.start];
    return value instanceof ICAL.Time ? [value] : [];
  });
}

function instantsOf(property: ICAL.Property, clocks: Clocks): Instant[] {
  return timesOf(property).map((time) => clockFor(property, time, clocks).instantOf(plainOf(time)));
}

function offOf(property: ICAL.Property, clocks: Clocks): (Instant | string)[] {
  return timesOf(property).map((time) => {
    const wall = plainOf(time);
    return time.isDate ? wall.toPlainDate().toString() : clockFor(property, time, clocks).instantOf(wall);
  });
}

/** A day stands for its end. */
function untilOf(until: ICAL.Time, clock: WallClock): Temporal.PlainDateTime {
  const wall = plainOf(until);
  if (until.isDate) return wall.add({ days: 1 }).subtract({ seconds: 1 });
  return until.zone?.tzid === "UTC" ? clock.wallOf(clockOf("UTC").instantOf(wall)) : wall;
}

function minutesOf(event: ICAL.Component, startAt: Instant, clocks: Clocks): number {
  const end = event.getFirstProperty("dtend");
  const duration = event.getFirstPropertyValue("duration");
  const endAt = end ? instantsOf(end, clocks)[0] : undefined;
  if (endAt !== undefined) return Math.max(0, Math.round((endAt - startAt) / 60_000));
  return duration instanceof ICAL.Duration ? Math.max(0, Math.round(duration.toSeconds() / 60)) : 0;
}

function attendeesOf(event: ICAL.Component): Attendee[] {
  const people = new Map<string, Attendee>();
  for (const property of [...event.getAllProperties("organizer"), ...event.getAllProperties("attendee")]) {
    if (people.size === mostAttendees) break;
    const address = String(property.getFirstValue() ?? "")
      .replace(/^mailto:/iu, "")
      .trim()
      .toLowerCase()
      .slice(0, 320);
    const name = (property.getFirstParameter("cn") ?? "").trim().slice(0, 200);
    if (address || name) people.set(address || name, { name, address });
  }
  return [...people.values()];
}
