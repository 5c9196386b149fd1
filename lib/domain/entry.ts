import * as z from "zod/mini";
import { envelope, Id, Instant, Line, Text } from "./envelope.ts";
import { entryKinds, entryStates } from "./vocabulary.ts";

/** One piece of the growth thread: said, decided, learned or thought, in a meeting or between two. */
export const Entry = z.object({
  ...envelope,
  mentorshipId: z.optional(z.nullable(Id)),
  kind: z.enum(entryKinds),
  text: Text,
  /** How far it is, for advice and obstacles; without one it was heard, or stands in the way. */
  state: z.optional(z.nullable(z.enum(entryStates))),
  meetingId: z.optional(z.nullable(Id)),
  /** Seconds since the notes of the meeting were started. */
  atSeconds: z.optional(z.nullable(z.int())),
  /** The line of the notes that it was read from, as it was written. */
  source: z.optional(z.nullable(Line)),
  /** When it happened, where that differs from when it was written down. */
  happenedAt: z.optional(z.nullable(Instant)),
  /** Meant for nobody else: it is in no text that is made to be shared, but in every backup. */
  confidential: z.optional(z.nullable(z.boolean())),
});
export type Entry = z.infer<typeof Entry>;
