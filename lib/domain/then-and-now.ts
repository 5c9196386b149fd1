import type { Baseline } from "./baseline.ts";
import { dayOf, daysBetween } from "./civil-time.ts";
import type { Day, Id } from "./envelope.ts";
import type { Goal } from "./goal.ts";
import type { Milestone } from "./milestone.ts";
import { sameValue } from "./change.ts";

/** Whether it was in one look, the other, or both. Dropped: taken off the plan, or into the trash. */
export type Fate = "kept" | "added" | "dropped";

export interface MilestoneThenNow {
  id: Id;
  goalId: Id;
  title: string;
  fate: Fate;
  /** Reached between the two looks. */
  done: boolean;
  /** Reached at the later look, whenever that was. */
  reached: boolean;
  /** The day it was planned for, or had been reached on; `null` where it had no day or was not there. */
  thenOn: Day | null;
  nowOn: Day | null;
  /** Days that its date was moved: positive later, negative earlier; 0 where it was not. */
  movedDays: number;
  /** Reached so many days before the day that was planned then, if it is worth a word. */
  earlierDays: number;
  /** What else is different, by field. */
  changed: string[];
}

export interface GoalThenNow {
  id: Id;
  title: string;
  fate: Fate;
  done: boolean;
  movedDays: number;
  changed: string[];
  milestones: MilestoneThenNow[];
}

/** To reach something a day or two before its date is to reach it in time. */
const worthAWordDays = 3;

const goalFields = [
  "title",
  "why",
  "horizon",
  "kind",
  "outcome",
  "measure",
  "strategy",
  "showBy",
  "startsOn",
] as const;
const milestoneFields = ["title", "phase", "owner", "goalId", "must"] as const;

/**
 * Two looks at a roadmap, goal by goal in their order: what was added, changed, moved, let go and reached in between.
 * What was gone already at the earlier look, and what came and went in between, is in neither.
 */
export function thenAndNow(then: Baseline, now: Baseline, timeZone: string): GoalThenNow[] {
  const goals = pairs(then.goals, now.goals).map(({ before, after, row }): GoalThenNow | null => {
    const fate = fateOf(before, after);
    if (!fate) return null;
    return {
      id: row.id,
      title: row.title,
      fate,
      done: after?.status === "reached" && before?.status !== "reached",
      movedDays: movedBy(before?.dueOn, after?.dueOn),
      changed: before && after ? differing(before, after, goalFields) : [],
      milestones: [],
    };
  });
  const found = goals.filter((goal) => goal !== null);
  const goalsById = new Map(found.map((goal) => [goal.id, goal]));
  for (const { before, after, row } of pairs(then.milestones, now.milestones)) {
    const goal = goalsById.get(row.goalId);
    const fate = fateOf(before, after);
    if (!goal || !fate) continue;
    goal.milestones.push(milestoneThenNow(before, after, row, fate, timeZone));
  }
  for (const goal of found) goal.milestones.sort(inTime);
  const orders = new Map([...then.goals, ...now.goals].map((goal) => [goal.id, goal.order ?? 0]));
  const isDropped = (goal: GoalThenNow): number => (goal.fate === "dropped" ? 1 : 0);
  return found.toSorted(
    (a, b) =>
      isDropped(a) - isDropped(b) ||
      (orders.get(a.id) ?? 0) - (orders.get(b.id) ?? 0) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** By the day they stand on, those without one last. */
function inTime(a: MilestoneThenNow, b: MilestoneThenNow): number {
  const day = (row: MilestoneThenNow): Day => row.nowOn ?? row.thenOn ?? "9999-12-31";
  return day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.id < b.id ? -1 : 1;
}

function milestoneThenNow(
  before: Milestone | undefined,
  after: Milestone | undefined,
  row: Milestone,
  fate: Fate,
  timeZone: string,
): MilestoneThenNow {
  const reached = after?.status === "reached";
  const done = reached && before?.status !== "reached";
  const nowOn = after ? dayOn(after, timeZone) : null;
  const early = done && before?.dueOn && nowOn ? daysBetween(nowOn, before.dueOn) : 0;
  return {
    id: row.id,
    goalId: row.goalId,
    title: row.title,
    fate,
    done,
    reached,
    thenOn: before ? dayOn(before, timeZone) : null,
    nowOn: fate === "dropped" ? null : nowOn,
    movedDays: fate === "kept" ? movedBy(before?.dueOn, after?.dueOn) : 0,
    earlierDays: early >= worthAWordDays ? early : 0,
    changed: before && after && fate === "kept" ? differing(before, after, milestoneFields) : [],
  };
}

/** Sums over all goals, for the words under the picture. */
export function sumsOf(goals: readonly GoalThenNow[]) {
  const milestones = goals.flatMap((goal) => goal.milestones);
  const ofKept = goals.filter((goal) => goal.fate === "kept").flatMap((goal) => goal.milestones);
  return {
    /** All that stand reached at the later look. */
    reached: milestones.filter((row) => row.reached).length,
    /** Those that were reached in between. */
    done: milestones.filter((row) => row.done),
    earlier: milestones.filter((row) => row.earlierDays > 0),
    movedLater: milestones.filter((row) => row.movedDays > 0),
    movedEarlier: milestones.filter((row) => row.movedDays < 0),
    /** Of goals that were there before; those of a new goal come with it. */
    added: ofKept.filter((row) => row.fate === "added"),
    dropped: ofKept.filter((row) => row.fate === "dropped"),
    changed: milestones.filter((row) => row.changed.length > 0),
    goalsAdded: goals.filter((goal) => goal.fate === "added"),
    goalsDropped: goals.filter((goal) => goal.fate === "dropped"),
    goalsDone: goals.filter((goal) => goal.done),
    goalsMoved: goals.filter((goal) => goal.fate === "kept" && goal.movedDays !== 0),
    goalsChanged: goals.filter((goal) => goal.changed.length > 0),
  };
}

type Planned = Pick<Goal | Milestone, "status" | "id">;

function fateOf(before: Planned | undefined, after: Planned | undefined): Fate | null {
  const was = before && before.status !== "dropped";
  const is = after && after.status !== "dropped";
  if (was && is) return "kept";
  return is ? "added" : was ? "dropped" : null;
}

/** Where it stands in time: the day it was reached on, else the day it is planned for. */
function dayOn(row: Milestone, timeZone: string): Day | null {
  if (row.status === "reached" && row.reachedAt) return dayOf(row.reachedAt, timeZone);
  return row.dueOn ?? null;
}

function movedBy(before: Day | null | undefined, after: Day | null | undefined): number {
  return before && after ? daysBetween(before, after) : 0;
}

function differing<T extends object>(before: T, after: T, fields: readonly (keyof T & string)[]): string[] {
  const value = (row: T, field: keyof T): unknown => row[field] || null;
  return fields.filter((field) => !sameValue(value(before, field), value(after, field)));
}

function pairs<T extends { id: Id }>(
  then: readonly T[],
  now: readonly T[],
): { before: T | undefined; after: T | undefined; row: T }[] {
  const befores = new Map(then.map((row) => [row.id, row]));
  const afters = new Map(now.map((row) => [row.id, row]));
  return [...new Map([...then, ...now].map((row) => [row.id, row])).values()].map((row) => ({
    before: befores.get(row.id),
    after: afters.get(row.id),
    row,
  }));
}
