import type { Id, Instant } from "./envelope.ts";
import type { ReminderKind } from "./reminder-kinds.ts";

/** One moment at which something is to be announced, exactly once. */
export interface Occurrence {
  kind: ReminderKind;
  /** The record it follows from. */
  recordId: Id;
  /** Names the moment among those of the record: it changes when the date does, so a moved thing is announced anew. */
  occurrence: string;
  at: Instant;
  /** After this instant it is no longer worth announcing. */
  untilAt: Instant;
  /** Minutes before its moment, or after it; see `usualLeads`. None where it was put off. */
  lead?: number | undefined;
  mentorshipId?: Id | null | undefined;
  /** Announced at its very moment, whatever the hour and the day. */
  urgent?: boolean | undefined;
}

/** The deterministic id of an occurrence, also of its notification. */
export function occurrenceId(occurrence: Pick<Occurrence, "recordId" | "occurrence">): string {
  return `rem:${occurrence.recordId}:${occurrence.occurrence}`;
}

export function inOrder(occurrences: readonly Occurrence[]): Occurrence[] {
  return occurrences.toSorted((a, b) => a.at - b.at || (occurrenceId(a) < occurrenceId(b) ? -1 : 1));
}

/** What a reminder is about in a word: never the text of a note or of an entry, nor what is meant for nobody else. */
export interface ReminderDetail {
  title: string;
  /** The other person; empty where there is none. */
  person: string;
}
