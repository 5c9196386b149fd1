import ICAL from "ical.js";
import type { Instant } from "@/lib/domain/envelope.ts";
import { zoneNamed } from "@/lib/domain/zone-name.ts";
import { type Budget, datesOf, plainOf } from "./ics-rule.ts";

/** How wall-clock times of a calendar become instants, and back. */
export interface WallClock {
  /** IANA name; `null` where only the calendar itself knows the zone. */
  name: string | null;
  instantOf(wall: Temporal.PlainDateTime): Instant;
  wallOf(at: Instant): Temporal.PlainDateTime;
}

export function clockOf(name: string): WallClock {
  return {
    name,
    instantOf: (wall) => wall.toZonedDateTime(name, { disambiguation: "compatible" }).epochMilliseconds,
    wallOf: (at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name).toPlainDateTime(),
  };
}

/** What a calendar says of its own zones, by the name that it gives them. */
export function clocksIn(
  zones: readonly string[][],
  from: Instant,
  to: Instant,
  left: Budget,
): Map<string, WallClock> {
  const clocks = new Map<string, WallClock>();
  for (const lines of zones) {
    try {
      const zone = new ICAL.Component(
        ICAL.parse(["BEGIN:VTIMEZONE", ...lines, "END:VTIMEZONE"].join("\r\n")) as unknown[],
      );
      const id = String(zone.getFirstPropertyValue("tzid") ?? "");
      const location = zone.getFirstPropertyValue("x-lic-location");
      const known = zoneNamed(id) ?? (typeof location === "string" ? zoneNamed(location) : null);
      const clock = known === null ? ownClock(zone, from, to, left) : clockOf(known);
      if (id && clock) clocks.set(id, clock);
    } catch {
      // A zone that cannot be read is one that the calendar does not tell of.
    }
  }
  return clocks;
}

/** A clock that goes by the calendar's own rules for it. */
function ownClock(zone: ICAL.Component, from: Instant, to: Instant, left: Budget): WallClock | null {
  const aYear = 400 * 86_400_000;
  const utc = clockOf("UTC");
  const changes: { at: Temporal.PlainDateTime; offsetMs: number }[] = [];
  for (const observance of zone.getAllSubcomponents().slice(0, 100)) {
    const offset = observance.getFirstPropertyValue("tzoffsetto");
    const start = observance.getFirstPropertyValue("dtstart");
    if (!(offset instanceof ICAL.UtcOffset) || !(start instanceof ICAL.Time)) continue;
    const offsetMs = offset.toSeconds() * 1_000;
    const first = plainOf(start);
    changes.push({ at: first, offsetMs });
    const rule = observance.getFirstPropertyValue("rrule");
    if (!(rule instanceof ICAL.Recur)) continue;
    const until = rule.until ? plainOf(rule.until) : null;
    const dates = datesOf(rule, first, until, utc.wallOf(from - aYear), utc.wallOf(to + aYear), 50, left);
    changes.push(...dates.map((at) => ({ at, offsetMs })));
  }
  const inOrder = changes.toSorted((a, b) => Temporal.PlainDateTime.compare(a.at, b.at));
  const [earliest] = inOrder;
  if (!earliest) return null;
  const offsetAt = (wall: Temporal.PlainDateTime): number =>
    (inOrder.findLast(({ at }) => Temporal.PlainDateTime.compare(at, wall) <= 0) ?? earliest).offsetMs;
  return {
    name: null,
    instantOf: (wall) => utc.instantOf(wall) - offsetAt(wall),
    // The offset is known by wall-clock time; the one of a moment ago is right but in the hour of a change.
    wallOf: (at) => utc.wallOf(at + offsetAt(utc.wallOf(at + offsetAt(utc.wallOf(at))))),
  };
}
