import type { Write } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { MilepostDb } from "./database.ts";
import { mutate } from "./mutate.ts";

/** Tables whose rows are put in order by hand. */
export type OrderedTable = "inventory" | "expectations" | "goals" | "skills";

/** Puts the lines of a list in this order. Ids that are not there any more are passed over. */
export function orderLines(db: MilepostDb, table: OrderedTable, ids: readonly Id[]): Promise<Id | null> {
  return mutate(db, { did: table === "goals" ? "orderGoals" : "orderLines" }, async () => {
    const rows = await db.table<{ id: Id }>(table).bulkGet([...ids]);
    return rows.flatMap((row, order): Write[] => (row ? [{ table, id: row.id, patch: { order } }] : []));
  });
}

/** The place after the last of these. */
export function nextOrder(rows: readonly { order?: number | undefined }[]): number {
  return Math.max(-1, ...rows.map((row) => row.order ?? 0)) + 1;
}
