import type { MilepostDb } from "@/lib/db/database.ts";
import { loadIndex, type SearchIndex } from "@/lib/db/load-index.ts";
import { ensureIdentity, mutate } from "@/lib/db/mutate.ts";
import { roomNames, sharedIdsOf, sharedOf, sharedWithLogs } from "@/lib/db/shared-rows.ts";
import type { SpaceRow } from "@/lib/db/space-tables.ts";
import type { Change, Write } from "@/lib/domain/change.ts";
import { Id } from "@/lib/domain/envelope.ts";
import { personalSpace } from "@/lib/domain/space.ts";
import { takeIn } from "@/lib/sync/exchange.ts";
import { type SpaceKeys, standing } from "@/lib/sync/keys.ts";
import type { Op } from "@/lib/sync/op.ts";
import type { Everything, Replica, SpaceState, Step } from "@/lib/sync/replica.ts";
import { authorOf } from "@/lib/sync/rooms.ts";
import { opsOfRoom } from "@/lib/sync/shared-ops.ts";
import { isWordFor } from "@/lib/sync/shared-plan.ts";
import { sizeOf } from "@/lib/sync/wire.ts";
import { endOfLog, keepBatches, raiseClock, sealUpTo, spaceOf, startOf } from "./replica.ts";
import { isRoom, type RoomRow } from "./room-place.ts";
import { batchesOf } from "./space-batches.ts";

/*
 * The room of a mentorship as the engine sees it. What travels is what a file of the room would hold, of the records that
 * were changed: a record is told of as it is, with what each value came after. So the laws by which files are put together
 * hold here too, in whatever order batches come and however often; and what is no shared record cannot be told of at all.
 *
 * Each browser knows the two people by ids of its own. On the way an author is the side: who made the room, or who was
 * invited.
 */

/** So many entries of the log are looked at in one go. */
const pageSize = 500;
/** As much is kept of what cannot be read, in characters; more of it is of somebody who means no good. */
const mostAside = 500_000;
/** As many names has a room. Each of the two may have given it one before they met here. */
const mostNames = 20;
/** What the two do to shared records elsewhere, each tells of itself. */
const broughtBy: ReadonlySet<string> = new Set(["openRoomFile", "syncRoom"]);

/** The room of a space, see {@link Replica}. */
export function roomReplica(db: MilepostDb, space: string): Replica {
  /** What `offerAll` was when the state was read. */
  let offering: Id | undefined;
  return {
    readState: async () => {
      const row = await roomOf(db, space);
      offering = row.offerAll;
      const state = row.state as SpaceState | undefined;
      return state && offering !== undefined ? { ...state, reoffer: true } : state;
    },
    commit: (step) => commit(db, space, step, () => offering),
    takeUnsent: (after, mostOps, mostBytes) =>
      db.transaction("rw", [db.spaces, db.shared, db.changes, db.foreignEdits, db.meta], async () =>
        unsentOf(db, await roomOf(db, space), after, mostOps, mostBytes),
      ),
    everything: async (sent) => {
      const tables = [db.spaces, db.batches, db.shared, db.changes, db.foreignEdits, db.meta];
      return db.transaction("rw", tables, async () => everythingOf(db, await roomOf(db, space), sent));
    },
    applied: async (hashes) => {
      const rows = await db.batches.bulkGet(hashes.map((hash): [string, string] => [space, hash]));
      return new Map(rows.flatMap((row) => (row ? [[row.hash, row.mark] as const] : [])));
    },
  };
}

async function roomOf(db: MilepostDb, space: string): Promise<RoomRow> {
  const row = await spaceOf(db, space);
  if (!isRoom(row)) throw new Error("That space is no room.");
  return row;
}

async function commit(
  db: MilepostDb,
  space: string,
  step: Step,
  offering: () => Id | undefined,
): Promise<void> {
  const keep = async (aside?: readonly Op[]): Promise<void> => {
    const row = await roomOf(db, space);
    if (step.clock) await raiseClock(db, step.clock);
    await keepBatches(db, space, step);
    const { offerAll, ...rest } = row;
    const isOffered = offerAll !== undefined && offering() === offerAll && !step.state.reoffer;
    const kept = aside ? { ...row.room.kept, aside } : row.room.kept;
    await db.spaces.put({
      ...rest,
      ...(offerAll === undefined || isOffered ? {} : { offerAll }),
      state: step.state,
      room: { ...row.room, kept },
    });
  };
  if (!step.ops?.length) {
    await db.transaction("rw", [db.spaces, db.batches, db.meta, db.changes], async () => keep());
    return;
  }
  const ops = step.ops;
  const index = await loadIndex();
  const act = db.newId();
  await mutate(db, { did: "syncRoom", act, also: [db.spaces, db.batches, db.foreign] }, async () => {
    const { writes, aside } = await received(db, await roomOf(db, space), ops, act, index);
    await keep(aside);
    return writes;
  });
}

