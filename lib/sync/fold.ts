import type { Patch } from "@/lib/domain/change.ts";
import type { Stamped } from "@/lib/domain/envelope.ts";
import type { Stamp } from "@/lib/domain/hlc.ts";
import { overtakes } from "@/lib/domain/merge.ts";
import type { Op } from "./op.ts";

export type Row = Stamped & Patch;

/**
 * A row as these edits leave it, in whatever order they come and however often: field by field the
 * latest, with one copy of the row for all of them.
 * @returns the row itself where none is newer
 */
export function foldOps(row: Row | undefined, ops: readonly Op[]): Row | undefined {
  let folded: (Row & { _c: Record<string, Stamp> }) | undefined;
  for (const { id, patch, stamp } of ops) {
    if (!row) folded ??= { id, _c: {} };
    for (const field of Object.keys(patch)) {
      if (field === "id" || field === "_c") continue;
      const value = patch[field];
      const now = folded ?? row;
      const own = now?._c?.[field];
      if (own && !overtakes(stamp, value, own, now?.[field])) continue;
      folded ??= { ...row, id, _c: { ...row?._c } };
      folded[field] = value;
      folded._c[field] = stamp;
    }
  }
  return folded ?? row;
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
