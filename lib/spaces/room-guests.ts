import type { MilepostDb } from "@/lib/db/database.ts";
import type { SpaceRow } from "@/lib/db/space-tables.ts";
import { enterRoom, readAnswers } from "@/lib/sync/invitation.ts";
import { KeyError } from "@/lib/sync/key-error.ts";
import type { SpaceKeys } from "@/lib/sync/keys.ts";
import { spaceStore } from "@/lib/sync/spaces.ts";
import type { Store } from "@/lib/sync/store.ts";
import { reachStorage, type SpacePorts } from "./reach.ts";
import { isRoom, type RoomKept, type RoomRow } from "./room-place.ts";
import { keepStatus } from "./status.ts";

/* Who comes into a room: what the background looks for by itself. */

/** Changes what is kept of a room, as it is by then; nothing where it was left meanwhile. */
export async function editRoom(
  db: MilepostDb,
  id: string,
  change: (kept: RoomKept) => RoomKept,
  also: Partial<SpaceRow> = {},
): Promise<RoomRow | undefined> {
  return db.transaction("rw", db.spaces, async () => {
    const row = await db.spaces.get(id);
    if (!isRoom(row)) return undefined;
    const next: RoomRow = { ...row, ...also, room: { ...row.room, kept: change(row.room.kept) } };
    await db.spaces.put(next);
    return next;
  });
}

/**
 * A room that this browser is in; of a guest who waits it is asked whether they were let in.
 * @returns `undefined` where they still wait
 */
export async function enteredRoom(
  db: MilepostDb,
  row: RoomRow,
  ports: SpacePorts,
): Promise<RoomRow | undefined> {
  const { wait } = row.room.kept;
  if (!wait) return row;
  const store = spaceStore(await reachStorage(row, ports), wait.wait.space);
  const keys = await entered(store, row, ports.now());
  if (!keys) {
    await keepStatus(db, row.id, { state: "idle", problem: null, retryAt: null, checkedAt: ports.now() });
    return undefined;
  }
  return editRoom(db, row.id, ({ wait: _wait, ...kept }) => kept, { keys });
}

async function entered(store: Store, row: RoomRow, now: number): Promise<SpaceKeys | null> {
  const { wait } = row.room.kept;
  if (!wait) return null;
  try {
    return await enterRoom(store, wait.wait, { name: row.browserName, now });
  } catch (error) {
    // The page says so by the time that is kept of it.
    if (error instanceof KeyError && error.failure === "expired") return null;
    throw error;
  }
}

/** As the host: who has answered the invitation that is out. */
export async function lookForAnswers(db: MilepostDb, { id, room }: RoomRow, store: Store): Promise<void> {
  const out = room.kept.invitation;
  if (!out) return;
  const answers = await readAnswers(store, out.invitation);
  await editRoom(db, id, (kept) => (kept.invitation ? { ...kept, answers } : kept));
}
