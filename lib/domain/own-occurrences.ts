import { addDays, addMonths, dayOf, daysBetween, instantOf, isTimeZone } from "./civil-time.ts";
import type { Day, Instant, TimeOfDay } from "./envelope.ts";
import { leadBefore } from "./lead-times.ts";
import type { Occurrence } from "./occurrence.ts";
import type { Reminder } from "./reminder.ts";

/** What a reminder is about: whether it still matters, and the civil time that it stands before. */
export interface About {
  live: boolean;
  moment: { on: Day; time: TimeOfDay; timeZone: string | null } | null;
}

/** It waits until somebody answers it; the ledger remembers for longer. */
const staysMs = 390 * 86_400_000;
/** So many of one that comes again are looked at ahead. */
const ahead = 5;

/** The occurrences of a reminder that the person asked for. */
export function ownOccurrences(
  reminder: Reminder,
  about: About | null,
  timeZone: string,
  now: Instant,
): Occurrence[] {
  if (reminder.deletedAt || reminder.status === "done" || about?.live === false) return [];
  const times = timesOf(reminder, about, timeZone, now);
  const { snoozedUntilAt } = reminder;
  const kept = snoozedUntilAt
    ? [
        { at: snoozedUntilAt, name: `snoozed-${snoozedUntilAt}` },
        ...times.filter(({ at }) => at > snoozedUntilAt),
      ]
    : times;
  return kept.map(({ at, name }, index) => ({
    kind: "own",
    recordId: reminder.id,
    occurrence: name,
    at,
    untilAt: kept[index + 1]?.at ?? at + staysMs,
    mentorshipId: reminder.mentorshipId ?? null,
    ...(reminder.beforeMinutes == null ? {} : { lead: reminder.beforeMinutes }),
    ...(reminder.urgent ? { urgent: true } : {}),
  }));
}

function timesOf(
  reminder: Reminder,
  about: About | null,
  timeZone: string,
  now: Instant,
): { at: Instant; name: string }[] {
  const { beforeMinutes, on, time, every, unit } = reminder;
  if (beforeMinutes != null) {
    const moment = about?.moment;
    if (!moment) return [];
    const at = leadBefore(moment.on, moment.time, beforeMinutes, moment.timeZone ?? timeZone);
    return [{ at, name: `own-${moment.on}T${moment.time}-${beforeMinutes}` }];
  }
  if (!on || !time) return [];
  const zone = reminder.timeZone && isTimeZone(reminder.timeZone) ? reminder.timeZone : timeZone;
  const occurrence = (day: Day) => ({ at: instantOf(day, time, zone), name: `own-${day}T${time}` });
  if (!every || !unit) return [occurrence(on)];
  const step = (n: number): Day =>
    unit === "month" ? addMonths(on, n * every) : addDays(on, n * every * (unit === "week" ? 7 : 1));
  const today = dayOf(now, zone);
  const stepDays = every * { day: 1, week: 7, month: 31 }[unit];
  // The last that came, and some that are coming; earlier ones have given way to it.
  let n = Math.max(0, Math.floor(daysBetween(on, today) / stepDays) - 1);
  while (occurrence(step(n + 1)).at <= now) n += 1;
  const doneThroughAt = reminder.doneThroughAt ?? -1;
  return Array.from({ length: ahead + 1 }, (_, index) => occurrence(step(n + index))).filter(
    ({ at }) => at > doneThroughAt,
  );
}
