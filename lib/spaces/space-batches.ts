import type { Collection } from "dexie";
import type { MilepostDb } from "@/lib/db/database.ts";
import type { BatchRow } from "@/lib/db/space-tables.ts";

/** The batches of one space that are in the rows here. */
export function batchesOf(db: MilepostDb, space: string): Collection<BatchRow, [string, string]> {
  return db.batches.where("[space+hash]").between([space, ""], [space, "\uffff"]);
}
