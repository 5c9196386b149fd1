import * as z from "zod/mini";
import { Day, envelope, Id, Line, Percent, Rating, Text } from "./envelope.ts";
import { goalKinds, horizons, progressSources } from "./vocabulary.ts";

export const GoalStatus = z.enum(["open", "reached", "dropped"]);
export type GoalStatus = z.infer<typeof GoalStatus>;

/**
 * Where a mentorship is going, in one respect. What came after the first version is optional: rows are read as they are,
 * and older ones do not have it.
 */
export const Goal = z.object({
  ...envelope,
  mentorshipId: Id,
  title: Line,
  why: z.optional(z.nullable(Text)),
  status: z._default(GoalStatus, "open"),
  startsOn: z.optional(z.nullable(Day)),
  dueOn: z.optional(z.nullable(Day)),
  /** Without one it follows from the due date; see `horizonOf`. */
  horizon: z.optional(z.nullable(z.enum(horizons))),
  kind: z.optional(z.nullable(z.enum(goalKinds))),
  /** The outcome that can be shown. */
  outcome: z.optional(z.nullable(Text)),
  /** How it is measured, in words; numbers are kept as metrics. */
  measure: z.optional(z.nullable(Text)),
  strategy: z.optional(z.nullable(Text)),
  /** How progress will be shown. */
  showBy: z.optional(z.nullable(Text)),
  /** The mentor's view: how realistic, how important, and a word about it, given in the meeting `ratedInId`. */
  realism: z.optional(z.nullable(Rating)),
  priority: z.optional(z.nullable(Rating)),
  ratingNote: z.optional(z.nullable(Text)),
  ratedInId: z.optional(z.nullable(Id)),
  /** Both agreed on it on this day. What was edited after that edit of this field is "changed since agreed". */
  agreedOn: z.optional(z.nullable(Day)),
  progressBy: z.optional(z.nullable(z.enum(progressSources))),
  /** By hand, with what the person says about it. */
  progressPercent: z.optional(z.nullable(Percent)),
  progressNote: z.optional(z.nullable(Text)),
  /** When it is to be looked at again. */
  reviewOn: z.optional(z.nullable(Day)),
  skillIds: z.optional(z.nullable(z.array(Id))),
  /** The name of the template that it came from. */
  template: z.optional(z.nullable(Line)),
  /** Rank among the goals of a mentorship, ascending. */
  order: z._default(z.number(), 0),
});
export type Goal = z.infer<typeof Goal>;
