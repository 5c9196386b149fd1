import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { ReasonField } from "@/components/kit/reason-field.tsx";
import type { Goal } from "@/lib/domain/goal.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";

/** Changes a goal in its place: what it is called, why it matters, by when. */
export function GoalForm({ goal, model, onClose }: { goal: Goal; model: GoalsModel; onClose: () => void }) {
  return (
    <InlineForm
      label={i18n.t("goals.editNamed", [goal.title])}
      submit={i18n.t("common.save")}
      onSave={(value) =>
        model.editGoal(goal.id, {
          title: value("title"),
          why: value("why"),
          dueOn: value("dueOn"),
          reason: value("reason"),
        })
      }
      onClose={onClose}
      extra={<HistoryLink table="goals" id={goal.id} title={goal.title} />}
    >
      <Field label={i18n.t("goals.goal")}>
        {(control) => <input {...control} class="input" type="text" name="title" defaultValue={goal.title} />}
      </Field>
      <Field label={i18n.t("goals.why")} optional>
        {(control) => (
          <textarea
            {...control}
            class="textarea"
            name="why"
            placeholder={i18n.t("goals.whyExample")}
            defaultValue={goal.why ?? ""}
          />
        )}
      </Field>
      <Field label={i18n.t("goals.due")} optional>
        {(control) => (
          <input {...control} class="input" type="date" name="dueOn" defaultValue={goal.dueOn ?? ""} />
        )}
      </Field>
      <ReasonField />
    </InlineForm>
  );
}
