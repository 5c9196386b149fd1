import type { Id, Instant } from "@/lib/domain/envelope.ts";
import type { MilepostDb } from "./database.ts";

/** When a record was last looked at here. Local to this browser, and in no history: looking is no edit. */
export interface Visit {
  id: Id;
  at: Instant;
}

/** Somebody is looking at a meeting. */
export async function visitMeeting(db: MilepostDb, meetingId: Id): Promise<void> {
  await db.visits.put({ id: meetingId, at: db.now() });
}
