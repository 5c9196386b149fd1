import * as z from "zod/mini";
import { Day, envelope, Id, Line } from "./envelope.ts";

export const Stage = z.enum(["prepare", "initiation", "cultivation", "separation", "redefinition"]);
export type Stage = z.infer<typeof Stage>;

/** A stay in a stage. Going back is a new visit, so the list is the whole walk, oldest first. */
export const StageVisit = z.object({ stage: Stage, fromOn: Day, why: z.optional(Line) });
export type StageVisit = z.infer<typeof StageVisit>;

/** What the user is in this mentorship. The same person may be mentee in one and mentor in another. */
export const Role = z.enum(["mentee", "mentor", "both"]);
export type Role = z.infer<typeof Role>;

/** How often the two meet. A monthly cadence keeps the day of month, or the month's last day where it is shorter. */
export const Cadence = z.object({
  every: z.int().check(z.minimum(1), z.maximum(52)),
  unit: z.enum(["week", "month"]),
});
export type Cadence = z.infer<typeof Cadence>;

export const Mentorship = z.object({
  ...envelope,
  role: Role,
  meId: Id,
  partnerId: Id,
  destination: z._default(Line, ""),
  visits: z.array(StageVisit),
  startsOn: Day,
  endsOn: z.optional(z.nullable(Day)),
  cadence: z.optional(z.nullable(Cadence)),
  roomUrl: z.optional(z.nullable(z.string())),
  roomKey: z.optional(z.nullable(z.string())),
});
export type Mentorship = z.infer<typeof Mentorship>;
