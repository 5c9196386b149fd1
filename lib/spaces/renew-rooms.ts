import type { MilepostDb } from "@/lib/db/database.ts";
import type { SpaceRow } from "@/lib/db/space-tables.ts";
import { personalSpace } from "@/lib/domain/space.ts";
import { isRemoved, refreshKeys, type SpaceKeys } from "@/lib/sync/keys.ts";
import type { SpaceState } from "@/lib/sync/replica.ts";
import { holdersIn, owesRenewal, renewPerson } from "@/lib/sync/rooms.ts";
import { inOwnSpace, inTurn, reachSpace, type SpacePorts } from "./reach.ts";
import { editRoom } from "./room-guests.ts";
import { isRoom, type RoomRow } from "./room-place.ts";
import { runSpace } from "./run.ts";

/** A look reads what is said of keys only where it meets a key or a writer that is new; rooms are told of without either. */
export function hearOfRooms(db: MilepostDb, ports: SpacePorts): Promise<void> {
  return inOwnSpace(db, async (own) => {
    const { store, keys } = await reachSpace(own, ports);
    const next = await refreshKeys(store, keys);
    if (next !== keys) await db.spaces.update(personalSpace, { keys: next });
  });
}

/**
 * Whoever was taken out of the personal space is taken out of the rooms too. Which rooms still wait for it follows from
 * the keys that are kept, so it is made up for after whatever came in between.
 */
export async function renewRooms(db: MilepostDb, ports: SpacePorts): Promise<void> {
  let failure: unknown;
  for (const row of await db.spaces.toArray())
    if (isRoom(row)) await renew(db, ports, row).catch((error: unknown) => (failure ??= error));
  if (failure !== undefined) throw failure;
}

async function renew(db: MilepostDb, ports: SpacePorts, row: RoomRow): Promise<void> {
  const { id, keys, failures } = row;
  if (!(await owes(db, id))) return noteOwed(db, row, false);
  // Another browser of the person may have done it.
  await hearOfRooms(db, ports);
  if (isRemoved(keys as SpaceKeys) || !(await owes(db, id))) return noteOwed(db, row, false);
  await noteOwed(db, row, true);
  // What the lost one has sent so far is fetched first, since what comes after is read by nobody.
  await runSpace(db, id, ports, { atOnce: failures === 0, evenPaused: true });
  const looked = await db.spaces.get(id);
  if (!looked || looked.failures > 0 || looked.status.problem?.kind === "asksAboutEmpty") return;
  await inTurn(db, id, async () => {
    const own = await db.spaces.get(personalSpace);
    const now = await db.spaces.get(id);
    if (own && isRoom(now) && (await owes(db, id))) await renewIn(db, ports, now, own.keys as SpaceKeys);
  });
  // The snapshot that is due now.
  await runSpace(db, id, ports, { atOnce: true });
}

/** For pages, which tell of it where the room's storage is not reached. */
async function noteOwed(db: MilepostDb, { id, room }: RoomRow, isOwed: boolean): Promise<void> {
  if (isOwed === (room.kept.owesKeys ?? false)) return;
  await editRoom(db, id, ({ owesKeys: _owes, ...kept }) => (isOwed ? { ...kept, owesKeys: true } : kept));
}

async function renewIn(db: MilepostDb, ports: SpacePorts, row: RoomRow, personal: SpaceKeys): Promise<void> {
  const { store, keys: before } = await reachSpace(row, ports);
  const state = row.state as SpaceState | undefined;
  const change = { now: ports.now(), heads: state?.heads ?? {} };
  const { keys, seed } = await renewPerson(store, before, holdersIn(personal, before.space), change);
  // The other browsers are told the seed next. Should this end before it is kept here, it is all done once more.
  await editRoom(db, row.id, ({ isTold: _told, owesKeys: _owes, ...kept }) => ({ ...kept, seed }), {
    keys,
    ...(state ? { state: { ...state, owesSnapshot: true } } : {}),
  });
}

/** A room that the personal space was not told of is known to nobody else. */
async function owes(db: MilepostDb, id: string): Promise<boolean> {
  const [own, row]: (SpaceRow | undefined)[] = await db.spaces.bulkGet([personalSpace, id]);
  if (!own || !isRoom(row) || row.keys === null) return false;
  const { isTold, isLeft } = row.room.kept;
  return isTold === true && !isLeft && owesRenewal(own.keys as SpaceKeys, row.keys as SpaceKeys);
}
