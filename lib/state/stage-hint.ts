import { type Hint } from "@/lib/domain/hints.ts";
import type { Stage } from "@/lib/domain/vocabulary.ts";
import { stagePath } from "./route.ts";

/**
 * Where a hint leads: to the place where what is missing can be mended.
 * @param stage the present one
 */
export function hintPath(hint: Hint, stage: Stage): string {
  switch (hint.kind) {
    case "prepared":
    case "agreed":
    case "goalsReached":
    case "closed":
      return stagePath(hint.to, "move");
    case "noMeasurableGoal":
      return hint.goalId ? `/goals/${encodeURIComponent(hint.goalId)}` : "/roadmap";
    case "noExitDate":
      return stagePath(stage, "dates");
    case "noRhythm":
      return "/agreement";
    case "noMeeting":
      return "/meetings";
    case "fewGoals":
    case "manyGoals":
      return "/roadmap";
    case "longInitiation":
      return stagePath(stage, "move");
  }
}
