import * as z from "zod/mini";
import { Day, envelope, Id, Rating, Text } from "./envelope.ts";
import { reviewKinds } from "./vocabulary.ts";

/**
 * A look back at a mentorship or at one meeting, kept with its day. Ratings go from 1 to 5; one that is missing is
 * missing. How useful a meeting was is a record of its own, since it is nobody else's: the meeting is of both.
 */
export const Review = z.object({
  ...envelope,
  mentorshipId: Id,
  kind: z.enum(reviewKinds),
  on: Day,
  goalsMet: z.optional(z.nullable(Rating)),
  expectationsMet: z.optional(z.nullable(Rating)),
  relationship: z.optional(z.nullable(Rating)),
  /** Of one meeting: how useful it was. */
  meetingId: z.optional(z.nullable(Id)),
  useful: z.optional(z.nullable(Rating)),
  lessons: z._default(Text, ""),
  text: z._default(Text, ""),
});
export type Review = z.infer<typeof Review>;
