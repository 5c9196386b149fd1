import type { Day } from "./envelope.ts";
import type { Meeting } from "./meeting.ts";
import type { Cadence, Mentorship } from "./mentorship.ts";

/** Offered where nothing was agreed. */
export const usualCadence: Cadence = { every: 2, unit: "week" };
const usualMinutes = 45;

/**
 * The next meeting as the two agreed: the first day of their rhythm after `after`, counted from the last meeting, and
 * the length in minutes.
 */
export function nextByAgreement(
  mentorship: Pick<Mentorship, "cadence" | "meetingMinutes">,
  last: Pick<Meeting, "startsOn" | "plannedMinutes"> | undefined,
  after: Day,
): { on: Day; minutes: number } {
  return {
    on: nextByCadence(last?.startsOn ?? after, mentorship.cadence ?? usualCadence, after),
    minutes: mentorship.meetingMinutes ?? last?.plannedMinutes ?? usualMinutes,
  };
}

/**
 * The first day after `after` in the row `anchor`, `anchor` + 1 step, `anchor` + 2 steps … Months are counted from the
 * anchor, so the 31st falls on a month's last day where it is shorter and is the 31st again afterwards.
 */
export function nextByCadence(anchor: Day, cadence: Cadence, after: Day): Day {
  const first = Temporal.PlainDate.from(anchor);
  const limit = Temporal.PlainDate.from(after);
  const step = (n: number): Temporal.PlainDate =>
    first.add(cadence.unit === "week" ? { weeks: n * cadence.every } : { months: n * cadence.every });
  const span = first.until(limit, { largestUnit: cadence.unit === "week" ? "weeks" : "months" });
  let n = Math.max(0, Math.floor((cadence.unit === "week" ? span.weeks : span.months) / cadence.every) - 1);
  while (Temporal.PlainDate.compare(step(n), limit) <= 0) n += 1;
  return step(n).toString();
}
