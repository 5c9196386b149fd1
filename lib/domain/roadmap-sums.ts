import type { Goal } from "./goal.ts";
import type { Lane } from "./roadmap-picture.ts";
import { type GoalKind, goalKinds } from "./vocabulary.ts";

export interface RoadmapSums {
  goals: number;
  reached: number;
  total: number;
  late: number;
}

/** What the picture says as a whole: "4 goals, 11 of 20 milestones reached, 1 past its date". */
export function roadmapSums(lanes: readonly Pick<Lane, "progress">[]): RoadmapSums {
  const sum = (of: (lane: Pick<Lane, "progress">) => number): number =>
    lanes.reduce((all, lane) => all + of(lane), 0);
  return {
    goals: lanes.length,
    reached: sum(({ progress }) => progress.reached),
    total: sum(({ progress }) => progress.total),
    late: sum(({ progress }) => progress.late),
  };
}

export interface KindMix {
  /** How many goals of each kind there are, most first; those that say no kind are left out. */
  kinds: { kind: GoalKind; count: number }[];
  /** Several goals under way are all of this one kind: technical work alone, or soft skills alone. */
  only: Extract<GoalKind, "soft" | "technical"> | null;
}

/** The mix of soft skills and technical work among the goals that are not dropped. */
export function kindMix(goals: readonly Pick<Goal, "kind" | "status">[]): KindMix {
  const shown = goals.filter((goal) => goal.status !== "dropped");
  const kinds = goalKinds
    .map((kind) => ({ kind, count: shown.filter((goal) => goal.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  const [first] = kinds;
  const alone = kinds.length === 1 && first && first.count > 1 && first.count === shown.length;
  return { kinds, only: alone && first.kind !== "other" ? first.kind : null };
}
