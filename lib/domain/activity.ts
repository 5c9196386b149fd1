import * as z from "zod/mini";
import { Day, envelope, Id, Line, Text } from "./envelope.ts";
import { activityKinds, workStates } from "./vocabulary.ts";

/** A piece of practice with a day: what is done between two meetings to get nearer to a goal. */
export const Activity = z.object({
  ...envelope,
  mentorshipId: Id,
  title: Line,
  kind: z._default(z.enum(activityKinds), "practice"),
  goalId: z.optional(z.nullable(Id)),
  startsOn: z.optional(z.nullable(Day)),
  state: z._default(z.enum(workStates), "toDo"),
  /** What came of it, or what to look at while doing it. */
  text: z.optional(z.nullable(Text)),
  /** The suggestion that it came from. */
  suggestion: z.optional(z.nullable(Line)),
});
export type Activity = z.infer<typeof Activity>;
