import { dayOf, daysBetween } from "./civil-time.ts";
import type { Day, Id } from "./envelope.ts";
import type { Goal } from "./goal.ts";
import type { Milestone } from "./milestone.ts";
import { nextMilestone } from "./next-milestone.ts";
import { goalProgress, type GoalProgress } from "./progress.ts";
import { dayNumber, withinReach } from "./roadmap-time.ts";
import { type Phase, phases } from "./vocabulary.ts";

/** How a milestone stands; the names are those of the diamond. */
export type MarkState = "done" | "next" | "late" | "ahead" | "drop";

export interface Mark {
  id: Id;
  title: string;
  goalId: Id;
  phase: Phase;
  state: MarkState;
  /** When it was reached, or is due. */
  on: Day;
  /** The number of that day. */
  at: number;
  /** Days past its date; 0 for all but the late ones. */
  daysLate: number;
}

/** From one day to another, as numbers. */
export interface Stretch {
  from: number;
  to: number;
}

export interface Band extends Stretch {
  phase: Phase;
  /** The goal stands in it now. */
  current: boolean;
}

export interface Lane {
  goal: Goal;
  progress: GoalProgress;
  /** In order of their days. */
  marks: Mark[];
  /** Milestones without a day: the table has them. */
  undated: number;
  bands: Band[];
  walked: Stretch | null;
  /** From the first one past its date to today. */
  over: Stretch | null;
  ahead: Stretch | null;
}

/** Days that a phase goes on after its last milestone, where the next one is not nearer. */
const phaseTail = 4;

/** How a milestone stands on the day `today`. `next` is the one to look at next, of its mentorship. */
export function markState(
  milestone: Pick<Milestone, "id" | "status" | "dueOn">,
  nextId: Id | undefined,
  today: Day,
): MarkState {
  if (milestone.status === "reached") return "done";
  if (milestone.status === "dropped") return "drop";
  if (milestone.dueOn && milestone.dueOn < today) return "late";
  return milestone.id === nextId ? "next" : "ahead";
}

/** Where a milestone stands in time: on the day it was reached, else on its date. */
export function standsOn(
  milestone: Pick<Milestone, "status" | "reachedAt" | "dueOn">,
  timeZone: string,
): Day | null {
  if (milestone.status === "reached" && milestone.reachedAt) return dayOf(milestone.reachedAt, timeZone);
  return milestone.dueOn ?? null;
}

/** The goals as trails, in their order. Goals that were let go are not drawn; the table has them. */
export function lanesOf(
  goals: readonly Goal[],
  milestones: readonly Milestone[],
  today: Day,
  timeZone: string,
): Lane[] {
  const nextId = nextMilestone(openGoalsOnly(goals, milestones), today)?.id;
  const todayAt = dayNumber(today);
  const byGoal = Map.groupBy(milestones, (milestone) => milestone.goalId);
  return goals
    .filter((goal) => goal.status !== "dropped")
    .map((goal) => laneOf(goal, byGoal.get(goal.id) ?? [], { nextId, today, todayAt, timeZone }));
}

/** The milestone to look at next among those of goals that are under way. */
export function openGoalsOnly(goals: readonly Goal[], milestones: readonly Milestone[]): Milestone[] {
  const open = new Set(goals.filter((goal) => goal.status === "open").map((goal) => goal.id));
  return milestones.filter((milestone) => open.has(milestone.goalId));
}

function laneOf(
  goal: Goal,
  milestones: readonly Milestone[],
  {
    nextId,
    today,
    todayAt,
    timeZone,
  }: { nextId: Id | undefined; today: Day; todayAt: number; timeZone: string },
): Lane {
  const marks = milestones
    .flatMap((milestone): Mark[] => {
      const on = standsOn(milestone, timeZone);
      if (!on) return [];
      const state = markState(milestone, nextId, today);
      return [
        {
          id: milestone.id,
          title: milestone.title,
          goalId: goal.id,
          phase: milestone.phase ?? "discovery",
          state,
          on,
          at: withinReach(dayNumber(on), todayAt),
          daysLate: state === "late" ? daysBetween(on, today) : 0,
        },
      ];
    })
    .toSorted((a, b) => a.at - b.at);
  const progress = goalProgress(goal, milestones, today);
  const first = marks[0];
  const counted = marks.filter((mark) => mark.state !== "drop");
  const begins = goal.startsOn ? dayNumber(goal.startsOn) : dayNumber(dayOf(goal.createdAt, timeZone));
  const from = withinReach(first ? Math.min(begins, first.at - 1) : begins, todayAt);
  const lastAt = counted.at(-1)?.at ?? from;
  const lateAt = counted.find((mark) => mark.state === "late")?.at;
  const until = goal.status === "reached" ? Math.max(lastAt, from) : todayAt;
  return {
    goal,
    progress,
    marks,
    undated: milestones.length - marks.length,
    bands: bandsOf(counted, from, progress.phase, goal.status === "open" ? todayAt : -Infinity),
    walked: stretch(from, Math.min(until, lateAt ?? until)),
    over: lateAt === undefined ? null : stretch(lateAt, todayAt),
    ahead: goal.status === "reached" ? null : stretch(Math.max(todayAt, from), lastAt),
  };
}

function stretch(from: number, to: number): Stretch | null {
  return to > from ? { from, to } : null;
}

/**
 * The phases as stretches of time, one after the other: each ends some days after its last milestone, or half-way to the
 * next one where that is nearer; the present one not before today.
 */
export function bandsOf(
  marks: readonly Pick<Mark, "phase" | "at">[],
  from: number,
  current: Phase | null,
  todayAt: number,
): Band[] {
  const bands: Band[] = [];
  let start = from;
  for (const [index, phase] of phases.entries()) {
    const own = marks.filter((mark) => mark.phase === phase).map((mark) => mark.at);
    if (own.length === 0) continue;
    const last = own.reduce((a, b) => Math.max(a, b));
    const later = phases.slice(index + 1);
    const next = marks.reduce(
      (nearest, mark) =>
        later.includes(mark.phase) && mark.at > last ? Math.min(nearest, mark.at) : nearest,
      Infinity,
    );
    const natural = last + Math.min(phaseTail, (next - last) / 2);
    const end = Math.max(start, natural, phase === current ? Math.min(todayAt + 1, next) : natural);
    if (end > start) bands.push({ phase, from: start, to: end, current: phase === current });
    start = end;
  }
  return bands;
}
