import { ChevronDown, ChevronRight, ClockAlert } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Day } from "@/lib/domain/envelope.ts";
import { nearDay } from "@/lib/i18n/dates.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsView, GoalView } from "@/lib/state/goals-view.ts";
import { GoalForm } from "./goal-form.tsx";
import { GoalMenu } from "./goal-menu.tsx";
import { GoalTrail } from "./goal-trail.tsx";
import { Grip } from "./grip.tsx";
import { MilestoneList } from "./milestone-list.tsx";
import { PlaceForm } from "./place-form.tsx";

/**
 * A goal among the others: folded it is a line of trail and what comes next, opened its milestones. Alt and an arrow key
 * move it up or down.
 */
export function GoalSection({
  each,
  view,
  open,
  model,
}: {
  each: GoalView;
  view: GoalsView;
  open: boolean;
  model: GoalsModel;
}) {
  const { goal, progress } = each;
  const [form, setForm] = useState<"edit" | "place" | null>(null);
  const place = useReturnFocus<HTMLElement>(form !== null);
  const at = view.open.findIndex((other) => other.goal.id === goal.id);
  const movable = view.look.sort === "own" && goal.status === "open" && view.open.length > 1;
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (!movable || by === undefined) return;
    event.preventDefault();
    void model.place(goal.id, at + by);
  };
  return (
    <section ref={place} class={open ? "goal open" : "goal"} data-order-id={movable ? goal.id : undefined}>
      {movable && <Grip />}
      <div class="goal-line">
        <h2>
          <button
            type="button"
            class="goal-head"
            aria-expanded={open}
            aria-keyshortcuts={movable ? "Alt+ArrowUp Alt+ArrowDown" : undefined}
            data-return
            onKeyDown={onKeyDown}
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
          view={each}
          model={model}
          onEdit={() => setForm("edit")}
          {...(movable ? { onPlace: () => setForm("place") } : {})}
          onOpen={() => {
            location.hash = `/goals/${encodeURIComponent(goal.id)}`;
          }}
        />
      </div>
      {form === "edit" && <GoalForm view={each} page={view} model={model} onClose={() => setForm(null)} />}
      {form === "place" && (
        <PlaceForm goal={goal} at={at} of={view.open.length} model={model} onClose={() => setForm(null)} />
      )}
      <GoalTrail view={each} named={open} />
      {open ? (
        <MilestoneList view={each} page={view} model={model} />
      ) : (
        <Ahead view={each} today={view.today} onOpen={() => model.unfold(goal.id, true)} />
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
