/**
 * The words that records are told apart by, in their natural order. Apart from the schemas, so that a surface which
 * needs only a word does not load the parser.
 */

/** The five stages of a mentorship, in walking order. */
export const stages = ["prepare", "initiation", "cultivation", "separation", "redefinition"] as const;
export type Stage = (typeof stages)[number];

/** What the user is in a mentorship. The same person may be mentee in one and mentor in another. */
export const roles = ["mentee", "mentor", "both"] as const;
export type Role = (typeof roles)[number];

/** The four phases of growing into something, in walking order. */
export const phases = ["discovery", "practice", "feedback", "mastery"] as const;
export type Phase = (typeof phases)[number];

/** Who does it, seen from the user. */
export const owners = ["me", "them", "both"] as const;
export type Owner = (typeof owners)[number];

export const meetingKinds = ["kickoff", "checkIn", "review", "final", "adHoc"] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export const entryKinds = ["thought", "decision", "question", "advice", "feedback", "win"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What can be taken down beside a call. An action becomes a promise, the others entries. */
export const captureKinds = ["action", "decision", "question", "advice", "feedback", "win"] as const;
export type CaptureKind = EntryKind | "action";
