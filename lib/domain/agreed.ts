import type { Goal } from "./goal.ts";
import { compareStamps } from "./hlc.ts";

/** What two people agree on when they agree on a goal. Its state, its progress and its rank go on without a word. */
export const agreedFields = [
  "title",
  "why",
  "startsOn",
  "dueOn",
  "horizon",
  "kind",
  "outcome",
  "measure",
  "strategy",
  "showBy",
] as const satisfies readonly (keyof Goal)[];
export type AgreedField = (typeof agreedFields)[number];

/**
 * The fields of a goal that were edited after both agreed on it: those whose stamp is later than that of the agreement.
 * @returns none for a goal that was not agreed on
 */
export function changedSinceAgreed(goal: Pick<Goal, "agreedOn" | "_c">): AgreedField[] {
  const agreed = goal.agreedOn ? goal._c?.["agreedOn"] : undefined;
  if (!agreed) return [];
  return agreedFields.filter((field) => {
    const stamp = goal._c?.[field];
    return stamp !== undefined && compareStamps(stamp, agreed) > 0;
  });
}
