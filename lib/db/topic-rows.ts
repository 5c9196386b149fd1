import type { Id } from "@/lib/domain/envelope.ts";
import type { Topic } from "@/lib/domain/topic.ts";
import type { MilepostDb } from "./database.ts";

export async function topicsOf(db: MilepostDb, mentorshipId: Id): Promise<Topic[]> {
  const rows = await db.topics.where("mentorshipId").equals(mentorshipId).toArray();
  return rows.filter((row) => !row.deletedAt);
}
