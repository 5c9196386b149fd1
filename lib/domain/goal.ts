import * as z from "zod/mini";
import { Day, envelope, Id, Line, Text } from "./envelope.ts";

export const GoalStatus = z.enum(["open", "reached", "dropped"]);
export type GoalStatus = z.infer<typeof GoalStatus>;

export const Goal = z.object({
  ...envelope,
  mentorshipId: Id,
  title: Line,
  why: z.optional(z.nullable(Text)),
  status: z._default(GoalStatus, "open"),
  dueOn: z.optional(z.nullable(Day)),
  /** Rank among the goals of a mentorship, ascending. */
  order: z._default(z.number(), 0),
});
export type Goal = z.infer<typeof Goal>;
