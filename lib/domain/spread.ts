import { addDays, daysBetween } from "./civil-time.ts";
import type { Day, Id } from "./envelope.ts";
import type { Milestone } from "./milestone.ts";

export const spreadUnits = ["day", "week", "month"] as const;
export type SpreadUnit = (typeof spreadUnits)[number];

/** A regular interval: every second week, every third month. */
export interface SpreadInterval {
  every: number;
  unit: SpreadUnit;
}

/**
 * Days at a regular interval, the first of them `firstOn`. Each is counted from the first, so a month that is too short
 * for its day ends on its last day and the next one has the day again: 31 Jan, 28 Feb, 31 Mar.
 */
export function spreadDays(firstOn: Day, count: number, { every, unit }: SpreadInterval): Day[] {
  const first = Temporal.PlainDate.from(firstOn);
  return Array.from({ length: count }, (_, n) => first.add({ [`${unit}s`]: n * every }).toString());
}

/** A milestone and the day that it moves to. */
export interface MovedMilestone {
  id: Id;
  dueOn: Day;
}

type Dated = Pick<Milestone, "id" | "status" | "dueOn">;

/** Open milestones with a date, each moved by the same number of days; negative is earlier. What is reached stays. */
export function shiftedMilestones(milestones: readonly Dated[], days: number): MovedMilestone[] {
  return milestones.flatMap(({ id, status, dueOn }) =>
    status === "open" && dueOn ? [{ id, dueOn: addDays(dueOn, days) }] : [],
  );
}

/** By how many days a start moved; 0 where it had none before or has none now. */
export function startMovedBy(before: Day | null | undefined, after: Day | null | undefined): number {
  return before && after ? daysBetween(before, after) : 0;
}
