import type { Change, Patch } from "./change.ts";
import type { Id, Stamped } from "./envelope.ts";
import { compareStamps, type Stamp } from "./hlc.ts";
import { overtakes } from "./merge.ts";
import type { TableName } from "./records.ts";

/** A row as the change log tells of it. */
export interface Replayed {
  table: TableName;
  row: Stamped & Patch;
}

/**
 * The rows that follow from a change log, by `TABLE/ID`. Each field has the value of its latest edit, so the order in
 * which entries arrived (from a backup, from another browser) does not matter.
 * @param until leaves out what was edited later, for a look at an earlier state
 */
export function replay(log: Iterable<Change>, until?: Stamp): Map<string, Replayed> {
  const rows = new Map<string, Replayed>();
  for (const change of log) {
    if (until && compareStamps(change.stamp, until) > 0) continue;
    const key = rowKey(change.table, change.id);
    const known = rows.get(key);
    const clocks = known?.row._c ?? {};
    const row: Stamped & Patch = known?.row ?? { id: change.id, _c: clocks };
    for (const [field, value] of Object.entries(change.patch)) {
      const stamp = clocks[field];
      if (stamp && !overtakes(change.stamp, value, stamp, row[field])) continue;
      row[field] = value;
      clocks[field] = change.stamp;
    }
    if (!known) rows.set(key, { table: change.table, row });
  }
  return rows;
}

/** The last stamp of a moment: everything stamped at or before it happened by then. `at` is epoch ms. */
export function endOfMoment(at: number): Stamp {
  return [at, Number.MAX_SAFE_INTEGER, "\u{10ffff}"];
}

export function rowKey(table: TableName, id: Id): string {
  return `${table}/${id}`;
}
