import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { ReasonField } from "@/components/kit/reason-field.tsx";
import type { Goal } from "@/lib/domain/goal.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";

/** Puts a goal at another place among the others, and says why if one wants to. */
export function PlaceForm({
  goal,
  at,
  of,
  model,
  onClose,
}: {
  goal: Goal;
  /** Its index, counted from 0. */
  at: number;
  of: number;
  model: GoalsModel;
  onClose: () => void;
}) {
  return (
    <InlineForm
      draft={`${goal.id}.place`}
      label={i18n.t("goalPlan.place.form", [goal.title])}
      submit={i18n.t("goalPlan.place.submit")}
      onSave={(value) => model.placeInForm(goal.id, Number(value("at")), value("reason"))}
      onClose={onClose}
    >
      <Field label={i18n.t("goalPlan.place.label")}>
        {(control) => (
          <select {...control} class="select" name="at">
            {Array.from({ length: of }, (_, index) => (
              <option key={index} value={index} selected={index === at}>
                {i18n.t("goalPlan.place.of", [String(index + 1), String(of)])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ReasonField />
    </InlineForm>
  );
}
