import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Blaze, type BlazeState } from "@/components/kit/blaze.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { Day } from "@/lib/domain/envelope.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import { nearDay, shortDay } from "@/lib/i18n/dates.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsView, GoalView, StepView } from "@/lib/state/goals-view.ts";
import { Checkpoint } from "./checkpoint.tsx";
import { Grip } from "./grip.tsx";
import { MilestoneActs } from "./milestone-acts.tsx";
import { MilestoneForm } from "./milestone-form.tsx";
import { MilestoneMeta } from "./milestone-meta.tsx";

/**
 * A milestone on the walk of its goal. The diamond reaches it, and takes that back; its words and its date open the
 * form that changes them.
 */
export function MilestoneRow({
  step,
  view,
  page,
  model,
  onMove,
}: {
  step: StepView;
  view: GoalView;
  page: GoalsView;
  model: GoalsModel;
  /** One up or down among the others. */
  onMove: (by: -1 | 1) => void;
}) {
  const { milestone, next } = step;
  const [editing, setEditing] = useState<"title" | "date" | null>(null);
  const row = useReturnFocus<HTMLLIElement>(editing !== null);
  const { title } = milestone;
  const state = stateOf(milestone, next, page.today);
  const reached = milestone.status === "reached";
  const open = milestone.status === "open";
  if (editing) {
    return (
      <li ref={row} class="ahead editing">
        <span class="mark">
          <Blaze state={state} />
        </span>
        <MilestoneForm
          milestone={milestone}
          field={editing}
          page={page}
          model={model}
          onMove={onMove}
          onClose={() => setEditing(null)}
        />
      </li>
    );
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined;
    if (!open || by === undefined) return;
    event.preventDefault();
    onMove(by);
  };
  return (
    <li
      ref={row}
      class={reached ? "" : next ? "ahead on" : "ahead"}
      data-order-id={open ? milestone.id : undefined}
    >
      {open && <Grip />}
      <span class="mark">
        <button
          type="button"
          class="tick-blaze"
          aria-label={i18n.t(reached ? "goals.reopen" : "popup.reach", [title])}
          title={i18n.t(reached ? "goals.reopen" : "popup.reach", [title])}
          onClick={() => void (reached ? model.steps.reopen(milestone.id) : model.steps.reach(milestone.id))}
        >
          <Blaze state={state} />
        </button>
      </span>
      <button
        type="button"
        class={`words ${reached ? "soft" : next ? "strong" : ""}`}
        aria-label={i18n.t("goals.editMilestone", [title])}
        aria-keyshortcuts={open ? "Alt+ArrowUp Alt+ArrowDown" : undefined}
        data-return
        onKeyDown={onKeyDown}
        onClick={() => setEditing("title")}
      >
        {title}
      </button>
      <MilestoneDate milestone={milestone} today={page.today} onMove={() => setEditing("date")} />
      <MilestoneMeta step={step} page={page} />
      <Checkpoint milestone={milestone} model={model} />
      {(next || model.steps.justReached.value === milestone.id) && (
        <MilestoneActs step={step} view={view} page={page} model={model} />
      )}
    </li>
  );
}

function MilestoneDate({
  milestone,
  today,
  onMove,
}: {
  milestone: Milestone;
  today: Day;
  onMove: () => void;
}) {
  if (milestone.status === "reached") {
    const on = milestone.reachedAt ? dayOf(milestone.reachedAt, Temporal.Now.timeZoneId()) : milestone.dueOn;
    return <span class="meta num">{on && shortDay(on, today)}</span>;
  }
  const late = Boolean(milestone.dueOn && milestone.dueOn < today);
  const day = milestone.dueOn ? nearDay(milestone.dueOn, today) : i18n.t("goals.setDate");
  const words = late ? i18n.t("due.was", [day]) : day;
  return (
    <button
      type="button"
      class={late ? "date-btn late" : "date-btn"}
      aria-label={i18n.t("goals.moveDate", [milestone.title, words])}
      onClick={onMove}
    >
      {words}
    </button>
  );
}

function stateOf(milestone: Milestone, next: boolean, today: Day): BlazeState {
  if (milestone.status === "reached") return "done";
  if (milestone.status === "dropped") return "drop";
  if (milestone.dueOn && milestone.dueOn < today) return "late";
  return next ? "next" : "ahead";
}
