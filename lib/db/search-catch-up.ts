import type { Patch } from "@/lib/domain/change.ts";
import type { Stamped } from "@/lib/domain/envelope.ts";
import { lengthOf, type SearchDocument, searchDocument } from "@/lib/domain/search-document.ts";
import type { Work } from "@/lib/domain/work.ts";
import { breathe } from "@/lib/formats/breathe.ts";
import type { MilepostDb } from "./database.ts";
import { putInIndex, takeOutOfIndex } from "./search-index.ts";
import { ensureIndex, indexScope } from "./search-marks.ts";
import { recordOf } from "./search-tables.ts";

/** One transaction takes about so long, on any machine: whoever writes or reads meanwhile waits for no longer. */
const pieceMs = 200;
const leastAtOnce = 25;
const mostAtOnce = 2_000;
/** Characters, so that long notes make a piece of their own. */
const charactersAtOnce = 300_000;
/** What was written within this time may be written again in a second. */
const quietMs = 5_000;

/**
 * Indexes what is marked as not indexed, in pieces; being cut off between two of them loses nothing. Of several windows
 * one does it.
 * @throws the reason of `work.signal`
 */
export async function catchUp(db: MilepostDb, work: Work = {}): Promise<void> {
  await navigator.locks.request(`${db.name}-search`, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    await ensureIndex(db);
    const total = await db.searchStale.count();
    let after = "";
    let size = leastAtOnce;
    let done = 0;
    while (true) {
      const startedAt = performance.now();
      const piece = await nextPiece(db, after, size);
      if (!piece) return;
      const share = pieceMs / Math.max(1, performance.now() - startedAt);
      size = Math.round(Math.min(mostAtOnce, Math.max(leastAtOnce, size * Math.min(2, share))));
      after = piece.last;
      done += piece.count;
      work.onProgress?.(Math.min(1, done / Math.max(1, total)));
      await breathe(work.signal);
    }
  });
}

/** @returns how far it came; `null` at the end */
function nextPiece(
  db: MilepostDb,
  after: string,
  size: number,
): Promise<{ last: string; count: number } | null> {
  return db.transaction("rw", indexScope(db), async () => {
    const marked = await db.searchStale.where("id").above(after).limit(size).toArray();
    if (marked.length === 0) return null;
    const now = db.now();
    const timeZone = Temporal.Now.timeZoneId();
    const quiet = marked.filter(({ at }) => Math.abs(now - at) >= quietMs);
    const rows = await rowsOf(
      db,
      quiet.map(({ id }) => id),
    );
    const documents: SearchDocument[] = [];
    const gone: ReturnType<typeof recordOf>[] = [];
    let characters = 0;
    let { id: last } = marked.at(-1) ?? { id: after };
    for (const { id } of quiet) {
      const [table] = recordOf(id);
      const row = rows.get(id);
      const document = row && searchDocument(table, row, timeZone);
      if (document) documents.push(document);
      else gone.push(recordOf(id));
      characters += document ? lengthOf(document) : 0;
      if (characters < charactersAtOnce) continue;
      last = id;
      break;
    }
    await putInIndex(db, documents);
    if (gone.length > 0) await takeOutOfIndex(db, gone);
    return { last, count: documents.length + gone.length };
  });
}

/** The rows of `TABLE/ID`s that are there. */
export async function rowsOf(db: MilepostDb, ids: readonly string[]): Promise<Map<string, Stamped & Patch>> {
  const byTable = Map.groupBy(ids, (id) => recordOf(id)[0]);
  const found = new Map<string, Stamped & Patch>();
  const known = new Set(db.tables.map(({ name }) => name));
  await Promise.all(
    [...byTable].map(async ([table, of]) => {
      if (!known.has(table)) return;
      const rows = await db.table<Stamped & Patch>(table).bulkGet(of.map((id) => recordOf(id)[1]));
      for (const [index, row] of rows.entries()) if (row) found.set(of[index] ?? "", row);
    }),
  );
  return found;
}
