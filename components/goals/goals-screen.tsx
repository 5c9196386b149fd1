import { ChevronRight } from "lucide";
import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import type { GoalsModel, GoalsView, GoalView } from "@/lib/state/goals.ts";
import { AddGoal } from "./add-goal.tsx";
import { Destination } from "./destination.tsx";
import { GoalSection } from "./goal-section.tsx";

/** The destination and all goals of a mentorship. Content of the Shell's main, which draws the heading. */
export function GoalsScreen({ model }: { model: GoalsModel }) {
  const view = model.view.value;
  const page = useKeepFocus<HTMLDivElement>();
  if (!view) return null;
  return (
    <div ref={page} tabIndex={-1} class="goals-page">
      <Destination model={model} view={view} />
      {view.open.length === 0 && view.closed.length === 0 ? (
        <Empty
          title={i18n.t("goals.empty.title")}
          why={i18n.t("goals.empty.why")}
          example={i18n.t("goals.empty.example")}
        >
          <AddGoal model={model} mentorshipId={view.mentorshipId} primary />
        </Empty>
      ) : (
        <>
          {view.open.map((each) => section(each, view, model))}
          <div class="more">
            <AddGoal model={model} mentorshipId={view.mentorshipId} />
          </div>
          {view.closed.length > 0 && (
            <details class="closed">
              <summary class="fold">
                <Icon of={ChevronRight} size="sm" />
                {i18n.t("goals.closed")} <span class="meta num">{view.closed.length}</span>
              </summary>
              {view.closed.map((each) => section(each, view, model))}
            </details>
          )}
        </>
      )}
    </div>
  );
}

function section(each: GoalView, view: GoalsView, model: GoalsModel) {
  const { id } = each.goal;
  return <GoalSection key={id} view={each} open={model.isUnfolded(id)} today={view.today} model={model} />;
}
