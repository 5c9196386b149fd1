import type { Stamp } from "@/lib/domain/hlc.ts";
import { compareStamps, mayLead } from "@/lib/domain/hlc.ts";

/** One edit: what some fields of one row were set to, in one go. Tables and fields mean nothing here. */
export interface Op {
  table: string;
  id: string;
  patch: Readonly<Record<string, unknown>>;
  stamp: Stamp;
  /** For each field that was there before, the stamp that this edit overwrote: what its author had seen. */
  base: Readonly<Record<string, Stamp>>;
  /** What the application remembers of the edit; passed on as it is. */
  note?: unknown;
  /** Whose batch it came in: a writer of the engine. Not on the way. */
  readonly sender?: string;
}

/** The same edit has the same key in every browser. */
export function opKey({ table, id, stamp, patch }: Op): string {
  return JSON.stringify([table, id, stamp, Object.keys(patch).toSorted()]);
}

/** The latest of what the edits carry, for the clock: what is written here next comes after all that is seen. */
export function latestStamp(ops: readonly Op[]): Stamp | undefined {
  let latest: Stamp | undefined;
  for (const { stamp } of ops)
    if (mayLead(stamp) && (!latest || compareStamps(stamp, latest) > 0)) latest = stamp;
  return latest;
}
