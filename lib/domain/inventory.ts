import * as z from "zod/mini";
import { Day, envelope, Id, Line } from "./envelope.ts";
import { inventoryKinds } from "./vocabulary.ts";

/**
 * One line of what people note down before they meet: a strength, a need, something to offer. Entered once for all
 * mentorships (`mentorshipId` is empty); a line of one mentorship may stand in the place of a general one, or hide it.
 */
export const InventoryItem = z.object({
  ...envelope,
  mentorshipId: z.optional(z.nullable(Id)),
  kind: z.enum(inventoryKinds),
  text: Line,
  /** The general line whose place this one takes in its mentorship. */
  replacesId: z.optional(z.nullable(Id)),
  /** With `replacesId`: the general line does not count in this mentorship. */
  hidden: z._default(z.boolean(), false),
  /** Of an idea for rapport: when it was used, and in which meeting. */
  usedOn: z.optional(z.nullable(Day)),
  usedInId: z.optional(z.nullable(Id)),
  /** Of an outcome: the goal that it belongs to. */
  goalId: z.optional(z.nullable(Id)),
  /** What was made of it: a goal, a resource, a promise, an activity. */
  becameTable: z.optional(z.nullable(Line)),
  becameId: z.optional(z.nullable(Id)),
  order: z._default(z.number(), 0),
});
export type InventoryItem = z.infer<typeof InventoryItem>;
