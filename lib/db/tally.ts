import { type TableName, tableNames } from "@/lib/domain/records.ts";
import type { MilepostDb, Tally } from "./database.ts";

/** Counts what there is. A scan of every table's keys, so for the start and for what moves many rows. */
export async function countAll(db: MilepostDb): Promise<Tally> {
  const counts = await Promise.all(tableNames.map(async (name) => [name, await db.table(name).count()]));
  const last = await db.changes.orderBy(":id").lastKey();
  return {
    counts: Object.fromEntries(counts) as Record<TableName, number>,
    lastN: typeof last === "number" ? last : 0,
  };
}

/** Sets the tally to what there is. Call inside the transaction that moved the rows. */
export async function recount(db: MilepostDb): Promise<void> {
  await db.meta.put({ key: "tally", ...(await countAll(db)) });
}
