import { i18n } from "#i18n";
import type { Day } from "@/lib/domain/envelope.ts";
import { chartOf } from "@/lib/domain/metric-chart.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { MetricView } from "@/lib/state/goals-view.ts";
import { targetWords, valueOf } from "./metric-words.ts";

/** The way of a metric as a stretch of trail: solid through its values, dotted the target. All of it in words, too. */
export function MetricChart({ view, today }: { view: MetricView; today: Day }) {
  const { metric, values } = view;
  const chart = chartOf(metric, values);
  if (!chart) return null;
  const words = values.map((each) => `${shortDay(each.on, today)} ${valueOf(each.value, metric.unit)}`);
  return (
    <figure class="metric-chart">
      <div
        class="plot"
        role="img"
        aria-label={i18n.t("goalPlan.metric.chart", [
          metric.name,
          targetWords(metric, today),
          words.join("; "),
        ])}
      >
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {chart.targetY !== null && <path class="target" d={`M0 ${chart.targetY}H100`} />}
          {chart.baselineY !== null && <path class="baseline" d={`M0 ${chart.baselineY}H100`} />}
          <path
            class="way"
            d={chart.points.map(({ x, y }, n) => `${n === 0 ? "M" : "L"}${x} ${y}`).join("")}
          />
        </svg>
        {chart.points.map(({ x, y, id }, n) => (
          <i
            key={id}
            class={n === chart.points.length - 1 ? "dot last" : "dot"}
            style={{ "--x": `${x}%`, "--y": `${y}%` }}
          />
        ))}
        {chart.targetY !== null && typeof metric.target === "number" && (
          <span class="axis" style={{ "--y": `${chart.targetY}%` }} aria-hidden="true">
            {i18n.t("goalPlan.metric.target", [valueOf(metric.target, metric.unit)])}
          </span>
        )}
      </div>
      <figcaption class="meta num" aria-hidden="true">
        <span>{shortDay(chart.fromOn, today)}</span>
        {chart.toOn !== chart.fromOn && <span>{shortDay(chart.toOn, today)}</span>}
      </figcaption>
    </figure>
  );
}
