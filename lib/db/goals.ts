import type { Write } from "@/lib/domain/change.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import { inPlanOrder, isChronological, placeAt, placeByDate, type Placed } from "@/lib/domain/plan-order.ts";
import type { Owner, Phase } from "@/lib/domain/vocabulary.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { dayFrom, lineFrom, reasonFrom, textFrom } from "./input.ts";
import { goalsOf } from "./goal-rows.ts";
import { mutate } from "./mutate.ts";
import { nextOrder } from "./lines.ts";

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

/** What a form says of a goal; what is left out stays as it is, what is empty is emptied. */
export interface GoalEdit extends Partial<GoalWords> {
  title?: string;
  status?: Goal["status"];
  /** `YYYY-MM-DD`, or empty for none. */
  startsOn?: string;
  dueOn?: string;
  reviewOn?: string;
  horizon?: Goal["horizon"];
  kind?: Goal["kind"];
  progressBy?: Goal["progressBy"];
  progressPercent?: number | null;
  skillIds?: Goal["skillIds"];
  /** Goes into the history. */
  reason?: string;
}

const wordFields = ["why", "outcome", "measure", "strategy", "showBy", "progressNote"] as const;
type GoalWords = Record<(typeof wordFields)[number], string>;
const dayFields = ["startsOn", "dueOn", "reviewOn"] as const;
const plainFields = ["status", "horizon", "kind", "progressBy", "progressPercent", "skillIds"] as const;

/**
 * Changes what is given of a goal.
 * @throws UserError `dueBeforeStart`
 */
export function editGoal(db: MilepostDb, id: Id, edit: GoalEdit): Promise<Id | null> {
  return mutate(
    db,
    { did: edit.status ? "setGoalStatus" : "editGoal", ...reasonFrom(edit.reason) },
    async () => {
      const goal = await db.goals.get(id);
      if (!goal) throw new UserError("notFound");
      const patch: Partial<Goal> = changesOf(goal, {
        ...(edit.title === undefined ? {} : { title: lineFrom(edit.title) }),
        ...given(edit, wordFields, textFrom),
        ...given(edit, dayFields, dayFrom),
        ...given(edit, plainFields, (value) => value),
      });
      const { startsOn, dueOn } = { ...goal, ...patch };
      if (startsOn && dueOn && dueOn < startsOn) throw new UserError("dueBeforeStart");
      return [{ table: "goals", id, patch }, ...(await withStatus(db, id, edit.status))];
    },
  );
}

/** Empty where it was empty is no edit: it would look like one since both agreed. */
function changesOf(goal: Goal, patch: Partial<Goal>): Partial<Goal> {
  const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === "";
  const before: Partial<Record<string, unknown>> = goal;
  return Object.fromEntries(
    Object.entries(patch).filter(([field, value]) => !isEmpty(value) || !isEmpty(before[field])),
  );
}

/** Those fields that the edit says something of, as they are stored. */
function given<K extends keyof GoalEdit>(
  edit: GoalEdit,
  fields: readonly K[],
  read: (value: NonNullable<GoalEdit[K]>) => unknown,
): Partial<Goal> {
  return Object.fromEntries(
    fields
      .filter((field) => edit[field] !== undefined)
      .map((field) => [field, edit[field] === null ? null : read(edit[field] as NonNullable<GoalEdit[K]>)]),
  );
}

/** What leads to a goal that was let go is let go with it; taken up again, the goal finds it again. */
async function withStatus(db: MilepostDb, goalId: Id, status: Goal["status"] | undefined): Promise<Write[]> {
  if (status !== "dropped" && status !== "open") return [];
  const from = status === "dropped" ? "open" : "dropped";
  const milestones = await db.milestones.where("goalId").equals(goalId).toArray();
  return milestones
    .filter((row) => row.status === from && !row.deletedAt)
    .map((row) => ({ table: "milestones", id: row.id, patch: { status } }));
}

/** Moves a goal to the trash. Its milestones are out of sight with it, and come back with it. */
export function removeGoal(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeGoal" }, () => [{ table: "goals", id, patch: { deletedAt: db.now() } }]);
}

export interface NewMilestone {
  title: string;
  phase: Phase;
  /** `YYYY-MM-DD`, or empty for none. */
  dueOn: string;
  owner?: Owner;
  must?: boolean;
  tags?: readonly string[];
}

export function addMilestone(db: MilepostDb, goalId: Id, milestone: NewMilestone): Promise<Id | null> {
  return addMilestones(db, goalId, [milestone]);
}

/** Adds steps to a goal as one act, each at the place of its date; see {@link placeByDate}. */
export function addMilestones(
  db: MilepostDb,
  goalId: Id,
  steps: readonly NewMilestone[],
): Promise<Id | null> {
  return mutate(db, { did: "addMilestone" }, () => milestoneBirths(db, goalId, steps));
}

