import type { Commitment } from "@/lib/domain/commitment.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { type DueItem, dueItems } from "@/lib/domain/due.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { MilepostDb } from "./database.ts";
import { shownOf, trashedParents } from "./shown.ts";

/** All promises of a mentorship that are not in the trash. */
export async function commitmentsOf(db: MilepostDb, mentorshipId: Id): Promise<Commitment[]> {
  const rows = await db.commitments.where("mentorshipId").equals(mentorshipId).toArray();
  return rows.filter((row) => !row.deletedAt);
}

/** What is due now, over all mentorships. Reads only what has a date that has come, by index. */
export async function dueNow(db: MilepostDb, timeZone: string): Promise<DueItem[]> {
  const now = db.now();
  const today = dayOf(now, timeZone);
  const [commitments, milestones] = await Promise.all([
    db.commitments.where("[status+dueOn]").between(["open", ""], ["open", today], true, true).toArray(),
    db.milestones.where("[status+dueOn]").between(["open", ""], ["open", today], true, true).toArray(),
  ]);
  const trashed = await trashedParents(db);
  return dueItems(shownOf(commitments, trashed), shownOf(milestones, trashed), today, now);
}
