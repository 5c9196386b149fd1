import type { MilepostDb } from "@/lib/db/database.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { tableNames } from "@/lib/domain/records.ts";
import type { Stamp } from "@/lib/domain/hlc.ts";
import type { Row } from "@/lib/sync/fold.ts";

/** The stamp of a field without one. It is the earliest there is: any edit takes the field's place. */
const never: Stamp = [0, 0, ""];

/** One field as one edit left it: what the log tells of is held against the rows by it. */
export function fieldKey(table: string, id: Id, field: string, stamp: Stamp): string {
  return JSON.stringify([table, id, field, stamp]);
}

/**
 * Whether the change log tells of all that is in the rows. A field without a stamp is given one, or it could not be sent:
 * an early version, or a file, may have left such. Call inside a transaction over the records and the log.
 */
export async function isWholeInLog(db: MilepostDb): Promise<boolean> {
  const told = new Set<string>();
  await db.changes.each(({ table, id, stamp, patch }) => {
    for (const field of Object.keys(patch)) told.add(fieldKey(table, id, field, stamp));
  });
  let isWhole = true;
  for (const table of tableNames) {
    const stamped: Row[] = [];
    for (const row of await db.table<Row>(table).toArray()) {
      const bare = Object.keys(row).filter((field) => field !== "id" && field !== "_c" && !row._c?.[field]);
      const clocks = { ...row._c, ...Object.fromEntries(bare.map((field) => [field, never])) };
      if (bare.length > 0) stamped.push({ ...row, _c: clocks });
      isWhole &&= Object.entries(clocks).every(([field, stamp]) =>
        told.has(fieldKey(table, row.id, field, stamp)),
      );
    }
    await db.table(table).bulkPut(stamped);
  }
  return isWhole;
}
