import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { focusNextMeetingOn } from "@/lib/db/focus.ts";
import { agreeOnGoal, type GoalRating, orderGoal, rateGoal } from "@/lib/db/goal-agreement.ts";
import { addGoal, editGoal, type GoalEdit, removeGoal } from "@/lib/db/goals.ts";
import { setDestination } from "@/lib/db/mentorships.ts";
import { addOutcome, editOutcome, removeOutcome } from "@/lib/db/outcomes.ts";
import { shiftRoadmap } from "@/lib/db/plan.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import type { InventoryItem } from "@/lib/domain/inventory.ts";
import { perform } from "./acts.ts";
import { today } from "./clock.ts";
import { db } from "./database.ts";
import { performInForm } from "./field-act.ts";
import { evidenceActs } from "./goal-evidence.ts";
import { metricActs } from "./goal-metrics.ts";
import { createSteps } from "./goal-steps.ts";
import { type GoalsLook, goalsView, readGoals, type ShiftOffer } from "./goals-view.ts";
import { liveSignal } from "./live-signal.ts";

/** How the goals were looked at last, kept while the page is open. */
const look = signal<GoalsLook>({ horizon: "all", sort: "own", lanes: false });
/** Offers to shift that were put away. */
const putAway = signal<ReadonlySet<Id>>(new Set());

/** The goals of a mentorship and what can be done with them: one model for the page of all and the page of one. */
export function createGoals() {
  const rows = liveSignal(readGoals);
  const unfolded = signal<ReadonlyMap<Id, boolean>>(new Map());
  const view = computed(() => {
    const read = rows.value;
    if (!read) return read;
    const shown = goalsView(read, today.value, look.value);
    return shown.shift && putAway.value.has(shown.shift.act) ? { ...shown, shift: null } : shown;
  });
  // The goal that stands open at first stays open when its milestone is reached and another goal is next.
  let first: { mentorshipId: Id; goalId: Id | null } | undefined;
  return {
    view,
    steps: createSteps(),
    metrics: metricActs,
    evidence: evidenceActs,
    lookAt(change: Partial<GoalsLook>): void {
      look.value = { ...look.peek(), ...change };
    },
    isUnfolded(id: Id): boolean {
      const shown = view.value;
      if (shown && shown.mentorshipId !== first?.mentorshipId) {
        first = { mentorshipId: shown.mentorshipId, goalId: shown.nextGoalId };
      }
      return unfolded.value.get(id) ?? id === first?.goalId;
    },
    unfold(id: Id, open: boolean): void {
      unfolded.value = new Map(unfolded.peek()).set(id, open);
    },
    writeDestination(mentorshipId: Id, text: string) {
      return performInForm(
        () => setDestination(db, mentorshipId, text),
        i18n.t("goals.said.destinationSaved"),
      );
    },
    addGoal(mentorshipId: Id, title: string) {
      return performInForm(async () => {
        const { id, act } = await addGoal(db, mentorshipId, title);
        unfolded.value = new Map(unfolded.peek()).set(id, true);
        return act;
      }, i18n.t("goals.said.goalAdded"));
    },
    editGoal(id: Id, edit: GoalEdit) {
      return performInForm(() => editGoal(db, id, edit), i18n.t("goals.said.goalSaved"));
    },
    setStatus(id: Id, status: Goal["status"]): Promise<boolean> {
      return perform(() => editGoal(db, id, { status }), i18n.t(`goals.said.${status}`));
    },
    /** Makes a goal what the next meeting is for. */
    focusOn({ id, title, mentorshipId }: Pick<Goal, "id" | "title" | "mentorshipId">): Promise<boolean> {
      return perform(
        () => focusNextMeetingOn(db, mentorshipId, title, { table: "goals", id }),
        i18n.t("brief.saidFocus"),
      );
    },
    removeGoal(goal: Pick<Goal, "id" | "title">): Promise<boolean> {
      return perform(() => removeGoal(db, goal.id), i18n.t("goals.said.removed", [goal.title]));
    },
    rate(id: Id, rating: GoalRating) {
      return performInForm(() => rateGoal(db, id, rating), i18n.t("goalPlan.said.rated"));
    },
    /** With `null` the agreement is taken back. */
    agree(id: Id, on: Day | null): Promise<boolean> {
      return perform(
        () => agreeOnGoal(db, id, on),
        i18n.t(on ? "goalPlan.said.agreed" : "goalPlan.said.notAgreed"),
      );
    },
    /** Puts a goal at another place of the list, counted from 0. */
    place(id: Id, at: number): Promise<boolean> {
      return perform(() => orderGoal(db, id, at), i18n.t("goalPlan.said.placed"));
    },
    placeInForm(id: Id, at: number, reason: string) {
      return performInForm(() => orderGoal(db, id, at, reason), i18n.t("goalPlan.said.placed"));
    },
    addOutcome(mentorshipId: Id, outcome: { text: string; goalId: string }) {
      return performInForm(() => addOutcome(db, mentorshipId, outcome), i18n.t("goalPlan.said.outcomeAdded"));
    },
    editOutcome(id: Id, outcome: { text: string; goalId: string }) {
      return performInForm(() => editOutcome(db, id, outcome), i18n.t("goalPlan.said.outcomeSaved"));
    },
    removeOutcome(outcome: Pick<InventoryItem, "id" | "text">): Promise<boolean> {
      return perform(() => removeOutcome(db, outcome.id), i18n.t("goals.said.removed", [outcome.text]));
    },
    /** Moves what is undone along with a start that was moved. */
    shift({ mentorshipId, goalId, days, count }: ShiftOffer): Promise<boolean> {
      return perform(
        () => shiftRoadmap(db, { mentorshipId, goalId }, days),
        i18n.t("goalPlan.said.shifted", count),
      );
    },
    leaveUnshifted(offer: ShiftOffer): void {
      putAway.value = new Set([...putAway.peek(), offer.act]);
    },
  };
}

export type GoalsModel = ReturnType<typeof createGoals>;
