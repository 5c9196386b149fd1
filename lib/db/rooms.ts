import { dayOf, timeOf } from "@/lib/domain/civil-time.ts";
import type { Write } from "@/lib/domain/change.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { type RoomChoice, roomChoiceId } from "@/lib/domain/room-choice.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { lineFrom } from "./input.ts";
import { meetingThere } from "./meeting-rows.ts";
import { mutate } from "./mutate.ts";

/** Whether anything is offered for a room. Part of the history, so it can be taken back. */
export function silenceRoom(db: MilepostDb, key: string, never: boolean): Promise<Id | null> {
  return mutate(db, { did: never ? "silenceRoom" : "allowRoom" }, async () => [
    await choiceWrite(db, key, { never }),
  ]);
}

/** Remembers whose call it was in a room; the room is offered again if it was not. */
export function chooseRoom(db: MilepostDb, key: string, mentorshipId: Id): Promise<Id | null> {
  return mutate(db, { did: "chooseRoom" }, async () => [
    await choiceWrite(db, key, { lastMentorshipId: mentorshipId, never: false }),
  ]);
}

/**
 * Starts a meeting that nobody planned: its notes run from now on, and its room is remembered.
 * @param call `key` of its room, `null` where none is named; when the call began
 * @returns the id of the meeting
 */
export async function startUnplanned(
  db: MilepostDb,
  call: { mentorshipId: Id; key: string | null; sinceAt: Instant; timeZone: string; title: string },
  act = db.newId(),
): Promise<Id> {
  const { mentorshipId, key, timeZone } = call;
  const id = db.newId();
  await mutate(db, { did: "startNotes", act }, async () => {
    const mentorship = await db.mentorships.get(mentorshipId);
    if (!mentorship || mentorship.deletedAt) throw new UserError("notFound");
    const startedAt = Math.min(call.sinceAt, db.now());
    const meeting: Write = {
      table: "meetings",
      id,
      patch: {
        mentorshipId,
        kind: "adHoc",
        title: lineFrom(call.title),
        status: "planned",
        startsOn: dayOf(startedAt, timeZone),
        startsTime: timeOf(startedAt, timeZone),
        timeZone,
        plannedMinutes: mentorship.meetingMinutes ?? 45,
        roomKey: key,
        startedAt,
      },
    };
    return key
      ? [meeting, await choiceWrite(db, key, { lastMentorshipId: mentorshipId, never: false })]
      : [meeting];
  });
  return id;
}

/**
 * The call of a meeting is over: it was held as long as the call took, whether or not notes were taken.
 * @param call epoch ms
 */
export function endCall(
  db: MilepostDb,
  meetingId: Id,
  call: { sinceAt: Instant; untilAt: Instant },
): Promise<Id | null> {
  return mutate(db, { did: "endMeeting" }, async () => {
    const meeting = await meetingThere(db, meetingId);
    if (meeting.endedAt) return [];
    const startedAt = meeting.startedAt ?? call.sinceAt;
    const endedAt = Math.min(Math.max(startedAt, call.untilAt), db.now());
    return [{ table: "meetings", id: meetingId, patch: { startedAt, endedAt, status: "held" } }];
  });
}

async function choiceWrite(
  db: MilepostDb,
  key: string,
  patch: Pick<Partial<RoomChoice>, "never" | "lastMentorshipId">,
): Promise<Write> {
  const id = roomChoiceId(key);
  const born = await db.rooms.get(id);
  // An undo may have left its row in the trash.
  const fresh = born?.deletedAt ? { deletedAt: null } : {};
  const whole = born && !born.deletedAt ? {} : { key, never: false, lastMentorshipId: null };
  return { table: "rooms", id, patch: { ...fresh, ...whole, ...patch } };
}
