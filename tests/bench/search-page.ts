import { Dexie, type Table } from "dexie";
import { Charset, Index } from "flexsearch";
import MiniSearch, { type Options } from "minisearch";
import { MilepostDb } from "@/lib/db/database.ts";
import { mutate } from "@/lib/db/mutate.ts";
import { catchUp } from "@/lib/db/search-catch-up.ts";
import { putInIndex } from "@/lib/db/search-index.ts";
import { searchRecords } from "@/lib/db/search.ts";
import { searchDocument } from "@/lib/domain/search-document.ts";
import { hasWords } from "@/lib/domain/search-match.ts";
import { parseQuery } from "@/lib/domain/search-query.ts";
import { fold } from "@/lib/domain/search-words.ts";
import { type BenchRow, corpus, japaneseQueries, queries } from "./search-corpus.ts";

/** Runs in a page of an extension made for this: our search and the two it is measured beside, on the same records. */

const shown = 20;
const all = 1_000_000;

/** How the others keep their index until the next start: as their authors provide for. */
class BaseDb extends Dexie {
  indexes!: Table<{ key: string; data: string }, string>;
  rows!: Table<BenchRow & { n: number }, number>;

  constructor() {
    super("base");
    this.version(1).stores({ indexes: "key", rows: "n" });
  }
}

export type Engine = "ours" | "minisearch" | "flexsearch";

interface Searcher {
  /** The first results as they are shown, with their records. */
  first(typed: string): Promise<number>;
  /** The ids of all results. */
  everything(typed: string): Promise<Set<string>>;
}

const mini: Options<{ n: number; text: string }> = {
  fields: ["text"],
  idField: "n",
  processTerm: (term: string) => fold(term) || null,
  searchOptions: {
    combineWith: "AND",
    prefix: (_, index, terms) => index === terms.length - 1,
  },
};

/** Loads what lies in the database, as a page does that was just opened. */
async function open(engine: Engine): Promise<Searcher> {
  if (engine === "ours") {
    const db = new MilepostDb({ name: "milepost" });
    const run = async (typed: string, limit: number, firstOnly: boolean): Promise<string[]> => {
      let ids: string[] = [];
      for await (const { groups } of searchRecords(db, parseQuery(typed), { limit: () => limit })) {
        ids = groups.flatMap(({ hits }) => hits.map(({ id }) => id));
        if (firstOnly && ids.length > 0) break;
      }
      return ids;
    };
    return {
      first: async (typed) => (await run(typed, shown / 5, true)).length,
      everything: async (typed) => new Set(await run(typed, all, false)),
    };
  }
  const base = new BaseDb();
  const show = async (numbers: readonly number[]): Promise<number> =>
    (await base.rows.bulkGet(numbers.slice(0, shown))).length;
  const idsOf = async (numbers: readonly number[]): Promise<Set<string>> =>
    new Set((await base.rows.bulkGet([...numbers])).map((row) => row?.id ?? ""));
  if (engine === "minisearch") {
    const stored = await base.indexes.get("minisearch");
    const index = MiniSearch.loadJSON(stored?.data ?? "", mini);
    const search = (typed: string): number[] => index.search(typed).map(({ id }) => id as number);
    return { first: (typed) => show(search(typed)), everything: (typed) => idsOf(search(typed)) };
  }
  const index = new Index({ tokenize: "forward", encoder: Charset.Normalize });
  for (const { key, data } of await base.indexes.where("key").startsWith("flexsearch/").toArray()) {
    index.import(key.slice("flexsearch/".length), data);
  }
  return {
    first: async (typed) => show(index.search(typed, { limit: shown }) as number[]),
    everything: async (typed) => idsOf(index.search(typed, { limit: all }) as number[]),
  };
}

let rows: BenchRow[] = [];
const read = (count: number): BenchRow[] => (rows.length === count ? rows : (rows = corpus(count)));

