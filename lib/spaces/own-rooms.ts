import type { MilepostDb } from "@/lib/db/database.ts";
import type { SpaceRow } from "@/lib/db/space-tables.ts";
import { roomAccessIn } from "@/lib/domain/room-access.ts";
import { personalSpace } from "@/lib/domain/space.ts";
import { KeyError } from "@/lib/sync/key-error.ts";
import { refreshKeys, type SpaceKeys } from "@/lib/sync/keys.ts";
import type { RoomCard } from "@/lib/sync/notice.ts";
import { keepRoom, openRoom, roomsOf } from "@/lib/sync/rooms.ts";
import { inOwnSpace, inTurn, reachSpace, reachStorage, type SpacePorts } from "./reach.ts";
import { editRoom } from "./room-guests.ts";
import { keepRoomHere } from "./keep-room.ts";
import { isRoom, type RoomKept, roomSpace } from "./room-place.ts";
import { dropRoom } from "./drop-room.ts";

/**
 * Tells the person's other browsers of the rooms that this one is in, and follows them into theirs. Where there is no
 * personal space, the rooms stay of this browser alone.
 * @param hasReceived something came in from another browser of the person, maybe with word of a room
 */
export async function followOwnRooms(db: MilepostDb, ports: SpacePorts, hasReceived = false): Promise<void> {
  if (!(await db.spaces.get(personalSpace))) return;
  if (hasReceived) await hear(db, ports);
  await tell(db, ports);
  await enter(db, ports);
}

/** A look reads what is said of keys only where it meets a key or a writer that is new; rooms are told of without either. */
function hear(db: MilepostDb, ports: SpacePorts): Promise<void> {
  return inOwnSpace(db, async (own) => {
    const { store, keys } = await reachSpace(own, ports);
    const next = await refreshKeys(store, keys);
    if (next !== keys) await db.spaces.update(personalSpace, { keys: next });
  });
}

async function tell(db: MilepostDb, ports: SpacePorts): Promise<void> {
  for (const row of await db.spaces.toArray()) {
    if (!isRoom(row) || row.keys === null || (row.room.kept.isTold && !row.room.kept.isLeft)) continue;
    const { mentorshipId, side, kept } = row.room;
    const { space: room } = row.keys as SpaceKeys;
    if (kept.isLeft) {
      await inOwnSpace(db, async (own) => {
        const { store, keys } = await reachSpace(own, ports);
        const card = { room, seed: new Uint8Array(32), access: null, now: ports.now() };
        await db.spaces.update(personalSpace, { keys: await keepRoom(store, keys, card) });
      });
      await inTurn(db, row.id, () => dropRoom(db, row.id));
      continue;
    }
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
  let failure: unknown;
  for (const card of roomsOf(own.keys as SpaceKeys))
    await follow(db, ports, own, card).catch((error: unknown) => {
      // The person was taken out of that room: there is nothing to enter.
      if (error instanceof KeyError && (error.failure === "replaced" || error.failure === "wrongCode"))
        return;
      // One that cannot be entered now keeps no other from being.
      failure ??= error;
    });
  if (failure !== undefined) throw failure;
}

async function follow(db: MilepostDb, ports: SpacePorts, own: SpaceRow, card: RoomCard): Promise<void> {
  const here = (await db.spaces.toArray()).find(
    (row) => isRoom(row) && (row.keys as SpaceKeys | null)?.space === card.room,
  );
  if (card.access === null) {
    // Left in another browser.
    if (here) await inTurn(db, here.id, () => dropRoom(db, here.id));
    return;
  }
  const access = here ? undefined : roomAccessIn(card.access);
  if (!access || !(await db.mentorships.get(access.mentorshipId))) return;
  const { mentorshipId, side, storage } = access;
  const id = roomSpace(mentorshipId);
  await inTurn(db, id, async () => {
    if (await db.spaces.get(id)) return;
    const root = await reachStorage({ storage }, ports);
    const { browserName } = own;
    const keys = await openRoom(root, card, { name: browserName, now: ports.now() });
    const kept: RoomKept = { seed: new Uint8Array(), isTold: true };
    await keepRoomHere(db, { mentorshipId, side, storage, browserName, keys, kept });
  });
}
