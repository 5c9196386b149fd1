import type { MilepostDb } from "@/lib/db/database.ts";
import { idsOf } from "@/lib/db/sample-rows.ts";
import { tableNames } from "@/lib/domain/records.ts";

/** A record, by where it is. */
type Place = { table: string; id: string };

/**
 * Tells what came with the sample, or was added to it while looking around: it stays in this browser. Another one may
 * have a sample of its own, and to remove one leaves no trace.
 */
export async function sampleFilter(db: MilepostDb): Promise<(place: Place) => boolean> {
  const sample = await db.metaOf("sample");
  if (!sample) return () => false;
  const places = new Set<string>();
  for (const table of tableNames) {
    for (const id of await idsOf(db, sample, table)) places.add(`${table}/${id}`);
  }
  return ({ table, id }) => places.has(`${table}/${id}`);
}
