import { i18n } from "#i18n";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import type { GoalLine, SkillView } from "@/lib/state/prepare.ts";
import type { SkillActs } from "@/lib/state/prepare-skills.ts";

/** Renames a competency and says which goals build it. */
export function SkillForm({
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
  return (
    <InlineForm
      draft={`${view.id}.edit`}
      label={i18n.t("prepare.editNamed", [view.text])}
      submit={i18n.t("common.save")}
      onSave={(value) => {
        const shown = goals.filter(({ id }) => value(`goal-${id}`) === "on").map(({ id }) => id);
        // Goals that are reached or let go are not offered, and stay as they are.
        const others = view.goals.map(({ id }) => id).filter((id) => !goals.some((goal) => goal.id === id));
        return acts.edit(view, value("name"), [...shown, ...others]);
      }}
      onClose={onClose}
      extra={<HistoryLink table="skills" id={view.id} title={view.text} />}
    >
      <input
        class="input"
        type="text"
        name="name"
        autocomplete="off"
        aria-label={i18n.t("prepare.skill.name")}
        defaultValue={view.text}
      />
      {goals.length > 0 && (
        <fieldset class="picks">
          <legend class="label">{i18n.t("prepare.skill.buildGoals")}</legend>
          {goals.map((goal) => (
            <label key={goal.id} class="pick">
              <input
                class="check"
                type="checkbox"
                name={`goal-${goal.id}`}
                defaultChecked={view.goals.some(({ id }) => id === goal.id)}
              />
              <span>{goal.text}</span>
            </label>
          ))}
        </fieldset>
      )}
    </InlineForm>
  );
}
