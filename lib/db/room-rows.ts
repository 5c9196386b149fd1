import { nextMeeting } from "@/lib/domain/carry-over.ts";
import type { Instant } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { type RoomChoice, roomChoiceId } from "@/lib/domain/room-choice.ts";
import { isAbout } from "@/lib/domain/room-use.ts";
import type { MilepostDb } from "./database.ts";
import { meetingsOf } from "./meeting-rows.ts";
import { allMentorships, type MentorshipView } from "./mentorship-rows.ts";
import { shownOf, trashedParents } from "./shown.ts";

/** A mentorship that a call may belong to. */
export interface RoomUse {
  view: MentorshipView;
  /** The running or next planned one. */
  meeting: Meeting | null;
  /** The call was with them the last time. */
  last: boolean;
}

export interface RoomUses {
  /** Nothing is to be offered. */
  never: boolean;
  /** The room is known to belong to these; otherwise they only have a meeting now. */
  known: boolean;
  uses: RoomUse[];
}

/** What was said about a room, if anything. */
export async function roomChoice(db: MilepostDb, key: string): Promise<RoomChoice | null> {
  const row = await db.rooms.get(roomChoiceId(key));
  return row && !row.deletedAt ? row : null;
}

/** Rooms for which nothing is offered, the latest first. */
export async function silencedRooms(db: MilepostDb): Promise<RoomChoice[]> {
  const rows = await db.rooms.toArray();
  return rows.filter((row) => row.never && !row.deletedAt).toSorted((a, b) => b.createdAt - a.createdAt);
}

/**
 * Whose call it may be: the mentorships that use the room, or, where none does, those that have a meeting about now. Who
 * was chosen last stands first, then whoever has a meeting about now.
 * @param key as `roomOf` spells it; `null` for a call that names no room
 */
export async function usesOfRoom(db: MilepostDb, key: string | null, now: Instant): Promise<RoomUses> {
  const [views, choice, inRoom] = await Promise.all([
    allMentorships(db),
    key ? roomChoice(db, key) : null,
    key ? meetingsInRoom(db, key) : [],
  ]);
  const users = new Set([
    ...views.filter(({ mentorship }) => key && mentorship.roomKey === key).map((view) => view.mentorship.id),
    ...inRoom.map((meeting) => meeting.mentorshipId),
    ...(choice?.lastMentorshipId ? [choice.lastMentorshipId] : []),
  ]);
  const all = await Promise.all(
    views.map(async (view): Promise<RoomUse> => {
      const meetings = await meetingsOf(db, view.mentorship.id);
      const own = meetings.filter((meeting) => key && meeting.roomKey === key);
      const meeting = nextMeeting(own, now) ?? nextMeeting(meetings, now) ?? null;
      return { view, meeting, last: view.mentorship.id === choice?.lastMentorshipId };
    }),
  );
  const known = all.filter(({ view }) => users.has(view.mentorship.id));
  const meetsNow = ({ meeting }: RoomUse): boolean =>
    meeting !== null && (!meeting.roomKey || meeting.roomKey === key || !key) && isAbout(meeting, now);
  const uses = known.length > 0 ? known : all.filter(meetsNow);
  return {
    never: choice?.never ?? false,
    known: known.length > 0,
    uses: uses.toSorted((a, b) => rank(b, now) - rank(a, now)),
  };
}

function rank({ last, meeting }: RoomUse, now: Instant): number {
  return (last ? 2 : 0) + (meeting && isAbout(meeting, now) ? 1 : 0);
}

async function meetingsInRoom(db: MilepostDb, key: string): Promise<Meeting[]> {
  const rows = await db.meetings.where("roomKey").equals(key).toArray();
  return shownOf(rows, await trashedParents(db));
}
