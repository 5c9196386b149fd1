import { addDays, dayOf } from "@/lib/domain/civil-time.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { shownOf, type Trashed, trashedParents } from "./shown.ts";

/** One meeting, unless it is in the trash. */
export async function findMeeting(db: MilepostDb, id: Id): Promise<Meeting | null> {
  const meeting = await db.meetings.get(id);
  return meeting && !meeting.deletedAt ? meeting : null;
}

/** One meeting that is about to be changed. @throws UserError `notFound` where it is gone or in the trash */
export async function meetingThere(db: MilepostDb, id: Id): Promise<Meeting> {
  const meeting = await findMeeting(db, id);
  if (!meeting) throw new UserError("notFound");
  return meeting;
}

/** All meetings of a mentorship that are not in the trash. */
export async function meetingsOf(db: MilepostDb, mentorshipId: Id): Promise<Meeting[]> {
  const rows = await db.meetings.where("mentorshipId").equals(mentorshipId).toArray();
  return rows.filter((row) => !row.deletedAt);
}

/** Planned meetings from two days ago on, over all mentorships, by index. */
export async function plannedMeetings(
  db: MilepostDb,
  timeZone: string,
  trashed?: Trashed,
): Promise<Meeting[]> {
  const from: Day = addDays(dayOf(db.now(), timeZone), -2);
  const rows = await db.meetings
    .where("[status+startsOn]")
    .between(["planned", from], ["planned", "9999"], true, true)
    .toArray();
  return shownOf(rows, trashed ?? (await trashedParents(db)));
}
