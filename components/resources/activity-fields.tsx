import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import type { FieldValue } from "@/components/kit/inline-form.tsx";
import type { Activity } from "@/lib/domain/activity.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import { type ActivityKind, activityKinds } from "@/lib/domain/vocabulary.ts";
import { GoalSelect } from "./goal-select.tsx";

/** The fields of an activity, for beginning one and for changing one. Read back by {@link activityFrom}. */
export function ActivityFields({
  activity,
  begin,
  goals,
  date,
}: {
  activity?: Activity;
  /** What to begin with where there is no activity yet. */
  begin?: { title: string; kind: ActivityKind; startsOn: Day; goalId: Id | null };
  goals: readonly Goal[];
  /** The day is what is to be changed: it has the focus. */
  date?: boolean;
}) {
  const kind = activity?.kind ?? begin?.kind ?? "practice";
  return (
    <>
      <Field label={i18n.t("activities.name")}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            name="title"
            autocomplete="off"
            placeholder={i18n.t("activities.nameExample")}
            defaultValue={activity?.title ?? begin?.title ?? ""}
          />
        )}
      </Field>
      <div class="pair">
        <Field label={i18n.t("resources.kind")}>
          {(control) => (
            <select {...control} class="select" name="kind">
              {activityKinds.map((each) => (
                <option key={each} value={each} selected={each === kind}>
                  {i18n.t(`activities.kinds.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={i18n.t("activities.day")} optional>
          {(control) => (
            <input
              {...control}
              class="input"
              type="date"
              name="startsOn"
              data-first={date ? "" : undefined}
              defaultValue={(activity ? activity.startsOn : begin?.startsOn) ?? ""}
            />
          )}
        </Field>
      </div>
      <GoalSelect goals={goals} goalId={activity ? activity.goalId : begin?.goalId} />
      {activity && (
        <Field label={i18n.t("activities.notes")} optional>
          {(control) => (
            <textarea {...control} class="textarea" name="text" defaultValue={activity.text ?? ""} />
          )}
        </Field>
      )}
    </>
  );
}

/** What stands in the fields. */
export function activityFrom(value: FieldValue): {
  title: string;
  kind: ActivityKind;
  startsOn: string;
  goalId: Id | null;
  text: string;
} {
  return {
    title: value("title"),
    kind: activityKinds.find((each) => each === value("kind")) ?? "practice",
    startsOn: value("startsOn"),
    goalId: value("goalId") || null,
    text: value("text"),
  };
}
