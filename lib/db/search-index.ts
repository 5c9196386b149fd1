import type { Patch } from "@/lib/domain/change.ts";
import type { TableName } from "@/lib/domain/records.ts";
import { lengthOf, type SearchDocument, searchDocument, wordsOf } from "@/lib/domain/search-document.ts";
import type { MilepostDb } from "./database.ts";
import { markStale } from "./search-marks.ts";
import { blockSize, docId, type SearchDoc, wordKey } from "./search-tables.ts";

/**
 * Characters of a record beyond which its words wait for a quiet moment: somebody is typing in it, and it is saved every
 * second. Measured, a save of 5,000 characters takes 3 ms longer for its words, one of 300,000 a tenth of a second.
 */
const longRecord = 5_000;

/**
 * Keeps the index with rows that were just written. Call inside the transaction that writes them.
 * @param written rows as they are now
 */
export async function keepIndex(
  db: MilepostDb,
  written: readonly (readonly [table: TableName, row: { id: string }])[],
): Promise<void> {
  const timeZone = Temporal.Now.timeZoneId();
  const documents = written.map(([table, row]) => searchDocument(table, row as Patch, timeZone));
  const long = documents.filter((document) => lengthOf(document) > longRecord);
  if (long.length > 0)
    await markStale(
      db,
      long.map(({ table, id }) => [table, id] as const),
      db.now(),
    );
  await putInIndex(
    db,
    documents.filter((document) => lengthOf(document) <= longRecord),
  );
}

/** Puts documents into the index, in the place of what it has of them. */
export async function putInIndex(db: MilepostDb, documents: readonly SearchDocument[]): Promise<void> {
  if (documents.length === 0) return;
  const byId = new Map(documents.map((document) => [docId(document.table, document.id), document]));
  const ids = [...byId.keys()];
  const known = new Map((await db.searchDocs.where("id").anyOf(ids).toArray()).map((doc) => [doc.id, doc]));
  let last = known.size === byId.size ? 0 : await lastNumber(db);
  const changes = new Changes();
  const docs: SearchDoc[] = [];
  for (const [id, document] of byId) {
    const doc = known.get(id);
    const n = doc?.n ?? (last += 1);
    const words = wordsOf(document);
    const before = new Set(doc?.words.split("\n"));
    for (const word of words.difference(before)) changes.add(word, n, true);
    for (const word of before.difference(words)) changes.add(word, n, false);
    if (changes.touched(n)) docs.push({ n, id, words: [...words].join("\n") });
  }
  await db.searchDocs.bulkPut(docs);
  await changes.write(db);
  await db.searchStale.bulkDelete(ids);
}

/** Takes records out of the index, without a trace. Call inside the transaction that deletes them. */
export async function takeOutOfIndex(
  db: MilepostDb,
  records: readonly (readonly [table: TableName, id: string])[],
): Promise<void> {
  const ids = records.map(([table, id]) => docId(table, id));
  const docs = await db.searchDocs.where("id").anyOf(ids).toArray();
  const changes = new Changes();
  for (const { n, words } of docs) for (const word of words.split("\n")) changes.add(word, n, false);
  await changes.write(db);
  await db.searchDocs.bulkDelete(docs.map(({ n }) => n));
  await db.searchStale.bulkDelete(ids);
}

async function lastNumber(db: MilepostDb): Promise<number> {
  const last = await db.searchDocs.orderBy(":id").lastKey();
  return typeof last === "number" ? last : 0;
}

/** Which records come to a word or leave it, collected so that each row is read and written once. */
class Changes {
  readonly #byKey = new Map<string, Map<number, boolean>>();
  readonly #touched = new Set<number>();

  add(word: string, n: number, there: boolean): void {
    const key = wordKey(word, Math.floor(n / blockSize));
    let places = this.#byKey.get(key);
    if (!places) this.#byKey.set(key, (places = new Map()));
    places.set(n % blockSize, there);
    this.#touched.add(n);
  }

  touched(n: number): boolean {
    return this.#touched.has(n);
  }

  async write(db: MilepostDb): Promise<void> {
    const keys = [...this.#byKey.keys()];
    const rows = await db.searchWords.bulkGet(keys);
    const gone: string[] = [];
    const puts: { key: string; docs: string }[] = [];
    for (const [index, key] of keys.entries()) {
      const docs = changed(rows[index]?.docs ?? "", this.#byKey.get(key) ?? new Map());
      if (docs) puts.push({ key, docs });
      else gone.push(key);
    }
    await db.searchWords.bulkPut(puts);
    if (gone.length > 0) await db.searchWords.bulkDelete(gone);
  }
}

function changed(docs: string, places: ReadonlyMap<number, boolean>): string {
  const there = new Set<number>();
  for (let index = 0; index < docs.length; index += 1) there.add(docs.charCodeAt(index));
  for (const [place, isThere] of places) {
    if (isThere) there.add(place);
    else there.delete(place);
  }
  const sorted = [...there].toSorted((a, b) => a - b);
  let text = "";
  for (const place of sorted) text += String.fromCharCode(place);
  return text;
}
