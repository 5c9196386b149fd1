import type { Goal } from "./goal.ts";

export const goalSorts = ["own", "priority", "date"] as const;
export type GoalSort = (typeof goalSorts)[number];

/** Goals in their own order, by priority (5 first, without one last) or by date (without one last). */
export function sortedGoals<G extends Pick<Goal, "id" | "order" | "priority" | "dueOn">>(
  goals: readonly G[],
  sort: GoalSort,
): G[] {
  const own = (a: G, b: G): number => a.order - b.order || (a.id < b.id ? -1 : 1);
  if (sort === "priority")
    return goals.toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0) || own(a, b));
  if (sort === "date") {
    const day = (goal: G): string => goal.dueOn ?? "9999";
    return goals.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : own(a, b)));
  }
  return goals.toSorted(own);
}
