import { ChevronRight } from "lucide";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { ReasonField } from "@/components/kit/reason-field.tsx";
import type { Goal } from "@/lib/domain/goal.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsView, GoalView } from "@/lib/state/goals-view.ts";
import { GoalFormMore, moreFrom } from "./goal-form-more.tsx";
import { WordsField } from "./words-field.tsx";

/** The fields that a goal's form can begin with. */
export type GoalField = "title" | "outcome" | "measure" | "strategy" | "why" | "dueOn";

/** Changes a goal in its place: the essentials first, the rest behind a fold. */
export function GoalForm({
  view,
  page,
  model,
  field = "title",
  onClose,
}: {
  view: GoalView;
  page: GoalsView;
  model: GoalsModel;
  /** The field that has the focus. */
  field?: GoalField;
  onClose: () => void;
}) {
  const { goal } = view;
  return (
    <InlineForm
      label={i18n.t("goals.editNamed", [goal.title])}
      submit={i18n.t("common.save")}
      onSave={(value) =>
        model.editGoal(goal.id, {
          title: value("title"),
          why: value("why"),
          outcome: value("outcome"),
          measure: value("measure"),
          dueOn: value("dueOn"),
          ...moreFrom(value, page.skills),
          reason: value("reason"),
        })
      }
      onClose={onClose}
      draft={`${goal.id}.goal`}
      extra={<HistoryLink table="goals" id={goal.id} title={goal.title} />}
    >
      <Field label={i18n.t("goals.goal")}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            name="title"
            data-first={field === "title" ? "" : undefined}
            defaultValue={goal.title}
          />
        )}
      </Field>
      <WordsField
        name="outcome"
        label={i18n.t("fields.outcome")}
        example={i18n.t("goalPlan.form.outcomeExample")}
        value={goal.outcome}
        first={field === "outcome"}
      />
      <WordsField
        name="measure"
        label={i18n.t("fields.measure")}
        example={i18n.t("goalPlan.form.measureExample")}
        value={goal.measure}
        first={field === "measure"}
      />
      <WordsField
        name="why"
        label={i18n.t("goals.why")}
        example={i18n.t("goals.whyExample")}
        value={goal.why}
        first={field === "why"}
      />
      <DueField goal={goal} first={field === "dueOn"} />
      <details class="closed more-fields" open={field === "strategy"}>
        <summary class="fold">
          <Icon of={ChevronRight} size="sm" />
          {i18n.t("goalPlan.form.more")}
        </summary>
        <GoalFormMore goal={goal} page={page} strategyFirst={field === "strategy"} />
      </details>
      <ReasonField />
    </InlineForm>
  );
}

function DueField({ goal, first }: { goal: Goal; first: boolean }) {
  return (
    <Field label={i18n.t("goals.due")} optional>
      {(control) => (
        <input
          {...control}
          class="input day-field"
          type="date"
          name="dueOn"
          data-first={first ? "" : undefined}
          defaultValue={goal.dueOn ?? ""}
        />
      )}
    </Field>
  );
}
