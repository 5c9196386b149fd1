import type { MilepostDb } from "@/lib/db/database.ts";
import { findMentorship, type MentorshipView } from "@/lib/db/mentorship-rows.ts";
import type { SpaceRow } from "@/lib/db/space-tables.ts";
import { personalSpace } from "@/lib/domain/space.ts";
import { isRoom } from "./room-place.ts";

/** A room over a storage, as far as it is told of outside its page. */
export interface RoomHere extends Pick<SpaceRow, "paused" | "status"> {
  of: MentorshipView;
  url: string;
  /** How many answered the invitation and wait to be let in. */
  answers: number;
  /** A browser that was taken out can read there until the room was reached. */
  owesKeys: boolean;
  /** With Sync the keys change as soon as it is reached; without it nobody knows whom to give them. */
  hasSync: boolean;
}

/** Those of this browser, without the ones that were left or whose mentorship is in the trash. */
export async function roomsHere(db: MilepostDb): Promise<RoomHere[]> {
  const hasSync = (await db.spaces.get(personalSpace)) !== undefined;
  const rooms = (await db.spaces.toArray()).filter(isRoom).filter(({ room }) => !room.kept.isLeft);
  const all = rooms.map(async ({ paused, status, storage, room }): Promise<RoomHere | null> => {
    const of = await findMentorship(db, room.mentorshipId);
    const url = storage.kind === "folder" ? "" : storage.url;
    return (
      of && {
        of,
        paused,
        status,
        url,
        answers: room.kept.answers?.length ?? 0,
        owesKeys: room.kept.owesKeys ?? false,
        hasSync,
      }
    );
  });
  return (await Promise.all(all)).filter((each) => each !== null);
}
