import { ArrowDown, ArrowUp, Trash2 } from "lucide";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { RemindLink } from "@/components/kit/remind-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { ReasonField } from "@/components/kit/reason-field.tsx";
import type { Milestone } from "@/lib/domain/milestone.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsView } from "@/lib/state/goals-view.ts";
import { MilestoneFields, milestoneFrom } from "./milestone-fields.tsx";

/** Changes a milestone in its place. */
export function MilestoneForm({
  milestone,
  field,
  page,
  model,
  onMove,
  onClose,
}: {
  milestone: Milestone;
  /** What is to be changed: it has the focus. */
  field: "title" | "date";
  page: GoalsView;
  model: GoalsModel;
  onMove: (by: -1 | 1) => void;
  onClose: () => void;
}) {
  const { title } = milestone;
  return (
    <InlineForm
      draft={`${milestone.id}.edit`}
      label={i18n.t("goals.editMilestone", [title])}
      submit={i18n.t("common.save")}
      onSave={(value) =>
        model.steps.edit(milestone, { ...milestoneFrom(value, milestone), reason: value("reason") })
      }
      onClose={onClose}
      extra={
        <>
          {milestone.status === "open" && (
            <span class="step-places">
              <MoveButton label={i18n.t("goalPlan.step.up", [title])} by={-1} onMove={onMove} />
              <MoveButton label={i18n.t("goalPlan.step.down", [title])} by={1} onMove={onMove} />
            </span>
          )}
          <HistoryLink table="milestones" id={milestone.id} title={title} />
          <RemindLink table="milestones" id={milestone.id} title={title} />
          <button
            type="button"
            class="btn sm quiet danger push"
            aria-label={i18n.t("goals.remove", [title])}
            onClick={() => void model.steps.remove(milestone)}
          >
            <Icon of={Trash2} size="sm" />
            {i18n.t("common.remove")}
          </button>
        </>
      }
    >
      <MilestoneFields milestone={milestone} date={field === "date"} page={page} />
      {page.goals.length > 1 && (
        <Field label={i18n.t("goalPlan.step.goal")}>
          {(control) => (
            <select {...control} class="select" name="goalId">
              {page.goals.map(({ goal }) => (
                <option key={goal.id} value={goal.id} selected={goal.id === milestone.goalId}>
                  {goal.title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <ReasonField />
    </InlineForm>
  );
}

function MoveButton({ label, by, onMove }: { label: string; by: -1 | 1; onMove: (by: -1 | 1) => void }) {
  return (
    <button type="button" class="icon-btn sm" aria-label={label} title={label} onClick={() => onMove(by)}>
      <Icon of={by === -1 ? ArrowUp : ArrowDown} size="sm" />
    </button>
  );
}
