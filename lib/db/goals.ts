import type { Id } from "@/lib/domain/envelope.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import type { Phase } from "@/lib/domain/vocabulary.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { dayFrom, lineFrom, reasonFrom, textFrom } from "./input.ts";
import { mutate } from "./mutate.ts";
import { shownOf, trashedParents } from "./shown.ts";

/** The goals of a mentorship in their order, those in the trash left out. */
export async function goalsOf(db: MilepostDb, mentorshipId: Id): Promise<Goal[]> {
  const rows = await db.goals.where("mentorshipId").equals(mentorshipId).toArray();
  return rows
    .filter((goal) => !goal.deletedAt)
    .toSorted((a, b) => a.order - b.order || a.createdAt - b.createdAt);
}

export async function milestonesOf(db: MilepostDb, mentorshipId: Id): Promise<Milestone[]> {
  const rows = await db.milestones.where("mentorshipId").equals(mentorshipId).toArray();
  const shown = shownOf(rows, await trashedParents(db));
  return shown.toSorted((a, b) => a.order - b.order || a.createdAt - b.createdAt);
}

/** @returns the id of the new goal, and of the act */
export async function addGoal(
  db: MilepostDb,
  mentorshipId: Id,
  title: string,
): Promise<{ id: Id; act: Id | null }> {
  const id = db.newId();
  const act = await mutate(db, { did: "addGoal" }, async () => {
    const goals = await goalsOf(db, mentorshipId);
    return [
      {
        table: "goals",
        id,
        patch: {
          mentorshipId,
          title: lineFrom(title),
          status: "open",
          order: (goals.at(-1)?.order ?? -1) + 1,
        },
      },
    ];
  });
  return { id, act };
}

/** Changes what is given of a goal. `dueOn` is `YYYY-MM-DD` or empty for none; `reason` goes into the history. */
export function editGoal(
  db: MilepostDb,
  id: Id,
  edit: { title?: string; why?: string; dueOn?: string; status?: Goal["status"]; reason?: string },
): Promise<Id | null> {
  return mutate(
    db,
    { did: edit.status ? "setGoalStatus" : "editGoal", ...reasonFrom(edit.reason) },
    async () => {
      // What leads to a goal that was let go is let go with it; taken up again, the goal finds it again.
      const [from, to] =
        edit.status === "dropped" ? (["open", "dropped"] as const) : (["dropped", "open"] as const);
      const milestones = edit.status ? await db.milestones.where("goalId").equals(id).toArray() : [];
      const moved = edit.status === "dropped" || edit.status === "open" ? milestones : [];
      return [
        {
          table: "goals",
          id,
          patch: {
            ...(edit.title === undefined ? {} : { title: lineFrom(edit.title) }),
            ...(edit.why === undefined ? {} : { why: textFrom(edit.why) }),
            ...(edit.dueOn === undefined ? {} : { dueOn: dayFrom(edit.dueOn) }),
            ...(edit.status === undefined ? {} : { status: edit.status }),
          },
        },
        ...moved
          .filter((row) => row.status === from && !row.deletedAt)
          .map((row) => ({ table: "milestones" as const, id: row.id, patch: { status: to } })),
      ];
    },
  );
}

/** Moves a goal to the trash. Its milestones are out of sight with it, and come back with it. */
export function removeGoal(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeGoal" }, () => [{ table: "goals", id, patch: { deletedAt: db.now() } }]);
}

export interface NewMilestone {
  title: string;
  phase: Phase;
  dueOn: string;
}

export function addMilestone(db: MilepostDb, goalId: Id, milestone: NewMilestone): Promise<Id | null> {
  return mutate(db, { did: "addMilestone" }, async () => {
    const goal = await db.goals.get(goalId);
    if (!goal) throw new UserError("notFound");
    const siblings = await db.milestones.where("goalId").equals(goalId).toArray();
    return [
      {
        table: "milestones",
        id: db.newId(),
        patch: {
          mentorshipId: goal.mentorshipId,
          goalId,
          title: lineFrom(milestone.title),
          phase: milestone.phase,
          dueOn: dayFrom(milestone.dueOn),
          owner: "me",
          status: "open",
          order: Math.max(-1, ...siblings.map((row) => row.order)) + 1,
        },
      },
    ];
  });
}

/** Changes what is given of a milestone; `reason` goes into the history. */
export function editMilestone(
  db: MilepostDb,
  id: Id,
  edit: { title?: string; phase?: Phase; dueOn?: string; reason?: string },
): Promise<Id | null> {
  const did = edit.dueOn === undefined ? "editMilestone" : "moveMilestone";
  return mutate(db, { did, ...reasonFrom(edit.reason) }, () => [
    {
      table: "milestones",
      id,
      patch: {
        ...(edit.title === undefined ? {} : { title: lineFrom(edit.title) }),
        ...(edit.phase === undefined ? {} : { phase: edit.phase }),
        // A new date is a new promise: what was put off before does not hide it.
        ...(edit.dueOn === undefined ? {} : { dueOn: dayFrom(edit.dueOn), snoozedUntilAt: null }),
      },
    },
  ]);
}

export function completeMilestone(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "completeMilestone" }, async () =>
    (await db.milestones.get(id))?.status === "reached"
      ? []
      : [{ table: "milestones", id, patch: { status: "reached", reachedAt: db.now() } }],
  );
}

export function reopenMilestone(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "reopenMilestone" }, () => [
    { table: "milestones", id, patch: { status: "open", reachedAt: null } },
  ]);
}

export function removeMilestone(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeMilestone" }, () => [
    { table: "milestones", id, patch: { deletedAt: db.now() } },
  ]);
}
