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
