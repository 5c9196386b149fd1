import type { StageRecords } from "./stage-records.ts";
import type { InventoryKind } from "./vocabulary.ts";

/**
 * Items of a checklist that tick themselves: what they ask for can be seen from the records. While it is there the item
 * is done, without it the item is open again.
 */
export const checkRules = {
  destination: ({ mentorship }) => Boolean(mentorship.destination?.trim()),
  plan: ({ milestones }) => milestones.some((row) => row.status !== "dropped"),
  preferences: (records) => hasLine(records, "preference"),
  strengths: (records) => hasLine(records, "strength") && hasLine(records, "growth"),
  offers: (records) => hasLine(records, "offer"),
  rapport: (records) => hasLine(records, "rapport"),
  expectations: ({ expectations }) => expectations.length > 0,
  scope: ({ mentorship }) => Boolean(mentorship.scope?.trim() && mentorship.scopeType),
  measurableGoal: hasMeasurableGoal,
  rhythm: ({ mentorship }) => Boolean(mentorship.cadence),
  exit: ({ mentorship }) => Boolean(mentorship.reviewOn),
  agreement: isAgreed,
  finalMeeting: ({ meetings }) =>
    meetings.some((row) => row.kind === "final" && (row.status === "planned" || row.status === "held")),
  closingReview: ({ reviews }) => reviews.some((row) => row.kind === "closing"),
} satisfies Record<string, (records: StageRecords) => boolean>;

export type CheckRule = keyof typeof checkRules;

/** A goal that was not dropped says how it is measured, in words or by a metric. */
export function hasMeasurableGoal({ goals, metrics }: Pick<StageRecords, "goals" | "metrics">): boolean {
  const measured = new Set(metrics.map((metric) => metric.goalId));
  return goals.some(
    (goal) => goal.status !== "dropped" && Boolean(goal.measure?.trim() || measured.has(goal.id)),
  );
}

/** There is a version of the agreement that both agreed on. */
export function isAgreed({ agreements }: Pick<StageRecords, "agreements">): boolean {
  return agreements.some((row) => row.status === "agreed");
}

/** A general line counts unless this mentorship hides it; a line of this mentorship counts for it alone. */
function hasLine({ mentorship, inventory }: StageRecords, kind: InventoryKind): boolean {
  const own = inventory.filter((line) => line.mentorshipId === mentorship.id);
  const replaced = new Set(own.map((line) => line.replacesId));
  return inventory.some(
    (line) =>
      line.kind === kind &&
      !line.hidden &&
      (line.mentorshipId ? line.mentorshipId === mentorship.id : !replaced.has(line.id)),
  );
}
