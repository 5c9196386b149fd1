import * as z from "zod/mini";
import { envelope, Id, Text } from "./envelope.ts";

/** One Markdown text per meeting and author, so two people never edit one text. */
export const Note = z.object({
  ...envelope,
  mentorshipId: Id,
  meetingId: Id,
  text: z._default(Text, ""),
});
export type Note = z.infer<typeof Note>;

/** Two windows that open the same meeting must meet in one row, so its id follows from what it is. */
export function noteId(meetingId: Id, author: Id): Id {
  return `note.${meetingId}.${author}`;
}
