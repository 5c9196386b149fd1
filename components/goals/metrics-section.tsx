import { Plus } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsView, GoalView } from "@/lib/state/goals-view.ts";
import { MetricForm } from "./metric-form.tsx";
import { MetricItem } from "./metric-item.tsx";

/** How a goal is measured: the words of it, and its metrics with their values. */
export function MetricsSection({
  view,
  page,
  model,
}: {
  view: GoalView;
  page: GoalsView;
  model: GoalsModel;
}) {
  const { goal, metrics } = view;
  const [adding, setAdding] = useState(false);
  const place = useReturnFocus<HTMLElement>(adding);
  return (
    <section ref={place} class="goal-part" aria-labelledby="metrics">
      <h3 class="head" id="metrics">
        {i18n.t("goalPlan.metric.title")}
      </h3>
      {goal.measure && <p class="soft break">{goal.measure}</p>}
      {metrics.length === 0 && !adding && <p class="soft">{i18n.t("goalPlan.metric.none")}</p>}
      {metrics.map((each) => (
        <MetricItem key={each.metric.id} view={each} page={page} model={model} />
      ))}
      {adding ? (
        <MetricForm
          label={i18n.t("goalPlan.metric.addTo", [goal.title])}
          draft={`${goal.id}.metric`}
          onSave={(form) => model.metrics.add(goal.id, form)}
          onClose={() => setAdding(false)}
        />
      ) : (
        <button
          type="button"
          class="btn sm quiet lead-btn"
          aria-label={i18n.t("goalPlan.metric.addTo", [goal.title])}
          data-return
          onClick={() => setAdding(true)}
        >
          <Icon of={Plus} size="sm" />
          {i18n.t("goalPlan.metric.add")}
        </button>
      )}
    </section>
  );
}
