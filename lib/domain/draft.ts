import * as z from "zod/mini";
import { Id, Instant } from "./envelope.ts";

/**
 * What stands in a capture line and was not added yet. Kept from the first key, since a popup dies at any click
 * beside it. Local to this browser: not a record of the mentorship, so neither logged nor synced.
 */
export const Draft = z.object({
  /** Where it is typed: `popup`, `workspace`, or the id of a meeting. */
  id: Id,
  kind: z.string(),
  text: z.string(),
  updatedAt: Instant,
});
export type Draft = z.infer<typeof Draft>;
