import type { MilepostDb } from "@/lib/db/database.ts";
import { loadIndex, type SearchIndex } from "@/lib/db/load-index.ts";
import { lastStamp } from "@/lib/db/log.ts";
import { ensureIdentity } from "@/lib/db/mutate.ts";
import type { SpaceRow } from "@/lib/db/space-tables.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { compareStamps } from "@/lib/domain/hlc.ts";
import { rowsIn } from "@/lib/domain/health.ts";
import { tableNames } from "@/lib/domain/records.ts";
import type { SyncEvent, SyncNotice } from "@/lib/domain/space.ts";
import { opsOfRow, type Row } from "@/lib/sync/fold.ts";
import type { Op } from "@/lib/sync/op.ts";
import type { Everything, Replica, SpaceState, Step } from "@/lib/sync/replica.ts";
import { sizeOf } from "@/lib/sync/wire.ts";
import { addEvents } from "./events.ts";
import { receiveForeign, saysGone } from "./foreign.ts";
import { onTheWay, opOfChange } from "./ops.ts";
import { receive, type Received, tablesToReceive } from "./receive.ts";
import { sampleFilter } from "./sample-filter.ts";
import { batchesOf } from "./space-batches.ts";
import { takeInForeign } from "./take-in-foreign.ts";
import { fieldKey } from "./untold.ts";

/** The space is not set up here any more: it was stopped while it was kept in step. */
export class SpaceStopped extends Error {
  constructor() {
    super("The space is not set up here.");
    this.name = "SpaceStopped";
  }
}

/** So many entries of the log are looked at in one go. */
const pageSize = 500;
/** Another browser that puts more than this, or more than a fifth of all, into the trash at once is told of. */
const manyDeleted = 20;
const largePart = 0.2;
/** A fifth of next to nothing is not worth a word. */
const fewRows = 10;

/**
 * The real database as the engine sees it: rows, log and what is known of the storage, each step in one strict
 * transaction.
 * @param whileFewer around what takes rows away on purpose
 */
export function dexieReplica(
  db: MilepostDb,
  space: string,
  whileFewer: (doing: () => Promise<void>) => Promise<void> = (doing) => doing(),
): Replica {
  /** What `offerAll` was when the state was read: another value that came since is not done with yet. */
  let offering: Id | undefined;
  return {
    readState: async () => {
      await takeInForeign(db);
      const row = await spaceOf(db, space);
      offering = row.offerAll;
      const state = row.state as SpaceState | undefined;
      return state && offering !== undefined ? { ...state, reoffer: true } : state;
    },
    commit: async (step) => {
      const ops = step.ops ?? [];
      const index = await loadIndex();
      const tables =
        ops.length === 0
          ? [db.spaces, db.batches, db.meta, db.changes]
          : saysGone(ops)
            ? db.tables
            : tablesToReceive(db);
      const inOneGo = async (): Promise<void> => {
        await db.transaction("rw", tables, async () => {
          const row = await spaceOf(db, space);
          const received = ops.length > 0 ? await receiveAll(db, ops, index) : undefined;
          if (step.clock) await raiseClock(db, step.clock);
          await keepBatches(db, space, step);
          const isOffered = offering !== undefined && row.offerAll === offering && !step.state.reoffer;
          const { offerAll, ...rest } = row;
          await db.spaces.put({
            ...rest,
            ...(offerAll === undefined || isOffered ? {} : { offerAll }),
            state: step.state,
            ...(received ? { status: { ...row.status, notices: await noticesOf(db, row, received) } } : {}),
          });
        });
      };
      await (saysGone(ops) ? whileFewer(inOneGo) : inOneGo());
    },
    takeUnsent: (after, mostOps, mostBytes) =>
      db.transaction("rw", tablesToReceive(db), async () => unsentOf(db, space, after, mostOps, mostBytes)),
    everything: async (sent) => {
      const to = await db.transaction("rw", [db.changes, db.meta, db.foreignEdits], async () => {
        const end = await endOfLog(db);
        await sealUpTo(db, end);
        return end;
      });
      return db.transaction("r", tablesToReceive(db), async () => everythingOf(db, space, sent, to));
    },
    applied: async (hashes) => {
      const rows = await db.batches.bulkGet(hashes.map((hash): [string, string] => [space, hash]));
      return new Map(rows.flatMap((row) => (row ? [[row.hash, row.mark] as const] : [])));
    },
  };
}

/** @throws SpaceStopped */
export async function spaceOf(db: MilepostDb, space: string): Promise<SpaceRow> {
  const row = await db.spaces.get(space);
  if (!row) throw new SpaceStopped();
  return row;
}

async function receiveAll(db: MilepostDb, ops: readonly Op[], index: SearchIndex): Promise<Received> {
  const { me } = await ensureIdentity(db);
  await receiveForeign(db, ops, me, index);
  return receive(db, ops);
}

export async function raiseClock(db: MilepostDb, clock: NonNullable<Step["clock"]>): Promise<void> {
  const last = await lastStamp(db);
  await db.meta.put({ key: "clock", last: last && compareStamps(last, clock) >= 0 ? last : clock });
}

export async function keepBatches(
  db: MilepostDb,
  space: string,
  { applied = [], mine, disown }: Step,
): Promise<void> {
  if (disown) await batchesOf(db, space).modify({ mark: "applied" });
  const known = await db.batches.bulkGet(applied.map((hash): [string, string] => [space, hash]));
  const added = [...new Set(applied.filter((_, index) => !known[index]))];
  await db.batches.bulkPut(added.map((hash) => ({ space, hash, mark: "applied" as const })));
  if (mine !== undefined) await db.batches.put({ space, hash: mine, mark: "mine" });
}

