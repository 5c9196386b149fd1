import type { Id } from "./envelope.ts";

/** Two windows that open the same meeting must meet in one row, so its id follows from what it is. */
export function noteId(meetingId: Id, author: Id): Id {
  return `note.${meetingId}.${author}`;
}
