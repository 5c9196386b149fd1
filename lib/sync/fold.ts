import type { Patch } from "@/lib/domain/change.ts";
import type { Stamped } from "@/lib/domain/envelope.ts";
import type { Stamp } from "@/lib/domain/hlc.ts";
import { mergeRows } from "@/lib/domain/merge.ts";
import type { Op } from "./op.ts";

export type Row = Stamped & Patch;

/** A row as these edits leave it, in whatever order they come and however often. */
export function foldOps(row: Row | undefined, ops: readonly Op[]): Row | undefined {
  let folded = row;
  for (const op of ops) {
    const stamps = Object.fromEntries(
      Object.keys(op.patch).map((field): [string, Stamp] => [field, op.stamp]),
    );
    const edit: Row = { ...op.patch, id: op.id, _c: stamps };
    folded = folded ? mergeRows(folded, edit) : edit;
  }
  return folded;
}

/** A row as edits that make it, where no log tells of them: one for each stamp, with nothing said of what they overwrote. */
export function opsOfRow(table: string, row: Row): Op[] {
  const byStamp = new Map<string, Op & { patch: Record<string, unknown> }>();
  for (const [field, stamp] of Object.entries(row._c ?? {})) {
    const key = JSON.stringify(stamp);
    const op = byStamp.get(key) ?? { table, id: row.id, patch: {}, stamp, base: {} };
    op.patch[field] = row[field] ?? null;
    byStamp.set(key, op);
  }
  return [...byStamp.values()];
}
