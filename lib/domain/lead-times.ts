import { addDays, instantOf } from "./civil-time.ts";
import type { Day, Instant, TimeOfDay } from "./envelope.ts";

const dayMinutes = 1_440;
const minuteMs = 60_000;

/**
 * The instant `lead` minutes before a civil time (after it where negative). Whole days are days of the calendar: "a day
 * before 15:00" is 15:00 on the day before, also where the clocks change in between.
 */
export function leadBefore(on: Day, time: TimeOfDay, lead: number, timeZone: string): Instant {
  const days = Math.trunc(lead / dayMinutes);
  const minutes = lead - days * dayMinutes;
  return instantOf(days === 0 ? on : addDays(on, -days), time, timeZone) - minutes * minuteMs;
}

/** The times that leads lead to, in order, each worth announcing until the next one comes, the last until `untilAt`. */
export function leadTimes(
  leads: readonly number[],
  atOf: (lead: number) => Instant,
  untilAt: Instant,
): { lead: number; at: Instant; untilAt: Instant }[] {
  const times = [...new Set(leads)].map((lead) => ({ lead, at: atOf(lead) })).toSorted((a, b) => a.at - b.at);
  return times.map((each, index) => ({ ...each, untilAt: times[index + 1]?.at ?? untilAt }));
}
