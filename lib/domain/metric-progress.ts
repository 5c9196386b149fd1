import type { Measurement } from "./measurement.ts";
import type { Metric } from "./metric.ts";

type Scale = Pick<Metric, "direction" | "baseline" | "target">;

/** Values of a metric in the order of their days; of the same day the one taken down last comes last. */
export function inOrderOfDay<M extends Pick<Measurement, "on" | "createdAt">>(values: readonly M[]): M[] {
  return values.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.createdAt - b.createdAt));
}

/** The value has come to the target, or beyond it in the better direction. */
export function meetsTarget(
  { direction, target }: Pick<Scale, "direction" | "target">,
  value: number,
): boolean {
  if (typeof target !== "number") return false;
  return direction === "lower" ? value <= target : value >= target;
}

/**
 * How much of the way from baseline to target a value has come, 0 to 100, whichever direction is better. Worse than the
 * baseline is 0, better than the target 100.
 * @returns `null` without a baseline, a target or a value: nothing is made up
 */
export function metricPercent(metric: Scale, value: number | null | undefined): number | null {
  const { baseline, target } = metric;
  if (typeof baseline !== "number" || typeof target !== "number" || typeof value !== "number") return null;
  if (meetsTarget(metric, value)) return 100;
  // A target that the baseline had met already: there is no way between them to be part of.
  if (meetsTarget(metric, baseline)) return 0;
  const fraction = (value - baseline) / (target - baseline);
  return Number.isNaN(fraction) ? null : Math.min(100, Math.max(0, Math.round(fraction * 100)));
}
