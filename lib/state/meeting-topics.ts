import { recordTitle } from "@/lib/domain/record-title.ts";
import { agendaOf, leftUndiscussed, nextMeeting, startOf, wasDiscussedIn } from "@/lib/domain/carry-over.ts";
import { inAgendaOrder, sectionOf } from "@/lib/domain/agenda-order.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { Patch } from "@/lib/domain/change.ts";
import type { Day, Id, Instant } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import { originPath } from "@/lib/domain/origin.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import type { Topic } from "@/lib/domain/topic.ts";
import { agendaSections } from "./agenda-sections.ts";
import { db } from "./database.ts";

/** Of the rows that a meeting's screens are made of, those that its topics need. */
interface TopicRows {
  meeting: Meeting;
  mentorship: Mentorship;
  meetings: readonly Meeting[];
  topics: readonly Topic[];
  origins: ReadonlyMap<Id, Patch>;
}

/** The record that a topic is about, or a focus comes from, as its row names it. */
interface OriginRef {
  table?: string | null | undefined;
  id?: Id | null | undefined;
}

/** The records that topics are about, by id. Those in the trash too: what they were is still to be told. */
export async function originsOf(refs: readonly OriginRef[]): Promise<ReadonlyMap<Id, Patch>> {
  const known = refs.flatMap((ref) => {
    const table = tableNames.find((name) => name === ref.table);
    return table && ref.id ? [{ table, id: ref.id }] : [];
  });
  const rows = await Promise.all(
    known.map(async ({ table, id }) => [id, await db.table<Patch>(table).get(id)] as const),
  );
  return new Map(rows.flatMap(([id, row]) => (row ? [[id, row] as const] : [])));
}

/** A record that something comes from, and where it can be looked at. */
export interface Origin {
  table: TableName;
  id: Id;
  title: string;
  path: string;
}

export interface AgendaRow {
  id: Id;
  title: string;
  question: boolean;
  done: boolean;
  carried: number;
  carriedFromOn: Day | null;
  /** The record it is about. */
  origin: Origin | null;
  /** It, or what it is about, is meant for nobody else. */
  confidential: boolean;
  sensitive: boolean;
  /** It comes at every meeting. */
  recurs: boolean;
  /** The part of this agenda that it stands in. */
  sectionId: Id | null;
  homework: string;
  answer: string;
}

/** A topic by its title alone, such as one that waits until it is brought back. */
export interface ToldTopic {
  id: Id;
  title: string;
  confidential: boolean;
}

/** A topic that a meeting did not get to, and where it is now. */
export interface LeftTopic extends ToldTopic {
  /** The meeting that has it on its agenda, or in which it was talked about since; `null` where it waits for one. */
  meeting: Meeting | null;
  /** It is on the agenda of `meeting`, waits for one, was talked about since, or was parked or taken off. */
  now: "ahead" | "waits" | "discussed" | "parked" | "dropped";
}

/** The parts that the agenda of the meeting has. */
export function sectionsOf({ mentorship, meeting }: TopicRows) {
  return agendaSections(mentorship, meeting.kind);
}

/** The agenda in its order; that of a meeting that is over keeps what it did not get to in sight. */
export function agendaRows(rows: TopicRows, now: Instant, timeZone: string): AgendaRow[] {
  const { meeting, meetings, topics } = rows;
  const shown = agendaOf(meeting, meetings, topics, now).map(({ topic }) => topic);
  if (meeting.endedAt) {
    const known = new Set(shown.map((topic) => topic.id));
    shown.push(...leftUndiscussed(meeting, topics, now).filter((topic) => !known.has(topic.id)));
  }
  const sections = sectionsOf(rows);
  return inAgendaOrder(shown, sections).map((topic): AgendaRow => {
    // What comes at every meeting is expected here, and not carried.
    const earlier = topic.recurs ? [] : topic.carriedFrom.filter((id) => id !== meeting.id);
    const from = meetings.find((each) => each.id === earlier[0]);
    return {
      id: topic.id,
      title: topic.title,
      question: topic.kind === "question",
      done: wasDiscussedIn(topic, meeting.id),
      carried: earlier.length,
      carriedFromOn: from ? dayOf(startOf(from), timeZone) : null,
      origin: originOf({ table: topic.fromTable, id: topic.fromId }, rows.origins),
      confidential: isConfidential(topic, rows.origins),
      sensitive: topic.sensitive === true,
      recurs: topic.recurs === true,
      sectionId: sectionOf(topic, sections),
      homework: topic.homework ?? "",
      answer: topic.answer ?? "",
    };
  });
}

/** Whether a topic waits in the parking lot, and was put there from this meeting. */
export function isParkedFrom({ state, parkedIn }: Topic, meeting: Meeting): boolean {
  return state === "parked" && parkedIn === meeting.id;
}

/** A topic by its title, and whether it may be told to others. */
export function told(topic: Topic, { origins }: TopicRows): ToldTopic {
  return { id: topic.id, title: topic.title, confidential: isConfidential(topic, origins) };
}

/** Where a topic that the meeting did not get to is at `now`. */
export function leftRow(topic: Topic, rows: TopicRows, now: Instant): LeftTopic {
  const { meeting, meetings } = rows;
  const { state } = topic;
  const of = told(topic, rows);
  const byId = (each: Id | null | undefined): Meeting | null =>
    meetings.find((known) => known.id === each) ?? null;
  if (state === "discussed") return { ...of, now: "discussed", meeting: byId(topic.discussedIn) };
  if (state !== "open") return { ...of, now: state, meeting: null };
  const next = nextMeeting(meetings, now);
  // While this one runs it is the next one itself.
  return next && next.id !== meeting.id
    ? { ...of, now: "ahead", meeting: next }
    : { ...of, now: "waits", meeting: null };
}

/** What something comes from, unless that is in the trash. */
export function originOf(ref: OriginRef, origins: TopicRows["origins"]): Origin | null {
  const table = tableNames.find((name) => name === ref.table);
  const row = ref.id ? origins.get(ref.id) : undefined;
  if (!table || !ref.id || !row || row["deletedAt"]) return null;
  return {
    table,
    id: ref.id,
    title: recordTitle(table, row),
    path: originPath(table, ref.id, row["goalId"]),
  };
}

/** What was said of it, or what it is about, decides; where that is gone for good, nobody can say any more that it may be shared. */
function isConfidential(topic: Topic, origins: TopicRows["origins"]): boolean {
  if (topic.sensitive) return true;
  if (topic.fromTable !== "entries" || !topic.fromId) return false;
  const row = origins.get(topic.fromId);
  return !row || row["confidential"] === true;
}
