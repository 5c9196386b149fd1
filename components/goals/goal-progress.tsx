import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { progressSources } from "@/lib/domain/vocabulary.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalView } from "@/lib/state/goals-view.ts";

/** How far the goal is, by which rule, and the way to choose another one. */
export function GoalProgress({ view, model }: { view: GoalView; model: GoalsModel }) {
  const [editing, setEditing] = useState(false);
  const place = useReturnFocus<HTMLDivElement>(editing);
  const { goal, shown } = view;
  if (editing) {
    return (
      <div ref={place}>
        <ProgressForm view={view} model={model} onClose={() => setEditing(false)} />
      </div>
    );
  }
  return (
    <div ref={place} class="progress-line">
      <p>
        <span class="strong num">
          {shown.percent === null
            ? i18n.t("goalPlan.progress.unknown")
            : i18n.t("goalPlan.progress.percent", [String(shown.percent)])}
        </span>{" "}
        <span class="meta">{ruleWords(view)}</span>
        {shown.note && <span class="soft break">{shown.note}</span>}
      </p>
      <button
        type="button"
        class="btn sm quiet"
        aria-label={i18n.t("goalPlan.progress.change", [goal.title])}
        data-return
        onClick={() => setEditing(true)}
      >
        {i18n.t("goalPlan.progress.open")}
      </button>
    </div>
  );
}

/** The rule by which the progress comes about. */
function ruleWords({ shown, progress }: GoalView): string {
  if (shown.by === "milestones") {
    return i18n.t("goalPlan.progress.rule.milestones", [String(progress.reached), String(progress.total)]);
  }
  if (shown.by === "hand") return i18n.t("goalPlan.progress.rule.hand");
  return shown.metricName
    ? i18n.t("goalPlan.progress.rule.metric", [shown.metricName])
    : i18n.t("goalPlan.progress.rule.noMetric");
}

/** In steps of five, and what it is now. */
function percents(now: number | null | undefined): number[] {
  const steps = Array.from({ length: 21 }, (_, n) => n * 5);
  return [...new Set([...steps, now ?? 0])].toSorted((a, b) => a - b);
}

function ProgressForm({ view, model, onClose }: { view: GoalView; model: GoalsModel; onClose: () => void }) {
  const { goal, shown } = view;
  const [by, setBy] = useState(shown.by);
  return (
    <InlineForm
      draft={`${goal.id}.progress`}
      label={i18n.t("goalPlan.progress.change", [goal.title])}
      submit={i18n.t("common.save")}
      onSave={(value) =>
        model.editGoal(goal.id, {
          progressBy: by,
          ...(by === "hand"
            ? { progressPercent: Number(value("percent")), progressNote: value("note") }
            : {}),
        })
      }
      onClose={onClose}
    >
      <fieldset class="field">
        <legend class="label">{i18n.t("fields.progressBy")}</legend>
        {progressSources.map((source) => (
          <label key={source} class="pick">
            <input
              class="radio"
              type="radio"
              name="by"
              value={source}
              checked={source === by}
              onChange={() => setBy(source)}
            />
            <span>
              {i18n.t(`goalPlan.progress.by.${source}`)}
              <span class="hint">{i18n.t(`goalPlan.progress.hint.${source}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {by === "hand" && (
        <div class="pair">
          <Field label={i18n.t("goalPlan.progress.number")}>
            {(control) => (
              <select {...control} class="select" name="percent">
                {percents(goal.progressPercent).map((percent) => (
                  <option key={percent} value={percent} selected={percent === (goal.progressPercent ?? 0)}>
                    {i18n.t("goalPlan.progress.percent", [String(percent)])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={i18n.t("fields.progressNote")} optional>
            {(control) => (
              <input
                {...control}
                class="input"
                type="text"
                name="note"
                defaultValue={goal.progressNote ?? ""}
              />
            )}
          </Field>
        </div>
      )}
    </InlineForm>
  );
}
