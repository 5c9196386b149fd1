import { commitmentsOf } from "@/lib/db/commitment-rows.ts";
import { entriesForMeeting } from "@/lib/db/entries.ts";
import { findMeeting, meetingsOf } from "@/lib/db/meeting-rows.ts";
import { findMentorship } from "@/lib/db/mentorship-rows.ts";
import { topicsOf } from "@/lib/db/topic-rows.ts";
import { endOf, leftUndiscussed, startOf, wasDiscussedIn } from "@/lib/domain/carry-over.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { Commitment } from "@/lib/domain/commitment.ts";
import type { Entry } from "@/lib/domain/entry.ts";
import type { Day, Id, Instant } from "@/lib/domain/envelope.ts";
import { roomOf } from "@/lib/domain/meeting-room.ts";
import { platformName } from "@/lib/domain/rooms/platform-name.ts";
import type { Topic } from "@/lib/domain/topic.ts";
import type { CaptureKind } from "@/lib/domain/vocabulary.ts";
import { db } from "./database.ts";
import {
  agendaRows,
  isParkedFrom,
  leftRow,
  originOf,
  originsOf,
  sectionsOf,
  told,
} from "./meeting-topics.ts";
import { partnerName, partnerShort } from "./partner-name.ts";
import { oneLine } from "@/lib/domain/one-line.ts";

/** Everything that a meeting's screens are made of, in one read; `null` if it is not there. */
export async function readMeeting(id: Id) {
  const meeting = await findMeeting(db, id);
  const found = meeting && (await findMentorship(db, meeting.mentorshipId));
  if (!meeting || !found) return null;
  const { mentorship } = found;
  const [meetings, topics, commitments, entries] = await Promise.all([
    meetingsOf(db, mentorship.id),
    topicsOf(db, mentorship.id),
    commitmentsOf(db, mentorship.id),
    entriesForMeeting(db, mentorship.id, id),
  ]);
  return {
    meeting,
    mentorship,
    origins: await originsOf([
      ...topics.map(({ fromTable, fromId }) => ({ table: fromTable, id: fromId })),
      ...meetings.map(({ focusTable, focusId }) => ({ table: focusTable, id: focusId })),
    ]),
    partnerName: partnerName(found),
    partnerShort: partnerShort(found),
    myName: found.me?.name ?? "",
    meetings: meetings.toSorted((a, b) => startOf(a) - startOf(b)),
    topics,
    commitments,
    entries,
  };
}

export type MeetingRows = NonNullable<Awaited<ReturnType<typeof readMeeting>>>;

/** Something taken down during the meeting, whichever table it is in. */
export interface CaptureRow {
  table: "entries" | "commitments";
  id: Id;
  kind: CaptureKind;
  text: string;
  /** Since the notes were started. */
  atSeconds: number | null;
  owner: Commitment["owner"] | null;
  dueOn: Day | null;
  /** A promise that was kept since. */
  done: boolean;
  /** Meant for nobody else. */
  confidential: boolean;
}

/** A question that was not asked yet, and the topic that asks it if it is on the agenda. */
export interface QuestionRow {
  id: Id;
  text: string;
  topicId: Id | null;
  /** Meant for nobody else. */
  confidential: boolean;
}

export type MeetingView = ReturnType<typeof meetingView>;

