import type { Day } from "./envelope.ts";
import type { Goal } from "./goal.ts";
import type { Horizon } from "./vocabulary.ts";

/** How far the lanes reach, in months from today. */
export const shortMonths = 6;
export const mediumMonths = 24;

/**
 * The one lane that a goal is in: the one that was chosen, else by its date. What is due within half a year is short,
 * within two years medium, later long; without a date it stands in the middle.
 */
export function horizonOf(goal: Pick<Goal, "horizon" | "dueOn">, today: Day): Horizon {
  if (goal.horizon) return goal.horizon;
  if (!goal.dueOn) return "medium";
  const until = (months: number): Day => Temporal.PlainDate.from(today).add({ months }).toString();
  if (goal.dueOn <= until(shortMonths)) return "short";
  return goal.dueOn <= until(mediumMonths) ? "medium" : "long";
}
