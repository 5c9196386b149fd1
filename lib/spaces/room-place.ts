import type { RoomAt, SpaceRow } from "@/lib/db/space-tables.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Answer, GuestWait, Invitation } from "@/lib/sync/invitation.ts";
import type { Op } from "@/lib/sync/op.ts";

/** What is kept of a room beside its keys. */
export interface RoomKept {
  /** What the person's keys in the room follow from. */
  seed: Uint8Array;
  /** That is out. */
  invitation?: { invitation: Invitation; text: string };
  /** Who answered it. */
  answers?: readonly Answer[];
  /** Of a guest who was not let in yet. */
  wait?: { wait: GuestWait; words: string; host: string };
  /** What came in and cannot be read yet: its rest is still to come, or this version is too old. */
  aside?: readonly Op[];
  /** The personal space has been told of the room by this browser. */
  isTold?: true;
  /** A browser of the person that was taken out can read here until the person has other keys. */
  owesKeys?: true;
  /** It was left, and the personal space has still to be told: then it is gone. */
  isLeft?: true;
}

/** A space that is a room. */
export type RoomRow = SpaceRow & { room: RoomAt & { kept: RoomKept } };

/** The id of the space of a mentorship's room. */
export const roomSpace = (mentorshipId: Id): string => `room ${mentorshipId}`;

export function isRoom(row: SpaceRow | undefined): row is RoomRow {
  return row?.room !== undefined;
}

/** A guest who asked, and was not let in yet: there are no keys. */
export function isWaitingGuest(row: SpaceRow): boolean {
  return isRoom(row) && row.room.kept.wait !== undefined;
}
