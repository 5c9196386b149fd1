import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import {
  addGoal,
  addMilestone,
  completeMilestone,
  editGoal,
  editMilestone,
  goalsOf,
  milestonesOf,
  type NewMilestone,
  removeGoal,
  removeMilestone,
  reopenMilestone,
} from "@/lib/db/goals.ts";
import { focusedMentorship, setDestination } from "@/lib/db/mentorships.ts";
import { addTopic } from "@/lib/db/topics.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import { nextMilestone } from "@/lib/domain/next-milestone.ts";
import { goalProgress, inWalkingOrder } from "@/lib/domain/progress.ts";
import { perform } from "./acts.ts";
import { today } from "./clock.ts";
import { db } from "./database.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";

async function readGoals() {
  const focused = await focusedMentorship(db);
  if (!focused) return null;
  const { mentorship } = focused;
  const [goals, milestones] = await Promise.all([
    goalsOf(db, mentorship.id),
    milestonesOf(db, mentorship.id),
  ]);
  return { mentorshipId: mentorship.id, destination: mentorship.destination, goals, milestones };
}

function viewOf(read: NonNullable<Awaited<ReturnType<typeof readGoals>>>, day: Day) {
  const next = nextMilestone(read.milestones, day);
  const goals = read.goals.map((goal) => {
    const milestones = inWalkingOrder(read.milestones.filter((row) => row.goalId === goal.id));
    return {
      goal,
      milestones,
      progress: goalProgress(goal, milestones, day),
      /** The milestone of this goal to look at next. */
      next: nextMilestone(milestones, day),
    };
  });
  return {
    mentorshipId: read.mentorshipId,
    destination: read.destination,
    today: day,
    open: goals.filter(({ goal }) => goal.status === "open"),
    closed: goals.filter(({ goal }) => goal.status !== "open"),
    /** The goal with the next milestone. */
    nextGoalId: next?.goalId ?? goals.find(({ goal }) => goal.status === "open")?.goal.id ?? null,
  };
}

export type GoalsView = ReturnType<typeof viewOf>;
export type GoalView = GoalsView["open"][number];

/** The goals of a mentorship and what can be done with them: one model for the page of all and the page of one. */
export function createGoals() {
  const rows = liveSignal(readGoals);
  const unfolded = signal<ReadonlyMap<Id, boolean>>(new Map());
  const view = computed(() => rows.value && viewOf(rows.value, today.value));
  // The goal that stands open at first stays open when its milestone is reached and another goal is next.
  let first: { mentorshipId: Id; goalId: Id | null } | undefined;
  return {
    view,
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
    editGoal(id: Id, edit: { title?: string; why?: string; dueOn?: string; reason?: string }) {
      return performInForm(() => editGoal(db, id, edit), i18n.t("goals.said.goalSaved"));
    },
    setStatus(id: Id, status: Goal["status"]): Promise<boolean> {
      return perform(() => editGoal(db, id, { status }), i18n.t(`goals.said.${status}`));
    },
    removeGoal(goal: Pick<Goal, "id" | "title">): Promise<boolean> {
      return perform(() => removeGoal(db, goal.id), i18n.t("goals.said.removed", [goal.title]));
    },
    addMilestone(goalId: Id, milestone: NewMilestone) {
      return performInForm(() => addMilestone(db, goalId, milestone), i18n.t("goals.said.milestoneAdded"));
    },
    editMilestone(
      milestone: Pick<Milestone, "id" | "dueOn">,
      { dueOn, ...edit }: NewMilestone & { reason?: string },
    ) {
      // A date that was not touched is not moved, and what was put off stays put off.
      const moved = dueOn === (milestone.dueOn ?? "") ? {} : { dueOn };
      return performInForm(
        () => editMilestone(db, milestone.id, { ...edit, ...moved }),
        i18n.t("goals.said.milestoneSaved"),
      );
    },
    removeMilestone(milestone: Pick<Milestone, "id" | "title">): Promise<boolean> {
      return perform(
        () => removeMilestone(db, milestone.id),
        i18n.t("goals.said.removed", [milestone.title]),
      );
    },
    reach(id: Id): Promise<boolean> {
      return perform(() => completeMilestone(db, id), i18n.t("said.milestoneReached"));
    },
    reopen(id: Id): Promise<boolean> {
      return perform(() => reopenMilestone(db, id), i18n.t("goals.said.reopened"));
    },
    /** Puts a milestone on the agenda of the next meeting, once. */
    discuss(mentorshipId: Id, { id, title }: Pick<Milestone, "id" | "title">): Promise<boolean> {
      return perform(
        () => addTopic(db, mentorshipId, title, "topic", { table: "milestones", id }),
        i18n.t("goals.said.onAgenda"),
      );
    },
  };
}

export type GoalsModel = ReturnType<typeof createGoals>;
