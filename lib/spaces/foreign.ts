import type { MilepostDb } from "@/lib/db/database.ts";
import { forget } from "@/lib/db/forget.ts";
import { placeInLog, writeForeign } from "@/lib/db/foreign-edits.ts";
import type { SearchIndex } from "@/lib/db/load-index.ts";
import type { ForeignRow } from "@/lib/db/space-tables.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { compareStamps, isStamp } from "@/lib/domain/hlc.ts";
import type { TableName } from "@/lib/domain/records.ts";
import { foldOps, opsOfRow, type Row } from "@/lib/sync/fold.ts";
import type { Op } from "@/lib/sync/op.ts";
import { asHere, goneTable } from "./ops.ts";
import { isRecordTable } from "./receive.ts";

/**
 * Folds edits of rows that are no records: of tables of a later version, names of browsers, conflicts that were put
 * away, and what was deleted for good elsewhere, which is deleted here too.
 * @param ops as they travel
 */
export async function receiveForeign(
  db: MilepostDb,
  ops: readonly Op[],
  me: Id,
  search: SearchIndex,
): Promise<void> {
  const byRow = Map.groupBy(
    ops.filter(({ table }) => !isRecordTable(table)).map((op) => asHere(op, me)),
    ({ table, id }) => `${table}/${id}`,
  );
  if (byRow.size === 0) return;
  const keys = [...byRow.keys()];
  const known = await db.foreign.bulkGet(keys);
  const changed: ForeignRow[] = [];
  for (const [index, key] of keys.entries()) {
    const edits = byRow.get(key) ?? [];
    const before = known[index]?.row;
    const row = foldOps(before, edits);
    if (row && row !== before) changed.push({ id: key, table: edits[0]?.table ?? "", row });
  }
  await db.foreign.bulkPut(changed);
  await applyGone(
    db,
    changed.filter(({ table }) => table === goneTable).map(({ row }) => row as Row),
    search,
  );
}

/** Whether edits say that something was deleted for good: then more tables are written to. */
export function saysGone(ops: readonly Op[]): boolean {
  return ops.some(({ table, patch }) => table === goneTable && isStamp(patch["upTo"]));
}

/**
 * What was deleted for good in another browser goes here too, unless it was edited here, which was not seen there: then
 * it stays, and comes back there.
 */
async function applyGone(db: MilepostDb, rows: readonly Row[], search: SearchIndex): Promise<void> {
  const going: [table: string, id: Id][] = [];
  for (const { id, upTo } of rows) {
    const table = id.slice(0, id.indexOf("/"));
    const key = id.slice(table.length + 1);
    if (!isStamp(upTo)) continue;
    const row =
      (isRecordTable(table) && (await db.table<Row>(table).get(key))) || (await db.foreign.get(id))?.row;
    if (!row) continue;
    if (isSeen(row, upTo)) going.push([table, key]);
    else await bringBack(db, table, row);
  }
  if (going.length === 0) return;
  await db.foreign.bulkDelete(going.map(([table, key]) => `${table}/${key}`));
  const records = going.filter((key): key is [TableName, Id] => isRecordTable(key[0]));
  if (records.length > 0) await forget(db, records, search, { isKnownElsewhere: true });
}

/** Whether who deleted a row for good knew all of it. @param upTo as such a deletion says; anything else is none */
export function isSeen(row: Row, upTo: unknown): boolean {
  return isStamp(upTo) && Object.values(row._c ?? {}).every((stamp) => compareStamps(stamp, upTo) <= 0);
}

async function bringBack(db: MilepostDb, table: string, row: Row): Promise<void> {
  await writeForeign(db, goneTable, `${table}/${row.id}`, { upTo: null });
  for (const op of opsOfRow(table, row)) await db.foreignEdits.add({ n: await placeInLog(db), op });
}
