import { Paperclip } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { RemindLink } from "@/components/kit/remind-link.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsView, GoalView, StepView } from "@/lib/state/goals-view.ts";
import { EvidenceForm } from "./evidence-form.tsx";

/** What is at hand for the milestone that is looked at: evidence, and a word about it in the next meeting. */
export function MilestoneActs({
  step,
  view,
  page,
  model,
}: {
  step: StepView;
  view: GoalView;
  page: GoalsView;
  model: GoalsModel;
}) {
  const { milestone } = step;
  const [adding, setAdding] = useState(false);
  const place = useReturnFocus<HTMLDivElement>(adding);
  if (adding) {
    return (
      <div ref={place} class="step-wide">
        <EvidenceForm
          label={i18n.t("goalPlan.evidence.addTo", [milestone.title])}
          view={view}
          page={page}
          draft={`${milestone.id}.evidence`}
          onSave={(form) => model.evidence.add({ goalId: milestone.goalId, milestoneId: milestone.id }, form)}
          onClose={() => setAdding(false)}
        />
      </div>
    );
  }
  return (
    <div ref={place} class="btns">
      <button
        type="button"
        class="btn sm"
        aria-label={i18n.t("goalPlan.evidence.addTo", [milestone.title])}
        data-return
        onClick={() => setAdding(true)}
      >
        <Icon of={Paperclip} size="sm" />
        {i18n.t("goalPlan.evidence.add")}
      </button>
      {milestone.status === "open" && (
        <RemindLink table="milestones" id={milestone.id} title={milestone.title} />
      )}
      {milestone.status === "open" && (
        <button type="button" class="btn sm quiet" onClick={() => void model.steps.discuss(milestone)}>
          {i18n.t("goals.discuss")}
        </button>
      )}
    </div>
  );
}
