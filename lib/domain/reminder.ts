import * as z from "zod/mini";
import { Day, envelope, Id, Instant, Line, TimeOfDay } from "./envelope.ts";
import { longestLead } from "./limits.ts";

/**
 * What the person said about reminders. `own`: one that they asked for, on a record or by itself. `answer`: what they
 * said to one that follows from the records and has no field of its own for that; its id is made of the occurrence.
 */
export const Reminder = z.object({
  ...envelope,
  // An answer's is made of the ids of a record and of a moment.
  id: z.string().check(z.minLength(1), z.maxLength(500)),
  mentorshipId: z.optional(z.nullable(Id)),
  kind: z._default(z.enum(["own", "answer"]), "own"),
  status: z._default(z.enum(["open", "done"]), "open"),
  aboutTable: z.optional(z.nullable(Line)),
  aboutId: z.optional(z.nullable(Id)),
  /** What it says, in the person's words. */
  text: z._default(Line, ""),
  /** So many minutes before the moment of the record; or, without it, at a time of a day. */
  beforeMinutes: z.optional(z.nullable(z.int().check(z.minimum(0), z.maximum(longestLead)))),
  /** A civil time: without a zone it goes where the person goes. */
  on: z.optional(z.nullable(Day)),
  time: z.optional(z.nullable(TimeOfDay)),
  timeZone: z.optional(z.nullable(Line)),
  /** Comes again after so many of `unit`. */
  every: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(365)))),
  unit: z.optional(z.nullable(z.enum(["day", "week", "month"]))),
  urgent: z.optional(z.nullable(z.boolean())),
  /** Of one that comes again: everything up to this instant is done. */
  doneThroughAt: z.optional(z.nullable(Instant)),
  snoozedUntilAt: z.optional(z.nullable(Instant)),
});
export type Reminder = z.infer<typeof Reminder>;
