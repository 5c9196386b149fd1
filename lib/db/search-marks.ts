import type { Table } from "dexie";
import type { Instant } from "@/lib/domain/envelope.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import { searchVersion } from "@/lib/domain/search-version.ts";
import { rowsAtOnce } from "@/lib/domain/work.ts";
import type { MilepostDb } from "./database.ts";
import { docId } from "./search-tables.ts";

/**
 * The tables of records and of the index. Without those of what is being typed: a key must never wait for the index.
 */
export function indexScope(db: MilepostDb): Table[] {
  const records = tableNames.map((name) => db.table(name));
  return [...records, db.searchDocs, db.searchWords, db.searchStale, db.meta];
}

/**
 * Says of records that they are not indexed as they are now: until {@link catchUp} has been there, the search reads
 * them instead. Call inside the transaction that writes them.
 * @param at when they were written, if they may soon be written again
 */
export async function markStale(
  db: MilepostDb,
  records: readonly (readonly [table: TableName, id: string])[],
  at: Instant = 0,
): Promise<void> {
  await db.searchStale.bulkPut(records.map(([table, id]) => ({ id: docId(table, id), at })));
}

/** Of no version of the words. */
const noVersion = 0;

/**
 * Throws the index away, where most of the records are written: whoever searches or catches up next begins it anew, and
 * nobody waits for a mark on each meanwhile. Call inside a transaction over {@link indexScope}.
 */
export async function dropIndex(db: MilepostDb): Promise<void> {
  await clearIndex(db);
  await db.meta.put({ key: "search", version: noVersion });
}

async function clearIndex(db: MilepostDb): Promise<void> {
  await Promise.all([db.searchWords.clear(), db.searchDocs.clear(), db.searchStale.clear()]);
}

/** Call inside a transaction over {@link indexScope}. */
async function beginIndex(db: MilepostDb): Promise<void> {
  await clearIndex(db);
  for (const name of tableNames) {
    const ids = (await db.table(name).toCollection().primaryKeys()) as string[];
    for (let from = 0; from < ids.length; from += rowsAtOnce) {
      await markStale(
        db,
        ids.slice(from, from + rowsAtOnce).map((id) => [name, id] as const),
      );
    }
  }
  await db.meta.put({ key: "search", version: searchVersion, mark: db.newId() });
}

/** Begins the index anew where another version of the words made it, or none: no record is in it then, as is said of each. */
export async function ensureIndex(db: MilepostDb): Promise<void> {
  if ((await markOf(db)) !== null) return;
  await db.transaction("rw", indexScope(db), async () => {
    if ((await markOf(db)) === null) await beginIndex(db);
  });
}

/** Which index it is, with the words of this version: what is not in it is marked stale. `null` where none is begun. */
export async function markOf(db: MilepostDb): Promise<string | null> {
  const begun = await db.metaOf("search");
  return begun?.version === searchVersion ? (begun.mark ?? "") : null;
}

/** Whether anything waits to be indexed. */
export async function isBehind(db: MilepostDb): Promise<boolean> {
  return (await markOf(db)) === null || (await db.searchStale.limit(1).count()) > 0;
}
