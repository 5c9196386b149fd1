import type { Patch } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { TableName } from "@/lib/domain/records.ts";
import { type SearchDocument, searchDocument } from "@/lib/domain/search-document.ts";
import type { Condition } from "@/lib/domain/search-query.ts";
import { hasWords } from "@/lib/domain/search-match.ts";
import type { MilepostDb } from "./database.ts";
import { rowsOf } from "./search-catch-up.ts";
import { type DocSet, numbersIn, sizeOf } from "./search-sets.ts";
import { recordOf } from "./search-tables.ts";

/** A record that was found. */
export interface Hit {
  table: TableName;
  id: Id;
  row: Patch;
  document: SearchDocument;
}

export interface Group {
  table: TableName;
  /** The latest first. */
  hits: Hit[];
  /** How many there are; `null` where only reading all would tell, then there may be more than are listed. */
  total: number | null;
}

/** A group on its way: its records are read until there are enough. */
export interface Reading {
  group: Group;
  limit: number;
  /** What must be read to know whether it stands in a record. */
  look: readonly Condition[];
  numbers: Iterator<number>;
  left: number;
}

export function readingOf(
  table: TableName,
  docs: DocSet,
  look: readonly Condition[],
  limit: number,
): Reading {
  const size = sizeOf(docs);
  return { group: { table, hits: [], total: size }, limit, look, numbers: numbersIn(docs), left: size };
}

/** There is nothing more to read, or enough was found. */
export function isRead({ group, limit, left }: Reading): boolean {
  return left === 0 || group.hits.length >= limit;
}

/** Reads up to `count` more records of a group. Call inside a transaction. */
export async function readOn(db: MilepostDb, reading: Reading, count: number): Promise<void> {
  const { group, limit, look } = reading;
  const page: number[] = [];
  const wanted = look.length > 0 ? count : Math.min(count, limit - group.hits.length);
  while (page.length < wanted) {
    const next = reading.numbers.next();
    if (next.done) break;
    page.push(next.value);
  }
  if (page.length < wanted) reading.left = page.length;
  reading.left -= page.length;
  const read = await hitsOf(db, page);
  const found = look.length > 0 ? read.filter(({ document }) => hasWords(document, look)) : read;
  group.hits.push(...found);
  if (group.total !== null) group.total -= page.length - found.length;
  if (look.length > 0 && reading.left > 0) group.total = null;
  else if (group.total === null) group.total = group.hits.length;
}

/** Without those that were written since they were indexed: they are read by themselves. */
async function hitsOf(db: MilepostDb, numbers: readonly number[]): Promise<Hit[]> {
  const docs = await db.searchDocs.bulkGet([...numbers]);
  const ids = docs.flatMap((doc) => doc?.id ?? []);
  const [rows, stale] = await Promise.all([rowsOf(db, ids), db.searchStale.bulkGet(ids)]);
  const timeZone = Temporal.Now.timeZoneId();
  return ids.flatMap((id, index) => {
    const row = rows.get(id);
    return row && !stale[index] ? hitFrom(id, row, timeZone) : [];
  });
}

export function hitFrom(id: string, row: Patch, timeZone: string): Hit {
  const [table, key] = recordOf(id);
  return { table, id: key, row, document: searchDocument(table, row, timeZone) };
}
