import { daysBetween } from "./civil-time.ts";
import type { Commitment } from "./commitment.ts";
import type { Day, Id, Instant } from "./envelope.ts";
import type { Milestone } from "./milestone.ts";

/** Something whose day has come: a promise of the user's own, or a milestone of theirs. */
export interface DueItem {
  table: "commitments" | "milestones";
  id: Id;
  mentorshipId: Id | null;
  title: string;
  dueOn: Day;
  /** Days since its date: 0 today, 1 yesterday. */
  daysLate: number;
}

type DueCommitment = Pick<
  Commitment,
  "id" | "mentorshipId" | "title" | "dueOn" | "status" | "owner" | "snoozedUntilAt" | "deletedAt"
>;
type DueMilestone = Pick<
  Milestone,
  "id" | "mentorshipId" | "title" | "dueOn" | "status" | "owner" | "snoozedUntilAt" | "deletedAt"
>;

/**
 * Has the day of a promise or milestone come? What the other person owes is waited for, not due; what is snoozed,
 * proposed, done or in the trash is not due either.
 */
export function isDue(
  row: Pick<Commitment, "owner" | "dueOn" | "snoozedUntilAt" | "deletedAt"> & { status: string },
  today: Day,
  now: Instant,
): boolean {
  if (row.status !== "open" || row.owner === "them" || row.deletedAt) return false;
  if (row.snoozedUntilAt && row.snoozedUntilAt > now) return false;
  return Boolean(row.dueOn && row.dueOn <= today);
}

/** What is due at `now`, the longest overdue first. */
export function dueItems(
  commitments: readonly DueCommitment[],
  milestones: readonly DueMilestone[],
  today: Day,
  now: Instant,
): DueItem[] {
  const items: DueItem[] = [];
  for (const [table, rows] of [
    ["commitments", commitments],
    ["milestones", milestones],
  ] as const) {
    for (const row of rows) {
      if (!row.dueOn || !isDue(row, today, now)) continue;
      items.push({
        table,
        id: row.id,
        mentorshipId: row.mentorshipId ?? null,
        title: row.title,
        dueOn: row.dueOn,
        daysLate: daysBetween(row.dueOn, today),
      });
    }
  }
  return items.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id < b.id ? -1 : 1));
}
