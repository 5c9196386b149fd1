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

export const meetingKinds = [
  "kickoff",
  "checkIn",
  "review",
  "calibration",
  "final",
  "mentorKickoff",
  "keepInTouch",
  "adHoc",
] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export const entryKinds = [
  "thought",
  "decision",
  "question",
  "advice",
  "feedback",
  "win",
  "lesson",
  "outcome",
  "reflection",
  "concern",
  "thanks",
  "obstacle",
  "touch",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What can be taken down beside a call. An action becomes a promise, the others entries. */
export const captureKinds = [
  "action",
  "decision",
  "question",
  "advice",
  "feedback",
  "win",
  "lesson",
  "outcome",
  "obstacle",
] as const;
export type CaptureKind = EntryKind | "action";

/** What the line at the bottom edge of every surface takes down. */
export const lineKinds = [
  "thought",
  "action",
  "question",
  "advice",
  "feedback",
  "win",
  "lesson",
  "outcome",
  "concern",
  "obstacle",
] as const satisfies readonly CaptureKind[];

/** How far advice is, from the ear to the deed, and what became of an obstacle. */
export const adviceStates = ["heard", "trying", "applied", "setAside"] as const;
export const obstacleStates = ["open", "tried", "overcome", "parked"] as const;
export const entryStates = [...adviceStates, ...obstacleStates] as const;
export type EntryState = (typeof entryStates)[number];

/** How far away a goal lies: the three lanes of a career plan. */
export const horizons = ["short", "medium", "long"] as const;
export type Horizon = (typeof horizons)[number];

export const goalKinds = ["soft", "technical", "other"] as const;
export type GoalKind = (typeof goalKinds)[number];

/** Where a goal's progress comes from: its milestones, its metric, or what the person says. */
export const progressSources = ["milestones", "metric", "hand"] as const;
export type ProgressSource = (typeof progressSources)[number];

/** What a mentorship is for: the change that it accompanies. */
export const scopeTypes = ["skill", "newRole", "newField", "promotion", "launch", "other"] as const;
export type ScopeType = (typeof scopeTypes)[number];

/** What people note down of themselves and for the other before they meet. */
export const inventoryKinds = [
  "strength",
  "growth",
  "preference",
  "offer",
  "rapport",
  "idea",
  "resource",
  "support",
  "opportunity",
  "outcome",
  "groundRule",
] as const;
export type InventoryKind = (typeof inventoryKinds)[number];

export const evidenceKinds = ["text", "link", "file", "metric"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Which way a metric is better. */
export const directions = ["higher", "lower"] as const;
export type Direction = (typeof directions)[number];

export const expectationStates = ["open", "aligned", "toDiscuss", "realigned"] as const;
export type ExpectationState = (typeof expectationStates)[number];

export const resourceKinds = ["reading", "course", "workshop", "event", "other"] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** Of resources and activities: not begun, under way, done. */
export const workStates = ["toDo", "doing", "done"] as const;
export type WorkState = (typeof workStates)[number];

export const activityKinds = [
  "practice",
  "assignment",
  "shadowing",
  "sideProject",
  "review",
  "reflection",
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** A mentorship at its end; one meeting, for oneself. */
export const reviewKinds = ["closing", "meeting"] as const;
export type ReviewKind = (typeof reviewKinds)[number];
