import * as z from "zod/mini";
import { Day, envelope, Id, Instant, Line, Text } from "./envelope.ts";
import { owners, phases } from "./vocabulary.ts";

export const MilestoneStatus = z.enum(["open", "reached", "dropped"]);
export type MilestoneStatus = z.infer<typeof MilestoneStatus>;

/** A step of the plan that leads to a goal: small or large, it stands on the trail. */
export const Milestone = z.object({
  ...envelope,
  mentorshipId: Id,
  goalId: Id,
  title: Line,
  phase: z._default(z.enum(phases), "discovery"),
  dueOn: z.optional(z.nullable(Day)),
  owner: z._default(z.enum(owners), "me"),
  status: z._default(MilestoneStatus, "open"),
  /** Since when it stands in its phase, where it was moved there. */
  phaseOn: z.optional(z.nullable(Day)),
  must: z.optional(z.nullable(z.boolean())),
  tags: z.optional(z.nullable(z.array(Line))),
  /** The person is honest about it: this part of the plan is weak. */
  needsWork: z.optional(z.nullable(z.boolean())),
  /** The checkpoint when it was reached: what worked, what did not, what to adjust. */
  worked: z.optional(z.nullable(Text)),
  didNot: z.optional(z.nullable(Text)),
  adjust: z.optional(z.nullable(Text)),
  reachedAt: z.optional(z.nullable(Instant)),
  /** Not shown as due before this instant. */
  snoozedUntilAt: z.optional(z.nullable(Instant)),
  order: z._default(z.number(), 0),
});
export type Milestone = z.infer<typeof Milestone>;
