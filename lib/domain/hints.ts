import { hasMeasurableGoal, isAgreed } from "./check-rules.ts";
import { checkId } from "./checklist.ts";
import type { Day, Id } from "./envelope.ts";
import type { StageVisit } from "./mentorship.ts";
import type { StageRecords } from "./stage-records.ts";
import { isLongVisit } from "./stage-walk.ts";
import { currentVisit } from "./stages.ts";
import type { Stage } from "./vocabulary.ts";

/** What is missing, the most important first. */
export const hintKinds = [
  "noMeasurableGoal",
  "noExitDate",
  "noRhythm",
  "noMeeting",
  "fewGoals",
  "manyGoals",
  "longInitiation",
] as const;
export type HintKind = (typeof hintKinds)[number];

/** Why it may be time for the next stage. */
export const suggestionKinds = ["prepared", "agreed", "goalsReached", "closed"] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

interface Said {
  /** Remembered by this once it is put away. */
  item: string;
}
/** A suggestion to move on, or one thing that is missing, with what it is about. */
export type Hint = Said &
  (
    | { kind: SuggestionKind; to: Stage }
    | { kind: Exclude<HintKind, "fewGoals" | "manyGoals" | "noMeasurableGoal"> }
    | { kind: "noMeasurableGoal"; goalId: Id | null }
    | { kind: "fewGoals" | "manyGoals"; goals: number }
  );

/** Three to five goals give direction without scattering it. */
export const fewestGoals = 3;
export const mostGoals = 5;

/**
 * What is worth a look now: suggestions to move on, then what is missing, the most important first. Each follows from
 * the records alone, so that it is gone when that was mended; what was put away once stays away.
 * @param ready all of the present stage's checklist is done
 */
export function hintsOf(records: StageRecords, ready: boolean, today: Day): Hint[] {
  const visit = currentVisit(records.mentorship, today);
  const away = new Set(records.checks.filter((row) => row.hidden).map((row) => row.id));
  return [...suggestions(records, visit, ready), ...missing(records, visit, today)].filter(
    (hint) => !away.has(checkId(records.mentorship.id, hint.item)),
  );
}

function suggestions(records: StageRecords, visit: StageVisit, ready: boolean): Hint[] {
  const { goals, meetings } = records;
  // One for each visit: who comes back to a stage is asked anew when it is done.
  const suggest = (kind: SuggestionKind, to: Stage): Hint[] => [
    { kind, to, item: `suggest.${kind}.${visit.fromOn}` },
  ];
  const held = (kind: "kickoff" | "final"): boolean =>
    meetings.some((row) => row.kind === kind && row.status === "held");
  const agreed = goals.filter((goal) => goal.agreedOn && goal.status !== "dropped");
  const reached = agreed.length > 0 && agreed.every((goal) => goal.status === "reached");
  switch (visit.stage) {
    case "prepare":
      return ready || held("kickoff") ? suggest("prepared", "initiation") : [];
    case "initiation":
      if (reached) return suggest("goalsReached", "separation");
      return ready || isAgreed(records) ? suggest("agreed", "cultivation") : [];
    case "cultivation":
      return reached ? suggest("goalsReached", "separation") : [];
    case "separation":
      return ready || held("final") ? suggest("closed", "redefinition") : [];
    case "redefinition":
      return [];
  }
}

function missing(records: StageRecords, visit: StageVisit, today: Day): Hint[] {
  const { mentorship, goals, meetings } = records;
  const walking = visit.stage === "initiation" || visit.stage === "cultivation";
  const meeting = walking || visit.stage === "separation";
  const open = goals.filter((goal) => goal.status === "open");
  const hints: Hint[] = [];
  if (walking && !hasMeasurableGoal(records)) {
    hints.push({ kind: "noMeasurableGoal", goalId: open[0]?.id ?? null, item: "hint.noMeasurableGoal" });
  }
  if (walking && !mentorship.reviewOn) hints.push({ kind: "noExitDate", item: "hint.noExitDate" });
  if (walking && !mentorship.cadence) hints.push({ kind: "noRhythm", item: "hint.noRhythm" });
  if (meeting && !meetings.some((row) => row.status === "planned" && row.startsOn >= today)) {
    hints.push({ kind: "noMeeting", item: "hint.noMeeting" });
  }
  if (walking && open.length > 0 && open.length < fewestGoals) {
    hints.push({ kind: "fewGoals", goals: open.length, item: "hint.fewGoals" });
  }
  if (walking && open.length > mostGoals) {
    hints.push({ kind: "manyGoals", goals: open.length, item: "hint.manyGoals" });
  }
  if (isLongVisit(visit, today)) {
    hints.push({ kind: "longInitiation", item: `hint.longInitiation.${visit.fromOn}` });
  }
  return hints;
}
