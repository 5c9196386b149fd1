import * as z from "zod/mini";
import { envelope, Id, Line, Text } from "./envelope.ts";

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
  /** The meeting whose agenda it was parked from. */
  parkedIn: z.optional(z.nullable(Id)),
  /** It comes again at every meeting: it stays open, and `talkedIn` says where it was talked about. */
  recurs: z.optional(z.nullable(z.boolean())),
  talkedIn: z.optional(z.array(Id)),
  /** The part of the agenda that it stands in; in none, or in one that a meeting does not have, it stands first. */
  sectionId: z.optional(z.nullable(Line)),
  /** What the person found out beforehand. */
  homework: z.optional(z.nullable(Text)),
  /** What came back. */
  answer: z.optional(z.nullable(Text)),
  /** Meant for the two alone: it is in no text that is made to be shared, but in every backup. */
  sensitive: z.optional(z.nullable(z.boolean())),
  /** Of a question from the bank that was asked: it may be suggested again. */
  askAgain: z.optional(z.nullable(z.boolean())),
  order: z._default(z.number(), 0),
});
export type Topic = z.infer<typeof Topic>;
