import type { Table } from "dexie";
import type { MilepostDb } from "@/lib/db/database.ts";
import { ensureIdentity } from "@/lib/db/mutate.ts";
import { dropIndex, markStale } from "@/lib/db/search-marks.ts";
import { recount } from "@/lib/db/tally.ts";
import type { ForeignRow } from "@/lib/db/space-tables.ts";
import type { Change } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { rowsIn } from "@/lib/domain/health.ts";
import { withOtherId } from "@/lib/domain/merge.ts";
import { recordSchemas } from "@/lib/domain/record-schemas.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import { rowKey } from "@/lib/domain/replay.ts";
import { foldOps, type Row } from "@/lib/sync/fold.ts";
import type { Op } from "@/lib/sync/op.ts";
import { agreedAsItWas } from "./agreed-versions.ts";
import { keepConflicts, type ToCompare } from "./keep-conflicts.ts";
import { mergesOfText } from "./merge-notes.ts";
import { asHere, changeOfOp, keyOfChange, onTheWay, opOfChange, unknownDeed, userOnTheWay } from "./ops.ts";

/** What came in and what became of it. */
export interface Received {
  /** Conflicts that were not known before. */
  conflicts: number;
  mergedTexts: number;
  /** Records that were put into the trash, of those that were here before. */
  deleted: { count: number; acts: readonly Id[] };
}

/** One row that is written to. */
interface Touched {
  table: TableName;
  id: Id;
  /** As they are here. */
  ops: readonly Op[];
  before: Row | undefined;
  /** It lies among the foreign rows. */
  wasAside: boolean;
  /** What was known of it, and what came in now. */
  known: readonly Change[];
  added: Change[];
}

/** More rows than this at once are looked for by reading the whole table, or the whole log. */
const manyRows = 500;

/** All that {@link receive} writes to. Nobody who types has to wait for it: drafts are not among them. */
export function tablesToReceive(db: MilepostDb): Table[] {
  return [
    ...tableNames.map((name) => db.table(name)),
    db.changes,
    db.meta,
    db.searchDocs,
    db.searchWords,
    db.searchStale,
    db.spaces,
    db.batches,
    db.conflicts,
    db.syncEvents,
    db.foreign,
    db.foreignEdits,
  ];
}

export function isRecordTable(table: string): table is TableName {
  return Object.hasOwn(recordSchemas, table);
}

/**
 * Folds edits into the rows and adds them to the log, each row written once. What has no place among the records is kept
 * and passed on all the same. Call inside a transaction over {@link tablesToReceive}.
 * @param ops as they travel; foreign ones were folded before
 */
export async function receive(db: MilepostDb, ops: readonly Op[]): Promise<Received> {
  const { me } = await ensureIdentity(db);
  const aside = new Map((await db.foreign.toArray()).map((each) => [each.id, each]));
  const isGone = ({ table, id }: Op): boolean => Boolean(aside.get(`gone/${table}/${id}`)?.row["upTo"]);
  const here = ops.filter(({ table }) => isRecordTable(table)).map((op) => asHere(op, me));
  const touched = await touchedBy(
    db,
    here.filter((op) => !isGone(op)),
    aside,
    me,
  );
  const received: Received & { acts: Set<Id> } = {
    conflicts: 0,
    mergedTexts: 0,
    deleted: { count: 0, acts: [] },
    acts: new Set(),
  };
  const log: Change[] = [];
  const compared: ToCompare[] = [];
  const written: { table: TableName; row: Row }[] = [];
  const put: ForeignRow[] = [];
  const takenBack: string[] = [];
  const gone: { table: TableName; id: Id }[] = [];
  let isNewRow = false;
  for (const each of touched) {
    const { table, id, before, wasAside } = each;
    const { row, merges } = folded(each, me);
    log.push(...each.added, ...merges);
    received.mergedTexts += merges.length;
    const whole = [...each.known, ...each.added, ...merges];
    compared.push({ table, id, log: whole, fields: fieldsOf(each.ops), row });
    if (!row || row === before) continue;
    const isDeleted = Boolean(before && !before["deletedAt"] && row["deletedAt"]);
    if (isDeleted) {
      received.deleted.count += 1;
      for (const { patch, act } of each.added) if (patch["deletedAt"]) received.acts.add(act);
    }
    // Pages read rows without looking: what no schema accepts is not put before them.
    if (recordSchemas[table].safeParse(row).success) {
      written.push({ table, row });
      if (wasAside) takenBack.push(rowKey(table, id));
      isNewRow ||= !before || wasAside;
    } else {
      put.push({ id: rowKey(table, id), table, row });
      if (before && !wasAside) gone.push({ table, id });
    }
  }
  for (const [table, all] of Map.groupBy(written, (each) => each.table))
    await db.table<Row>(table).bulkPut(all.map(({ row }) => row));
  for (const [table, all] of Map.groupBy(gone, (each) => each.table))
    await db.table(table).bulkDelete(all.map(({ id }) => id));
  const moved = [...written.map(({ table, row }) => ({ table, id: row.id })), ...gone];
  const tally = await db.metaOf("tally");
  if (moved.length > manyRows && moved.length >= rowsIn(tally?.counts ?? {})) await dropIndex(db);
  else
    await markStale(
      db,
      moved.map(({ table, id }) => [table, id] as const),
    );
  await db.foreign.bulkPut(put);
  await db.foreign.bulkDelete(takenBack);
  received.conflicts = await keepConflicts(db, compared);
  const lastN = log.length > 0 ? await db.changes.bulkAdd(log) : undefined;
  await keepTally(db, isNewRow || gone.length > 0, lastN);
  return { ...received, deleted: { count: received.deleted.count, acts: [...received.acts] } };
}

