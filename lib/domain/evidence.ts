import * as z from "zod/mini";
import { Day, envelope, Id, Line } from "./envelope.ts";
import { evidenceKinds } from "./vocabulary.ts";

/** What shows that a goal or one of its milestones came true: words, a link, the name of a file, a value. */
export const Evidence = z.object({
  ...envelope,
  mentorshipId: Id,
  goalId: Id,
  milestoneId: z.optional(z.nullable(Id)),
  kind: z._default(z.enum(evidenceKinds), "text"),
  text: Line,
  url: z.optional(z.nullable(z.string())),
  on: z.optional(z.nullable(Day)),
  /** The meeting in whose notes it was found. */
  meetingId: z.optional(z.nullable(Id)),
  metricId: z.optional(z.nullable(Id)),
});
export type Evidence = z.infer<typeof Evidence>;
