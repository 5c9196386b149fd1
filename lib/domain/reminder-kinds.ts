import { reviewSubjects } from "./review-subjects.ts";

/** What there is to be reminded of. All but `own` follow from the records. */
export const reminderKinds = [
  "meetingSoon",
  "prepare",
  "wrapUp",
  "milestoneDue",
  "commitmentDue",
  "cadenceGap",
  ...reviewSubjects,
  "finalMeeting",
  "keepInTouch",
  "reflection",
  "journalSilence",
  "untriedAdvice",
  "backupOverdue",
  "own",
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

const hour = 60;
const day = 24 * hour;

/**
 * When each kind is announced where nothing else was chosen, minutes: before its moment, or after it for what is said
 * once something has not happened for so long. `own` reminders bring their own times.
 */
export const usualLeads: Readonly<Record<ReminderKind, readonly number[]>> = {
  meetingSoon: [day, 15],
  prepare: [2 * hour],
  wrapUp: [2 * hour],
  milestoneDue: [0],
  commitmentDue: [0],
  cadenceGap: [3 * day],
  agreementReview: [0],
  expectationsReview: [0],
  reciprocityReview: [0],
  goalReview: [0],
  exitReview: [14 * day, day],
  finalMeeting: [7 * day, day],
  keepInTouch: [0],
  reflection: [0],
  journalSilence: [14 * day],
  untriedAdvice: [14 * day],
  backupOverdue: [0],
  own: [0],
};

/** Nobody hears of these before they ask: a nudge is welcome only to whoever wants it. */
export const offAtFirst: ReadonlySet<ReminderKind> = new Set([
  "reflection",
  "journalSilence",
  "untriedAdvice",
]);

/** These have one moment of their own, and no lead to choose. */
export const fixedKinds: ReadonlySet<ReminderKind> = new Set([
  "keepInTouch",
  "reflection",
  "backupOverdue",
  "own",
]);

/** Bound to an hour: later on the day, or on the next working day, they would be of no use. */
export const timedKinds: ReadonlySet<ReminderKind> = new Set(["meetingSoon", "prepare", "own"]);

/** What is to be done, rather than known: it is counted on the button until somebody has answered it. */
export const countedKinds: ReadonlySet<ReminderKind> = new Set([
  "milestoneDue",
  "commitmentDue",
  ...reviewSubjects,
  "keepInTouch",
  "own",
]);
