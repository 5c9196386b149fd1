import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Blaze } from "@/components/kit/blaze.tsx";
import { Field } from "@/components/kit/field.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { TemplateGoal } from "@/lib/domain/roadmap-template.ts";
import type { TemplatesModel, TemplateView } from "@/lib/state/templates.ts";

/** All of a template: each goal as a trail with its milestones in weeks from the first day, and the way to start from it. */
export function TemplatePreview({
  template,
  model,
  mentorshipId,
}: {
  template: TemplateView;
  model: TemplatesModel;
  mentorshipId: Id | null;
}) {
  const [starting, setStarting] = useState(false);
  const place = useReturnFocus<HTMLDivElement>(starting);
  const days = template.goals.flatMap(({ milestones }) => milestones.map(({ day }) => day));
  const length = Math.max(7, ...days) * 1.04;
  return (
    <div ref={place} class="preview">
      {template.goals.map((goal) => (
        <PreviewGoal key={goal.title} goal={goal} length={length} />
      ))}
      {mentorshipId &&
        (starting ? (
          <InlineForm
            draft={null}
            label={i18n.t("templates.startFromNamed", [template.name])}
            submit={i18n.t("templates.start", [template.name])}
            onSave={(value) => model.start(mentorshipId, template, value("startOn"))}
            onClose={() => setStarting(false)}
          >
            <Field label={i18n.t("templates.startOn")} hint={i18n.t("templates.startHint")}>
              {(control) => (
                <input
                  {...control}
                  class="input day-field"
                  type="date"
                  name="startOn"
                  defaultValue={model.today.value}
                />
              )}
            </Field>
          </InlineForm>
        ) : (
          <button
            type="button"
            class="btn primary"
            aria-label={i18n.t("templates.startFromNamed", [template.name])}
            data-return
            onClick={() => setStarting(true)}
          >
            {i18n.t("templates.startFrom")}
          </button>
        ))}
    </div>
  );
}

function PreviewGoal({ goal, length }: { goal: TemplateGoal; length: number }) {
  return (
    <section class="preview-goal">
      <h4 class="head">
        {goal.title}{" "}
        {goal.kind && goal.kind !== "other" && (
          <span class="meta">{i18n.t(`roadmap.kinds.${goal.kind}`)}</span>
        )}
      </h4>
      {goal.outcome && <p class="meta">{i18n.t("roadmap.outcome", [goal.outcome])}</p>}
      <div class="preview-trail" aria-hidden="true">
        {goal.milestones.map(({ day, title }, place) => (
          <span key={`${place} ${title}`} style={{ "--x": String((day / length) * 100) }}>
            <Blaze state="ahead" size="sm" />
          </span>
        ))}
      </div>
      <ol>
        {goal.milestones.map(({ title, phase, day }, place) => (
          <li key={`${place} ${title}`}>
            <span class="meta num">{i18n.t("templates.inWeek", [String(Math.floor(day / 7) + 1)])}</span>
            <span>{title}</span>
            <span class="meta">{i18n.t(`phases.${phase}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