/** What the screens of a meeting show at `now`. */
export function meetingView(rows: MeetingRows, now: Instant, timeZone: string) {
  const { meeting, meetings, topics } = rows;
  const before = meetings.filter((each) => each.status === "held" && startOf(each) < startOf(meeting));
  const previous = before.findLast((each) => each.id !== meeting.id);
  const since = previous ? (previous.endedAt ?? startOf(previous)) : 0;
  const room = meeting.roomUrl ? roomOf(meeting.roomUrl) : null;
  return {
    meeting,
    mentorship: rows.mentorship,
    partnerName: rows.partnerName,
    /** Within a sentence. */
    partnerShort: rows.partnerShort,
    myName: rows.myName,
    now,
    today: dayOf(now, timeZone),
    timeZone,
    startsAt: startOf(meeting),
    endsAt: endOf(meeting),
    platform: room && platformName(room.platform),
    /** The room's page hands the call over to an application. */
    inApplication: room?.state === "launcher",
    /** What the focus of the meeting comes from. */
    focusOrigin: originOf({ table: meeting.focusTable, id: meeting.focusId }, rows.origins),
    previousOn: previous ? dayOf(startOf(previous), timeZone) : null,
    /** The end of the meeting before, epoch ms; 0 where there was none. */
    since,
    /** The meeting after this one, held or planned. */
    following: meetings.find(
      (each) => (each.status === "planned" || each.status === "held") && startOf(each) > startOf(meeting),
    ),
    sections: sectionsOf(rows),
    agenda: agendaRows(rows, now, timeZone),
    parked: topics
      .filter((topic) => topic.state === "parked")
      .toSorted(byOrder)
      .map((topic) => told(topic, rows)),
    left: leftUndiscussed(meeting, topics, now)
      .filter((topic) => !isParkedFrom(topic, meeting))
      .map((topic) => leftRow(topic, rows, now)),
    /** What was parked from this meeting and still waits. */
    parkedHere: topics
      .filter((topic) => isParkedFrom(topic, meeting))
      .toSorted(byOrder)
      .map((topic) => told(topic, rows)),
    discussed: topics
      .filter((topic) => wasDiscussedIn(topic, meeting.id))
      .toSorted(byOrder)
      .map((topic) => told(topic, rows)),
    promises: {
      mine: promisesSince(rows, since, (owner) => owner !== "them"),
      theirs: promisesSince(rows, since, (owner) => owner === "them"),
    },
    questions: openQuestions(rows.entries, topics, previous?.id ?? null),
    captures: captureRows(rows),
  };
}

/** Open promises, the earliest date first; then those kept since the last meeting. */
function promisesSince(
  rows: MeetingRows,
  since: Instant,
  isOwner: (owner: Commitment["owner"]) => boolean,
): Commitment[] {
  return rows.commitments
    .filter((row) => isOwner(row.owner))
    .filter((row) => row.status === "open" || (row.status === "done" && (row.doneAt ?? 0) >= since))
    .toSorted(
      (a, b) =>
        Number(a.status === "done") - Number(b.status === "done") ||
        compare(a.dueOn ?? "9999", b.dueOn ?? "9999") ||
        compare(a.id, b.id),
    );
}

/**
 * Questions that wait to be asked: those taken down between meetings or in the last one. One that was discussed under
 * the same words is asked, one that was parked waits in the parking lot.
 */
function openQuestions(
  entries: readonly Entry[],
  topics: readonly Topic[],
  lastId: Id | null,
): QuestionRow[] {
  const byTitle = new Map(topics.map((topic) => [topic.title, topic]));
  const byOrigin = new Map(topics.map((topic) => [topic.fromId, topic]));
  return entries
    .filter((entry) => entry.kind === "question" && (!entry.meetingId || entry.meetingId === lastId))
    .map((entry) => ({
      id: entry.id,
      text: oneLine(entry.text),
      topic: byOrigin.get(entry.id) ?? byTitle.get(oneLine(entry.text)),
      confidential: entry.confidential === true,
    }))
    .filter(({ topic }) => !topic || topic.state === "open")
    .map(({ id, text, topic, confidential }) => ({ id, text, confidential, topicId: topic?.id ?? null }));
}

function captureRows({ meeting, commitments, entries }: MeetingRows): CaptureRow[] {
  const made = [
    ...commitments
      .filter((row) => row.meetingId === meeting.id && row.status !== "dropped")
      .map((row) => ({ table: "commitments" as const, kind: "action" as const, row, text: row.title })),
    ...entries
      // Thanks are written after a meeting, not taken down in it.
      .filter((row) => row.meetingId === meeting.id && row.kind !== "thanks")
      .map((row) => ({ table: "entries" as const, kind: row.kind, row, text: row.text })),
  ];
  return made
    .toSorted((a, b) => a.row.createdAt - b.row.createdAt || compare(a.row.id, b.row.id))
    .map(({ table, kind, row, text }) => ({
      table,
      id: row.id,
      kind,
      text,
      atSeconds: row.atSeconds ?? null,
      owner: "owner" in row ? row.owner : null,
      dueOn: ("dueOn" in row ? row.dueOn : null) ?? null,
      done: "status" in row && row.status === "done",
      confidential: "confidential" in row && row.confidential === true,
    }));
}

function byOrder(a: Topic, b: Topic): number {
  return a.order - b.order || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
