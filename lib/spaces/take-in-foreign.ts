import type { MilepostDb } from "@/lib/db/database.ts";
import { markStale } from "@/lib/db/search-marks.ts";
import type { ForeignRow } from "@/lib/db/space-tables.ts";
import { recount } from "@/lib/db/tally.ts";
import { recordSchemas } from "@/lib/domain/record-schemas.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import { isSeen } from "./foreign.ts";
import { goneTable } from "./ops.ts";
import { isRecordTable, tablesToReceive } from "./receive.ts";

/**
 * Puts rows among the records that lay aside and are understood by now: an update brought their table, or a value that was
 * refused before. What was deleted for good meanwhile is not taken in.
 */
export async function takeInForeign(db: MilepostDb): Promise<void> {
  if ((await understood(db)).length === 0) return;
  await db.transaction("rw", tablesToReceive(db), async () => {
    const rows = await understood(db);
    const gone = await db.foreign.bulkGet(rows.map(({ id }) => `${goneTable}/${id}`));
    const taken = rows.filter(({ row }, index) => !isSeen(row, gone[index]?.row["upTo"]));
    for (const [table, all] of Map.groupBy(taken, ({ table: name }) => name))
      await db.table(table).bulkPut(all.map(({ row }) => row));
    await db.foreign.bulkDelete(rows.map(({ id }) => id));
    await markStale(
      db,
      taken.map(({ table, row }) => [table as TableName, row.id] as const),
    );
    await recount(db);
  });
}

async function understood(db: MilepostDb): Promise<readonly ForeignRow[]> {
  const aside = await db.foreign.where("table").anyOf(tableNames).toArray();
  return aside.filter(
    ({ table, row }) => isRecordTable(table) && recordSchemas[table].safeParse(row).success,
  );
}
