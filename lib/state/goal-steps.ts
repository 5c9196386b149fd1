import { signal } from "@preact/signals";
import { i18n } from "#i18n";
import { addMilestones, completeMilestone, removeMilestone, reopenMilestone } from "@/lib/db/goals.ts";
import {
  editStep,
  orderMilestone,
  spreadMilestones,
  type StepEdit,
  type StepMove,
  writeCheckpoint,
} from "@/lib/db/plan.ts";
import { addTopic } from "@/lib/db/topics.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import { type QuickStep, readQuickSteps } from "@/lib/domain/quick-add.ts";
import type { SpreadInterval } from "@/lib/domain/spread.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { Phase } from "@/lib/domain/vocabulary.ts";
import { perform } from "./acts.ts";
import { today } from "./clock.ts";
import { db } from "./database.ts";
import { performInForm } from "./field-act.ts";

/** The steps of a plan and what can be done with them. */
export function createSteps() {
  /** The step that was reached just now: a word about it is asked for, once. */
  const justReached = signal<Id | null>(null);
  return {
    justReached,
    /** What a line, or several, would become. */
    read(text: string): QuickStep[] {
      return readQuickSteps(text, today.peek());
    },
    /** Adds each line of a text as a step; what says no phase goes into `phase`. */
    add(goalId: Id, text: string, phase: Phase) {
      const steps = readQuickSteps(text, today.peek());
      return performInForm(
        () => {
          if (steps.length === 0) throw new UserError("emptyText");
          return addMilestones(
            db,
            goalId,
            steps.map((step) => ({
              title: step.title,
              phase: step.phase ?? phase,
              dueOn: step.dueOn ?? "",
              ...(step.owner ? { owner: step.owner } : {}),
              must: step.must,
              tags: step.tags,
            })),
          );
        },
        i18n.t("goalPlan.said.stepsAdded", steps.length),
      );
    },
    edit(milestone: Milestone, { dueOn, ...edit }: StepEdit & { dueOn: string }) {
      // A date that was not touched is not moved, and what was put off stays put off.
      const moved = dueOn === (milestone.dueOn ?? "") ? {} : { dueOn };
      return performInForm(
        () => editStep(db, milestone.id, { ...edit, ...moved }),
        i18n.t("goals.said.milestoneSaved"),
      );
    },
    remove(milestone: Pick<Milestone, "id" | "title">): Promise<boolean> {
      return perform(
        () => removeMilestone(db, milestone.id),
        i18n.t("goals.said.removed", [milestone.title]),
      );
    },
    async reach(id: Id): Promise<void> {
      if (await perform(() => completeMilestone(db, id), i18n.t("said.milestoneReached"))) {
        justReached.value = id;
      }
    },
    reopen(id: Id): Promise<boolean> {
      justReached.value = null;
      return perform(() => reopenMilestone(db, id), i18n.t("goals.said.reopened"));
    },
    writeCheckpoint(id: Id, said: { worked: string; didNot: string; adjust: string }) {
      return performInForm(() => writeCheckpoint(db, id, said), i18n.t("goalPlan.said.checkpoint"));
    },
    noCheckpoint(): void {
      justReached.value = null;
    },
    /** Up or down, or beside another one. */
    move(id: Id, move: StepMove): Promise<boolean> {
      return perform(() => orderMilestone(db, id, move), i18n.t("goalPlan.said.placed"));
    },
    spread(goalId: Id, firstOn: string, interval: SpreadInterval) {
      return performInForm(
        () => spreadMilestones(db, goalId, firstOn, interval),
        i18n.t("goalPlan.said.spread"),
      );
    },
    /** Puts a milestone on the agenda of the next meeting, once. */
    discuss({ id, mentorshipId, title }: Milestone): Promise<boolean> {
      return perform(
        () => addTopic(db, mentorshipId, title, "topic", { table: "milestones", id }),
        i18n.t("goals.said.onAgenda"),
      );
    },
  };
}

export type StepsModel = ReturnType<typeof createSteps>;
