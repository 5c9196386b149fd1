import * as z from "zod/mini";
import { EditStamp, EditStamps, Id, Instant } from "./envelope.ts";
import { tableNames } from "./records.ts";

/** An entry of the change log as it comes from outside; see {@link ./change.ts}, which the popup loads without this. */
export const LoggedChange = z.object({
  /** Small enough that the database can count on from it for ever. */
  n: z.int().check(z.minimum(1), z.maximum(1_000_000_000_000)),
  table: z.enum(tableNames as [string, ...string[]]),
  id: Id,
  space: z.string(),
  patch: z.record(z.string(), z.unknown()),
  stamp: EditStamp,
  base: EditStamps,
  act: Id,
  did: z.string(),
  why: z.optional(z.string()),
  undoes: z.optional(Id),
  author: Id,
  at: Instant,
});
