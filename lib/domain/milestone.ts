import * as z from "zod/mini";
import { Day, envelope, Id, Instant, Line } from "./envelope.ts";
import { owners, phases } from "./vocabulary.ts";

export const MilestoneStatus = z.enum(["open", "reached", "dropped"]);
export type MilestoneStatus = z.infer<typeof MilestoneStatus>;

export const Milestone = z.object({
  ...envelope,
  mentorshipId: Id,
  goalId: Id,
  title: Line,
  phase: z._default(z.enum(phases), "discovery"),
  dueOn: z.optional(z.nullable(Day)),
  owner: z._default(z.enum(owners), "me"),
  status: z._default(MilestoneStatus, "open"),
  reachedAt: z.optional(z.nullable(Instant)),
  /** Not shown as due before this instant. */
  snoozedUntilAt: z.optional(z.nullable(Instant)),
  order: z._default(z.number(), 0),
});
export type Milestone = z.infer<typeof Milestone>;