/** Notes what happened, and returns what the person is to be told of. */
async function noticesOf(
  db: MilepostDb,
  { id: space, status }: SpaceRow,
  { conflicts, mergedTexts, deleted }: Received,
): Promise<readonly SyncNotice[]> {
  const at = db.now();
  const events: SyncEvent[] = [];
  if (conflicts > 0) events.push({ at, space, kind: "conflicts", count: conflicts });
  if (mergedTexts > 0) events.push({ at, space, kind: "mergedTexts", count: mergedTexts });
  const { count, acts } = deleted;
  const isMany = count > manyDeleted || (await isLargePart(db, count));
  if (isMany) events.push({ at, space, kind: "deleted", count });
  await addEvents(db, events);
  return isMany ? [...status.notices, { id: db.newId(), at, kind: "deleted", count, acts }] : status.notices;
}

async function isLargePart(db: MilepostDb, count: number): Promise<boolean> {
  if (count < 2) return false;
  const tally = await db.metaOf("tally");
  const all = rowsIn(tally?.counts ?? {});
  return all >= fewRows && count > all * largePart;
}

export async function endOfLog(db: MilepostDb): Promise<number> {
  const [change, foreign] = await Promise.all([
    db.changes.orderBy(":id").lastKey(),
    db.foreignEdits.orderBy("n").lastKey(),
  ]);
  return Math.max(Number(change ?? 0), Number(foreign ?? 0));
}

/** What was sent stays as it is: what is typed next is another entry. */
export async function sealUpTo(db: MilepostDb, upTo: number): Promise<void> {
  const known = await db.metaOf("sent");
  if (!known || known.upTo < upTo) await db.meta.put({ key: "sent", upTo });
}

/** From where on the log is looked through: what lies between was looked at before. @param sent up to here all is sent */
export function startOf({ looked }: Pick<SpaceRow, "looked">, sent: number): number {
  return looked?.after === sent ? Math.max(sent, looked.to) : sent;
}

async function unsentOf(
  db: MilepostDb,
  space: string,
  after: number,
  mostOps: number,
  mostBytes: number,
): Promise<{ ops: readonly Op[]; to: number }> {
  const row = await spaceOf(db, space);
  const { me } = await ensureIdentity(db);
  const isOfSample = await sampleFilter(db);
  const start = startOf(row, after);
  const ops: Op[] = [];
  let bytes = 0;
  let to = start;
  const room = { isLeft: true };
  const take = (n: number, op: Op | null): void => {
    if (op && room.isLeft) {
      bytes += sizeOf(op);
      room.isLeft = ops.length === 0 || (ops.length < mostOps && bytes <= mostBytes);
      if (room.isLeft) ops.push(op);
    }
    if (room.isLeft) to = n;
  };
  const foreign = await db.foreignEdits.where("n").above(start).sortBy("n");
  const takeForeign = (before: number): void => {
    while (foreign[0] && foreign[0].n < before) {
      const { n, op } = foreign.shift() ?? { n: 0, op: undefined };
      take(n, onTheWay(op as Op, me));
    }
  };
  let from = start;
  while (room.isLeft) {
    const page = await db.changes.where(":id").above(from).limit(pageSize).toArray();
    for (const change of page) {
      const { n = 0 } = change;
      takeForeign(n);
      // What came from the storage is there, and the sample stays here.
      take(n, change.synced || isOfSample(change) ? null : opOfChange(change, me));
    }
    from = page.at(-1)?.n ?? from;
    if (page.length < pageSize) break;
  }
  takeForeign(Infinity);
  if (ops.length > 0) await sealUpTo(db, to);
  else if (to > start) await db.spaces.update(space, { looked: { after, to } });
  return { ops, to };
}

/** The whole log, and what it does not tell of the rows. */
async function everythingOf(db: MilepostDb, space: string, sent: number, to: number): Promise<Everything> {
  const identity = await db.metaOf("identity");
  const me = identity?.me ?? "";
  const isOfSample = await sampleFilter(db);
  const ops: Op[] = [];
  const told = new Set<string>();
  let hasUnsent = (await db.foreignEdits.where("n").above(sent).count()) > 0;
  for (const change of await db.changes.toArray()) {
    const { n = 0, table, id, stamp, patch } = change;
    for (const field of Object.keys(patch)) told.add(fieldKey(table, id, field, stamp));
    if (isOfSample(change)) continue;
    if (n > sent && !change.synced) hasUnsent = true;
    if (n <= to) ops.push(opOfChange(change, me));
  }
  const rows: (readonly [string, Row])[] = (await db.foreign.toArray()).map(({ table, row }) => [
    table,
    row as Row,
  ]);
  for (const name of tableNames) {
    for (const row of await db.table<Row>(name).toArray()) rows.push([name, row]);
  }
  for (const [table, row] of rows) {
    const untold = Object.fromEntries(
      Object.entries(row._c ?? {}).filter(
        ([field, stamp]) => !told.has(fieldKey(table, row.id, field, stamp)),
      ),
    );
    if (Object.keys(untold).length === 0) continue;
    if (isOfSample({ table, id: row.id })) continue;
    for (const op of opsOfRow(table, { ...row, _c: untold })) ops.push(onTheWay(op, me));
  }
  const hashes = await batchesOf(db, space).primaryKeys();
  return { ops, to, covers: hashes.map(([, hash]) => hash), hasUnsent };
}
