import { daysBetween } from "./civil-time.ts";
import type { Day } from "./envelope.ts";
import type { StageVisit } from "./mentorship.ts";
import { currentVisit } from "./stages.ts";
import { stages } from "./vocabulary.ts";

/** How long a stage usually lasts, in months, where the sources say. */
export const usualMonths = { initiation: { from: 1, to: 3 } } as const;

/**
 * The walk after a move to a stage, in any direction: the visits so far stay as they are. A second move of the same day
 * takes the place of the first; a move to the stage that one is in already puts its first day earlier; plans for later
 * days give way to it.
 * @param visits oldest first
 * @param move `fromOn` may lie ahead: a plan
 * @returns the same visits where nothing changes; `null` for a day before the present visit began
 */
export function moveStage(
  visits: readonly StageVisit[],
  move: StageVisit,
  today: Day,
): readonly StageVisit[] | null {
  const before = visits.filter((visit) => visit.fromOn < move.fromOn);
  const present = currentVisit({ visits: [...visits] }, today);
  if (visits.length > 0 && move.fromOn < present.fromOn) {
    const previous = visits[visits.indexOf(present) - 1];
    const earlier = present.stage === move.stage && (!previous || previous.fromOn < move.fromOn);
    if (!earlier) return null;
    return visits.map((visit) => (visit === present ? { ...visit, ...move } : visit));
  }
  const inForce = visits.findLast((visit) => visit.fromOn <= move.fromOn);
  if (inForce?.stage === move.stage) return visits;
  return before.at(-1)?.stage === move.stage ? before : [...before, move];
}

export interface WalkedVisit extends StageVisit {
  /** The first day of the next visit; `null` while it lasts. */
  untilOn: Day | null;
  /** It led back to an earlier stage: a loop on the line, never an error. */
  back: boolean;
  /** Its stage was visited before. */
  again: boolean;
  state: "past" | "present" | "planned";
}

/** The visits with what each of them was in the walk, oldest first. */
export function walkOf(visits: readonly StageVisit[], today: Day): WalkedVisit[] {
  const present = currentVisit({ visits: [...visits] }, today);
  return visits.map((visit, index) => {
    const previous = visits[index - 1];
    return {
      ...visit,
      untilOn: visits[index + 1]?.fromOn ?? null,
      back: previous !== undefined && stages.indexOf(visit.stage) < stages.indexOf(previous.stage),
      again: visits.slice(0, index).some((each) => each.stage === visit.stage),
      state: visit === present ? "present" : visit.fromOn > today ? "planned" : "past",
    };
  });
}

/** Which week of a visit it is, from 1. */
export function weekOfVisit(visit: Pick<StageVisit, "fromOn">, today: Day): number {
  return Math.max(1, Math.floor(daysBetween(visit.fromOn, today) / 7) + 1);
}

/** A visit lasts longer than its stage usually does: from the day after the usual months on. */
export function isLongVisit(visit: StageVisit, today: Day): boolean {
  if (visit.stage !== "initiation") return false;
  const end = Temporal.PlainDate.from(visit.fromOn).add({ months: usualMonths.initiation.to });
  return today > end.toString();
}
