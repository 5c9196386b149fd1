import type { Stage } from "./vocabulary.ts";

/** Which words the stages go by: the five of a relationship, or the four of the life cycle. One timeline, two names. */
export const stageWordings = ["five", "four"] as const;
export type StageWording = (typeof stageWordings)[number];

/** The four turns of the life cycle, in walking order. */
export const turns = ["prepare", "initiate", "cultivate", "evaluate"] as const;
export type Turn = (typeof turns)[number];

/**
 * Where each stage lies on the circle. To evaluate is the closing act of the separation; what a mentorship becomes
 * afterwards lies beyond it, under the same turn.
 */
const turnByStage: Record<Stage, Turn> = {
  prepare: "prepare",
  initiation: "initiate",
  cultivation: "cultivate",
  separation: "evaluate",
  redefinition: "evaluate",
};

export function turnOf(stage: Stage): Turn {
  return turnByStage[stage];
}

/** Of how many stages a mentorship is in which: 1 to 5, or 1 to 4 in the words of the life cycle. */
export function stageNumber(stage: Stage, wording: StageWording): { number: number; of: number } {
  if (wording === "four") return { number: turns.indexOf(turnOf(stage)) + 1, of: turns.length };
  const all = Object.keys(turnByStage);
  return { number: all.indexOf(stage) + 1, of: all.length };
}
