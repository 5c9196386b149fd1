import * as z from "zod/mini";
import { Day, envelope, Id, Line, Rating } from "./envelope.ts";

/**
 * A competency: how much is needed for the role one wants, and how much is there, rated at the start, in the middle and
 * at the end. 1 is new to me, 5 could teach it. A rating that is missing is missing, not 0.
 */
export const Skill = z.object({
  ...envelope,
  /** Empty: for all mentorships. */
  mentorshipId: z.optional(z.nullable(Id)),
  name: Line,
  needed: z.optional(z.nullable(Rating)),
  start: z.optional(z.nullable(Rating)),
  startOn: z.optional(z.nullable(Day)),
  middle: z.optional(z.nullable(Rating)),
  middleOn: z.optional(z.nullable(Day)),
  end: z.optional(z.nullable(Rating)),
  endOn: z.optional(z.nullable(Day)),
  order: z._default(z.number(), 0),
});
export type Skill = z.infer<typeof Skill>;
