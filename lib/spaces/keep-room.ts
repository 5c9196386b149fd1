import type { MilepostDb } from "@/lib/db/database.ts";
import type { RoomAt, SpaceRow } from "@/lib/db/space-tables.ts";
import { noStatus } from "@/lib/domain/space.ts";
import type { SpaceKeys } from "@/lib/sync/keys.ts";
import { addEvents } from "./events.ts";
import { type RoomKept, roomSpace } from "./room-place.ts";

/**
 * From here on this browser keeps the room of a mentorship in step.
 * @param how `keys`: `null` for a guest who was not let in yet
 * @param also `offerAll` where what is shared already is sent as it stands
 */
export async function keepRoomHere(
  db: MilepostDb,
  how: Omit<RoomAt, "kept"> &
    Pick<SpaceRow, "storage" | "browserName"> & { keys: SpaceKeys | null; kept: RoomKept },
  also: Pick<SpaceRow, "offerAll"> = {},
): Promise<void> {
  const { mentorshipId, side, storage, browserName, keys, kept } = how;
  const id = roomSpace(mentorshipId);
  await db.transaction("rw", [db.spaces, db.syncEvents], async () => {
    const since = db.now();
    const rest = { paused: false, codeConfirmedAt: null, status: noStatus, failures: 0 };
    const room = { mentorshipId, side, kept };
    await db.spaces.put({ id, storage, room, browserName, since, keys, ...rest, ...also });
    await addEvents(db, [
      { at: since, space: id, kind: side === "host" && "offerAll" in also ? "began" : "joined" },
    ]);
  });
}
