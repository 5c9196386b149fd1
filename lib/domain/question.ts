import * as z from "zod/mini";
import { envelope, Line } from "./envelope.ts";

/**
 * A question of the person's own in the bank, or what became of one that ships (`lib/content`): other words, tags, put
 * away. That one's id is `question.KEY`. Whether it was asked is no field: the topics of a mentorship tell.
 */
export const Question = z.object({
  ...envelope,
  text: Line,
  /** The key of a set that ships, or the name of one's own. */
  set: Line,
  tags: z._default(z.array(Line), []),
  /** To be asked with care, and meant for the two alone. */
  sensitive: z._default(z.boolean(), false),
  hidden: z._default(z.boolean(), false),
  order: z._default(z.number(), 0),
});
export type Question = z.infer<typeof Question>;
