import { evidenceOf } from "@/lib/db/evidence.ts";
import { goalsOf, milestonesOf } from "@/lib/db/goal-rows.ts";
import { meetingsOf } from "@/lib/db/meeting-rows.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { metricsOf } from "@/lib/db/metrics.ts";
import { outcomesOf } from "@/lib/db/outcomes.ts";
import { lastStartMove } from "@/lib/db/start-moves.ts";
import { nextMeeting } from "@/lib/domain/carry-over.ts";
import { changedSinceAgreed } from "@/lib/domain/agreed.ts";
import type { Day } from "@/lib/domain/envelope.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import { goalCount, onlyKind } from "@/lib/domain/goal-count.ts";
import { type GoalSort, sortedGoals } from "@/lib/domain/goal-order.ts";
import { horizonOf } from "@/lib/domain/horizon.ts";
import { meetsTarget, metricPercent } from "@/lib/domain/metric-progress.ts";
import { nextMilestone } from "@/lib/domain/next-milestone.ts";
import { inPlanOrder } from "@/lib/domain/plan-order.ts";
import { goalProgress } from "@/lib/domain/progress.ts";
import { shownProgress } from "@/lib/domain/shown-progress.ts";
import { isMeasured, smartLights } from "@/lib/domain/smart.ts";
import { shiftedMilestones } from "@/lib/domain/spread.ts";
import type { Horizon } from "@/lib/domain/vocabulary.ts";
import { db } from "./database.ts";
import { partnerShort } from "./partner-name.ts";

/** A start that was moved is offered to be followed for so long. */
const offerMs = 24 * 3_600_000;

/** All that the pages of goals show, of the mentorship in focus. */
export async function readGoals() {
  const focused = await focusedMentorship(db);
  if (!focused) return null;
  const { mentorship } = focused;
  const { id } = mentorship;
  const [goals, milestones, metrics, evidence, outcomes, meetings, skills, startMove] = await Promise.all([
    goalsOf(db, id),
    milestonesOf(db, id),
    metricsOf(db, id),
    evidenceOf(db, id),
    outcomesOf(db, id),
    meetingsOf(db, id),
    db.skills.toArray(),
    lastStartMove(db, id, db.now() - offerMs),
  ]);
  return {
    mentorship,
    partner: partnerShort(focused),
    goals,
    milestones,
    metrics,
    evidence,
    outcomes,
    nextMeeting: nextMeeting(meetings, db.now()) ?? null,
    meetings: meetings
      .filter((meeting) => meeting.startedAt || meeting.status === "held")
      .toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1)),
    skills: skills.filter((skill) => !skill.deletedAt && (!skill.mentorshipId || skill.mentorshipId === id)),
    startMove,
  };
}

export type GoalsRead = NonNullable<Awaited<ReturnType<typeof readGoals>>>;

/** How the goals are looked at: all or those of one horizon, sorted, as a list or in three lanes. */
export interface GoalsLook {
  horizon: Horizon | "all";
  sort: GoalSort;
  lanes: boolean;
}

export function goalsView(read: GoalsRead, day: Day, look: GoalsLook) {
  const next = nextMilestone(read.milestones, day);
  const goals = sortedGoals(read.goals, look.sort).map((goal) => goalView(read, goal, day));
  const open = goals.filter(({ goal }) => goal.status === "open");
  const openGoals = open.map(({ goal }) => goal);
  return {
    mentorshipId: read.mentorship.id,
    mentorshipRole: read.mentorship.role,
    destination: read.mentorship.destination,
    partner: read.partner,
    today: day,
    look,
    goals,
    open,
    /** Those of the horizon that is looked at. */
    shown: open.filter(({ horizon }) => look.horizon === "all" || look.horizon === horizon),
    closed: goals.filter(({ goal }) => goal.status !== "open"),
    count: goalCount(open.length),
    onlyKind: onlyKind(openGoals),
    /** The goal with the next milestone. */
    nextGoalId: next?.goalId ?? open[0]?.goal.id ?? null,
    outcomes: read.outcomes.map((outcome) => ({
      outcome,
      goal: read.goals.find((goal) => goal.id === outcome.goalId) ?? null,
    })),
    meetings: read.meetings,
    skills: read.skills,
    shift: shiftOf(read),
  };
}

export type GoalsView = ReturnType<typeof goalsView>;
export type GoalView = GoalsView["goals"][number];
export type MetricView = GoalView["metrics"][number];
export type StepView = GoalView["steps"][number];

function goalView(read: GoalsRead, goal: Goal, day: Day) {
  const milestones = inPlanOrder(read.milestones.filter((row) => row.goalId === goal.id));
  const metrics = read.metrics.filter(({ metric }) => metric.goalId === goal.id).map(metricView);
  const evidence = read.evidence.filter((row) => row.goalId === goal.id);
  const progress = goalProgress(goal, milestones, day);
  const next = nextMilestone(milestones, day);
  return {
    goal,
    milestones,
    steps: milestones.map((milestone) => ({
      milestone,
      next: milestone.id === next?.id && goal.status === "open",
      evidence: evidence.filter((row) => row.milestoneId === milestone.id),
    })),
    metrics,
    evidence,
    progress,
    shown: shownProgress(goal, progress, metrics),
    /** The milestone of this goal to look at next. */
    next,
    horizon: horizonOf(goal, day),
    lights: smartLights(
      goal,
      milestones,
      metrics.map(({ metric }) => metric),
    ),
    measured: isMeasured(
      goal,
      metrics.map(({ metric }) => metric),
    ),
    changedSinceAgreed: changedSinceAgreed(goal),
    /** The next meeting, where it is for this goal. */
    focusOf: read.nextMeeting?.focusId === goal.id ? read.nextMeeting : null,
    ratedIn: read.meetings.find((meeting) => meeting.id === goal.ratedInId) ?? null,
    skills: read.skills.filter((skill) => goal.skillIds?.includes(skill.id)),
  };
}

function metricView({ metric, values }: GoalsRead["metrics"][number]) {
  const latest = values.at(-1) ?? null;
  return {
    metric,
    values,
    last: latest,
    latest: latest?.value ?? null,
    percent: metricPercent(metric, latest?.value),
    met: latest !== null && meetsTarget(metric, latest.value),
  };
}

/** The offer to move what is undone by as many days as a start was moved; `null` where there is nothing to move. */
function shiftOf({ startMove, milestones, mentorship, goals }: GoalsRead) {
  if (!startMove) return null;
  const mine = milestones.filter((row) => !startMove.goalId || row.goalId === startMove.goalId);
  const count = shiftedMilestones(mine, startMove.days).length;
  const goal = goals.find((each) => each.id === startMove.goalId) ?? null;
  return count === 0 ? null : { ...startMove, mentorshipId: mentorship.id, count, goal };
}

export type OutcomeView = GoalsView["outcomes"][number];
export type ShiftOffer = NonNullable<GoalsView["shift"]>;
