import * as z from "zod/mini";
import { daysBetween } from "./civil-time.ts";
import { Day, Id } from "./envelope.ts";
import type { Milestone } from "./milestone.ts";
import { dayNumber } from "./roadmap-time.ts";

/** Of a baseline only what the picture needs; whatever else is in it, and what cannot be read, is left alone. */
const BaselineMilestone = z.object({
  id: Id,
  goalId: Id,
  title: z.string(),
  dueOn: z.optional(z.nullable(Day)),
  status: z.optional(z.string()),
});
export type BaselineMilestone = z.infer<typeof BaselineMilestone>;
const Baseline = z.object({ milestones: z.array(z.unknown()) });

/** The milestones of an agreed plan, as `agreements.baseline` keeps them; `null` where there is none that can be read. */
export function baselineMilestones(json: string | null | undefined): BaselineMilestone[] | null {
  if (!json) return null;
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    // Cut off, or from something else: there is no plan in it to show.
    return null;
  }
  const read = Baseline.safeParse(raw);
  if (!read.success) return null;
  return read.data.milestones.flatMap((row) => {
    const milestone = BaselineMilestone.safeParse(row);
    return milestone.success ? [milestone.data] : [];
  });
}

/** What became of a milestone since the plan was agreed. */
export type GhostChange = "same" | "moved" | "dropped" | "added";

export interface Ghost {
  id: Id;
  goalId: Id;
  title: string;
  change: GhostChange;
  /** Its date then; `null` for what was added since. */
  was: Day | null;
  /** Its date now; `null` for what is gone, or has no date any more. */
  is: Day | null;
  /** Days later than planned; negative for earlier. */
  days: number;
  wasAt: number | null;
}

/** Then and now, milestone by milestone, in the order of the plan. What had no date then and has none now is left out. */
export function ghostsOf(
  baseline: readonly BaselineMilestone[],
  milestones: readonly Pick<Milestone, "id" | "goalId" | "title" | "dueOn" | "status">[],
): Ghost[] {
  const present = new Map(milestones.map((milestone) => [milestone.id, milestone]));
  const planned = new Set(baseline.map(({ id }) => id));
  const kept = baseline.flatMap((then): Ghost[] => {
    const now = present.get(then.id);
    const gone = !now || now.status === "dropped";
    const was = then.dueOn ?? null;
    const is = gone ? null : (now.dueOn ?? null);
    if (!was && !gone) return [];
    const days = was && is ? daysBetween(was, is) : 0;
    return [
      {
        id: then.id,
        goalId: now?.goalId ?? then.goalId,
        title: now?.title ?? then.title,
        change: gone ? "dropped" : days === 0 && is ? "same" : "moved",
        was,
        is,
        days,
        wasAt: was ? dayNumber(was) : null,
      },
    ];
  });
  const added = milestones
    .filter(({ id, status }) => !planned.has(id) && status !== "dropped")
    .map(({ id, goalId, title, dueOn }): Ghost => ({
      id,
      goalId,
      title,
      change: "added",
      was: null,
      is: dueOn ?? null,
      days: 0,
      wasAt: null,
    }));
  return [...kept, ...added];
}
