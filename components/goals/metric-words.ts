import { i18n } from "#i18n";
import type { Day } from "@/lib/domain/envelope.ts";
import type { Metric } from "@/lib/domain/metric.ts";
import { shortDay } from "@/lib/i18n/dates.ts";

/** A value with its unit, as it was taken down. */
export function valueOf(value: number, unit: string): string {
  const number = new Intl.NumberFormat(undefined, { maximumFractionDigits: 6 }).format(value);
  return unit ? i18n.t("goalPlan.metric.value", [number, unit]) : number;
}

/** "from 1 to 6 changes, higher is better, by Fri 29 Jan". */
export function targetWords(
  metric: Pick<Metric, "baseline" | "target" | "targetOn" | "unit" | "direction">,
  today: Day,
): string {
  const { baseline, target, targetOn, unit } = metric;
  const has = (value: number | null | undefined): value is number => typeof value === "number";
  const way =
    has(baseline) && has(target)
      ? i18n.t("goalPlan.metric.fromTo", [valueOf(baseline, ""), valueOf(target, unit)])
      : has(target)
        ? i18n.t("goalPlan.metric.to", [valueOf(target, unit)])
        : i18n.t(`goalPlan.metric.directions.${metric.direction}`);
  return targetOn && has(target) ? `${way} ${i18n.t("goals.by", [shortDay(targetOn, today)])}` : way;
}
