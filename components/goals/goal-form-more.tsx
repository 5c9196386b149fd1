import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import type { FieldValue } from "@/components/kit/inline-form.tsx";
import type { Goal } from "@/lib/domain/goal.ts";
import { horizonOf } from "@/lib/domain/horizon.ts";
import { goalKinds, horizons } from "@/lib/domain/vocabulary.ts";
import type { GoalsView } from "@/lib/state/goals-view.ts";
import { WordsField } from "./words-field.tsx";

/** The rest of a goal's form. Read back by {@link moreFrom}. */
export function GoalFormMore({
  goal,
  page,
  strategyFirst,
}: {
  goal: Goal;
  page: GoalsView;
  strategyFirst: boolean;
}) {
  const byDate = horizonOf({ dueOn: goal.dueOn }, page.today);
  return (
    <div class="more-grid">
      <WordsField
        name="strategy"
        label={i18n.t("fields.strategy")}
        example={i18n.t("goalPlan.form.strategyExample")}
        hint={goal.strategy ? undefined : i18n.t("goalPlan.form.strategyHint")}
        value={goal.strategy}
        first={strategyFirst}
      />
      <WordsField
        name="showBy"
        label={i18n.t("fields.showBy")}
        example={i18n.t("goalPlan.form.showByExample")}
        value={goal.showBy}
      />
      <div class="pair">
        <Field label={i18n.t("fields.kind")}>
          {(control) => (
            <select {...control} class="select" name="kind">
              <option value="">{i18n.t("goalPlan.form.noKind")}</option>
              {goalKinds.map((kind) => (
                <option key={kind} value={kind} selected={kind === goal.kind}>
                  {i18n.t(`goalPlan.kinds.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={i18n.t("fields.horizon")}>
          {(control) => (
            <select {...control} class="select" name="horizon">
              <option value="">
                {i18n.t("goalPlan.form.byDate", [i18n.t(`goalPlan.horizons.${byDate}`)])}
              </option>
              {horizons.map((horizon) => (
                <option key={horizon} value={horizon} selected={horizon === goal.horizon}>
                  {i18n.t(`goalPlan.horizons.${horizon}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div class="pair">
        <DayField name="startsOn" label={i18n.t("fields.startsOn")} value={goal.startsOn} />
        <DayField name="reviewOn" label={i18n.t("goalPlan.form.reviewOn")} value={goal.reviewOn} />
      </div>
      <Skills goal={goal} page={page} />
    </div>
  );
}

function DayField({ name, label, value }: { name: string; label: string; value: string | null | undefined }) {
  return (
    <Field label={label} optional>
      {(control) => <input {...control} class="input" type="date" name={name} defaultValue={value ?? ""} />}
    </Field>
  );
}

function Skills({ goal, page }: { goal: Goal; page: GoalsView }) {
  if (page.skills.length === 0) return null;
  return (
    <fieldset class="field">
      <legend class="label">{i18n.t("goalPlan.form.skills")}</legend>
      <div class="filters">
        {page.skills.map((skill) => (
          <label key={skill.id} class="chip">
            <input
              class="sr"
              type="checkbox"
              name={`skill-${skill.id}`}
              defaultChecked={goal.skillIds?.includes(skill.id)}
            />
            {skill.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What stands in the fields. */
export function moreFrom(value: FieldValue, skills: GoalsView["skills"]) {
  const skillIds = skills.filter(({ id }) => value(`skill-${id}`) !== "").map(({ id }) => id);
  return {
    strategy: value("strategy"),
    showBy: value("showBy"),
    kind: goalKinds.find((kind) => kind === value("kind")) ?? null,
    horizon: horizons.find((horizon) => horizon === value("horizon")) ?? null,
    startsOn: value("startsOn"),
    reviewOn: value("reviewOn"),
    ...(skills.length > 0 ? { skillIds: skillIds.length > 0 ? skillIds : null } : {}),
  };
}
