import { addDays, daysBetween } from "./civil-time.ts";
import type { Day } from "./envelope.ts";
import { type Mentorship, type StageVisit } from "./mentorship.ts";
import { type Stage, stages } from "./vocabulary.ts";

/** Share of the life line that each stage takes up, as drawn in the header. */
const stageShares: Record<Stage, number> = {
  prepare: 1,
  initiation: 1.1,
  cultivation: 2.6,
  separation: 1.1,
  redefinition: 1.1,
};

export interface LifePosition {
  stage: Stage;
  /** 1 to 5. */
  stageNumber: number;
  /** Week of the mentorship, from 1; 0 before its first day. */
  week: number;
  /** Planned length in weeks, or `null` without a planned end. */
  weeks: number | null;
  /** How far along the life line, 0 to 1. */
  fraction: number;
  /** How much of the present stage is behind, 0 to 1. */
  inStage: number;
  /** The present stage was visited before. */
  again: boolean;
}

/** The present visit: the last one that has begun, or the first if none has. */
export function currentVisit(mentorship: Pick<Mentorship, "visits">, today: Day): StageVisit {
  const begun = mentorship.visits.filter((visit) => visit.fromOn <= today);
  return begun.at(-1) ?? mentorship.visits[0] ?? { stage: "prepare", fromOn: today };
}

/** Where a mentorship stands on its life line on the day `today`. */
export function lifePosition(
  mentorship: Pick<Mentorship, "visits" | "startsOn" | "endsOn">,
  today: Day,
): LifePosition {
  const visit = currentVisit(mentorship, today);
  const stageNumber = stages.indexOf(visit.stage) + 1;
  const { startsOn, endsOn } = mentorship;
  const week = today < startsOn ? 0 : Math.floor(daysBetween(startsOn, today) / 7) + 1;
  const weeks = endsOn && endsOn > startsOn ? Math.ceil(daysBetween(startsOn, endsOn) / 7) : null;

  const total = Object.values(stageShares).reduce((sum, share) => sum + share, 0);
  const walked = stages.slice(0, stageNumber - 1).reduce((sum, stage) => sum + stageShares[stage], 0);
  const inStage = shareOfStage(visit, weeks, startsOn, endsOn, today);
  const fraction = (walked + stageShares[visit.stage] * inStage) / total;
  const again =
    mentorship.visits.filter((each) => each.stage === visit.stage && each.fromOn <= today).length > 1;
  return { stage: visit.stage, stageNumber, week, weeks, fraction, inStage, again };
}

/** How much of the present stage is behind: by the calendar where an end is planned, else a third of the stage. */
function shareOfStage(
  visit: StageVisit,
  weeks: number | null,
  startsOn: Day,
  endsOn: Day | null | undefined,
  today: Day,
): number {
  if (weeks === null || !endsOn || visit.stage === "redefinition") return 1 / 3;
  const from = visit.fromOn > startsOn ? visit.fromOn : startsOn;
  const to = visit.stage === "separation" ? endsOn : addDays(endsOn, -14);
  const length = daysBetween(from, to);
  if (length <= 0) return 0.9;
  return Math.min(0.95, Math.max(0.08, daysBetween(from, today) / length));
}
