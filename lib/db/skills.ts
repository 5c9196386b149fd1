import type { Write } from "@/lib/domain/change.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import type { SkillMoment } from "@/lib/domain/skill-rating.ts";
import type { Skill } from "@/lib/domain/skill.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { dayFrom, lineFrom } from "./input.ts";
import { nextOrder } from "./lines.ts";
import { mutate } from "./mutate.ts";
import { milestoneBirths } from "./goals.ts";

/** The competencies of a mentorship in their order, those for all mentorships among them. */
export async function skillsOf(db: MilepostDb, mentorshipId: Id): Promise<Skill[]> {
  const rows = await db.skills.toArray();
  return rows
    .filter((row) => !row.deletedAt && (!row.mentorshipId || row.mentorshipId === mentorshipId))
    .toSorted((a, b) => a.order - b.order || a.createdAt - b.createdAt);
}

export function addSkill(db: MilepostDb, mentorshipId: Id, name: string): Promise<Id | null> {
  return mutate(db, { did: "addSkill" }, async () => {
    const order = nextOrder(await skillsOf(db, mentorshipId));
    return [{ table: "skills", id: db.newId(), patch: { mentorshipId, name: lineFrom(name), order } }];
  });
}

/** Renames a competency, and (with `goalIds`) says which goals of the mentorship build it. */
export function editSkill(
  db: MilepostDb,
  mentorshipId: Id,
  id: Id,
  edit: { name: string; goalIds?: readonly Id[] },
): Promise<Id | null> {
  return mutate(db, { did: "editSkill" }, async () => {
    const goals = edit.goalIds ? await db.goals.where("mentorshipId").equals(mentorshipId).toArray() : [];
    const links = goals.flatMap((goal): Write[] => {
      const has = goal.skillIds?.includes(id) ?? false;
      if (goal.deletedAt || has === edit.goalIds?.includes(goal.id)) return [];
      const others = goal.skillIds?.filter((each) => each !== id) ?? [];
      return [{ table: "goals", id: goal.id, patch: { skillIds: has ? others : [...others, id] } }];
    });
    return [{ table: "skills", id, patch: { name: lineFrom(edit.name) } }, ...links];
  });
}

/** Says how much is needed; `null` takes it back. */
export function setSkillNeeded(db: MilepostDb, id: Id, needed: number | null): Promise<Id | null> {
  return mutate(db, { did: "editSkill" }, () => [
    { table: "skills", id, patch: { needed: ratingFrom(needed) } },
  ]);
}

/** Rates oneself at one of the three moments, on a day; `null` takes the rating back. */
export function rateSkill(
  db: MilepostDb,
  id: Id,
  rating: { moment: SkillMoment; value: number | null; on: Day },
): Promise<Id | null> {
  return mutate(db, { did: "editSkill" }, () => {
    const value = ratingFrom(rating.value);
    const patch: Partial<Skill> = {
      [rating.moment]: value,
      [`${rating.moment}On`]: value === null ? null : dayFrom(rating.on),
    };
    return [{ table: "skills", id, patch }];
  });
}

export function removeSkill(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeSkill" }, () => [{ table: "skills", id, patch: { deletedAt: db.now() } }]);
}

/** Makes a gap a goal that names its competency. */
export function makeGoalOfSkill(
  db: MilepostDb,
  mentorshipId: Id,
  skillId: Id,
  title: string,
): Promise<Id | null> {
  return mutate(db, { did: "addGoal" }, async () => {
    const order = nextOrder(await db.goals.where("mentorshipId").equals(mentorshipId).toArray());
    const patch = {
      mentorshipId,
      title: lineFrom(title),
      status: "open" as const,
      skillIds: [skillId],
      order,
    };
    return [{ table: "goals", id: db.newId(), patch }];
  });
}

/** Makes a gap a step of a goal, which names the competency from then on. */
export function makeStepOfSkill(
  db: MilepostDb,
  goalId: Id,
  skillId: Id,
  step: { title: string; dueOn: string },
): Promise<Id | null> {
  return mutate(db, { did: "addMilestone" }, async () => {
    const goal = await db.goals.get(goalId);
    if (!goal || goal.deletedAt) throw new UserError("notFound");
    const skillIds = [...(goal.skillIds ?? []).filter((id) => id !== skillId), skillId];
    return [
      ...(await milestoneBirths(db, goalId, [{ ...step, phase: "practice" }])),
      { table: "goals", id: goalId, patch: { skillIds } },
    ];
  });
}

function ratingFrom(value: number | null): number | null {
  if (value === null) return null;
  return Number.isInteger(value) && value >= 1 && value <= 5 ? value : null;
}
