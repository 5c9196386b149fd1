import type { Day, Instant, TimeOfDay } from "./envelope.ts";

/** The calendar day that it is at `now` in `timeZone`. */
export function dayOf(now: Instant, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The wall-clock time, `HH:MM`, that it is at `now` in `timeZone`. */
export function timeOf(now: Instant, timeZone: string): TimeOfDay {
  const time = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainTime();
  return time.toString({ smallestUnit: "minute" });
}

/**
 * The instant of a wall-clock time. A time that a clock change skips is read as the later one, a time that happens
 * twice as the first one ("compatible" in Temporal). A zone that this browser does not know, from a newer one, is read
 * as UTC: one record must not take the others out of sight.
 */
export function instantOf(on: Day, time: TimeOfDay, timeZone: string): Instant {
  const local = Temporal.PlainDateTime.from(`${on}T${time}`);
  const at = (zone: string): Instant =>
    local.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
  try {
    return at(timeZone);
  } catch (error) {
    if (isTimeZone(timeZone)) throw error;
    return at("UTC");
  }
}

/** The first instant of a calendar day in `timeZone`. */
export function startOfDay(on: Day, timeZone: string): Instant {
  return Temporal.PlainDate.from(on).toZonedDateTime(timeZone).epochMilliseconds;
}

/** `days` may be negative. */
export function addDays(on: Day, days: number): Day {
  return withinFourDigits(Temporal.PlainDate.from(on).add({ days }));
}

/** The same day of another month, or its last one where that month is shorter. */
export function addMonths(on: Day, months: number): Day {
  return withinFourDigits(Temporal.PlainDate.from(on).add({ months }));
}

/** A date field takes years up to 9999, and a day is written with four digits: what lies beyond is the last one. */
function withinFourDigits(date: Temporal.PlainDate): Day {
  return date.year > 9_999 ? "9999-12-31" : date.year < 1 ? "0001-01-01" : date.toString();
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(on: Day): number {
  return Temporal.PlainDate.from(on).dayOfWeek;
}

/** The last millisecond of the week that `now` lies in, which begins on Monday. */
export function endOfWeek(now: Instant, timeZone: string): Instant {
  const today = dayOf(now, timeZone);
  return startOfDay(addDays(today, 8 - weekdayOf(today)), timeZone) - 1;
}

/** True for a `YYYY-MM-DD` that exists. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  try {
    Temporal.PlainDate.from(value, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

/** True for an `HH:MM` of a 24-hour day. */
export function isTimeOfDay(value: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

/** True for a zone that this browser knows. */
export function isTimeZone(value: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value);
    return true;
  } catch {
    return false;
  }
}
