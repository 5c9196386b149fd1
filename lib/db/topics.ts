import type { Write } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { TableName } from "@/lib/domain/records.ts";
import type { Topic } from "@/lib/domain/topic.ts";
import type { MilepostDb } from "./database.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { lineFrom } from "./input.ts";
import { mutate } from "./mutate.ts";
import { topicsOf } from "./topic-rows.ts";
import { nextOrder } from "./lines.ts";

/** The record that a topic is about. */
export interface TopicOrigin {
  table: TableName;
  id: Id;
}

/**
 * Puts something on the agenda of the next meeting, whichever that will be. The same open words are taken down once,
 * and so is what is about the same record.
 */
export function addTopic(
  db: MilepostDb,
  mentorshipId: Id,
  title: string,
  kind: Topic["kind"] = "topic",
  from?: TopicOrigin,
): Promise<Id | null> {
  return mutate(db, { did: "addTopic" }, async () => {
    const topic = newTopic(db, await topicsOf(db, mentorshipId), { mentorshipId, title, kind, from });
    return topic ? [topic] : [];
  });
}

/**
 * What {@link addTopic} writes, for an act that does more than that.
 * @param topics all of the mentorship
 * @returns `null` where it is on the agenda already
 */
export function newTopic(
  db: MilepostDb,
  topics: readonly Topic[],
  topic: {
    mentorshipId: Id;
    title: string;
    kind?: Topic["kind"];
    from?: TopicOrigin | undefined;
    /** The part of the agenda that it is put in. */
    sectionId?: Id | null;
    sensitive?: boolean;
  },
): Extract<Write, { table: "topics" }> | null {
  const { mentorshipId, from } = topic;
  const title = lineFrom(topic.title);
  const isSame = (each: Topic): boolean =>
    from ? each.fromTable === from.table && each.fromId === from.id : each.title === title;
  if (topics.some((each) => each.state === "open" && isSame(each))) return null;
  return {
    table: "topics",
    id: db.newId(),
    patch: {
      mentorshipId,
      title,
      kind: topic.kind ?? "topic",
      state: "open",
      carriedFrom: [],
      order: nextOrder(topics),
      ...(from ? { fromTable: from.table, fromId: from.id } : {}),
      ...(topic.sectionId ? { sectionId: topic.sectionId } : {}),
      ...(topic.sensitive ? { sensitive: true } : {}),
    },
  };
}

/**
 * Ticks a topic off in a meeting, or opens it again. One that comes at every meeting stays open for the next.
 * @param from the meeting whose tick is taken back
 */
export function setTopicDiscussed(
  db: MilepostDb,
  id: Id,
  meetingId: Id | null,
  from?: Id,
): Promise<Id | null> {
  return mutate(db, { did: meetingId ? "discussTopic" : "reopenTopic" }, async () => {
    const topic = await db.topics.get(id);
    if (!topic) throw new UserError("notFound");
    if (topic.recurs) {
      const others = (topic.talkedIn ?? []).filter((each) => each !== (meetingId ?? from));
      return [{ table: "topics", id, patch: { talkedIn: meetingId ? [...others, meetingId] : others } }];
    }
    const patch: Partial<Topic> = meetingId
      ? { state: "discussed", discussedIn: meetingId }
      : { state: "open", discussedIn: null };
    // It came at every meeting once, and was ticked off then.
    const talkedIn = topic.talkedIn?.filter((each) => each !== from);
    return [{ table: "topics", id, patch: meetingId || !talkedIn ? patch : { ...patch, talkedIn } }];
  });
}

export function removeTopic(db: MilepostDb, id: Id): Promise<Id | null> {
  return mutate(db, { did: "removeTopic" }, () => [{ table: "topics", id, patch: { deletedAt: db.now() } }]);
}
