import * as z from "zod/mini";
import { Day, envelope, Id, Line } from "./envelope.ts";
import { stages } from "./vocabulary.ts";

/**
 * What a person did with one item of a checklist of a mentorship: ticked it, put it away, or added it. Items that ship
 * (`lib/content`) have a row once something was done with them; its id is `MENTORSHIP.ITEM`. Dismissed hints and
 * suggestions are kept the same way.
 */
export const Check = z.object({
  ...envelope,
  mentorshipId: Id,
  stage: z.optional(z.nullable(z.enum(stages))),
  /** Key of a shipped item, hint or suggestion; empty for one's own. */
  item: z._default(Line, ""),
  /** The words of one's own item. */
  text: z._default(Line, ""),
  doneOn: z.optional(z.nullable(Day)),
  hidden: z._default(z.boolean(), false),
  order: z._default(z.number(), 0),
});
export type Check = z.infer<typeof Check>;
