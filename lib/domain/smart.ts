import type { Goal } from "./goal.ts";
import type { Metric } from "./metric.ts";
import type { Milestone } from "./milestone.ts";

export const smartLetters = ["specific", "measurable", "attainable", "relevant", "timeBound"] as const;
export type SmartLetter = (typeof smartLetters)[number];

/** The field that an open letter leads to. */
export const smartFields = {
  specific: "outcome",
  measurable: "measure",
  attainable: "strategy",
  relevant: "why",
  timeBound: "dueOn",
} as const satisfies Record<SmartLetter, keyof Goal>;

export interface SmartLight {
  letter: SmartLetter;
  filled: boolean;
}

/** A title of so many words says what is meant. */
const tellingWords = 4;

/**
 * The five letters of a goal, each filled or open. They look at what is there, never at how well it is said:
 * specific with an outcome, or a title of four words or more; measurable with a measure in words, or a metric with a
 * target; attainable with the mentor's view of it, a strategy or a step; relevant with a reason; time-bound with a date.
 * @param milestones those of the goal
 * @param metrics those of the goal
 */
export function smartLights(
  goal: Pick<Goal, "title" | "outcome" | "measure" | "realism" | "strategy" | "why" | "dueOn">,
  milestones: readonly Pick<Milestone, "status">[],
  metrics: readonly Pick<Metric, "target">[],
): SmartLight[] {
  const filled: Record<SmartLetter, boolean> = {
    specific: says(goal.outcome) || goal.title.trim().split(/\s+/u).length >= tellingWords,
    measurable: isMeasured(goal, metrics),
    attainable:
      Boolean(goal.realism) ||
      says(goal.strategy) ||
      milestones.some((milestone) => milestone.status !== "dropped"),
    relevant: says(goal.why),
    timeBound: Boolean(goal.dueOn),
  };
  return smartLetters.map((letter) => ({ letter, filled: filled[letter] }));
}

/** A measure in words, or a metric with a target. */
export function isMeasured(goal: Pick<Goal, "measure">, metrics: readonly Pick<Metric, "target">[]): boolean {
  return says(goal.measure) || metrics.some((metric) => typeof metric.target === "number");
}

function says(text: string | null | undefined): boolean {
  return Boolean(text?.trim());
}