/** Fills both databases and builds all three indexes. @returns how long each took, ms */
async function prepare(count: number): Promise<Record<Engine, number>> {
  const built = { ours: 0, minisearch: 0, flexsearch: 0 };
  const db = new MilepostDb({ name: "milepost" });
  const base = new BaseDb();
  await db.open();
  read(count);
  await db.transaction("rw", db.tables, async () => {
    for (const [table, of] of Map.groupBy(rows, (row) => row.table)) {
      const field = table === "entries" || table === "notes" ? "text" : "title";
      await db.table(table).bulkPut(
        of.map(({ id, text }) => ({
          id,
          mentorshipId: "bench",
          [field]: text,
          kind: "advice",
          createdAt: 1_700_000_000_000,
        })),
      );
    }
  });
  await base.rows.bulkPut(rows.map((row, n) => ({ ...row, n })));
  let startedAt = performance.now();
  await catchUp(db);
  if ((await db.searchDocs.count()) !== count) throw new Error("Not all records were indexed.");
  built.ours = performance.now() - startedAt;

  startedAt = performance.now();
  const minisearch = new MiniSearch(mini);
  minisearch.addAll(rows.map(({ text }, n) => ({ n, text })));
  await base.indexes.put({ key: "minisearch", data: JSON.stringify(minisearch) });
  built.minisearch = performance.now() - startedAt;

  startedAt = performance.now();
  const flexsearch = new Index({ tokenize: "forward", encoder: Charset.Normalize });
  for (const [n, { text }] of rows.entries()) flexsearch.add(n, text);
  const parts: { key: string; data: string }[] = [];
  // Its types do not say that it takes a while.
  await Promise.resolve(
    flexsearch.export((key, data) => void parts.push({ key: `flexsearch/${key}`, data })),
  );
  await base.indexes.bulkPut(parts);
  built.flexsearch = performance.now() - startedAt;
  return built;
}

let opened: Partial<Record<Engine, Promise<Searcher>>> = {};

/** From nothing loaded to the first results. To be called once in a fresh page. @returns ms */
async function cold(engine: Engine, typed: string): Promise<number> {
  const startedAt = performance.now();
  const searcher = await (opened[engine] = open(engine));
  await searcher.first(typed);
  return performance.now() - startedAt;
}

async function warm(engine: Engine, typed: readonly string[]): Promise<number[]> {
  const searcher = await (opened[engine] ??= open(engine));
  const times: number[] = [];
  for (const each of typed) {
    const startedAt = performance.now();
    await searcher.first(each);
    times.push(performance.now() - startedAt);
  }
  return times;
}

/** The share of what reading every record finds that an engine finds, and the share of what it finds that is right. */
async function recall(
  engine: Engine,
  count: number,
  typed: readonly string[],
): Promise<{ recall: number; precision: number }> {
  const searcher = await (opened[engine] ??= open(engine));
  const documents = read(count).map(({ table, id, text }) =>
    searchDocument(table, { id, text, title: text }, "UTC"),
  );
  let wanted = 0;
  let found = 0;
  let right = 0;
  for (const each of typed) {
    const { conditions } = parseQuery(each);
    const truth = new Set(documents.filter((document) => hasWords(document, conditions)).map(({ id }) => id));
    const got = await searcher.everything(each);
    wanted += truth.size;
    found += got.size;
    right += got.intersection(truth).size;
  }
  return { recall: right / wanted, precision: found === 0 ? 1 : right / found };
}

/** Saving a note again and again with one more word in it: with its words put off, and with all put into the index. */
async function typing(words: number, rounds: number): Promise<{ saves: number[]; indexing: number[] }> {
  const db = new MilepostDb({ name: "typing" });
  await db.open();
  const vocabulary = corpus(4_000, 9)
    .map(({ text }) => text)
    .join(" ")
    .split(" ");
  const text = vocabulary.slice(0, words).join(" ");
  const save = (said: string, act: string) =>
    mutate(db, { did: "writeNote", act }, () => [
      { table: "notes", id: "note", patch: { mentorshipId: "s", meetingId: "m", text: said } },
    ]);
  await save(text, "first");
  const saves: number[] = [];
  const indexing: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const said = `${text} ${vocabulary.slice(-round - 1).join(" ")}`;
    let startedAt = performance.now();
    await save(said, "typing");
    saves.push(performance.now() - startedAt);
    startedAt = performance.now();
    await db.transaction("rw", [db.searchDocs, db.searchWords, db.searchStale], () =>
      putInIndex(db, [searchDocument("notes", { id: "note", text: said }, "UTC")]),
    );
    indexing.push(performance.now() - startedAt);
  }
  db.close();
  return { saves, indexing };
}

export const bench = {
  prepare,
  cold,
  warm,
  recall,
  typing,
  typed: (count: number, many: number) => queries(read(count), many),
  typedJapanese: (count: number, many: number) => japaneseQueries(read(count), many),
};

Object.assign(globalThis, { bench });
