import type { Id } from "@/lib/domain/envelope.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import type { MetaOf, MilepostDb } from "./database.ts";

/** How many records of each table `removeSample` would take away; `null` without a sample. */
export function sampleSize(
  db: MilepostDb,
): Promise<{ mentorshipId: Id; counts: Partial<Record<TableName, number>> } | null> {
  return db.transaction("r", db.tables, async () => {
    const sample = await db.metaOf("sample");
    if (!sample) return null;
    const counts = await Promise.all(
      tableNames.map(async (name) => [name, (await idsOf(db, sample, name)).length] as const),
    );
    return { mentorshipId: sample.mentorshipId, counts: Object.fromEntries(counts) };
  });
}

/** Ids of the records of a table that came with the sample. */
export async function idsOf(db: MilepostDb, sample: MetaOf<"sample">, name: TableName): Promise<Id[]> {
  if (name === "people") return sample.people;
  if (name === "mentorships") return [sample.mentorshipId];
  if (name === "templates" || name === "rooms" || name === "questions") return [];
  const ids = await db.table(name).where("mentorshipId").equals(sample.mentorshipId).primaryKeys();
  return ids as Id[];
}
