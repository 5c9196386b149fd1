import type { CalendarProblem } from "./calendar-event.ts";
import type { Instant } from "./envelope.ts";

const minuteMs = 60_000;
/** A calendar is asked for at most so often. */
const everyMs = 30 * minuteMs;
const longestMs = 12 * 60 * minuteMs;

/**
 * When a calendar is asked for next: half an hour after it was read, later and later while it fails, and not before its
 * server says. Where the person has to do something first, only twice a day.
 * @param failures how often it failed in a row, this time included; 0 if it was read
 * @param retryAfterMs what the server asked for
 */
export function nextReadAt(
  now: Instant,
  failures: number,
  problem: CalendarProblem | null,
  retryAfterMs: number | null,
): Instant {
  if (failures === 0) return now + everyMs;
  const needsPerson =
    problem !== null && ["notAllowed", "refused", "gone", "loginPage", "notCalendar"].includes(problem);
  const backOffMs = needsPerson ? longestMs : Math.min(longestMs, everyMs * 2 ** Math.min(failures - 1, 10));
  return now + Math.max(backOffMs, Math.min(longestMs * 2, retryAfterMs ?? 0));
}

/**
 * What `Retry-After` asks for: seconds, or a date.
 * @returns ms from now; `null` for none, or one that cannot be understood
 */
export function retryAfterOf(header: string | null, now: Instant): number | null {
  if (!header) return null;
  if (/^\d{1,9}$/u.test(header.trim())) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
