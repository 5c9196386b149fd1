import { ChevronRight } from "lucide";
import { useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsView, GoalView } from "@/lib/state/goals-view.ts";
import { AddGoal } from "./add-goal.tsx";
import { AreWeThere } from "./are-we-there.tsx";
import { Destination } from "./destination.tsx";
import { GoalLanes } from "./goal-lanes.tsx";
import { GoalSection } from "./goal-section.tsx";
import { GoalsCheck } from "./goals-check.tsx";
import { GoalsToolbar } from "./goals-toolbar.tsx";
import { Outcomes } from "./outcomes.tsx";
import { ShiftOfferNotice } from "./shift-offer.tsx";
import { useDragOrder } from "./use-drag-order.ts";

/** The destination and all goals of a mentorship. Content of the Shell's main, which draws the heading. */
export function GoalsScreen({ model }: { model: GoalsModel }) {
  const view = model.view.value;
  const page = useKeepFocus<HTMLDivElement>();
  if (!view) return null;
  const isEmpty = view.goals.length === 0;
  return (
    <div ref={page} tabIndex={-1} class={isEmpty ? "goals-page" : "cols aside goals-cols"}>
      <div class="goals-page">
        <Destination model={model} view={view} />
        {view.shift && <ShiftOfferNotice offer={view.shift} model={model} />}
        {isEmpty ? (
          <Empty
            title={i18n.t("goals.empty.title")}
            why={i18n.t("goals.empty.why")}
            example={i18n.t("goals.empty.example")}
          >
            <AddGoal model={model} mentorshipId={view.mentorshipId} primary />
          </Empty>
        ) : (
          <Goals model={model} view={view} />
        )}
      </div>
      {!isEmpty && (
        <aside class="goals-aside">
          <GoalsCheck view={view} />
          <AreWeThere view={view} />
          <Outcomes model={model} view={view} />
        </aside>
      )}
    </div>
  );
}

function Goals({ model, view }: { model: GoalsModel; view: GoalsView }) {
  const list = useRef<HTMLDivElement>(null);
  const { look, open, shown, closed } = view;
  useDragOrder(list, (id, { besideId, after }) => {
    const others = open.filter(({ goal }) => goal.id !== id);
    const at = others.findIndex(({ goal }) => goal.id === besideId) + (after ? 1 : 0);
    void model.place(id, at);
  });
  return (
    <>
      {open.length > 1 && <GoalsToolbar model={model} look={look} />}
      {look.lanes ? (
        <GoalLanes view={view} />
      ) : (
        <div ref={list} class="goal-list">
          {shown.map((each) => section(each, view, model))}
          {shown.length === 0 && open.length > 0 && (
            <p class="soft none">{i18n.t("goalPlan.noneOfHorizon")}</p>
          )}
        </div>
      )}
      <div class="more">
        <AddGoal model={model} mentorshipId={view.mentorshipId} />
      </div>
      {closed.length > 0 && (
        <details class="closed">
          <summary class="fold">
            <Icon of={ChevronRight} size="sm" />
            {i18n.t("goals.closed")} <span class="meta num">{closed.length}</span>
          </summary>
          {closed.map((each) => section(each, view, model))}
        </details>
      )}
    </>
  );
}

function section(each: GoalView, view: GoalsView, model: GoalsModel) {
  const { id } = each.goal;
  return <GoalSection key={id} each={each} view={view} open={model.isUnfolded(id)} model={model} />;
}
