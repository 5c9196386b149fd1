import * as z from "zod/mini";
import { Day, envelope, Id, Line, Text } from "./envelope.ts";
import { expectationStates } from "./vocabulary.ts";

/** What each of the two expects in one respect, side by side, and whether that fits together. */
export const Expectation = z.object({
  ...envelope,
  mentorshipId: Id,
  about: Line,
  /** Whom it is expected of, where it was noted down as one sentence: "I expect …" */
  of: z.optional(z.nullable(z.enum(["me", "them"]))),
  mine: z._default(Text, ""),
  theirs: z._default(Text, ""),
  state: z._default(z.enum(expectationStates), "open"),
  reviewedOn: z.optional(z.nullable(Day)),
  order: z._default(z.number(), 0),
});
export type Expectation = z.infer<typeof Expectation>;
