import type { Id } from "@/lib/domain/envelope.ts";
import { shortestMeeting } from "@/lib/domain/limits.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { meetingThere } from "./meeting-rows.ts";
import { type MeetingForm, meetingPatch } from "./meetings.ts";
import { mutate } from "./mutate.ts";

/**
 * Makes two meetings of a planned one: it is shortened by what the second takes. Open topics stay with whichever comes
 * first, and what that one does not get to is carried to the other, since carry-over is a query.
 * @param form the second meeting
 * @returns the id of the second
 */
export async function splitMeeting(db: MilepostDb, id: Id, form: MeetingForm, act = db.newId()): Promise<Id> {
  const patch = meetingPatch(form);
  const secondId = db.newId();
  await mutate(db, { did: "splitMeeting", act }, async () => {
    const meeting = await meetingThere(db, id);
    if (meeting.status !== "planned") throw new UserError("notFound");
    const plannedMinutes = Math.max(shortestMeeting, meeting.plannedMinutes - patch.plannedMinutes);
    return [
      { table: "meetings", id, patch: { plannedMinutes } },
      { table: "meetings", id: secondId, patch: { ...patch, status: "planned" } },
    ];
  });
  return secondId;
}
