import type { Instant } from "@/lib/domain/envelope.ts";
import type { TableName } from "@/lib/domain/records.ts";
import type { MilepostDb } from "./database.ts";

/** How many records of each table were changed after a moment, epoch ms: the end of the log tells. */
export async function changedSince(db: MilepostDb, at: Instant): Promise<Partial<Record<TableName, number>>> {
  const changed = new Map<TableName, Set<string>>();
  await db.changes
    .orderBy(":id")
    .reverse()
    .until((change) => change.at <= at)
    .each(({ table, id }) => {
      changed.set(table, (changed.get(table) ?? new Set()).add(id));
    });
  return Object.fromEntries([...changed].map(([table, ids]) => [table, ids.size]));
}
