import { daysBetween } from "./civil-time.ts";
import type { Day, Id } from "./envelope.ts";
import type { Measurement } from "./measurement.ts";
import type { Metric } from "./metric.ts";

/** Room above and below what is drawn, in percent of its height. */
const edge = 12;

export interface MetricChart {
  /** In percent of the plot: x from its start, y from its top. */
  points: { id: Id; x: number; y: number }[];
  baselineY: number | null;
  targetY: number | null;
  fromOn: Day;
  toOn: Day;
}

/**
 * Where the values of a metric stand in a plot: by day across, by value up. Baseline and target are always in sight.
 * @param values in the order of their days
 * @returns `null` without a value
 */
export function chartOf(
  { baseline, target }: Pick<Metric, "baseline" | "target">,
  values: readonly Pick<Measurement, "id" | "on" | "value">[],
): MetricChart | null {
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last) return null;
  const shown = [...values.map(({ value }) => value), baseline, target].filter(
    (value) => typeof value === "number",
  );
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  const days = daysBetween(first.on, last.on);
  const yOf = (value: number): number =>
    high === low ? 50 : edge + ((high - value) / (high - low)) * (100 - 2 * edge);
  return {
    points: values.map(({ id, on, value }) => ({
      id,
      // A single day stands at the end: it is where the way has come to.
      x: days === 0 ? 100 : (daysBetween(first.on, on) / days) * 100,
      y: yOf(value),
    })),
    baselineY: typeof baseline === "number" ? yOf(baseline) : null,
    targetY: typeof target === "number" ? yOf(target) : null,
    fromOn: first.on,
    toOn: last.on,
  };
}