/** What {@link addMilestones} writes, for an act that does more than that. Call inside a transaction. */
export async function milestoneBirths(
  db: MilepostDb,
  goalId: Id,
  steps: readonly NewMilestone[],
): Promise<Write[]> {
  const goal = await db.goals.get(goalId);
  if (!goal) throw new UserError("notFound");
  const siblings = inPlanOrder(await siblingsOf(db, goalId));
  const writes: Write[] = [];
  for (const step of steps) {
    const id = db.newId();
    const dueOn = dayFrom(step.dueOn);
    const open = siblings.filter((row) => row.phase === step.phase && row.status === "open");
    const at = placeByDate(open, dueOn) ?? open.length;
    const last = nextOrder(siblings);
    const placed = at === open.length ? [{ id, order: last }] : placeAt(open, id, at);
    const order = placed.find((row) => row.id === id)?.order ?? last;
    const patch = {
      mentorshipId: goal.mentorshipId,
      goalId,
      title: lineFrom(step.title),
      phase: step.phase,
      dueOn,
      owner: step.owner ?? "me",
      status: "open" as const,
      order,
      ...(step.must ? { must: true } : {}),
      ...(step.tags?.length ? { tags: step.tags.map((tag) => lineFrom(tag)) } : {}),
    };
    writes.push({ table: "milestones", id, patch }, ...ranksOf(placed, id));
    siblings.push({ id, status: "open", phase: step.phase, dueOn, order });
    siblings.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  }
  return writes;
}

type Sibling = Pick<Milestone, "id" | "status" | "phase" | "dueOn" | "order" | "reachedAt">;

/** The steps of a goal that are not in the trash. */
async function siblingsOf(db: MilepostDb, goalId: Id): Promise<Sibling[]> {
  const rows = await db.milestones.where("goalId").equals(goalId).toArray();
  return rows.filter((row) => !row.deletedAt);
}

/** The writes that give rows their ranks, but for the one that is written anyway. */
function ranksOf(placed: readonly Placed[], butId?: Id): Write[] {
  return placed
    .filter(({ id }) => id !== butId)
    .map(({ id, order }) => ({ table: "milestones", id, patch: { order } }));
}

export interface MilestoneEdit {
  title?: string;
  phase?: Phase;
  dueOn?: string;
  owner?: Owner;
  must?: boolean;
  tags?: readonly string[];
  reason?: string;
}

/** Changes what is given of a milestone; `reason` goes into the history. A step with a new date goes to its place. */
export function editMilestone(db: MilepostDb, id: Id, edit: MilestoneEdit): Promise<Id | null> {
  const did = edit.dueOn === undefined ? "editMilestone" : "moveMilestone";
  return mutate(db, { did, ...reasonFrom(edit.reason) }, () => milestoneWrites(db, id, edit));
}

/** What {@link editMilestone} writes, for an act that does more than that. Call inside a transaction. */
export async function milestoneWrites(db: MilepostDb, id: Id, edit: MilestoneEdit): Promise<Write[]> {
  const row = await db.milestones.get(id);
  if (!row) throw new UserError("notFound");
  const dueOn = edit.dueOn === undefined ? undefined : dayFrom(edit.dueOn);
  const entersPhase = edit.phase !== undefined && edit.phase !== row.phase;
  const tags = edit.tags?.length || row.tags?.length ? edit.tags : undefined;
  const patch: Partial<Milestone> = {
    ...(edit.title === undefined ? {} : { title: lineFrom(edit.title) }),
    ...(edit.phase === undefined ? {} : { phase: edit.phase }),
    ...(entersPhase ? { phaseOn: dayOf(db.now(), Temporal.Now.timeZoneId()) } : {}),
    ...(edit.owner === undefined ? {} : { owner: edit.owner }),
    ...(edit.must === undefined || edit.must === Boolean(row.must) ? {} : { must: edit.must }),
    ...(tags === undefined ? {} : { tags: tags.map((tag) => lineFrom(tag)) }),
    // A new date is a new promise: what was put off before does not hide it.
    ...(dueOn === undefined ? {} : { dueOn, snoozedUntilAt: null }),
  };
  return [{ table: "milestones", id, patch }, ...(await atItsDate(db, row, { ...row, ...patch }))];
}

/** Where a step goes that has a new date, or comes into another phase. A list with an order of its own is left in it. */
async function atItsDate(db: MilepostDb, before: Milestone, after: Milestone): Promise<Write[]> {
  if (after.status !== "open" || (after.dueOn === before.dueOn && after.phase === before.phase)) return [];
  const plan = inPlanOrder(await siblingsOf(db, after.goalId));
  const open = plan.filter((row) => row.phase === after.phase && row.status === "open");
  const others = open.filter((row) => row.id !== after.id);
  const at = isChronological(open) ? placeByDate(others, after.dueOn) : null;
  if (at === null || at === open.findIndex((row) => row.id === after.id)) return [];
  return ranksOf(placeAt(others, after.id, at));
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

export function completeMilestone(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "completeMilestone" }, async () =>
    (await db.milestones.get(id))?.status === "reached"
      ? []
      : [{ table: "milestones", id, patch: { status: "reached", reachedAt: db.now() } }],
  );
}
