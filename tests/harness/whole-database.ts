import { isDeepStrictEqual } from "node:util";
import { blockSize, docId, wordKey } from "@/lib/db/search-tables.ts";
import type { Change } from "@/lib/domain/change.ts";
import type { Stamped } from "@/lib/domain/envelope.ts";
import { tableNames } from "@/lib/domain/records.ts";

import { mark, searchDocument, wordsOf } from "@/lib/domain/search-document.ts";
import { replay, rowKey } from "@/lib/domain/replay.ts";

/** Every row of every table, by the table's name. */
export type WholeDatabase = Record<string, Record<string, unknown>[]>;

/** A page of either browser. */
type AnyPage = { evaluate: (run: () => Promise<WholeDatabase>) => Promise<WholeDatabase> };

/**
 * Reads the whole of Milepost's database, in one transaction and past Dexie.
 * @param control a page of the extension
 */
export function wholeDatabase(control: AnyPage): Promise<WholeDatabase> {
  return control.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open("milepost");
      open.addEventListener("success", () => resolve(open.result));
      open.addEventListener("error", () => reject(open.error));
    });
    const names = [...db.objectStoreNames];
    const transaction = db.transaction(names);
    const tables = names.map(
      (name) =>
        new Promise<[string, Record<string, unknown>[]]>((resolve, reject) => {
          const all = transaction.objectStore(name).getAll();
          all.addEventListener("success", () => resolve([name, all.result]));
          all.addEventListener("error", () => reject(all.error));
        }),
    );
    const read = Object.fromEntries(await Promise.all(tables));
    db.close();
    return read;
  });
}

/** What does not add up: rows that the change log does not tell of as they are, and a tally that counts wrong. */
export function inconsistenciesOf(all: WholeDatabase): string[] {
  const problems: string[] = [];
  const changes = (all["changes"] ?? []) as unknown as Change[];
  const told = replay(changes);
  for (const table of tableNames) {
    for (const row of (all[table] ?? []) as unknown as Stamped[]) {
      const key = rowKey(table, row.id);
      const expected = told.get(key)?.row;
      told.delete(key);
      if (isDeepStrictEqual(row, expected)) continue;
      problems.push(`${key} is ${JSON.stringify(row)}, but its log says ${JSON.stringify(expected)}`);
    }
  }
  for (const key of told.keys()) problems.push(`${key} is in the log, but nowhere else`);
  return [...problems, ...miscounts(all, changes), ...misindexed(all)];
}

/** Records that the search would not find by what they say, though they are not marked as still to be read. */
function misindexed(all: WholeDatabase): string[] {
  // Of before there was one.
  if (!(all["meta"] ?? []).some((row) => row["key"] === "search")) return [];
  const stale = new Set((all["searchStale"] ?? []).map((row) => row["id"]));
  const docs = new Map((all["searchDocs"] ?? []).map((row) => [row["id"], row]));
  const postings = new Map<string, string>();
  for (const row of all["searchWords"] ?? []) postings.set(String(row["key"]), String(row["docs"]));
  const problems: string[] = [];
  for (const table of tableNames) {
    for (const row of all[table] ?? []) {
      const id = docId(table, String(row["id"]));
      const doc = docs.get(id);
      docs.delete(id);
      if (stale.has(id)) continue;
      const words = [...wordsOf(searchDocument(table, row, "UTC"))].filter(isTimeless);
      const known = typeof doc?.["words"] === "string" ? doc["words"].split("\n") : [];
      if (words.toSorted().join("\n") !== known.filter(isTimeless).toSorted().join("\n")) {
        problems.push(`${id} is not indexed as it is`);
      }
      const n = Number(doc?.["n"]);
      const place = String.fromCharCode(n % blockSize);
      const lost = known.filter(
        (word) => !postings.get(wordKey(word, Math.floor(n / blockSize)))?.includes(place),
      );
      if (lost.length > 0) problems.push(`${id} is not found by ${lost.length} of its words`);
    }
  }
  for (const id of docs.keys())
    if (!stale.has(id)) problems.push(`${String(id)} is indexed, but nowhere else`);
  return problems;
}

/** The day of a record depends on the zone of whoever reads it. */
function isTimeless(word: string): boolean {
  return !word.startsWith(mark("day", ""));
}

function miscounts(all: WholeDatabase, changes: readonly Change[]): string[] {
  const tally = (all["meta"] ?? []).find((row) => row["key"] === "tally");
  if (!tally) return ["there is no tally"];
  const counts = tally["counts"] as Record<string, number>;
  const problems = tableNames.flatMap((table) => {
    const there = all[table]?.length ?? 0;
    const counted = counts[table] ?? 0;
    // A note that was born as the last words of a closing window is not counted: for notes the tally is a lower bound.
    const right = table === "notes" ? counted <= there : counted === there;
    return right ? [] : [`the tally counts ${counted} ${table}, there are ${there}`];
  });
  const lastN = Number(tally["lastN"]);
  const beyond = changes.filter((change) => (change.n ?? 0) > lastN);
  // Last words are logged past the tally too.
  if (beyond.some((change) => change.did !== "writeNote")) problems.push("the tally's last place is too low");
  if (!changes.some((change) => change.n === lastN))
    problems.push("the tally's last place is not in the log");
  return problems;
}
