import type { Id } from "./envelope.ts";
import type { Topic } from "./topic.ts";

/** A part of an agenda, by the kind of the meeting. */
export interface AgendaSection {
  id: Id;
  title: string;
  /** What is listed in it by itself, beside the topics. */
  fill: SectionFill | null;
}

/** What a part of an agenda can be filled with: a query, never a copy. */
export const sectionFills = ["evidence", "obstacles", "questions", "needsWork", "wins"] as const;
export type SectionFill = (typeof sectionFills)[number];

/** One line of an agenda, as it is put in order by hand: the head of a part, or a topic below it. */
export type AgendaLine = { sectionId: Id } | { topicId: Id };

/** Where a topic stands: the part of the agenda, and its place among all topics. */
export interface TopicPlace {
  id: Id;
  sectionId: Id | null;
  order: number;
}

/** The part that a topic stands in, if this agenda has it. */
export function sectionOf(
  topic: Pick<Topic, "sectionId">,
  sections: readonly Pick<AgendaSection, "id">[],
): Id | null {
  return sections.find(({ id }) => id === topic.sectionId)?.id ?? null;
}

/** In the order of the agenda: what is in no part first, then part by part. */
export function inAgendaOrder<T extends Pick<Topic, "id" | "order" | "sectionId">>(
  topics: readonly T[],
  sections: readonly Pick<AgendaSection, "id">[],
): T[] {
  const place = (topic: T): number => sections.findIndex(({ id }) => id === topic.sectionId);
  return topics.toSorted(
    (a, b) =>
      place(a) - place(b) || (a.order ?? 0) - (b.order ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** The lines of an agenda from top to bottom: topics in no part, then each part's head with its topics. */
export function agendaLines(
  topics: readonly Pick<Topic, "id" | "order" | "sectionId">[],
  sections: readonly Pick<AgendaSection, "id">[],
): AgendaLine[] {
  const of = (section: Id | null): AgendaLine[] =>
    inAgendaOrder(topics, sections)
      .filter((topic) => sectionOf(topic, sections) === section)
      .map(({ id }) => ({ topicId: id }));
  return [...of(null), ...sections.flatMap(({ id }) => [{ sectionId: id }, ...of(id)])];
}

/**
 * The places of the topics after one of them was moved to line `to` (counted from 0, without itself). Over the head of
 * a part it comes into that part, so keys and pointer reach every place.
 */
export function placesAfterMove(lines: readonly AgendaLine[], topicId: Id, to: number): TopicPlace[] {
  const moved = lines.find((line) => "topicId" in line && line.topicId === topicId);
  if (!moved) return [];
  const others = lines.filter((line) => line !== moved);
  const at = Math.min(Math.max(to, 0), others.length);
  let section: Id | null = null;
  const places: TopicPlace[] = [];
  for (const line of [...others.slice(0, at), moved, ...others.slice(at)]) {
    if ("sectionId" in line) section = line.sectionId;
    else places.push({ id: line.topicId, sectionId: section, order: places.length });
  }
  return places;
}
