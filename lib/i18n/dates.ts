import { daysBetween } from "@/lib/domain/civil-time.ts";
import type { Day, Instant, TimeOfDay } from "@/lib/domain/envelope.ts";

/** Days, times and spans in words, in the browser's language. Near things are relative, far ones dated. */

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(undefined, options);
  formats.set(key, known);
  return known;
}

const short = new Intl.RelativeTimeFormat(undefined, { numeric: "auto", style: "short" });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });

/** A day as UTC midnight, since a calendar day has no zone. */
function utc(on: Day): Date {
  return new Date(`${on}T00:00:00Z`);
}

/** "Tuesday 24 November". */
export function longDay(on: Day): string {
  return format({ weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(utc(on));
}

/** "3 December 2026": in a document that is read for years. */
export function plainDay(on: Day): string {
  return format({ day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(utc(on));
}

/** "3 December", with the year where it is another one than today's. */
export function dayAndMonth(on: Day, today: Day): string {
  if (on.slice(0, 4) !== today.slice(0, 4)) return plainDay(on);
  return format({ day: "numeric", month: "long", timeZone: "UTC" }).format(utc(on));
}

/** "Dec" */
export function monthName(on: Day): string {
  return format({ month: "short", timeZone: "UTC" }).format(utc(on));
}

/** "Thu 3 Dec", with the year where it is another one than today's. */
export function shortDay(on: Day, today: Day): string {
  const sameYear = on.slice(0, 4) === today.slice(0, 4);
  return format({
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
    timeZone: "UTC",
  }).format(utc(on));
}

function weekday(on: Day): string {
  return format({ weekday: "short", timeZone: "UTC" }).format(utc(on));
}

/** "Monday" for 1 to "Sunday" for 7. */
export function weekdayName(day: number): string {
  // A Monday and the days after it.
  return format({ weekday: "long", timeZone: "UTC" }).format(Date.UTC(2026, 0, 4 + day));
}

/** "today", "tomorrow", "Fri 27", then "Thu 3 Dec". */
export function nearDay(on: Day, today: Day): string {
  const days = daysBetween(today, on);
  if (Math.abs(days) <= 1) return relative.format(days, "day");
  // Put together by hand: some languages would say "20 Fri".
  if (Math.abs(days) < 7)
    return `${weekday(on)} ${format({ day: "numeric", timeZone: "UTC" }).format(utc(on))}`;
  return shortDay(on, today);
}

/** "in 9 days", "4 days ago". */
export function inDays(on: Day, today: Day): string {
  const days = daysBetween(today, on);
  return Math.abs(days) < 21 ? relative.format(days, "day") : relative.format(Math.round(days / 7), "week");
}

/** "in 38 min", "in 2 hr", "in 3 days"; minutes are rounded up, so that "in 0 min" is never said of the future. */
export function untilInstant(at: Instant, now: Instant): string {
  const minutes = Math.ceil((at - now) / 60_000);
  const [amount, unit] =
    Math.abs(minutes) < 60
      ? ([minutes, "minute"] as const)
      : Math.abs(minutes) < 36 * 60
        ? ([Math.round(minutes / 60), "hour"] as const)
        : ([Math.round(minutes / 1_440), "day"] as const);
  // "in 38 min." is how American English abbreviates; a label carries no full stop.
  return short.format(amount, unit).replace(/\.$/, "");
}

/** A time of day as the language writes it: "15:00" or "3:00 PM". */
export function clockTime(time: TimeOfDay): string {
  return format({ hour: "numeric", minute: "2-digit", timeZone: "UTC" }).format(
    new Date(`1970-01-01T${time}:00Z`),
  );
}

/** The time of an instant, to the second: for "Saved 15:18:24". */
export function clockOf(at: Instant): string {
  return format({ hour: "numeric", minute: "2-digit", second: "2-digit" }).format(at);
}

/** The time of an instant: "14:20". */
export function clockMinute(at: Instant): string {
  return format({ hour: "numeric", minute: "2-digit" }).format(at);
}

/** The calendar day of an instant: "Thu 3 Dec". */
export function dayOfInstant(at: Instant): string {
  return format({ weekday: "short", day: "numeric", month: "short" }).format(at);
}

/** "18:26", "1:04:09". */
export function elapsed(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${two(minutes)}:${two(rest)}`;
}
