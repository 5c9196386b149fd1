import type { LifePosition } from "./stages.ts";
import { turnOf, turns } from "./life-cycle.ts";
import type { WalkedVisit } from "./stage-walk.ts";

/** How the life cycle is drawn as a circle: degrees from the top, clockwise, a quarter for each turn. */
export interface Ring {
  /** How far the circle is walked; 360 once all four turns are behind. */
  at: number;
  /** What comes after the circle has begun. */
  beyond: boolean;
  /** Each way that led back, once: from one turn to an earlier one. */
  loops: { from: number; to: number }[];
}

const quarter = 90;

export function ringOf(
  life: Pick<LifePosition, "stage" | "inStage">,
  walk: readonly Pick<WalkedVisit, "stage" | "back" | "state">[],
): Ring {
  const beyond = life.stage === "redefinition";
  const at = beyond ? 360 : (turns.indexOf(turnOf(life.stage)) + life.inStage) * quarter;
  const loops = new Map<string, { from: number; to: number }>();
  for (const [index, visit] of walk.entries()) {
    const before = walk[index - 1];
    if (!visit.back || !before || visit.state === "planned") continue;
    const [from, to] = [degreesIn(before, 0.3), degreesIn(visit, 0.7)];
    if (from > to) loops.set(`${from} ${to}`, { from, to });
  }
  return { at, beyond, loops: [...loops.values()] };
}

/** @param share of the turn that is behind there, 0 to 1 */
function degreesIn({ stage }: Pick<WalkedVisit, "stage">, share: number): number {
  return (turns.indexOf(turnOf(stage)) + share) * quarter;
}
