import type { MilepostDb } from "@/lib/db/database.ts";
import type { Change } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { TableName } from "@/lib/domain/records.ts";

/**
 * Tells what came with the sample, or was added to it while looking around: it stays in this browser. Another one may
 * have a sample of its own, and to remove one leaves no trace.
 */
export async function sampleFilter(
  db: MilepostDb,
): Promise<(change: Pick<Change, "table" | "id" | "patch">) => boolean | Promise<boolean>> {
  const sample = await db.metaOf("sample");
  if (!sample) return () => false;
  const people = new Set(sample.people);
  const ofOne = new Map<string, boolean>();
  const isOfMentorship = async (table: TableName, id: Id, patch: Change["patch"]): Promise<boolean> => {
    if ("mentorshipId" in patch) return patch["mentorshipId"] === sample.mentorshipId;
    const row: { mentorshipId?: Id | null } | undefined = await db.table(table).get(id);
    return row?.mentorshipId === sample.mentorshipId;
  };
  return async ({ table, id, patch }) => {
    if (table === "people") return people.has(id);
    if (table === "mentorships") return id === sample.mentorshipId;
    if (table === "templates" || table === "rooms" || table === "questions") return false;
    const key = `${table}/${id}`;
    const known = ofOne.get(key);
    if (known !== undefined) return known;
    const is = await isOfMentorship(table, id, patch);
    ofOne.set(key, is);
    return is;
  };
}
