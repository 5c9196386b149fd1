import * as z from "zod/mini";
import { Day, envelope, Id, Instant, Line } from "./envelope.ts";

/** The four phases of growing into something, in walking order. */
export const phases = ["discovery", "practice", "feedback", "mastery"] as const;
export const Phase = z.enum(phases);
export type Phase = z.infer<typeof Phase>;

export const MilestoneStatus = z.enum(["open", "reached", "dropped"]);
export type MilestoneStatus = z.infer<typeof MilestoneStatus>;

/** Who does it, seen from the user. */
export const Owner = z.enum(["me", "them", "both"]);
export type Owner = z.infer<typeof Owner>;

export const Milestone = z.object({
  ...envelope,
  mentorshipId: Id,
  goalId: Id,
  title: Line,
  phase: z._default(Phase, "discovery"),
  dueOn: z.optional(z.nullable(Day)),
  owner: z._default(Owner, "me"),
  status: z._default(MilestoneStatus, "open"),
  reachedAt: z.optional(z.nullable(Instant)),
  /** Not shown as due before this instant. */
  snoozedUntilAt: z.optional(z.nullable(Instant)),
  order: z._default(z.number(), 0),
});
export type Milestone = z.infer<typeof Milestone>;
