import { Pencil, Plus, Table, Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsView, MetricView } from "@/lib/state/goals-view.ts";
import { MeasurementForm } from "./measurement-form.tsx";
import { MeasurementTable } from "./measurement-table.tsx";
import { MetricChart } from "./metric-chart.tsx";
import { MetricForm } from "./metric-form.tsx";
import { targetWords, valueOf } from "./metric-words.ts";

/** One metric: its latest value as it is, its way as a small chart, all its values as a table. */
export function MetricItem({ view, page, model }: { view: MetricView; page: GoalsView; model: GoalsModel }) {
  const { metric, last, percent, values } = view;
  const [form, setForm] = useState<"edit" | "value" | null>(null);
  const [table, setTable] = useState(false);
  const place = useReturnFocus<HTMLDivElement>(form !== null);
  if (form === "edit") {
    return (
      <div ref={place} class="metric">
        <MetricForm
          label={i18n.t("goalPlan.metric.edit", [metric.name])}
          metric={metric}
          draft={`${metric.id}.edit`}
          onSave={(fields) => model.metrics.edit(metric.id, fields)}
          onClose={() => setForm(null)}
          extra={
            <>
              <HistoryLink table="metrics" id={metric.id} title={metric.name} />
              <button
                type="button"
                class="btn sm quiet danger push"
                aria-label={i18n.t("goals.remove", [metric.name])}
                onClick={() => void model.metrics.remove(metric)}
              >
                <Icon of={Trash2} size="sm" />
                {i18n.t("common.remove")}
              </button>
            </>
          }
        />
      </div>
    );
  }
  return (
    <div ref={place} class="metric">
      <div class="metric-head">
        <p class="strong break">{metric.name}</p>
        <p class="num metric-now">
          {last ? valueOf(last.value, metric.unit) : i18n.t("goalPlan.there.noValue")}
        </p>
        <p class="meta num">
          {targetWords(metric, page.today)}
          {percent !== null && `, ${i18n.t("goalPlan.metric.way", [String(percent)])}`}
        </p>
      </div>
      <MetricChart view={view} today={page.today} />
      {table && <MeasurementTable view={view} page={page} model={model} />}
      {form === "value" && (
        <MeasurementForm
          label={i18n.t("goalPlan.metric.addValueTo", [metric.name])}
          unit={metric.unit}
          today={page.today}
          draft={`${metric.id}.value`}
          onSave={(fields) => model.metrics.addValue(metric.id, fields)}
          onClose={() => setForm(null)}
        />
      )}
      {form === null && (
        <div class="btns metric-acts">
          <button
            type="button"
            class="btn sm"
            aria-label={i18n.t("goalPlan.metric.addValueTo", [metric.name])}
            data-return
            onClick={() => setForm("value")}
          >
            <Icon of={Plus} size="sm" />
            {i18n.t("goalPlan.metric.addValue")}
          </button>
          {values.length > 0 && (
            <button
              type="button"
              class="btn sm quiet"
              aria-expanded={table}
              aria-label={i18n.t("goalPlan.metric.tableOf", [metric.name])}
              onClick={() => setTable(!table)}
            >
              <Icon of={Table} size="sm" />
              {i18n.t("goalPlan.metric.table")}
            </button>
          )}
          <button
            type="button"
            class="btn sm quiet"
            aria-label={i18n.t("goalPlan.metric.edit", [metric.name])}
            onClick={() => setForm("edit")}
          >
            <Icon of={Pencil} size="sm" />
            {i18n.t("goals.edit")}
          </button>
        </div>
      )}
    </div>
  );
}
