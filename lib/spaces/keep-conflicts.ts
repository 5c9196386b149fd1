import type { MilepostDb } from "@/lib/db/database.ts";
import { type Change, sameValue } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { historyFields } from "@/lib/domain/history-fields.ts";
import type { TableName } from "@/lib/domain/records.ts";
import type { SyncConflict } from "@/lib/domain/space.ts";
import type { Row } from "@/lib/sync/fold.ts";
import { forksOf } from "./forks.ts";
import { conflictOnTheWay, conflictsTable } from "./ops.ts";

/** Conflicts are kept so long after the edit that lost. */
const keptMs = 90 * 86_400_000;

/** A row after edits came in, with all that is known of it. */
export interface ToCompare {
  table: TableName;
  id: Id;
  log: readonly Change[];
  /** Those that were edited now. */
  fields: ReadonlySet<string>;
  row: Row | undefined;
}

/**
 * Keeps what lost of the edits of rows, as their whole logs tell. One that is no conflict any more goes: the other value
 * was taken, or an edit came that had seen it.
 * @returns how many are new, and were not put away in another browser
 */
export async function keepConflicts(db: MilepostDb, rows: readonly ToCompare[]): Promise<number> {
  const found = new Map<string, SyncConflict>();
  for (const each of rows) {
    for (const field of each.fields) {
      for (const conflict of conflictsOf(each, field, db.now())) found.set(conflict.key, conflict);
    }
  }
  const looked = new Map(rows.map(({ table, id, fields }) => [`${table}/${id}`, fields]));
  const known = await db.conflicts.toArray();
  const over = known.filter(
    ({ table, id, field, key }) => looked.get(`${table}/${id}`)?.has(field) && !found.has(key),
  );
  await db.conflicts.bulkDelete(over.flatMap(({ i }) => i ?? []));
  for (const { key } of known) found.delete(key);
  await db.conflicts.bulkAdd([...found.values()]);
  if (found.size === 0) return 0;
  const away = await conflictsPutAway(db);
  return [...found.values()].filter((conflict) => !away.has(conflictOnTheWay(conflict))).length;
}

function conflictsOf({ table, id, log, row }: ToCompare, field: string, now: number): SyncConflict[] {
  // Texts of notes are put together instead.
  if (!historyFields(table).some((known) => known === field) || (table === "notes" && field === "text"))
    return [];
  return forksOf(log, field).flatMap(({ loser, lost, kept, stands }) => {
    const isOne = sameValue(lost ?? null, row?.[field] ?? stands ?? null);
    if (isOne || loser.at < now - keptMs) return [];
    const key = JSON.stringify([table, id, field, loser.stamp]);
    const { author: by, at } = loser;
    return [{ key, table, id, field, kept, lost, by, writer: loser.stamp[2], at }];
  });
}

/** Those that are too old to be of use, and what was said of them. */
export async function dropOldConflicts(db: MilepostDb): Promise<void> {
  const before = db.now() - keptMs;
  await db.conflicts.where("at").below(before).delete();
  await db.foreign
    .where("table")
    .equals(conflictsTable)
    .and(({ row }) => typeof row["toldAt"] === "number" && row["toldAt"] < before)
    .delete();
}

/** The names of those that were put away, in whatever browser, and by which act; see {@link conflictOnTheWay}. */
export async function conflictsPutAway(db: MilepostDb): Promise<ReadonlyMap<string, Id | null>> {
  const told = await db.foreign.where("table").equals(conflictsTable).toArray();
  const away = told.filter(({ row }) => row["isAway"] === true);
  return new Map(away.map(({ row: { id, by } }) => [id, typeof by === "string" ? by : null]));
}
