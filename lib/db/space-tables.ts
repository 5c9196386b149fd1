import type { Id, Instant } from "@/lib/domain/envelope.ts";
import type { StorageAccess, SyncStatus } from "@/lib/domain/space.ts";

/*
 * Tables of this browser alone, for what is kept in step over a storage: in no backup, and not in the change log. What
 * `state`, `keys` and `op` are, `lib/sync` knows; the database only holds them.
 */

export interface SpaceRow {
  id: string;
  storage: StorageAccess;
  /** The folder of a storage of that kind. */
  handle?: FileSystemDirectoryHandle;
  /** The room of a mentorship: of another space than the person's own. */
  room?: RoomAt;
  /** What this browser is called in the list of the others. */
  browserName: string;
  since: Instant;
  paused: boolean;
  /**
   * When the person last said that they have the recovery code; where they joined with it, or were let in by another
   * browser, which asks for it, it is {@link since}. `null` for never.
   */
  codeConfirmedAt: Instant | null;
  keys: unknown;
  /** Absent before the first sync, and after everything here was replaced. */
  state?: unknown;
  status: SyncStatus;
  /** There are rows that the change log does not tell of, so everything is to be sent once. Another value each time. */
  offerAll?: Id;
  /** Up to here the log was looked through for what is to be sent, and after `after` nothing was found. */
  looked?: { after: number; to: number };
  /** Tries that failed, one after the other. */
  failures: number;
}

/** Which room a space is. */
export interface RoomAt {
  mentorshipId: Id;
  /** Who made the room, and who was invited. */
  side: "host" | "guest";
  /** What `lib/spaces` keeps of it beside the keys. */
  kept: unknown;
}

/** A batch that is in the rows here. */
export interface BatchRow {
  space: string;
  hash: string;
  mark: "applied" | "mine";
}

/**
 * A row that has no place among the records: of a table that this version does not know, one that its schema does not
 * accept (of a later version, or a part of it is still to come), what was deleted for good, the browsers' names, and
 * which conflicts were put away.
 */
export interface ForeignRow {
  /** `TABLE/ID`. */
  id: string;
  table: string;
  row: Record<string, unknown> & { id: Id };
}

/** An edit of this browser to such a row. Its place is one of the change log, in which it does not stand. */
export interface ForeignEdit {
  n: number;
  op: unknown;
}

/** What the page asks of the background, which alone can reach the network, and what came of it. */
export interface SpaceTask {
  id: Id;
  at: Instant;
  /** Gone as soon as it was taken up: it may hold a password or the recovery code. */
  ask?: unknown;
  /** Gone as soon as the page has read it. */
  answer?: unknown;
  /** What this browser asked another one to be let in with; of a row of its own, as long as it waits. */
  waiting?: unknown;
  /** The keys and the code of a space that is being begun; of a row of its own, until the code was told. */
  beginning?: unknown;
}

/** How often a site was asked for something, and why. The address is not kept: it may be the key to what is there. */
export interface RequestCount {
  /** `WHY SITE`, such as `calendar https://calendar.example.com`; of a room with its mentorship. */
  id: string;
  why: "sync" | "room" | "calendar";
  /** Whose room it was. */
  mentorshipId?: Id;
  site: string;
  count: number;
  firstAt: Instant;
  lastAt: Instant;
}
