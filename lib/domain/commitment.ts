import * as z from "zod/mini";
import { Day, envelope, Id, Instant, Line, Text } from "./envelope.ts";
import { owners } from "./vocabulary.ts";

/**
 * `proposed`: taken down during a call and not confirmed at its wrap-up yet; it is never due and reminds of nothing.
 */
export const CommitmentStatus = z.enum(["proposed", "open", "done", "dropped"]);
export type CommitmentStatus = z.infer<typeof CommitmentStatus>;

/** Who promised what by when. */
export const Commitment = z.object({
  ...envelope,
  mentorshipId: z.optional(z.nullable(Id)),
  title: Line,
  owner: z._default(z.enum(owners), "me"),
  must: z._default(z.boolean(), true),
  dueOn: z.optional(z.nullable(Day)),
  status: z._default(CommitmentStatus, "open"),
  doneAt: z.optional(z.nullable(Instant)),
  /** What came of it, to report back. */
  result: z.optional(z.nullable(Text)),
  /** The record that it follows from, such as a piece of advice. */
  fromTable: z.optional(z.nullable(Line)),
  fromId: z.optional(z.nullable(Id)),
  snoozedUntilAt: z.optional(z.nullable(Instant)),
  meetingId: z.optional(z.nullable(Id)),
  atSeconds: z.optional(z.nullable(z.int())),
  /** Read from notes that are meant for nobody else: it stays out of what is copied. */
  confidential: z.optional(z.nullable(z.boolean())),
  /** The line of the notes that it was read from, as it was written. */
  source: z.optional(z.nullable(Line)),
});
export type Commitment = z.infer<typeof Commitment>;
