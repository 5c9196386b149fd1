import * as z from "zod/mini";
import { envelope, Id, Line } from "./envelope.ts";

export const TopicState = z.enum(["open", "discussed", "parked", "dropped"]);
export type TopicState = z.infer<typeof TopicState>;

/**
 * Something to talk about. An open topic belongs to no meeting: which one shows it is a query (carry-over), so
 * moving, cancelling or creating meetings never loses or doubles it.
 */
export const Topic = z.object({
  ...envelope,
  mentorshipId: Id,
  title: Line,
  kind: z._default(z.enum(["topic", "question"]), "topic"),
  state: z._default(TopicState, "open"),
  /** Meetings whose agenda showed it and that ended without it being discussed, oldest first. */
  carriedFrom: z._default(z.array(Id), []),
  /** The record it is about: from there it is put on the agenda once. */
  fromTable: z.optional(z.nullable(Line)),
  fromId: z.optional(z.nullable(Id)),
  discussedIn: z.optional(z.nullable(Id)),
  order: z._default(z.number(), 0),
});
export type Topic = z.infer<typeof Topic>;
