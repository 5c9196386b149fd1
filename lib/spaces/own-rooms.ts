import type { MilepostDb } from "@/lib/db/database.ts";
import type { SpaceRow } from "@/lib/db/space-tables.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { roomAccessIn } from "@/lib/domain/room-access.ts";
import { noStatus, personalSpace, type StorageAccess } from "@/lib/domain/space.ts";
import { bytesOf } from "@/lib/sync/bytes.ts";
import { KeyError } from "@/lib/sync/key-error.ts";
import { isRemoved, type SpaceKeys } from "@/lib/sync/keys.ts";
import type { RoomCard } from "@/lib/sync/notice.ts";
import { holdersIn, isSpent, keepRoom, openRoom, roomsOf, tellHolder } from "@/lib/sync/rooms.ts";
import { dropRoom } from "./drop-room.ts";
import { keepRoomHere } from "./keep-room.ts";
import { inOwnSpace, inTurn, reachSpace, reachStorage, type SpacePorts } from "./reach.ts";
import { hearOfRooms, renewRooms } from "./renew-rooms.ts";
import { spaceOf } from "./replica.ts";
import { editRoom } from "./room-guests.ts";
import { isRoom, type RoomKept, type RoomRow, roomSpace } from "./room-place.ts";
import { batchesOf } from "./space-batches.ts";

/**
 * Tells the person's other browsers of the rooms that this one is in, follows them into theirs, and takes those out of the
 * rooms that were taken out of the personal space. Where there is no personal space, the rooms stay of this browser alone.
 * @param hasReceived something came in from another browser of the person, maybe with word of a room
 */
export async function followOwnRooms(db: MilepostDb, ports: SpacePorts, hasReceived = false): Promise<void> {
  const own = await db.spaces.get(personalSpace);
  if (!own || isRemoved(own.keys as SpaceKeys)) return;
  if (hasReceived) await hearOfRooms(db, ports);
  let failure: unknown;
  // What does not go now keeps nothing else from going.
  for (const step of [renewRooms, enter, tell])
    await step(db, ports).catch((error: unknown) => (failure ??= error));
  if (failure !== undefined) throw failure;
}

async function tell(db: MilepostDb, ports: SpacePorts): Promise<void> {
  for (const row of await db.spaces.toArray()) {
    if (!isRoom(row) || row.keys === null) continue;
    if (row.room.kept.isLeft) await tellLeft(db, ports, row);
    else if (!isRemoved(row.keys as SpaceKeys)) await tellHere(db, ports, row);
  }
}

/**
 * Says of a room that was left what was not said yet, before another one takes its place here.
 * @throws whatever the person's own storage says
 */
export async function tellIfLeft(db: MilepostDb, ports: SpacePorts, id: string): Promise<void> {
  const row = await db.spaces.get(id);
  if (!isRoom(row) || !row.room.kept.isLeft) return;
  if (await db.spaces.get(personalSpace)) await tellLeft(db, ports, row);
  else await inTurn(db, id, () => dropRoom(db, id));
}

/**
 * Says of a room that this browser did not get into that the person is not in it any more: the other browsers leave it.
 */
export async function forgetOwnRoom(db: MilepostDb, ports: SpacePorts, mentorshipId: Id): Promise<void> {
  await hearOfRooms(db, ports);
  const own = await spaceOf(db, personalSpace);
  for (const { room } of cardsFor(own, mentorshipId)) await sayLeft(db, ports, room);
}

/** The rooms of a mentorship of which another browser told. */
function cardsFor({ keys }: SpaceRow, mentorshipId: Id): RoomCard[] {
  return roomsOf(keys as SpaceKeys).filter(
    ({ access }) => roomAccessIn(access ?? "")?.mentorshipId === mentorshipId,
  );
}

async function sayLeft(db: MilepostDb, ports: SpacePorts, room: string): Promise<void> {
  await inOwnSpace(db, async (own) => {
    const { store, keys } = await reachSpace(own, ports);
    const card = { room, seed: new Uint8Array(32), access: null, now: ports.now() };
    await db.spaces.update(personalSpace, { keys: await keepRoom(store, keys, card) });
  });
}

async function tellLeft(db: MilepostDb, ports: SpacePorts, row: RoomRow): Promise<void> {
  await sayLeft(db, ports, (row.keys as SpaceKeys).space);
  await inTurn(db, row.id, () => dropRoom(db, row.id));
}

