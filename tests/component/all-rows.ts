import type { MilepostDb } from "@/lib/db/database.ts";
import { tableNames } from "@/lib/domain/records.ts";

/** A copy of all rows by `TABLE/ID`, as the log is replayed to. */
export async function copyOfRows(db: MilepostDb): Promise<Record<string, unknown>> {
  const copy: Record<string, unknown> = {};
  for (const table of tableNames) {
    for (const row of await db.table<{ id: string }>(table).toArray()) copy[`${table}/${row.id}`] = row;
  }
  return copy;
}

/** What there is to see: rows that are not in the trash, without stamps and without fields that say nothing. */
export async function inSight(db: MilepostDb): Promise<Record<string, unknown>> {
  const rows = Object.entries(await copyOfRows(db)) as [string, Record<string, unknown>][];
  return Object.fromEntries(
    rows
      .filter(([, row]) => !row["deletedAt"])
      .map(([key, row]) => [
        key,
        Object.fromEntries(Object.entries(row).filter(([field, value]) => field !== "_c" && value !== null)),
      ]),
  );
}
