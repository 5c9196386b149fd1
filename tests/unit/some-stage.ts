import type { StageRecords } from "@/lib/domain/stage-records.ts";

/** The records of a mentorship that has just begun; `changed` and `mentorship` are what a test is about. */
export function someStageRecords(
  changed: Partial<Omit<StageRecords, "mentorship">> = {},
  mentorship: Partial<StageRecords["mentorship"]> = {},
): StageRecords {
  return {
    checks: [],
    goals: [],
    milestones: [],
    metrics: [],
    meetings: [],
    inventory: [],
    expectations: [],
    agreements: [],
    reviews: [],
    ...changed,
    mentorship: {
      id: "s1",
      role: "mentee",
      destination: "",
      visits: [{ stage: "prepare", fromOn: "2026-09-01" }],
      ...mentorship,
    },
  };
}
