import * as z from "zod/mini";
import { envelope, Id, Text } from "./envelope.ts";

/** One Markdown text per meeting and author, so two people never edit one text. */
export const Note = z.object({
  ...envelope,
  // Made of the ids of its meeting and its author.
  id: z.string().check(z.minLength(1), z.maxLength(500)),
  mentorshipId: Id,
  meetingId: Id,
  text: z._default(Text, ""),
  /** Meant for nobody else: it is in no text that is made to be shared, but in every backup. */
  confidential: z.optional(z.nullable(z.boolean())),
});
export type Note = z.infer<typeof Note>;
