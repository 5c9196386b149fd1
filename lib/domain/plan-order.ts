import type { Day, Id } from "./envelope.ts";
import type { Milestone } from "./milestone.ts";
import { type Phase, phases } from "./vocabulary.ts";

type Ranked = Pick<Milestone, "id" | "status" | "phase" | "dueOn" | "order" | "reachedAt">;

const ranks = { reached: 0, open: 1, dropped: 2 };

/** The steps of a plan as the person put them: by phase, what is reached first, then in their own order. */
export function inPlanOrder<M extends Omit<Ranked, "dueOn">>(milestones: readonly M[]): M[] {
  return milestones.toSorted(
    (a, b) =>
      phases.indexOf(a.phase) - phases.indexOf(b.phase) ||
      ranks[a.status] - ranks[b.status] ||
      (a.reachedAt ?? 0) - (b.reachedAt ?? 0) ||
      a.order - b.order ||
      (a.id < b.id ? -1 : 1),
  );
}

/** A row and its new rank. */
export interface Placed {
  id: Id;
  order: number;
}

/**
 * The ranks that put a row at a place among others. One row is written, halfway between its neighbours, unless there is
 * no number left between them.
 * @param others in their order, without the row
 * @param at index that the row is to have
 */
export function placeAt(others: readonly Placed[], id: Id, at: number): Placed[] {
  const index = Math.min(Math.max(0, at), others.length);
  const before = others[index - 1]?.order;
  const after = others[index]?.order;
  const order =
    before === undefined
      ? (after ?? 1) - 1
      : after === undefined
        ? before + 1
        : before + (after - before) / 2;
  if ((before === undefined || order > before) && (after === undefined || order < after)) {
    return [{ id, order }];
  }
  return others.toSpliced(index, 0, { id, order }).map((row, rank) => ({ id: row.id, order: rank }));
}

/** A step without a date comes after those that have one. */
function lastIfUndated({ dueOn }: { dueOn?: Day | null | undefined }): string {
  return dueOn ?? "9999";
}

/** True for steps in order of their dates, those without one last. */
export function isChronological(steps: readonly Pick<Milestone, "dueOn">[]): boolean {
  return steps.every((step, n) => n === 0 || lastIfUndated(steps[n - 1] ?? step) <= lastIfUndated(step));
}

/**
 * Where a step goes by its date: before the first one that is due later. Only in a list that is in order of date; one
 * that the person put in an order of their own keeps it.
 * @param open the other open steps of its phase, in their order
 * @returns an index, or `null` where dates do not tell
 */
export function placeByDate(
  open: readonly Pick<Milestone, "dueOn">[],
  dueOn: Day | null | undefined,
): number | null {
  if (!isChronological(open)) return null;
  const at = open.findIndex((step) => lastIfUndated(step) > lastIfUndated({ dueOn }));
  return at === -1 ? open.length : at;
}

/**
 * One step up or down among the open ones of a plan. Past the end of its phase the step comes into the next one, on the
 * other side of its neighbour.
 * @param plan as {@link inPlanOrder} gives it
 * @param by -1 up, 1 down
 * @returns `null` where there is nothing to pass
 */
export function stepMove(
  plan: readonly Ranked[],
  id: Id,
  by: -1 | 1,
): { phase: Phase; placed: Placed[] } | null {
  const open = plan.filter((step) => step.status === "open");
  const neighbour = open[open.findIndex((step) => step.id === id) + by];
  if (!neighbour || !open.some((step) => step.id === id)) return null;
  return stepPlace(plan, id, { besideId: neighbour.id, after: by === 1 });
}

/** Puts an open step before or after another one, into its phase. */
export function stepPlace(
  plan: readonly Ranked[],
  id: Id,
  to: { besideId: Id; after: boolean },
): { phase: Phase; placed: Placed[] } | null {
  const beside = plan.find((step) => step.id === to.besideId && step.status === "open");
  if (!beside || beside.id === id) return null;
  const others = plan.filter(
    (step) => step.status === "open" && step.phase === beside.phase && step.id !== id,
  );
  const at = others.findIndex((step) => step.id === beside.id) + (to.after ? 1 : 0);
  return { phase: beside.phase, placed: placeAt(others, id, at) };
}
