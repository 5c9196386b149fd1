import type { Instant } from "./envelope.ts";
import type { Meeting } from "./meeting.ts";

export const lockChoices = ["never", "day", "week", "month"] as const;
export type LockChoice = (typeof lockChoices)[number];

const days: Record<Exclude<LockChoice, "never">, number> = { day: 1, week: 7, month: 30 };

/** Are the notes of a meeting old enough to be locked? Counted from its end; one that never ended stays open. */
export function isNoteOld(meeting: Pick<Meeting, "endedAt">, choice: LockChoice, now: Instant): boolean {
  if (choice === "never" || !meeting.endedAt) return false;
  return now - meeting.endedAt >= days[choice] * 86_400_000;
}