async function touchedBy(
  db: MilepostDb,
  ops: readonly Op[],
  aside: ReadonlyMap<string, ForeignRow>,
  me: Id,
): Promise<Touched[]> {
  const byTable = Map.groupBy(ops, ({ table }) => table as TableName);
  const touched: Touched[] = [];
  for (const [table, ofTable] of byTable) {
    const byId = Map.groupBy(ofTable, ({ id }) => id);
    const ids = [...byId.keys()];
    const rows = await rowsOf(db, table, ids);
    for (const id of ids) {
      const other = aside.get(rowKey(table, id));
      const before = rows.get(id) ?? other?.row;
      const wasAside = !rows.has(id) && other !== undefined;
      touched.push({ table, id, ops: byId.get(id) ?? [], before, wasAside, known: [], added: [] });
    }
  }
  const logs = await logsOf(db, touched);
  for (const each of touched) {
    each.known = logs.get(rowKey(each.table, each.id)) ?? [];
    each.added = newEntries(each, me);
  }
  return touched;
}

/** Those that are here, by id. */
async function rowsOf(db: MilepostDb, table: TableName, ids: readonly Id[]): Promise<Map<Id, Row>> {
  const stored = db.table<Row>(table);
  const isMost = ids.length > manyRows && ids.length >= (await stored.count()) / 4;
  const rows = isMost ? await stored.toArray() : await stored.bulkGet([...ids]);
  return new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
}

async function logsOf(db: MilepostDb, rows: readonly Touched[]): Promise<Map<string, Change[]>> {
  const entries =
    rows.length > manyRows
      ? await db.changes.toArray()
      : await db.changes
          .where("[table+id]")
          .anyOf(rows.map(({ table, id }) => [table, id]))
          .toArray();
  return Map.groupBy(entries, ({ table, id }) => rowKey(table, id));
}

/** What is not in the log yet. Of an edit that no log told of, the fields that none tells of here either. */
function newEntries({ ops, known }: Touched, me: Id): Change[] {
  const keys = new Set(known.map((change) => keyOfChange(change)));
  const fields = new Set(
    known.flatMap(({ stamp, patch }) => Object.keys(patch).map((field) => placeOf(stamp, field))),
  );
  const added: Change[] = [];
  const inOrder = [
    ...ops.filter(({ note }) => note !== undefined),
    ...ops.filter(({ note }) => note === undefined),
  ];
  for (const op of inOrder) {
    const change: Change = { ...changeOfOp(op, me), synced: true };
    if (change.did === unknownDeed) {
      const untold = Object.entries(change.patch).filter(
        ([field]) => !fields.has(placeOf(change.stamp, field)),
      );
      if (untold.length === 0) continue;
      change.patch = Object.fromEntries(untold);
    }
    const key = keyOfChange(change);
    if (keys.has(key)) continue;
    keys.add(key);
    for (const field of Object.keys(change.patch)) fields.add(placeOf(change.stamp, field));
    added.push(change);
  }
  return added;
}

const placeOf = (stamp: readonly unknown[], field: string): string => JSON.stringify([stamp, field]);

/** As every browser folds them: with the user's id as it travels, since of two values with one stamp the greater stands. */
function folded(each: Touched, me: Id): { row: Row | undefined; merges: Change[] } {
  const { table, before, ops, known, added } = each;
  const start = before && withOtherId(before, me, userOnTheWay);
  const log = [...known, ...added];
  const merges = table === "notes" && ops.some(({ patch }) => "text" in patch) ? mergesOfText(log) : [];
  const folding = [...ops.map((op) => onTheWay(op, me)), ...merges.map((change) => opOfChange(change, me))];
  const row =
    table === "agreements"
      ? agreedAsItWas(
          start,
          folding,
          log.map((change) => opOfChange(change, me)),
        )
      : foldOps(start, folding);
  return { row: row === start ? before : row && withOtherId(row, userOnTheWay, me), merges };
}

function fieldsOf(ops: readonly Op[]): ReadonlySet<string> {
  return new Set(ops.flatMap(({ patch }) => Object.keys(patch)));
}

async function keepTally(db: MilepostDb, hasMoved: boolean, lastN: number | undefined): Promise<void> {
  if (hasMoved) return recount(db);
  const tally = await db.metaOf("tally");
  if (tally && lastN !== undefined) await db.meta.put({ ...tally, lastN: Math.max(tally.lastN, lastN) });
}
