import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import type { GoalLine, SkillView } from "@/lib/state/prepare.ts";
import type { SkillActs } from "@/lib/state/prepare-skills.ts";

/** Makes a gap a step of a goal, which names the competency from then on. */
export function SkillStep({
  view,
  goals,
  acts,
  onClose,
}: {
  view: SkillView;
  goals: readonly GoalLine[];
  acts: SkillActs;
  onClose: () => void;
}) {
  const likely = view.goals.find(({ id }) => goals.some((goal) => goal.id === id))?.id;
  return (
    <InlineForm
      draft={`${view.id}.step`}
      label={i18n.t("prepare.skill.makeStepNamed", [view.text])}
      submit={i18n.t("prepare.skill.makeStep")}
      onSave={(value) =>
        acts.makeStep(view, value("goalId"), { title: value("title"), dueOn: value("dueOn") })
      }
      onClose={onClose}
    >
      <Field label={i18n.t("goals.milestone")}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            name="title"
            autocomplete="off"
            defaultValue={i18n.t("prepare.skill.stepTitle", [view.text])}
          />
        )}
      </Field>
      <div class="pair">
        <Field label={i18n.t("prepare.skill.ofGoal")}>
          {(control) => (
            <select {...control} class="select" name="goalId">
              {goals.map((goal) => (
                <option key={goal.id} value={goal.id} selected={goal.id === likely}>
                  {goal.text}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={i18n.t("prepare.skill.due")} optional>
          {(control) => <input {...control} class="input" type="date" name="dueOn" />}
        </Field>
      </div>
    </InlineForm>
  );
}
