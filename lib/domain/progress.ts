import type { Day } from "./envelope.ts";
import type { Goal } from "./goal.ts";
import { type Milestone } from "./milestone.ts";
import { type Phase, phases } from "./vocabulary.ts";

export interface GoalProgress {
  reached: number;
  /** Milestones that count: all but the dropped ones. */
  total: number;
  /** 0 to 1: milestones reached, each counting the same. 1 for a goal that was reached, 0 for one without milestones. */
  fraction: number;
  /** The phase of the next open milestone; `mastery` when all are reached, `null` without any. */
  phase: Phase | null;
  /**
   * Where the goal stands on a trail whose quarters are the four phases, 0 to 1: at the start of its phase, and on by
   * the share of that phase's milestones that are reached. What was reached ahead of its phase does not count yet.
   */
  walked: number;
  /** Open milestones whose date has passed. */
  late: number;
}

/** Progress of a goal, computed from its milestones. Rule: reached ÷ all that were not dropped. */
export function goalProgress(
  goal: Pick<Goal, "status">,
  milestones: readonly Pick<Milestone, "status" | "phase" | "dueOn" | "order">[],
  today: Day,
): GoalProgress {
  const counted = milestones.filter((milestone) => milestone.status !== "dropped");
  const reached = counted.filter((milestone) => milestone.status === "reached").length;
  const open = counted.filter((milestone) => milestone.status === "open");
  const next = open.toSorted(
    (a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase) || a.order - b.order,
  )[0];
  const fraction = goal.status === "reached" ? 1 : counted.length === 0 ? 0 : reached / counted.length;
  return {
    reached,
    total: counted.length,
    fraction,
    phase: next?.phase ?? (counted.length > 0 ? "mastery" : null),
    walked: goal.status === "reached" ? 1 : walkedOf(counted, next?.phase),
    late: open.filter((milestone) => milestone.dueOn && milestone.dueOn < today).length,
  };
}

function walkedOf(
  milestones: readonly Pick<Milestone, "status" | "phase">[],
  phase: Phase | undefined,
): number {
  if (!phase) return milestones.length > 0 ? 1 : 0;
  const inPhase = milestones.filter((milestone) => milestone.phase === phase);
  const reached = inPhase.filter((milestone) => milestone.status === "reached").length;
  return (phases.indexOf(phase) + reached / inPhase.length) / phases.length;
}
