import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Goal } from "@/lib/domain/goal.ts";

/** Which goal something serves. Read back as `goalId`, empty for none. */
export function GoalSelect({ goals, goalId }: { goals: readonly Goal[]; goalId: Id | null | undefined }) {
  // A goal that is reached or let go is offered where it is the chosen one.
  const offered = goals.filter((goal) => goal.status === "open" || goal.id === goalId);
  return (
    <Field label={i18n.t("resources.goal")} optional>
      {(control) => (
        <select {...control} class="select" name="goalId">
          <option value="" selected={!goalId}>
            {i18n.t("resources.noGoal")}
          </option>
          {offered.map((goal) => (
            <option key={goal.id} value={goal.id} selected={goal.id === goalId}>
              {goal.title}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
