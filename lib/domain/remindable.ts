/** The records that a person can ask to be reminded of. */
export const remindables = ["goals", "milestones", "commitments", "meetings", "people"] as const;
export type Remindable = (typeof remindables)[number];
