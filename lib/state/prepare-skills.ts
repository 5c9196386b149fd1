import { i18n } from "#i18n";
import {
  addSkill,
  editSkill,
  makeGoalOfSkill,
  makeStepOfSkill,
  rateSkill,
  removeSkill,
  setSkillNeeded,
} from "@/lib/db/skills.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { SkillMoment } from "@/lib/domain/skill-rating.ts";
import { perform } from "./acts.ts";
import { today } from "./clock.ts";
import { db } from "./database.ts";
import { performInForm } from "./field-act.ts";
import type { SkillView } from "./prepare-read.ts";

/** What can be done with the competencies of a mentorship. */
export function createSkillActs(here: () => Id) {
  return {
    add: (name: string) => performInForm(() => addSkill(db, here(), name)),
    edit: (view: SkillView, name: string, goalIds: readonly Id[]) =>
      performInForm(() => editSkill(db, here(), view.id, { name, goalIds }), i18n.t("prepare.said.saved")),
    remove: (view: SkillView) =>
      perform(() => removeSkill(db, view.id), i18n.t("prepare.said.removed", [view.text])),
    need: (view: SkillView, needed: number | null) => perform(() => setSkillNeeded(db, view.id, needed)),
    rate: (view: SkillView, moment: SkillMoment, value: number | null) =>
      perform(() => rateSkill(db, view.id, { moment, value, on: today.peek() })),
    makeGoal: (view: SkillView, title: string) =>
      perform(() => makeGoalOfSkill(db, here(), view.id, title), i18n.t("prepare.said.became.goals")),
    makeStep: (view: SkillView, goalId: Id, step: { title: string; dueOn: string }) =>
      performInForm(() => makeStepOfSkill(db, goalId, view.id, step), i18n.t("goals.said.milestoneAdded")),
  };
}

export type SkillActs = ReturnType<typeof createSkillActs>;
