import { Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Blaze, type BlazeState } from "@/components/kit/blaze.tsx";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { ReasonField } from "@/components/kit/reason-field.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { Day } from "@/lib/domain/envelope.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import { nearDay, shortDay } from "@/lib/i18n/dates.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import { MilestoneFields, milestoneFrom } from "./milestone-fields.tsx";

/**
 * A milestone on the walk of its goal. The diamond reaches it, and takes that back; its words and its date open the
 * form that changes them.
 */
export function MilestoneRow({
  milestone,
  next,
  today,
  model,
  mentorshipId,
}: {
  milestone: Milestone;
  /** The one to look at next. */
  next: boolean;
  today: Day;
  model: GoalsModel;
  mentorshipId: string;
}) {
  const [editing, setEditing] = useState<"title" | "date" | null>(null);
  const row = useReturnFocus<HTMLLIElement>(editing !== null);
  const { title } = milestone;
  const state = stateOf(milestone, next, today);
  const reached = milestone.status === "reached";
  if (editing) {
    return (
      <li ref={row} class="ahead editing">
        <span class="mark">
          <Blaze state={state} />
        </span>
        <InlineForm
          label={i18n.t("goals.editMilestone", [title])}
          submit={i18n.t("common.save")}
          onSave={(value) =>
            model.editMilestone(milestone, { ...milestoneFrom(value), reason: value("reason") })
          }
          onClose={() => setEditing(null)}
          extra={
            <>
              <HistoryLink table="milestones" id={milestone.id} title={title} />
              <button
                type="button"
                class="btn sm quiet danger push"
                aria-label={i18n.t("goals.remove", [title])}
                onClick={() => void model.removeMilestone(milestone)}
              >
                <Icon of={Trash2} size="sm" />
                {i18n.t("common.remove")}
              </button>
            </>
          }
        >
          <MilestoneFields milestone={milestone} date={editing === "date"} />
          <ReasonField />
        </InlineForm>
      </li>
    );
  }
  return (
    <li ref={row} class={reached ? "" : next ? "ahead on" : "ahead"}>
      <span class="mark">
        <button
          type="button"
          class="tick-blaze"
          aria-label={i18n.t(reached ? "goals.reopen" : "popup.reach", [title])}
          title={i18n.t(reached ? "goals.reopen" : "popup.reach", [title])}
          onClick={() => void (reached ? model.reopen(milestone.id) : model.reach(milestone.id))}
        >
          <Blaze state={state} />
        </button>
      </span>
      <button
        type="button"
        class={`words ${reached ? "soft" : next ? "strong" : ""}`}
        aria-label={i18n.t("goals.editMilestone", [title])}
        data-return
        onClick={() => setEditing("title")}
      >
        {title}
      </button>
      <MilestoneDate milestone={milestone} today={today} onMove={() => setEditing("date")} />
      {next && (
        <div class="btns">
          <button
            type="button"
            class="btn sm quiet"
            onClick={() => void model.discuss(mentorshipId, milestone)}
          >
            {i18n.t("goals.discuss")}
          </button>
        </div>
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
  const words = milestone.dueOn ? nearDay(milestone.dueOn, today) : i18n.t("goals.setDate");
  return (
    <button
      type="button"
      class={late ? "date-btn late" : "date-btn"}
      aria-label={i18n.t("goals.moveDate", [milestone.title, words])}
      onClick={onMove}
    >
      {late ? i18n.t("due.was", [words]) : words}
    </button>
  );
}

function stateOf(milestone: Milestone, next: boolean, today: Day): BlazeState {
  if (milestone.status === "reached") return "done";
  if (milestone.status === "dropped") return "drop";
  if (milestone.dueOn && milestone.dueOn < today) return "late";
  return next ? "next" : "ahead";
}