async function received(
  db: MilepostDb,
  { room, keys }: RoomRow,
  news: readonly Op[],
  act: Id,
  index: SearchIndex,
): Promise<{ writes: readonly Write[]; aside: readonly Op[] }> {
  const { mentorshipId, side, kept } = room;
  const mentorship = await db.mentorships.get(mentorshipId);
  const all = [...(kept.aside ?? []), ...news].filter(({ table }) => table === "shared");
  // Without the mentorship there is no place for it; should that come back, so does all of this.
  if (!mentorship) return { writes: [], aside: latest(all) };
  const { me } = await ensureIdentity(db);
  const known = new Map((await sharedOf(db, mentorshipId)).map((row) => [row.id, row]));
  const own = ownPerson(keys as SpaceKeys);
  const isTheirs = ({ sender }: Op): boolean =>
    sender !== undefined && authorOf(keys as SpaceKeys, sender) !== own;
  const theirs = all.filter(isTheirs);
  // Nobody but my own browsers begins a record in my name, or writes in what I posted.
  const begun = new Set(
    theirs.filter(({ id, patch }) => patch["author"] === side && !known.has(id)).map(({ id }) => id),
  );
  const isForged = (op: Op): boolean => {
    if (!isTheirs(op)) return false;
    const row = known.get(op.id);
    return row ? row.author === me && isWordFor(row.kind) : begun.has(op.id);
  };
  const ops = all
    .filter((op) => !isForged(op))
    .map((op) => withAuthor(op, (author) => (author === side ? me : mentorship.partnerId)));
  // Each may have given the room a name of its own before they met here; what is personal is in no room.
  const spaces = ops.flatMap(({ patch }) => (isRoomName(patch["space"]) ? [patch["space"]] : []));
  const everyName = [...new Set([...(await roomNames(db, mentorship)), ...spaces])];
  const names = everyName.slice(0, mostNames).toSorted();
  const { partnerId } = mentorship;
  const how = { mentorshipId, names, partnerId, act, did: "syncRoom", index } as const;
  const { plan, writes } = await takeIn(db, ops, how);
  const unread = new Set(plan.unread);
  const hasNewName = names.some((name) => !mentorship.roomIds?.includes(name));
  return {
    writes: [
      ...(hasNewName && plan.records.length > 0
        ? [{ table: "mentorships", id: mentorshipId, patch: { roomIds: names } } as const]
        : []),
      ...writes,
    ],
    aside: latest(all.filter((op) => unread.has(op.id) && !isForged(op))),
  };
}

/** The last of them, as many as are kept. */
function latest(ops: readonly Op[]): readonly Op[] {
  let size = 0;
  return ops
    .toReversed()
    .filter((op) => (size += sizeOf(op)) <= mostAside)
    .toReversed();
}

function isRoomName(name: unknown): name is Id {
  return Id.safeParse(name).success && name !== personalSpace;
}

/** As the room knows this person, in all of their browsers. */
function ownPerson(keys: SpaceKeys): string | undefined {
  return standing(keys).people.get(keys.me.id);
}

function withAuthor(op: Op, renamed: (author: unknown) => unknown): Op {
  return "author" in op.patch ? { ...op, patch: { ...op.patch, author: renamed(op.patch["author"]) } } : op;
}

/** Records as they travel. @param ids of some; all of the room where none are named */
async function told(db: MilepostDb, { room }: RoomRow, ids?: readonly Id[]): Promise<Op[]> {
  const { me } = await ensureIdentity(db);
  const { side, mentorshipId } = room;
  const records = await sharedWithLogs(db, mentorshipId, ids);
  const other = side === "host" ? "guest" : "host";
  return opsOfRoom(records, me).map((op) => withAuthor(op, (author) => (author === me ? side : other)));
}

async function unsentOf(
  db: MilepostDb,
  row: RoomRow,
  after: number,
  mostOps: number,
  mostBytes: number,
): Promise<{ ops: readonly Op[]; to: number }> {
  const start = startOf(row, after);
  const ids = await sharedIdsOf(db, row.room.mentorshipId);
  const ops: Op[] = [];
  const taken = new Set<Id>();
  let bytes = 0;
  let to = start;
  let page: Change[];
  let isFull = false;
  do {
    page = await pageAfter(db, to);
    for (const change of page) {
      if (isToSend(change, ids) && !taken.has(change.id)) {
        const record = await told(db, row, [change.id]);
        const size = record.reduce((sum, op) => sum + sizeOf(op), 0);
        isFull = ops.length > 0 && (ops.length + record.length > mostOps || bytes + size > mostBytes);
        if (isFull) break;
        taken.add(change.id);
        ops.push(...record);
        bytes += size;
      }
      to = change.n ?? to;
    }
  } while (!isFull && page.length === pageSize);
  if (ops.length > 0) await sealUpTo(db, to);
  else if (to > start) await db.spaces.update(row.id, { looked: { after, to } });
  return { ops, to };
}

function isToSend({ table, id, did }: Change, ids: ReadonlySet<Id>): boolean {
  return table === "shared" && ids.has(id) && !broughtBy.has(did);
}

function pageAfter(db: MilepostDb, n: number): Promise<Change[]> {
  return db.changes.where(":id").above(n).limit(pageSize).toArray();
}

async function everythingOf(db: MilepostDb, row: RoomRow, sent: number): Promise<Everything> {
  const to = await endOfLog(db);
  await sealUpTo(db, to);
  const hashes = await batchesOf(db, row.id).primaryKeys();
  return {
    ops: [...(await told(db, row)), ...(row.room.kept.aside ?? [])],
    to,
    covers: hashes.map(([, hash]) => hash),
    hasUnsent: (await countRoomUnsent(db, row, sent)) > 0,
  };
}

/** How many changes to shared records were made here and are not sent yet. @param sent up to here the log was sent */
export async function countRoomUnsent(
  db: MilepostDb,
  row: Pick<SpaceRow, "looked" | "room">,
  sent: number,
): Promise<number> {
  const ids = await sharedIdsOf(db, row.room?.mentorshipId ?? "");
  let count = 0;
  let from = startOf(row, sent);
  let page: Change[];
  do {
    page = await pageAfter(db, from);
    count += page.filter((change) => isToSend(change, ids)).length;
    from = page.at(-1)?.n ?? from;
  } while (page.length === pageSize);
  return count;
}
