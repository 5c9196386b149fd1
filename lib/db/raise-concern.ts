import type { Write } from "@/lib/domain/change.ts";
import type { Entry } from "@/lib/domain/entry.ts";
import { topicTitle } from "@/lib/domain/topic-title.ts";
import type { MilepostDb } from "./database.ts";
import { newTopic } from "./topics.ts";
import { topicsOf } from "./topic-rows.ts";

/**
 * What puts a concern on the agenda of the next meeting, whichever that will be. Call inside a transaction.
 * @param concern what makes the entry
 */
export async function raiseConcern(db: MilepostDb, { id, patch }: Write): Promise<Write[]> {
  const { mentorshipId, text } = patch as Partial<Entry>;
  if (!mentorshipId || !text) return [];
  const topic = newTopic(db, await topicsOf(db, mentorshipId), {
    mentorshipId,
    title: topicTitle(text),
    from: { table: "entries", id },
  });
  return topic ? [topic] : [];
}
