import type { MilepostDb } from "@/lib/db/database.ts";
import { roomAccessIn } from "@/lib/domain/room-access.ts";
import { noStatus, personalSpace, type StorageAccess } from "@/lib/domain/space.ts";
import type { SpaceKeys } from "@/lib/sync/keys.ts";
import { keepRoom, openRoom, roomsOf } from "@/lib/sync/rooms.ts";
import { addEvents } from "./events.ts";
import { inOwnSpace, inTurn, reachSpace, reachStorage, type SpacePorts } from "./reach.ts";
import { editRoom } from "./room-guests.ts";
import { isRoom, type RoomKept, roomSpace } from "./room-place.ts";
import { dropRoom } from "./drop-room.ts";

/**
 * Tells the person's other browsers of the rooms that this one is in, and follows them into theirs. Where there is no
 * personal space, the rooms stay of this browser alone.
 */
export async function followOwnRooms(db: MilepostDb, ports: SpacePorts): Promise<void> {
  if (!(await db.spaces.get(personalSpace))) return;
  await tell(db, ports);
  await enter(db, ports);
}

async function tell(db: MilepostDb, ports: SpacePorts): Promise<void> {
  for (const row of await db.spaces.toArray()) {
    if (!isRoom(row) || row.keys === null || row.room.kept.isTold) continue;
    const { mentorshipId, side, kept } = row.room;
    const { space: room } = row.keys as SpaceKeys;
    await inOwnSpace(db, async (own) => {
      const { store, keys } = await reachSpace(own, ports);
      const access = JSON.stringify({ mentorshipId, side, storage: row.storage });
      const next = await keepRoom(store, keys, { room, seed: kept.seed, access, now: ports.now() });
      await db.spaces.update(personalSpace, { keys: next });
    });
    // From here on it is in the personal space, and need not lie here too.
    await editRoom(db, row.id, (now) => ({ ...now, seed: new Uint8Array(), isTold: true }));
  }
}

async function enter(db: MilepostDb, ports: SpacePorts): Promise<void> {
  const own = await db.spaces.get(personalSpace);
  if (!own) return;
  for (const card of roomsOf(own.keys as SpaceKeys)) {
    const here = (await db.spaces.toArray()).find(
      (row) => isRoom(row) && (row.keys as SpaceKeys | null)?.space === card.room,
    );
    if (card.access === null) {
      // Left in another browser.
      if (here) await dropRoom(db, here.id);
      continue;
    }
    const access = here ? undefined : roomAccessIn(card.access);
    if (!access || !(await db.mentorships.get(access.mentorshipId))) continue;
    const id = roomSpace(access.mentorshipId);
    await inTurn(db, id, async () => {
      if (await db.spaces.get(id)) return;
      const storage: StorageAccess = access.storage;
      const root = await reachStorage({ storage }, ports);
      const now = ports.now();
      const keys = await openRoom(root, card, { name: own.browserName, now });
      const kept: RoomKept = { seed: new Uint8Array(), isTold: true };
      const room = { mentorshipId: access.mentorshipId, side: access.side, kept };
      await db.transaction("rw", [db.spaces, db.syncEvents], async () => {
        const { browserName } = own;
        const rest = { paused: false, codeConfirmedAt: null, status: noStatus, failures: 0 } as const;
        await db.spaces.put({ id, storage, room, browserName, since: now, keys, ...rest });
        await addEvents(db, [{ at: now, space: id, kind: "joined" }]);
      });
    });
  }
}
