import * as z from "zod/mini";
import { Id, Instant } from "./envelope.ts";

/** How many rows there were when last looked at, kept outside the database: a lower bound of what must be there. */
export const Canary = z.object({
  /** Whose database: the writer that it was given with its first write; `null` if there was none. */
  dbId: z.nullable(Id),
  /** Rows by table. */
  counts: z.record(z.string(), z.int()),
  /** The highest place in the change log. */
  lastN: z.int(),
  at: Instant,
  /** Rows are being taken away on purpose: there may be fewer than this. */
  loose: z.optional(z.boolean()),
});
export type Canary = z.infer<typeof Canary>;

/** What a look into the database found. `dbId` is `null` in one that nothing was ever written to. */
export const Found = z.object({
  dbId: z.nullable(Id),
  counts: z.record(z.string(), z.int()),
  lastN: z.int(),
});
export type Found = z.infer<typeof Found>;

/** Emptied: another database than before. Partial: rows are missing. Unopenable: the browser cannot read it at all. */
export const ailments = ["emptied", "partial", "unopenable"] as const;
export type Ailment = (typeof ailments)[number];

/** Something is wrong with the data, and the person has not decided yet. */
export const Recovery = z.object({
  kind: z.enum(ailments),
  foundAt: Instant,
  expected: z.nullable(Canary),
  found: z.nullable(Found),
});
export type Recovery = z.infer<typeof Recovery>;

/** All rows together. */
export function rowsIn(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** What is wrong with a database that opened, `null` if nothing is: it holds at least what the canary knows of. */
export function ailmentOf(canary: Canary | null, found: Found): "emptied" | "partial" | null {
  if (!canary || rowsIn(canary.counts) === 0) return null;
  if (canary.loose) return found.dbId === null ? "emptied" : null;
  if (found.dbId !== canary.dbId) return "emptied";
  const smaller = Object.entries(canary.counts).some(([table, count]) => (found.counts[table] ?? 0) < count);
  return smaller || found.lastN < canary.lastN ? "partial" : null;
}
