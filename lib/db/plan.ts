import type { Write } from "@/lib/domain/change.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import { inPlanOrder, stepMove, stepPlace } from "@/lib/domain/plan-order.ts";
import { shiftedMilestones, spreadDays, type SpreadInterval } from "@/lib/domain/spread.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { milestonesOf } from "./goal-rows.ts";
import { type MilestoneEdit, milestoneWrites } from "./goals.ts";
import { dayFrom, reasonFrom, textFrom } from "./input.ts";
import { mutate } from "./mutate.ts";
import { newTopic } from "./topics.ts";
import { topicsOf } from "./topic-rows.ts";
import { nextOrder } from "./lines.ts";

// What is done with the steps of a plan beyond adding and changing one: order, dates of many, a word when it is reached.

/** Where a step is put: one up or down, or beside another one. */
export type StepMove = -1 | 1 | { besideId: Id; after: boolean };

/** Moves an open step among those of its goal. Past the end of its phase it comes into the next one. */
export function orderMilestone(db: MilepostDb, id: Id, move: StepMove): Promise<Id | null> {
  return mutate(db, { did: "orderMilestones" }, async () => {
    const row = await found(db, id);
    const plan = inPlanOrder(await stepsOf(db, row.goalId));
    const moved = typeof move === "number" ? stepMove(plan, id, move) : stepPlace(plan, id, move);
    if (!moved) return [];
    const phase =
      moved.phase === row.phase
        ? {}
        : { phase: moved.phase, phaseOn: dayOf(db.now(), Temporal.Now.timeZoneId()) };
    return moved.placed.map((placed) => ({
      table: "milestones",
      id: placed.id,
      patch: { order: placed.order, ...(placed.id === id ? phase : {}) },
    }));
  });
}

/** What a form says of a step: its fields, whether it needs work, and the goal that it leads to. */
export interface StepEdit extends MilestoneEdit {
  needsWork: boolean;
  goalId: Id;
}

/** Changes a step as its form says, as one act. */
export function editStep(
  db: MilepostDb,
  id: Id,
  { needsWork, goalId, ...edit }: StepEdit,
): Promise<Id | null> {
  return mutate(db, { did: "editMilestone", ...reasonFrom(edit.reason) }, async () => {
    const row = await found(db, id);
    const title = edit.title ?? row.title;
    return [
      ...(await milestoneWrites(db, id, edit)),
      ...(await needsWorkWrites(db, { ...row, title }, needsWork)),
      ...(await toGoalWrites(db, row, goalId)),
    ];
  });
}

/** Moves a step to another goal of the same mentorship, to the end of its list. */
export function moveMilestoneToGoal(db: MilepostDb, id: Id, goalId: Id): Promise<Id | null> {
  return mutate(db, { did: "moveMilestoneToGoal" }, async () =>
    toGoalWrites(db, await found(db, id), goalId),
  );
}

async function toGoalWrites(db: MilepostDb, row: Milestone, goalId: Id): Promise<Write[]> {
  if (row.goalId === goalId) return [];
  const goal = await db.goals.get(goalId);
  if (!goal || goal.deletedAt || goal.mentorshipId !== row.mentorshipId) throw new UserError("notFound");
  const order = nextOrder(await stepsOf(db, goalId));
  const evidence = await db.evidence.where("goalId").equals(row.goalId).toArray();
  return [
    { table: "milestones", id: row.id, patch: { goalId, order } },
    // What shows that it came true goes with it.
    ...evidence
      .filter((each) => each.milestoneId === row.id)
      .map((each): Write => ({ table: "evidence", id: each.id, patch: { goalId } })),
  ];
}

/**
 * Gives the open steps of a goal dates at a regular interval, in their order; see {@link spreadDays}.
 * @param firstOn `YYYY-MM-DD`
 */
export function spreadMilestones(
  db: MilepostDb,
  goalId: Id,
  firstOn: string,
  interval: SpreadInterval,
): Promise<Id | null> {
  const first = dayFrom(firstOn);
  if (!first) throw new UserError("badDate");
  if (!Number.isInteger(interval.every) || interval.every < 1 || interval.every > 366) {
    throw new UserError("badNumber");
  }
  return mutate(db, { did: "spreadMilestones" }, async () => {
    const open = inPlanOrder(await stepsOf(db, goalId)).filter((step) => step.status === "open");
    const days = spreadDays(first, open.length, interval);
    return open.map((step, n) => ({
      table: "milestones",
      id: step.id,
      patch: { dueOn: days[n] ?? null, snoozedUntilAt: null },
    }));
  });
}

/**
 * Moves the open milestones of a goal, or of a whole mentorship, by so many days; what is reached stays where it was.
 * @param days negative for earlier
 */
export function shiftRoadmap(
  db: MilepostDb,
  of: { mentorshipId: Id; goalId?: Id | null },
  days: number,
): Promise<Id | null> {
  return mutate(db, { did: "shiftRoadmap" }, async () => {
    const all = await milestonesOf(db, of.mentorshipId);
    const mine = all.filter((row) => !of.goalId || row.goalId === of.goalId);
    return shiftedMilestones(mine, days).map(({ id, dueOn }) => ({
      table: "milestones",
      id,
      patch: { dueOn, snoozedUntilAt: null },
    }));
  });
}

/** What worked, what did not and what to adjust, once a step was reached. Empty is left out. */
export function writeCheckpoint(
  db: MilepostDb,
  id: Id,
  said: { worked: string; didNot: string; adjust: string },
): Promise<Id | null> {
  return mutate(db, { did: "checkpoint" }, async () => {
    await found(db, id);
    const patch = {
      worked: textFrom(said.worked.trim()),
      didNot: textFrom(said.didNot.trim()),
      adjust: textFrom(said.adjust.trim()),
    };
    return [{ table: "milestones", id, patch }];
  });
}

/**
 * Says that a step is a weak part of the plan, or that it is well again. A weak one goes on the next agenda, before what
 * else stands there; one that is well again is taken off it.
 */
export function setNeedsWork(db: MilepostDb, id: Id, needsWork: boolean): Promise<Id | null> {
  return mutate(db, { did: "editMilestone" }, async () =>
    needsWorkWrites(db, await found(db, id), needsWork),
  );
}

async function needsWorkWrites(db: MilepostDb, row: Milestone, needsWork: boolean): Promise<Write[]> {
  if (needsWork === Boolean(row.needsWork)) return [];
  const topics = await topicsOf(db, row.mentorshipId);
  const from = { table: "milestones", id: row.id } as const;
  const own = topics.find(
    (topic) => topic.state === "open" && topic.fromTable === from.table && topic.fromId === from.id,
  );
  const flagged: Write = { table: "milestones", id: row.id, patch: { needsWork } };
  if (!needsWork) {
    return own ? [flagged, { table: "topics", id: own.id, patch: { deletedAt: db.now() } }] : [flagged];
  }
  const order = Math.min(0, ...topics.map((topic) => topic.order)) - 1;
  if (own) return [flagged, { table: "topics", id: own.id, patch: { order } }];
  const added = newTopic(db, topics, { mentorshipId: row.mentorshipId, title: row.title, from });
  return added ? [flagged, { ...added, patch: { ...added.patch, order } }] : [flagged];
}

async function found(db: MilepostDb, id: Id): Promise<Milestone> {
  const row = await db.milestones.get(id);
  if (!row || row.deletedAt) throw new UserError("notFound");
  return row;
}

async function stepsOf(db: MilepostDb, goalId: Id): Promise<Milestone[]> {
  const rows = await db.milestones.where("goalId").equals(goalId).toArray();
  return rows.filter((row) => !row.deletedAt);
}
