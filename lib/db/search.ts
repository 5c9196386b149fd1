import type { TableName } from "@/lib/domain/records.ts";
import { mark } from "@/lib/domain/search-document.ts";
import { type MarkFilter, matches, needsALook, termsOf, type Wanted } from "@/lib/domain/search-match.ts";
import { isEmptyQuery, type SearchQuery } from "@/lib/domain/search-query.ts";
import type { MilepostDb } from "./database.ts";
import { rowsOf } from "./search-catch-up.ts";
import { type Group, hitFrom, isRead, type Reading, readingOf, readOn } from "./search-groups.ts";
import { ensureIndex, indexScope, markOf } from "./search-marks.ts";
import { both, docsBetween, type DocSet, docsWith, without } from "./search-sets.ts";
import { wantedFrom } from "./search-wanted.ts";

export interface Found {
  groups: Group[];
  /** Records that were not indexed yet and are still to be read. */
  toRead: number;
}

export interface SearchOptions {
  /** How many of each table to list. */
  limit: (table: TableName) => number;
  signal?: AbortSignal | undefined;
  /** Only these tables. */
  tables?: readonly TableName[];
}

/** Groups are listed in this order: what things are about first, then what was said. */
const searchTables: readonly TableName[] = [
  "people",
  "mentorships",
  "goals",
  "milestones",
  "meetings",
  "notes",
  "pictures",
  "entries",
  "topics",
  "commitments",
  "evidence",
  "metrics",
  "measurements",
  "skills",
  "inventory",
  "checks",
  "expectations",
  "agreements",
  "resources",
  "activities",
  "reviews",
  "templates",
  "reminders",
  "questions",
  "shared",
];

/** So many records of a group are read at once to see whether a phrase stands in them. */
const firstRead = 60;
const readAtOnce = 400;

/**
 * Looks for records. What the index knows comes at once. What only reading can tell (where a phrase stands; what was just
 * written, or all while the index is being made) is read after that, some hundred records at a time, and comes with
 * each further value. The last value is all there is.
 * @throws the reason of `options.signal`
 */
export async function* searchRecords(
  db: MilepostDb,
  query: SearchQuery,
  options: SearchOptions,
): AsyncGenerator<Found> {
  if (isEmptyQuery(query)) {
    yield { groups: [], toRead: 0 };
    return;
  }
  const { index, wanted, readings, stale } = await begun(db, query, options);
  const groups = new Map(readings.map(({ group }) => [group.table, group]));
  const found = (toRead: number): Found => ({
    groups: searchTables.flatMap((table) => {
      const group = groups.get(table);
      return group && group.hits.length > 0
        ? { ...group, hits: group.hits.slice(0, options.limit(table)) }
        : [];
    }),
    toRead,
  });
  for (let read = 0; ;) {
    options.signal?.throwIfAborted();
    const unread = readings.filter((reading) => !isRead(reading));
    const toRead = stale.length - read + unread.reduce((sum, { left }) => sum + left, 0);
    yield found(toRead);
    if (toRead === 0) return;
    const isThere = await db.transaction("r", indexScope(db), async () => {
      if ((await markOf(db)) !== index) return false;
      for (const reading of unread) await readOn(db, reading, readAtOnce);
      await readStale(db, wanted, stale.slice(read, read + readAtOnce), groups, options);
      return true;
    });
    if (!isThere) {
      // It was thrown away meanwhile, and its numbers say nothing in another one.
      yield* searchRecords(db, query, options);
      return;
    }
    read = Math.min(stale.length, read + readAtOnce);
  }
}

interface Begun {
  /** See {@link markOf}. */
  index: string;
  wanted: Wanted;
  readings: Reading[];
  /** `TABLE/ID`s of what is not indexed. */
  stale: string[];
}

/** What the index knows. Should it be thrown away in the meantime, it is begun once more. */
async function begun(db: MilepostDb, query: SearchQuery, options: SearchOptions): Promise<Begun> {
  for (;;) {
    await ensureIndex(db);
    options.signal?.throwIfAborted();
    const found = await db.transaction("r", indexScope(db), async (): Promise<Begun | null> => {
      const index = await markOf(db);
      if (index === null) return null;
      const wanted = await wantedFrom(db, query);
      const [readings, stale] = await Promise.all([
        fromIndex(db, wanted, options),
        db.searchStale.toCollection().primaryKeys(),
      ]);
      return { index, wanted, readings, stale };
    });
    if (found) return found;
  }
}

async function fromIndex(db: MilepostDb, wanted: Wanted, options: SearchOptions): Promise<Reading[]> {
  const [must, hidden] = await Promise.all([
    Promise.all([
      ...wanted.conditions.flatMap((condition) => termsOf(condition).map((term) => docsWith(db, [term]))),
      ...wanted.filters.map((filter) => docsOfFilter(db, filter)),
    ]),
    docsWith(
      db,
      wanted.without.map((word) => ({ word, prefix: false })),
    ),
  ]);
  // Those in the fewest blocks first, so that little is left to go through.
  const [first, ...rest] = must.toSorted((a, b) => a.size - b.size);
  const docs = without(rest.reduce(both, first ?? new Map()), hidden);
  if (docs.size === 0) return [];
  const look = wanted.conditions.filter(needsALook);
  const readings = await Promise.all(
    (options.tables ?? searchTables).map(async (table) => {
      const ofTable = both(docs, await docsWith(db, [{ word: mark("table", table), prefix: false }]));
      const reading = readingOf(table, ofTable, look, options.limit(table));
      while (!isRead(reading) && (look.length === 0 || reading.left === reading.group.total)) {
        await readOn(db, reading, firstRead);
      }
      return reading;
    }),
  );
  return readings;
}

function docsOfFilter(db: MilepostDb, filter: MarkFilter): Promise<DocSet> {
  if (!("days" in filter)) return docsWith(db, filter.anyOf);
  return docsBetween(db, mark("day", filter.days.from), mark("day", filter.days.to));
}

/** Reads records that are not indexed, and adds those that match. Call inside a transaction. */
async function readStale(
  db: MilepostDb,
  wanted: Wanted,
  ids: readonly string[],
  groups: Map<TableName, Group>,
  options: SearchOptions,
): Promise<void> {
  const timeZone = Temporal.Now.timeZoneId();
  for (const [id, row] of await rowsOf(db, ids)) {
    const hit = hitFrom(id, row, timeZone);
    if (options.tables && !options.tables.includes(hit.table)) continue;
    if (!matches(hit.document, wanted)) continue;
    const group = groups.get(hit.table) ?? { table: hit.table, hits: [], total: 0 };
    groups.set(hit.table, group);
    if (group.hits.length < options.limit(hit.table)) group.hits.push(hit);
    if (group.total !== null) group.total += 1;
  }
}
