import { Plus } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Day } from "@/lib/domain/envelope.ts";
import type { GoalsModel, GoalView } from "@/lib/state/goals.ts";
import { MilestoneFields, milestoneFrom } from "./milestone-fields.tsx";
import { MilestoneRow } from "./milestone-row.tsx";

/** The milestones of a goal as a walk, and a line to add one. */
export function MilestoneList({ view, today, model }: { view: GoalView; today: Day; model: GoalsModel }) {
  const { goal, milestones } = view;
  const [adding, setAdding] = useState(false);
  const place = useReturnFocus<HTMLDivElement>(adding);
  return (
    <div ref={place}>
      {milestones.length > 0 ? (
        <ol class="walk stones">
          {milestones.map((milestone) => (
            <MilestoneRow
              key={milestone.id}
              milestone={milestone}
              next={milestone.id === view.next?.id && goal.status === "open"}
              today={today}
              model={model}
              mentorshipId={goal.mentorshipId}
            />
          ))}
        </ol>
      ) : (
        !adding && <p class="soft none">{i18n.t("goals.noMilestones")}</p>
      )}
      {adding ? (
        <InlineForm
          label={i18n.t("goals.addMilestoneTo", [goal.title])}
          submit={i18n.t("goals.addMilestone")}
          again
          onSave={(value) => model.addMilestone(goal.id, milestoneFrom(value))}
          onClose={() => setAdding(false)}
        >
          <MilestoneFields phase={view.progress.phase ?? "discovery"} />
        </InlineForm>
      ) : (
        <button
          type="button"
          class="btn sm quiet add-one"
          aria-label={i18n.t("goals.addMilestoneTo", [goal.title])}
          data-return
          onClick={() => setAdding(true)}
        >
          <Icon of={Plus} size="sm" />
          {i18n.t("goals.addMilestone")}
        </button>
      )}
    </div>
  );
}
