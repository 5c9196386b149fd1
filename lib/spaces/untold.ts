import type { MilepostDb } from "@/lib/db/database.ts";
import { tableNames } from "@/lib/domain/records.ts";
import type { Stamp } from "@/lib/domain/hlc.ts";
import type { Row } from "@/lib/sync/fold.ts";

/** Of a field that no edit is known of: any edit of it comes later. */
const never: Stamp = [0, 0, ""];

/**
 * Whether the change log tells of all that is in the rows. A field without a stamp is given one, or it could not be sent:
 * an early version, or a file, may have left such. Call inside a transaction over the records and the log.
 */
export async function isWholeInLog(db: MilepostDb): Promise<boolean> {
  const told = new Set<string>();
  await db.changes.each(({ table, id, stamp, patch }) => {
    for (const field of Object.keys(patch)) told.add(JSON.stringify([table, id, field, stamp]));
  });
  let isWhole = true;
  for (const table of tableNames) {
    const stamped: Row[] = [];
    for (const row of await db.table<Row>(table).toArray()) {
      const bare = Object.keys(row).filter((field) => field !== "id" && field !== "_c" && !row._c?.[field]);
      const clocks = { ...row._c, ...Object.fromEntries(bare.map((field) => [field, never])) };
      if (bare.length > 0) stamped.push({ ...row, _c: clocks });
      isWhole &&= Object.entries(clocks).every(([field, stamp]) =>
        told.has(JSON.stringify([table, row.id, field, stamp])),
      );
    }
    await db.table(table).bulkPut(stamped);
  }
  return isWhole;
}
