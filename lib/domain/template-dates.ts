import { addDays, daysBetween } from "./civil-time.ts";
import type { Day, Id } from "./envelope.ts";
import type { Goal } from "./goal.ts";
import type { Milestone } from "./milestone.ts";
import type { RoadmapTemplate, TemplateGoal, TemplateMilestone } from "./roadmap-template.ts";
import { phases } from "./vocabulary.ts";

/** What a template is made of, whether it ships, was saved or came in a file. */
export type TemplateContent = Pick<RoadmapTemplate, "name" | "about" | "goals">;

/** The furthest day of a template. */
const lastDay = 3_660;
/** A plan that begins this long after the mentorship is counted from its own first day. */
const slowStartDays = 92;

export interface DatedMilestone extends Omit<TemplateMilestone, "day"> {
  dueOn: Day;
}
export interface DatedGoal extends Omit<TemplateGoal, "milestones"> {
  startsOn: Day;
  dueOn: Day;
  milestones: DatedMilestone[];
}

/** The goals of a template from a day on. Each milestone is due so many days after it; a goal with its last milestone. */
export function datedGoals(goals: readonly TemplateGoal[], startOn: Day): DatedGoal[] {
  return goals.map(({ milestones, ...goal }) => ({
    ...goal,
    startsOn: startOn,
    dueOn: addDays(startOn, Math.max(0, ...milestones.map(({ day }) => day))),
    milestones: milestones.map(({ day, ...milestone }) => ({ ...milestone, dueOn: addDays(startOn, day) })),
  }));
}

/** How much is in a template, and over how many weeks it goes. */
export function templateSize(goals: readonly TemplateGoal[]): {
  goals: number;
  milestones: number;
  weeks: number;
} {
  const days = goals.flatMap(({ milestones }) => milestones.map(({ day }) => day));
  const last = days.reduce((most, day) => Math.max(most, day), 0);
  return { goals: goals.length, milestones: days.length, weeks: Math.ceil(last / 7) };
}

/**
 * A roadmap as a template: what was planned, without what became of it. Days are counted from the start of the
 * mentorship, or from the first date of the plan where that is earlier or much later. Dropped goals and milestones are
 * left out; a milestone without a date comes with the one before it.
 */
export function templateGoals(
  goals: readonly Goal[],
  milestones: readonly Milestone[],
  mentorshipStartsOn: Day,
): TemplateGoal[] {
  const kept = goals.filter((goal) => goal.status !== "dropped");
  const ids = new Set<Id>(kept.map((goal) => goal.id));
  const planned = milestones.filter((row) => row.status !== "dropped" && ids.has(row.goalId));
  const start = startOf(kept, planned, mentorshipStartsOn);
  return kept.map((goal) => ({
    title: goal.title,
    kind: goal.kind ?? "other",
    ...(goal.horizon ? { horizon: goal.horizon } : {}),
    ...(goal.why ? { why: goal.why } : {}),
    ...(goal.outcome ? { outcome: goal.outcome } : {}),
    milestones: inOrder(planned.filter((row) => row.goalId === goal.id)).map(stepper(start)),
  }));
}

function stepper(start: Day): (milestone: Milestone) => TemplateMilestone {
  let before = 0;
  return (milestone) => {
    const day = milestone.dueOn ? daysBetween(start, milestone.dueOn) : before;
    before = Math.min(lastDay, Math.max(0, day));
    return {
      title: milestone.title,
      phase: milestone.phase ?? "discovery",
      day: before,
      owner: milestone.owner ?? "me",
      must: milestone.must ?? false,
    };
  };
}

function inOrder(milestones: readonly Milestone[]): Milestone[] {
  return milestones.toSorted(
    (a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase) || a.order - b.order,
  );
}

function startOf(goals: readonly Goal[], milestones: readonly Milestone[], startsOn: Day): Day {
  const days = [...goals.map((goal) => goal.startsOn), ...milestones.map((row) => row.dueOn)];
  const [first] = days.filter((day) => day != null).toSorted(compare);
  if (first === undefined || (startsOn <= first && daysBetween(startsOn, first) <= slowStartDays))
    return startsOn;
  return first;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
