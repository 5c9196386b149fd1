import type { Day } from "./envelope.ts";
import type { Milestone } from "./milestone.ts";

/**
 * The milestone to look at next: the earliest that is due today or later, else the one whose date passed last, else
 * the first without a date. What is past its date stands among the due things already.
 */
export function nextMilestone<
  M extends Pick<Milestone, "id" | "status" | "dueOn" | "order" | "deletedAt" | "owner">,
>(milestones: readonly M[], today: Day): M | undefined {
  const open = milestones.filter((milestone) => milestone.status === "open" && !milestone.deletedAt);
  const dated = open
    .filter((milestone) => milestone.dueOn)
    .toSorted((a, b) => compare(a.dueOn ?? "", b.dueOn ?? "") || a.order - b.order || compare(a.id, b.id));
  return (
    dated.find((milestone) => (milestone.dueOn ?? "") >= today) ??
    dated.at(-1) ??
    open.toSorted((a, b) => a.order - b.order || compare(a.id, b.id))[0]
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
