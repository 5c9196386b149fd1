import { addDays, dayOf } from "@/lib/domain/civil-time.ts";
import type { Commitment } from "@/lib/domain/commitment.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import type { MilepostDb } from "./database.ts";
import type { ReviewRecords } from "@/lib/domain/review-due.ts";
import { plannedMeetings } from "./meeting-rows.ts";
import { readReviewRecords } from "./review-records.ts";
import { shownOf, trashedParents } from "./shown.ts";

/** Reminders look this far ahead; what is further away is found by a later run. */
const daysAhead = 40;

/** The records that anything due around now follows from, read by index. */
export async function readReminderRecords(
  db: MilepostDb,
  timeZone: string,
): Promise<{
  meetings: Meeting[];
  milestones: Milestone[];
  commitments: Commitment[];
  reviews: ReviewRecords;
}> {
  const from = ["open", ""];
  const to = ["open", addDays(dayOf(db.now(), timeZone), daysAhead)];
  const [meetings, milestones, commitments, reviews] = await Promise.all([
    plannedMeetings(db, timeZone),
    db.milestones.where("[status+dueOn]").between(from, to, true, true).toArray(),
    db.commitments.where("[status+dueOn]").between(from, to, true, true).toArray(),
    readReviewRecords(db),
  ]);
  const trashed = await trashedParents(db);
  return {
    meetings,
    milestones: shownOf(milestones, trashed),
    commitments: shownOf(commitments, trashed),
    reviews,
  };
}
