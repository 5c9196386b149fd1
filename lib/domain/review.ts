import * as z from "zod/mini";
import { Day, envelope, Id, Rating, Text } from "./envelope.ts";
import { reviewKinds } from "./vocabulary.ts";

/** A look back at a mentorship, kept with its day. Ratings go from 1 to 5; one that is missing is missing. */
export const Review = z.object({
  ...envelope,
  mentorshipId: Id,
  kind: z.enum(reviewKinds),
  on: Day,
  goalsMet: z.optional(z.nullable(Rating)),
  expectationsMet: z.optional(z.nullable(Rating)),
  relationship: z.optional(z.nullable(Rating)),
  lessons: z._default(Text, ""),
  text: z._default(Text, ""),
});
export type Review = z.infer<typeof Review>;
