import { addDays, dayOf, instantOf, timeOf } from "@/lib/domain/civil-time.ts";
import type { Day, Instant, TimeOfDay } from "@/lib/domain/envelope.ts";

/** The story is told in days from today, so that it is alive whenever somebody looks at it. */
export interface SampleClock {
  now: Instant;
  timeZone: string;
  /** The calendar day `days` after today; negative for the past. */
  on: (days: number) => Day;
  /** The instant at which it is `time` on that day. */
  at: (days: number, time: TimeOfDay) => Instant;
}

export function sampleClock(now: Instant, timeZone: string): SampleClock {
  const today = dayOf(now, timeZone);
  const on = (days: number): Day => addDays(today, days);
  return { now, timeZone, on, at: (days, time) => instantOf(on(days), time, timeZone) };
}

const fiveMinutesMs = 5 * 60_000;

/** When the next meeting starts: a round time about 40 minutes from now. */
export function soonFrom({ now, timeZone }: SampleClock): { startsOn: Day; startsTime: TimeOfDay } {
  const startsAt = Math.round((now + 40 * 60_000) / fiveMinutesMs) * fiveMinutesMs;
  const soon = { startsOn: dayOf(startsAt, timeZone), startsTime: timeOf(startsAt, timeZone) };
  if (instantOf(soon.startsOn, soon.startsTime, timeZone) === startsAt) return soon;
  // In the hour that a clock change repeats, a civil time means its first passing: take the hour after.
  const later = startsAt + 3_600_000;
  return { startsOn: dayOf(later, timeZone), startsTime: timeOf(later, timeZone) };
}
