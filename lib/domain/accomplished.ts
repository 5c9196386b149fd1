import { endOf } from "./carry-over.ts";
import type { Commitment } from "./commitment.ts";
import type { Entry } from "./entry.ts";
import type { Id, Instant } from "./envelope.ts";
import type { Evidence } from "./evidence.ts";
import type { Meeting } from "./meeting.ts";
import type { Milestone } from "./milestone.ts";
import type { Owner } from "./vocabulary.ts";
import { oneLine } from "./one-line.ts";

/** What an accomplishment can be told from: a promise kept, a milestone reached, evidence, a win. */
export interface AccomplishedRecords {
  commitments: readonly Commitment[];
  milestones: readonly Milestone[];
  evidence: readonly Evidence[];
  entries: readonly Entry[];
}

export interface Accomplishment {
  table: keyof AccomplishedRecords;
  id: Id;
  text: string;
  owner: Owner;
  /** Meant for nobody else. */
  confidential: boolean;
  at: Instant;
}

type Held = Pick<
  Meeting,
  "id" | "status" | "endedAt" | "startsOn" | "startsTime" | "timeZone" | "plannedMinutes" | "leftOut"
>;

/** When a meeting was over: as it was noted, else as it was planned. */
export function heldUntil(meeting: Omit<Held, "id" | "status" | "leftOut">): Instant {
  return meeting.endedAt ?? endOf(meeting);
}

/**
 * The meeting that was held before another one, by when they ended.
 * @param meetings of one mentorship
 */
export function heldBefore<M extends Held>(meetings: readonly M[], meeting: M): M | undefined {
  const until = heldUntil(meeting);
  return meetings
    .filter((each) => each.status === "held" && each.id !== meeting.id && heldUntil(each) < until)
    .toSorted((a, b) => heldUntil(b) - heldUntil(a))[0];
}

/**
 * What was accomplished from the end of one meeting to the end of the next, in order of time: so each accomplishment
 * belongs to exactly one meeting, also where one is logged in between afterwards. What was said in a meeting is its own.
 */
export function accomplishedAt<M extends Held>(
  meeting: M,
  meetings: readonly M[],
  records: AccomplishedRecords,
  now: Instant,
): Accomplishment[] {
  const before = heldBefore(meetings, meeting);
  const since = before ? heldUntil(before) : 0;
  const until = meeting.endedAt ?? (meeting.status === "held" ? endOf(meeting) : now);
  const within = ({ at }: { at: Instant }): boolean => at > since && at <= until;
  const ownWins = winsOf(records.entries.filter((entry) => entry.meetingId === meeting.id));
  return [
    ...[...doneOf(records), ...winsOf(records.entries.filter((entry) => !entry.meetingId))].filter(within),
    ...ownWins,
  ].toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

function doneOf({ commitments, milestones, evidence }: AccomplishedRecords): Accomplishment[] {
  return [
    ...commitments
      .filter((row) => row.status === "done" && !row.deletedAt)
      .map((row) => ({
        table: "commitments" as const,
        id: row.id,
        text: row.title,
        owner: row.owner,
        confidential: row.confidential === true,
        at: row.doneAt ?? row.createdAt,
      })),
    ...milestones
      .filter((row) => row.status === "reached" && !row.deletedAt)
      .map((row) => ({
        table: "milestones" as const,
        id: row.id,
        text: row.title,
        owner: row.owner,
        confidential: false,
        at: row.reachedAt ?? row.createdAt,
      })),
    ...evidence
      .filter((row) => !row.deletedAt)
      .map((row) => ({
        table: "evidence" as const,
        id: row.id,
        text: row.text,
        owner: "me" as const,
        confidential: false,
        at: row.createdAt,
      })),
  ];
}

function winsOf(entries: readonly Entry[]): Accomplishment[] {
  return entries
    .filter((row) => (row.kind === "win" || row.kind === "outcome") && !row.deletedAt)
    .map((row) => ({
      table: "entries" as const,
      id: row.id,
      text: oneLine(row.text),
      owner: "me" as const,
      confidential: row.confidential === true,
      at: row.happenedAt ?? row.createdAt,
    }));
}
