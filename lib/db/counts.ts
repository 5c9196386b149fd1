import { type TableName, tableNames } from "@/lib/domain/records.ts";
import type { MilepostDb } from "./database.ts";

/** How many records of each table there are in this browser, those in the trash left out. */
export function recordCounts(db: MilepostDb): Promise<Record<TableName, number>> {
  return db.transaction("r", db.tables, async () => {
    const counts = {} as Record<TableName, number>;
    for (const name of tableNames) {
      counts[name] = await db
        .table(name)
        .filter((row: { deletedAt?: number | null }) => !row.deletedAt)
        .count();
    }
    return counts;
  });
}
