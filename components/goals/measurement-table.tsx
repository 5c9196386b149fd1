import { Pencil, Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsView, MetricView } from "@/lib/state/goals-view.ts";
import { MeasurementForm } from "./measurement-form.tsx";
import { valueOf } from "./metric-words.ts";

type Value = MetricView["values"][number];

/** All values of a metric, the latest first, each with its day and its note. */
export function MeasurementTable({
  view,
  page,
  model,
}: {
  view: MetricView;
  page: GoalsView;
  model: GoalsModel;
}) {
  const { metric, values } = view;
  const [edited, setEdited] = useState<Value | null>(null);
  const place = useReturnFocus<HTMLDivElement>(edited !== null);
  const nameOf = (value: Value): string =>
    `${valueOf(value.value, metric.unit)}, ${shortDay(value.on, page.today)}`;
  return (
    <div ref={place} class="measurements">
      {edited && (
        <MeasurementForm
          label={i18n.t("goalPlan.metric.editValue", [nameOf(edited)])}
          unit={metric.unit}
          today={page.today}
          measurement={edited}
          draft={`${edited.id}.edit`}
          onSave={(fields) => model.metrics.editValue(edited.id, fields)}
          onClose={() => setEdited(null)}
        />
      )}
      <table>
        <caption class="sr">{i18n.t("goalPlan.metric.tableOf", [metric.name])}</caption>
        <thead>
          <tr>
            <th scope="col">{i18n.t("fields.on")}</th>
            <th scope="col" class="num">
              {i18n.t("fields.value")}
            </th>
            <th scope="col">{i18n.t("fields.note")}</th>
            <th scope="col">
              <span class="sr">{i18n.t("goals.edit")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {values.toReversed().map((value, index) => (
            <tr key={value.id}>
              <td class="num nowrap">{shortDay(value.on, page.today)}</td>
              <td class="num nowrap">{valueOf(value.value, metric.unit)}</td>
              <td class="break">{value.note}</td>
              <td class="nowrap end">
                <button
                  type="button"
                  class="icon-btn sm"
                  aria-label={i18n.t("goalPlan.metric.editValue", [nameOf(value)])}
                  data-return={index === 0 ? "" : undefined}
                  onClick={() => setEdited(value)}
                >
                  <Icon of={Pencil} size="sm" />
                </button>
                <button
                  type="button"
                  class="icon-btn sm"
                  aria-label={i18n.t("goals.remove", [nameOf(value)])}
                  onClick={() => void model.metrics.removeValue(value.id)}
                >
                  <Icon of={Trash2} size="sm" />
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
