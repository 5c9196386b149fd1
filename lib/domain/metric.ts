import * as z from "zod/mini";
import { Day, envelope, Id, Line } from "./envelope.ts";
import { directions } from "./vocabulary.ts";

/** What is counted or measured for a goal: from a baseline to a target, in the direction that is better. */
export const Metric = z.object({
  ...envelope,
  mentorshipId: Id,
  goalId: z.optional(z.nullable(Id)),
  name: Line,
  unit: z._default(Line, ""),
  direction: z._default(z.enum(directions), "higher"),
  baseline: z.optional(z.nullable(z.number())),
  target: z.optional(z.nullable(z.number())),
  targetOn: z.optional(z.nullable(Day)),
  order: z._default(z.number(), 0),
});
export type Metric = z.infer<typeof Metric>;
