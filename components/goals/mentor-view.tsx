import { Pencil } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsView, GoalView } from "@/lib/state/goals-view.ts";
import { WordsField } from "./words-field.tsx";

const ratings = [1, 2, 3, 4, 5] as const;

/** How realistic and how important the goal looks to the mentor, and what they say of it; kept with its meeting. */
export function MentorView({ view, page, model }: { view: GoalView; page: GoalsView; model: GoalsModel }) {
  const { goal, ratedIn } = view;
  const [editing, setEditing] = useState(false);
  const place = useReturnFocus<HTMLElement>(editing);
  const isRated = Boolean(goal.realism || goal.priority || goal.ratingNote);
  return (
    <section ref={place} class="aside-sec mentor-view" aria-labelledby="mentor-view">
      <h3 class="head" id="mentor-view">
        {page.mentorshipRole === "mentor"
          ? i18n.t("goalPlan.rating.yours")
          : i18n.t("goalPlan.rating.theirs", [page.partner])}
      </h3>
      {editing ? (
        <InlineForm
          draft={`${goal.id}.rating`}
          label={i18n.t("goalPlan.rating.form", [goal.title])}
          submit={i18n.t("common.save")}
          onSave={(value) =>
            model.rate(goal.id, {
              realism: value("realism"),
              priority: value("priority"),
              ratingNote: value("ratingNote"),
            })
          }
          onClose={() => setEditing(false)}
        >
          <RatingField name="realism" value={goal.realism} />
          <RatingField name="priority" value={goal.priority} />
          <WordsField name="ratingNote" label={i18n.t("goalPlan.rating.note")} value={goal.ratingNote} />
        </InlineForm>
      ) : (
        <>
          {goal.ratingNote && <p class="doc break">{goal.ratingNote}</p>}
          {isRated ? (
            <dl class="facts fact-pairs">
              {(["realism", "priority"] as const).map((name) => (
                <div key={name}>
                  <dt class="meta">{i18n.t(`fields.${name}`)}</dt>
                  <dd>{goal[name] ? i18n.t("goalPlan.rating.of", [String(goal[name])]) : "–"}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <p class="soft">{i18n.t("goalPlan.rating.none")}</p>
          )}
          {isRated && ratedIn && (
            <p class="meta">
              {i18n.t("goalPlan.rating.in")}{" "}
              <a href={`#/meetings/${encodeURIComponent(ratedIn.id)}`}>{ratedIn.title}</a>
            </p>
          )}
          <button
            type="button"
            class="btn sm quiet lead-btn"
            aria-label={i18n.t(isRated ? "goalPlan.rating.editNamed" : "goalPlan.rating.writeNamed", [
              goal.title,
            ])}
            data-return
            onClick={() => setEditing(true)}
          >
            <Icon of={Pencil} size="sm" />
            {i18n.t(isRated ? "goals.edit" : "goalPlan.rating.write")}
          </button>
        </>
      )}
    </section>
  );
}

function RatingField({ name, value }: { name: "realism" | "priority"; value: number | null | undefined }) {
  return (
    <Field label={i18n.t(`fields.${name}`)}>
      {(control) => (
        <select {...control} class="select" name={name}>
          <option value="">{i18n.t("goalPlan.rating.noRating")}</option>
          {ratings.map((rating) => (
            <option key={rating} value={rating} selected={rating === value}>
              {i18n.t(`goalPlan.rating.scale.${name}.r${rating}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
