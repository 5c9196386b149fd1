import type { Goal } from "./goal.ts";
import type { Metric } from "./metric.ts";
import { metricPercent } from "./metric-progress.ts";
import type { GoalProgress } from "./progress.ts";
import type { ProgressSource } from "./vocabulary.ts";

/** A metric with the latest of its values. */
export interface MeasuredMetric {
  metric: Pick<Metric, "name" | "direction" | "baseline" | "target">;
  latest: number | null;
}

export interface ShownProgress {
  by: ProgressSource;
  /** 0 to 100; `null` where there is nothing to compute it from. */
  percent: number | null;
  /** What the person says about it; of progress by hand alone. */
  note: string;
  /** The metric that it is taken from. */
  metricName: string;
}

/**
 * The progress of a goal, from where the person wants it: milestones reached, the way of the first metric that has a
 * baseline and a target, or a number given by hand. Milestones unless chosen otherwise. A goal that was reached is at 100.
 */
export function shownProgress(
  goal: Pick<Goal, "status" | "progressBy" | "progressPercent" | "progressNote">,
  walk: Pick<GoalProgress, "fraction" | "total">,
  metrics: readonly MeasuredMetric[],
): ShownProgress {
  const by = goal.progressBy ?? "milestones";
  const measured = metrics.find(
    ({ metric }) => typeof metric.baseline === "number" && typeof metric.target === "number",
  );
  const percents: Record<ProgressSource, number | null> = {
    milestones: walk.total > 0 ? Math.round(walk.fraction * 100) : null,
    metric: measured ? metricPercent(measured.metric, measured.latest) : null,
    hand: goal.progressPercent ?? null,
  };
  return {
    by,
    percent: goal.status === "reached" ? 100 : percents[by],
    note: by === "hand" ? (goal.progressNote ?? "") : "",
    metricName: by === "metric" ? (measured?.metric.name ?? "") : "",
  };
}
