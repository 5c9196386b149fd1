import type { Id } from "@/lib/domain/envelope.ts";
import type { Topic } from "@/lib/domain/topic.ts";
import type { MilepostDb } from "./database.ts";
import { lineFrom } from "./input.ts";
import { mutate } from "./mutate.ts";

/** Puts something on the agenda of the next meeting, whichever that will be. The same open words are taken down once. */
export function addTopic(
  db: MilepostDb,
  mentorshipId: Id,
  title: string,
  kind: Topic["kind"] = "topic",
): Promise<Id | null> {
  return mutate(db, { did: "addTopic" }, async () => {
    const line = lineFrom(title);
    const topics = await topicsOf(db, mentorshipId);
    if (topics.some((topic) => topic.state === "open" && topic.title === line)) return [];
    const order = Math.max(-1, ...topics.map((topic) => topic.order)) + 1;
    return [
      {
        table: "topics",
        id: db.newId(),
        patch: { mentorshipId, title: line, kind, state: "open", carriedFrom: [], order },
      },
    ];
  });
}

/** Ticks a topic off in a meeting, or opens it again. */
export function setTopicDiscussed(db: MilepostDb, id: Id, meetingId: Id | null): Promise<Id | null> {
  return mutate(db, { did: meetingId ? "discussTopic" : "reopenTopic" }, () => [
    {
      table: "topics",
      id,
      patch: meetingId
        ? { state: "discussed", discussedIn: meetingId }
        : { state: "open", discussedIn: null },
    },
  ]);
}

export function removeTopic(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeTopic" }, () => [{ table: "topics", id, patch: { deletedAt: db.now() } }]);
}

export async function topicsOf(db: MilepostDb, mentorshipId: Id): Promise<Topic[]> {
  const rows = await db.topics.where("mentorshipId").equals(mentorshipId).toArray();
  return rows.filter((row) => !row.deletedAt);
}