/** Of the room, and as whom this browser is in it. */
async function tellHere(db: MilepostDb, ports: SpacePorts, row: RoomRow): Promise<void> {
  const { mentorshipId, side, kept } = row.room;
  const roomKeys = row.keys as SpaceKeys;
  const { space: room, me } = roomKeys;
  if (!kept.isTold) {
    // Another browser may have given the person other keys since.
    const isGone = await isSpent(roomKeys, kept.seed);
    if (!isGone)
      await inOwnSpace(db, async (own) => {
        const { store, keys } = await reachSpace(own, ports);
        const access = JSON.stringify({ mentorshipId, side, storage: row.storage });
        const next = await keepRoom(store, keys, { room, seed: kept.seed, access, now: ports.now() });
        await db.spaces.update(personalSpace, { keys: next });
      });
    // From here on it is in the personal space, and need not lie here too.
    await editRoom(db, row.id, (now) => ({ ...now, seed: new Uint8Array(), isTold: true }));
  }
  const own = await db.spaces.get(personalSpace);
  if (!own || holdersIn(own.keys as SpaceKeys, room).has(me.id)) return;
  await inOwnSpace(db, async (now) => {
    const { store, keys } = await reachSpace(now, ports);
    const next = await tellHolder(store, keys, { room, holder: me.id, now: ports.now() });
    await db.spaces.update(personalSpace, { keys: next });
  });
}

async function enter(db: MilepostDb, ports: SpacePorts): Promise<void> {
  const own = await db.spaces.get(personalSpace);
  if (!own) return;
  let failure: unknown;
  for (const card of roomsOf(own.keys as SpaceKeys))
    await follow(db, ports, own, card).catch((error: unknown) => {
      // One that cannot be entered now keeps no other from being.
      if (!isTakenOut(error)) failure ??= error;
    });
  if (failure !== undefined) throw failure;
}

/** As whom a storage is used. */
export type RoomLogin = Pick<Extract<StorageAccess, { kind: "webdav" }>, "user" | "password">;

/**
 * Enters the room of a mentorship, of which another browser of the person told.
 * @param login where that of the other browser is refused
 * @throws NotInRoom where the person was taken out of it, KeyError `removed` where this browser was taken out of the
 * personal space, and whatever the storages say
 */
export async function enterOwnRoom(
  db: MilepostDb,
  ports: SpacePorts,
  mentorshipId: Id,
  login?: RoomLogin,
): Promise<void> {
  // The person may have been given other keys there since.
  await hearOfRooms(db, ports);
  const own = await spaceOf(db, personalSpace);
  if (isRemoved(own.keys as SpaceKeys)) throw new KeyError("removed");
  let failure: unknown = new NotInRoom();
  for (const card of cardsFor(own, mentorshipId)) {
    try {
      return await follow(db, ports, own, card, login);
    } catch (error) {
      // Of one that was left before another one was made no more is known than that.
      if (!isTakenOut(error)) failure = error;
    }
  }
  throw failure;
}

/** The person is not in the room any more. */
export class NotInRoom extends Error {}

/** The person was taken out of the room: there is nothing to enter. */
function isTakenOut(error: unknown): boolean {
  return error instanceof KeyError && (error.failure === "replaced" || error.failure === "wrongCode");
}

async function follow(
  db: MilepostDb,
  ports: SpacePorts,
  own: SpaceRow,
  card: RoomCard,
  login?: RoomLogin,
): Promise<void> {
  const here = (await db.spaces.toArray()).find(
    (row) => isRoom(row) && (row.keys as SpaceKeys | null)?.space === card.room,
  );
  if (card.access === null) {
    // Left in another browser.
    if (here) await inTurn(db, here.id, () => dropRoom(db, here.id));
    return;
  }
  if (here) {
    if (await isToReturn(here, card)) await comeBack(db, ports, here.id, card);
    return;
  }
  const access = roomAccessIn(card.access);
  if (!access || !(await db.mentorships.get(access.mentorshipId))) return;
  const { mentorshipId, side } = access;
  const storage = { ...access.storage, ...login };
  const id = roomSpace(mentorshipId);
  await inTurn(db, id, async () => {
    if (await db.spaces.get(id)) return;
    const root = await reachStorage({ storage, room: { mentorshipId } }, ports);
    const { browserName } = own;
    const keys = await openRoom(root, card, { name: browserName, now: ports.now() });
    const kept: RoomKept = { seed: new Uint8Array(), isTold: true };
    await keepRoomHere(db, { mentorshipId, side, storage, browserName, keys, kept });
  });
}

/** Another browser gave the person other keys there and did not know of this one; the partner would have left none. */
async function isToReturn({ keys }: SpaceRow, card: RoomCard): Promise<boolean> {
  const room = keys as SpaceKeys;
  return isRemoved(room) && !(await isSpent(room, bytesOf(card.seed)));
}

/** As a browser that is new there: what it had not sent is sent, as all of it is. */
async function comeBack(db: MilepostDb, ports: SpacePorts, id: string, card: RoomCard): Promise<void> {
  await inTurn(db, id, async () => {
    const row = await db.spaces.get(id);
    if (!isRoom(row) || !(await isToReturn(row, card))) return;
    const words = { name: row.browserName, now: ports.now() };
    const keys = await openRoom(await reachStorage(row, ports), card, words);
    await db.transaction("rw", [db.spaces, db.batches], async () => {
      const { state: _state, looked: _looked, ...now } = (await db.spaces.get(id)) ?? row;
      await batchesOf(db, id).delete();
      await db.spaces.put({ ...now, keys, offerAll: db.newId(), failures: 0, status: noStatus });
    });
  });
}
