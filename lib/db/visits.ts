import type { Id, Instant } from "@/lib/domain/envelope.ts";
import type { MilepostDb } from "./database.ts";

/** When a record was last looked at here. Local to this browser, and in no history: looking is no edit. */
export interface Visit {
  id: Id;
  at: Instant;
  /** Of a mentorship: its room was seen as it was at this place of the change log. */
  roomUpTo?: number;
}

/** Somebody is looking at a meeting. */
export async function visitMeeting(db: MilepostDb, meetingId: Id): Promise<void> {
  await db.visits.put({ id: meetingId, at: db.now() });
}

/** Somebody saw what is in the room of a mentorship. @param roomUpTo what came later in the change log was not there yet */
export async function visitRoom(db: MilepostDb, mentorshipId: Id, roomUpTo: number): Promise<void> {
  await db.visits.put({ id: mentorshipId, at: db.now(), roomUpTo });
}
