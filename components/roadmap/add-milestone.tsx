import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { phases } from "@/lib/domain/vocabulary.ts";
import type { RoadmapModel, RoadmapView } from "@/lib/state/roadmap.ts";

/** A new milestone for any of the goals under way. Stays open for the next one. */
export function AddMilestone({
  model,
  view,
  onClose,
}: {
  model: RoadmapModel;
  view: RoadmapView;
  onClose: () => void;
}) {
  const goals = view.goals.filter(({ status }) => status === "open");
  return (
    <div class="rm-add">
      <InlineForm
        draft={`${view.mentorship.id}.milestone`}
        label={i18n.t("roadmap.addMilestoneForm")}
        submit={i18n.t("goals.addMilestone")}
        again
        onClose={onClose}
        onSave={(value) =>
          model.addMilestone(value("goal"), {
            title: value("title"),
            phase: phases.find((phase) => phase === value("phase")) ?? "discovery",
            dueOn: value("dueOn"),
          })
        }
      >
        <Field label={i18n.t("roadmap.title")}>
          {(control) => (
            <input
              {...control}
              class="input"
              type="text"
              name="title"
              autocomplete="off"
              placeholder={i18n.t("roadmap.titleExample")}
            />
          )}
        </Field>
        <div class="pair">
          <Field label={i18n.t("roadmap.goal")}>
            {(control) => (
              <select {...control} class="select" name="goal">
                {goals.map((goal) => (
                  <option key={goal.id} value={goal.id}>
                    {goal.title}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={i18n.t("roadmap.phase")}>
            {(control) => (
              <select {...control} class="select" name="phase">
                {phases.map((phase) => (
                  <option key={phase} value={phase}>
                    {i18n.t(`phases.${phase}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={i18n.t("roadmap.due")}>
            {(control) => <input {...control} class="input" type="date" name="dueOn" />}
          </Field>
        </div>
      </InlineForm>
    </div>
  );
}
