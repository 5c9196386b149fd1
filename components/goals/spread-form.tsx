import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { isDay } from "@/lib/domain/civil-time.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import { spreadDays, type SpreadInterval, type SpreadUnit, spreadUnits } from "@/lib/domain/spread.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsView } from "@/lib/state/goals-view.ts";

type Rhythm = "month" | "quarter" | "custom";

/** Gives the open milestones of a goal dates at a regular interval, and shows which before it does. */
export function SpreadForm({
  goal,
  open,
  page,
  model,
  onClose,
}: {
  goal: Goal;
  /** How many milestones are open. */
  open: number;
  page: GoalsView;
  model: GoalsModel;
  onClose: () => void;
}) {
  const { today } = page;
  const first = goal.startsOn && goal.startsOn > today ? goal.startsOn : today;
  const [firstOn, setFirstOn] = useState(first);
  const [rhythm, setRhythm] = useState<Rhythm>("month");
  const [custom, setCustom] = useState<SpreadInterval>({ every: 2, unit: "week" });
  const interval: SpreadInterval =
    rhythm === "custom" ? custom : { every: rhythm === "quarter" ? 3 : 1, unit: "month" };
  const sound =
    isDay(firstOn) && Number.isInteger(interval.every) && interval.every > 0 && interval.every < 367;
  const days = sound ? spreadDays(firstOn, open, interval) : [];
  return (
    <InlineForm
      draft={`${goal.id}.spread`}
      label={i18n.t("goalPlan.spread.form", [goal.title])}
      submit={i18n.t("goalPlan.spread.do", open)}
      onSave={(value) => model.steps.spread(goal.id, value("firstOn"), interval)}
      onClose={onClose}
    >
      <div class="pair">
        <Field label={i18n.t("goalPlan.spread.first")}>
          {(control) => (
            <input
              {...control}
              class="input"
              type="date"
              name="firstOn"
              value={firstOn}
              onInput={(event) => setFirstOn(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={i18n.t("goalPlan.spread.rhythm")}>
          {(control) => (
            <select
              {...control}
              class="select"
              name="rhythm"
              onChange={(event) => setRhythm(event.currentTarget.value as Rhythm)}
            >
              {(["month", "quarter", "custom"] as const).map((each) => (
                <option key={each} value={each} selected={each === rhythm}>
                  {i18n.t(`goalPlan.spread.rhythms.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {rhythm === "custom" && (
        <div class="pair">
          <Field label={i18n.t("goalPlan.spread.every")}>
            {(control) => (
              <input
                {...control}
                class="input"
                type="number"
                min="1"
                max="366"
                name="every"
                value={custom.every}
                onInput={(event) => setCustom({ ...custom, every: event.currentTarget.valueAsNumber })}
              />
            )}
          </Field>
          <Field label={i18n.t("goalPlan.spread.unit")}>
            {(control) => (
              <select
                {...control}
                class="select"
                name="unit"
                onChange={(event) => setCustom({ ...custom, unit: event.currentTarget.value as SpreadUnit })}
              >
                {spreadUnits.map((unit) => (
                  <option key={unit} value={unit} selected={unit === custom.unit}>
                    {i18n.t(`goalPlan.spread.units.${unit}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
      <p class="hint dots" aria-live="polite">
        {days.map((day) => (
          <span key={day} class="nowrap">
            {shortDay(day, today)}
          </span>
        ))}
      </p>
      <p class="hint">{i18n.t("goalPlan.spread.rule")}</p>
    </InlineForm>
  );
}
