import * as z from "zod/mini";
import { Id, Instant } from "./envelope.ts";
import { entryKinds } from "./vocabulary.ts";

/** What was written while the database did not open, kept elsewhere until it does. Its id is that of the row to be. */
export const Castaway = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("capture"),
    id: Id,
    at: Instant,
    as: z.enum([...entryKinds, "action"]),
    text: z.string(),
    mentorshipId: z.nullable(Id),
    meetingId: z.nullable(Id),
  }),
  z.object({
    kind: z.literal("note"),
    id: Id,
    at: Instant,
    text: z.string(),
    /** The meeting that it was typed beside, where that is known. */
    meetingId: z.nullable(Id),
    /** The text that it was typed into, as it was last saved. */
    before: z.optional(z.string()),
  }),
]);
export type Castaway = z.infer<typeof Castaway>;
