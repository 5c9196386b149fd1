import { agendaLines, type AgendaSection, placesAfterMove } from "@/lib/domain/agenda-order.ts";
import { partsFromLines, withParts } from "@/lib/domain/agenda-template.ts";
import type { Write } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Topic } from "@/lib/domain/topic.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MeetingKind } from "@/lib/domain/vocabulary.ts";
import type { MilepostDb } from "./database.ts";
import { lineFrom, textFrom } from "./input.ts";
import { nextOrder } from "./lines.ts";
import { mutate } from "./mutate.ts";
import { topicsOf } from "./topic-rows.ts";
import { newTopic, type TopicOrigin } from "./topics.ts";

/** What a form may change of a topic; what is left out stays. */
export interface TopicEdit {
  title?: string;
  kind?: Topic["kind"];
  sectionId?: Id | null;
  homework?: string;
  answer?: string;
  sensitive?: boolean;
  recurs?: boolean;
}

/** Puts something into a part of the next agenda. The same words or the same record are taken down once. */
export function addTopicTo(
  db: MilepostDb,
  mentorshipId: Id,
  topic: {
    title: string;
    kind?: Topic["kind"];
    sectionId?: Id | null;
    sensitive?: boolean;
    from?: TopicOrigin;
  },
): Promise<Id | null> {
  return mutate(db, { did: "addTopic" }, async () => {
    const write = newTopic(db, await topicsOf(db, mentorshipId), { mentorshipId, ...topic });
    return write ? [write] : [];
  });
}

export function editTopic(db: MilepostDb, id: Id, edit: TopicEdit): Promise<Id | null> {
  return mutate(db, { did: "editTopic" }, () => {
    const { title, homework, answer, ...rest } = edit;
    return [
      {
        table: "topics",
        id,
        patch: {
          ...rest,
          ...(title === undefined ? {} : { title: lineFrom(title) }),
          ...(homework === undefined ? {} : { homework: textFrom(homework.trim()) }),
          ...(answer === undefined ? {} : { answer: textFrom(answer.trim()) }),
        },
      },
    ];
  });
}

/**
 * Puts a topic into the parking lot, where no meeting asks for it; or takes it out again for the next one.
 * @param meetingId the meeting that it is parked from; `null` takes it out
 */
export function parkTopic(db: MilepostDb, id: Id, meetingId: Id | null): Promise<Id | null> {
  const parked = meetingId !== null;
  return mutate(db, { did: parked ? "parkTopic" : "reopenTopic" }, () => [
    {
      table: "topics",
      id,
      patch: { state: parked ? "parked" : "open", discussedIn: null, parkedIn: meetingId },
    },
  ]);
}

/**
 * Moves a topic to another place of the agenda, and into the part that it then stands in.
 * @param shown the topics of the agenda, in any order; the others of the mentorship keep their place after them
 * @param to the line among the heads and the other topics, counted from 0
 */
export function moveTopic(
  db: MilepostDb,
  shown: readonly Id[],
  sections: readonly Pick<AgendaSection, "id">[],
  move: { id: Id; to: number },
): Promise<Id | null> {
  return mutate(db, { did: "orderTopics" }, async () => {
    const rows = (await db.topics.bulkGet([...shown])).flatMap((row) => (row ? [row] : []));
    // The part of the others stays as it is, also one that only another kind of meeting has.
    return placesAfterMove(agendaLines(rows, sections), move.id, move.to).map(
      ({ id, sectionId, order }): Write => ({
        table: "topics",
        id,
        patch: id === move.id ? { order, sectionId } : { order },
      }),
    );
  });
}

/**
 * Makes several topics of one: the first keeps its history, the others stand right after it with what was known of it.
 * All of them wait for the next meeting.
 * @param titles at least two
 */
export function splitTopic(db: MilepostDb, id: Id, titles: readonly string[]): Promise<Id | null> {
  return mutate(db, { did: "splitTopic" }, async () => {
    const topic = await db.topics.get(id);
    if (!topic) throw new UserError("notFound");
    const [first = "", ...others] = titles.map((title) => lineFrom(title));
    if (others.length === 0) throw new UserError("emptyText");
    const siblings = await topicsOf(db, topic.mentorshipId);
    const after = siblings
      .filter((each) => each.order > topic.order)
      .reduce((least, each) => Math.min(least, each.order), nextOrder(siblings) + others.length);
    const step = (after - topic.order) / (others.length + 1);
    const { mentorshipId, kind, state, carriedFrom, sectionId, sensitive, recurs, fromTable, fromId } = topic;
    return [
      { table: "topics", id, patch: { title: first } },
      ...others.map((title, index): Write => ({
        table: "topics",
        id: db.newId(),
        patch: {
          mentorshipId,
          title,
          kind,
          state,
          carriedFrom,
          order: topic.order + step * (index + 1),
          ...(sectionId ? { sectionId } : {}),
          ...(sensitive ? { sensitive } : {}),
          ...(recurs ? { recurs } : {}),
          ...(fromTable && fromId ? { fromTable, fromId } : {}),
        },
      })),
    ];
  });
}

/** Lets a question that was asked be suggested again. */
export function askAgain(db: MilepostDb, topicIds: readonly Id[]): Promise<Id | null> {
  return mutate(db, { did: "askAgain" }, () =>
    topicIds.map((id): Write => ({ table: "topics", id, patch: { askAgain: true } })),
  );
}

/**
 * Changes the parts of the agendas of a kind of meeting, in one mentorship.
 * @param lines one part each; `null` for those that ship
 * @param shown the parts as they are now
 */
export function editAgendaParts(
  db: MilepostDb,
  mentorshipId: Id,
  kind: MeetingKind,
  lines: readonly string[] | null,
  shown: readonly Pick<AgendaSection, "id" | "title">[],
): Promise<Id | null> {
  return mutate(db, { did: "editAgenda" }, async () => {
    const mentorship = await db.mentorships.get(mentorshipId);
    if (!mentorship) throw new UserError("notFound");
    const parts =
      lines &&
      partsFromLines(
        lines.filter((line) => line.trim()).map((line) => lineFrom(line)),
        shown,
        db.newId,
      );
    const agendas = withParts(mentorship.agendas ?? [], kind, parts);
    return [{ table: "mentorships", id: mentorshipId, patch: { agendas } }];
  });
}
