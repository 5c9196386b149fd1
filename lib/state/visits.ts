import { reportError } from "@/lib/browser/report-error.ts";
import { visitMeeting } from "@/lib/db/visits.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { db } from "./database.ts";

/** Somebody looks at a meeting: nobody has to be reminded of what is open in it. */
export function noteVisit(meetingId: Id): void {
  visitMeeting(db, meetingId).catch((error: unknown) => reportError("visit", error));
}
