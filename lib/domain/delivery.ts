import * as z from "zod/mini";
import { Id, Instant } from "./envelope.ts";

/** The ledger of what was announced, so that nothing is announced twice. Local to this browser. */
export const Delivery = z.object({
  /** `rem:RECORD:OCCURRENCE`, also the id of the notification. */
  id: Id,
  /** The notification that tells of it: its own id, or that of the one it was grouped in. */
  noticeId: Id,
  dueAt: Instant,
  claimedAt: Instant,
  /** Shown by the system, or only counted on the badge because notifications are off. */
  state: z.enum(["claimed", "shown", "badge"]),
  /** What it is of, so that a click on the notification finds its way. Rows of earlier versions lack it. */
  kind: z.optional(z.string()),
  recordId: z.optional(Id),
  occurrence: z.optional(z.string()),
  mentorshipId: z.optional(z.nullable(Id)),
});
export type Delivery = z.infer<typeof Delivery>;
