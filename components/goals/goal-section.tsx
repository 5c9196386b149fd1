import { ChevronDown, ChevronRight, ClockAlert } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Day } from "@/lib/domain/envelope.ts";
import { nearDay } from "@/lib/i18n/dates.ts";
import type { GoalsModel, GoalView } from "@/lib/state/goals.ts";
import { GoalForm } from "./goal-form.tsx";
import { GoalMenu } from "./goal-menu.tsx";
import { GoalTrail } from "./goal-trail.tsx";
import { MilestoneList } from "./milestone-list.tsx";

/** A goal among the others: folded it is a line of trail and what comes next, opened its milestones. */
export function GoalSection({
  view,
  open,
  today,
  model,
}: {
  view: GoalView;
  open: boolean;
  today: Day;
  model: GoalsModel;
}) {
  const { goal, progress } = view;
  const [editing, setEditing] = useState(false);
  const place = useReturnFocus<HTMLElement>(editing);
  return (
    <section ref={place} class={open ? "goal open" : "goal"}>
      <div class="goal-line">
        <h2>
          <button
            type="button"
            class="goal-head"
            aria-expanded={open}
            data-return
            onClick={() => model.unfold(goal.id, !open)}
          >
            <Icon of={open ? ChevronDown : ChevronRight} size="sm" flip={!open} />
            <span>{goal.title}</span>
            <span class="meta num">
              {goal.status === "open"
                ? i18n.t("popup.milestones", [String(progress.reached), String(progress.total)])
                : i18n.t(`goals.status.${goal.status}`)}
            </span>
          </button>
        </h2>
        <GoalMenu
          view={view}
          model={model}
          onEdit={() => setEditing(true)}
          onOpen={() => {
            location.hash = `/goals/${encodeURIComponent(goal.id)}`;
          }}
        />
      </div>
      {editing && <GoalForm goal={goal} model={model} onClose={() => setEditing(false)} />}
      <GoalTrail view={view} named={open} />
      {open ? (
        <MilestoneList view={view} today={today} model={model} />
      ) : (
        <Ahead view={view} today={today} onOpen={() => model.unfold(goal.id, true)} />
      )}
    </section>
  );
}

/** Under a folded goal: what is past its date, else what comes next. */
function Ahead({ view, today, onOpen }: { view: GoalView; today: Day; onOpen: () => void }) {
  const late = view.milestones.find(
    (milestone) => milestone.status === "open" && milestone.dueOn && milestone.dueOn < today,
  );
  const shown = late ?? view.next;
  if (view.goal.status !== "open" || !shown) return null;
  return (
    <p class="under">
      {late?.dueOn ? (
        <>
          <span class="late">
            <Icon of={ClockAlert} size="sm" /> {late.title}, {i18n.t("due.was", [nearDay(late.dueOn, today)])}
          </span>
          <button
            type="button"
            class="btn sm link"
            aria-label={i18n.t("goals.moveNamed", [late.title])}
            onClick={onOpen}
          >
            {i18n.t("due.move")}
          </button>
        </>
      ) : (
        <>
          <span>{shown.title}</span>
          <span class="meta num">{shown.dueOn && nearDay(shown.dueOn, today)}</span>
        </>
      )}
    </p>
  );
}
