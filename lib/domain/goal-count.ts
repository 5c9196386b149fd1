import type { Goal } from "./goal.ts";
import { type GoalKind, goalKinds } from "./vocabulary.ts";

/** As many goals as two people can keep in mind: agreed before the first session, by the book. */
export const fewestGoals = 3;
export const mostGoals = 5;

export type GoalCount = "few" | "right" | "many";

/** Whether there are three to five goals under way. Says so and blocks nothing. */
export function goalCount(open: number): GoalCount {
  return open < fewestGoals ? "few" : open > mostGoals ? "many" : "right";
}

/** How many goals there are of each kind; those without one are not counted. */
export function goalMix(goals: readonly Pick<Goal, "kind">[]): Record<GoalKind, number> {
  const mix: Record<GoalKind, number> = { soft: 0, technical: 0, other: 0 };
  for (const { kind } of goals) if (kind) mix[kind] += 1;
  return mix;
}

/** The kind that all goals are of, where there are two or more and each has one; soft and technical belong together. */
export function onlyKind(goals: readonly Pick<Goal, "kind">[]): GoalKind | null {
  const mix = goalMix(goals);
  return goals.length < 2 ? null : (goalKinds.find((kind) => mix[kind] === goals.length) ?? null);
}
