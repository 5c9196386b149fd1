import { expect, test } from "vitest";
import type { MilepostDb } from "@/lib/db/database.ts";
import { mutate } from "@/lib/db/mutate.ts";
import { catchUp } from "@/lib/db/search-catch-up.ts";
import { searchRecords } from "@/lib/db/search.ts";
import { wantedFrom } from "@/lib/db/search-wanted.ts";
import { type Patch, writeOf } from "@/lib/domain/change.ts";
import { parentsOf } from "@/lib/domain/parents.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import { lengthOf, searchDocument, searchKinds } from "@/lib/domain/search-document.ts";
import { matches } from "@/lib/domain/search-match.ts";
import { isEmptyQuery, parseQuery } from "@/lib/domain/search-query.ts";
import { partsOf } from "@/lib/domain/search-words.ts";
import { type Chance, chanceFrom, fillAtRandom, idFor, oneOf } from "@/tests/random-rows.ts";
import { freshDb, testNow } from "./fresh-db.ts";

type Rows = Map<string, { table: TableName; row: Patch }>;

/** All that can be looked for: what was said about a room has no words. */
async function allRows(db: MilepostDb): Promise<Rows> {
  const rows: Rows = new Map();
  for (const table of tableNames.filter((name) => name !== "rooms")) {
    for (const row of await db.table<Patch>(table).toArray()) {
      rows.set(`${table}/${String(row["id"])}`, { table, row });
    }
  }
  return rows;
}

/** In the trash, or what it belongs to is. */
function isHidden(rows: Rows, { table, row }: { table: TableName; row: Patch }, depth = 0): boolean {
  if (row["deletedAt"]) return true;
  if (depth > 4) return false;
  const parents = parentsOf(table, row);
  return parents.some(([name, id]) => {
    const parent = rows.get(`${name}/${id}`);
    return parent !== undefined && isHidden(rows, parent, depth + 1);
  });
}

/** Reads everything: slow, and right. */
async function scan(db: MilepostDb, rows: Rows, typed: string): Promise<string[]> {
  const query = parseQuery(typed);
  if (isEmptyQuery(query)) return [];
  const wanted = await wantedFrom(db, query);
  const zone = Temporal.Now.timeZoneId();
  const inTrash = query.states.includes("trash");
  return [...rows]
    .filter(([, each]) => matches(searchDocument(each.table, each.row, zone), { ...wanted, without: [] }))
    .filter(([, each]) => (inTrash ? Boolean(each.row["deletedAt"]) : !isHidden(rows, each)))
    .map(([key]) => key)
    .toSorted();
}

async function found(db: MilepostDb, typed: string): Promise<string[]> {
  let ids: string[] = [];
  for await (const { groups } of searchRecords(db, parseQuery(typed), { limit: () => 1_000_000 })) {
    ids = groups.flatMap(({ hits }) => hits.map(({ table, id }) => `${table}/${id}`));
    for (const { hits, total } of groups) if (total !== null) expect(total).toBe(hits.length);
  }
  return ids.toSorted();
}

/** Something that somebody might look for: words, beginnings and stretches of what there is, and filters. */
function randomQuery(rows: Rows, chance: Chance): string {
  const { table, row } = oneOf(chance, [...rows.values()]);
  const { title, texts } = searchDocument(table, row, "UTC");
  const text = oneOf(chance, [title, ...texts, "nothing"]);
  const words = Array.from(partsOf(text), ({ word }) => word);
  const at = Math.floor(chance() * words.length);
  const word = words[at] ?? "x";
  const typed = [
    word,
    word.slice(0, 1 + Math.floor(chance() * word.length)),
    `${word} ${words[at + 1] ?? ""}`,
    `"${words.slice(at, at + 3).join(" ")}"`,
    `"${words.slice(at, at + 2).join(" ")}`,
    "",
  ];
  const filters = [
    "",
    "",
    "",
    "is:open",
    "is:trash",
    "is:done",
    `kind:${oneOf(chance, searchKinds)}`,
    "from:2040 to:2070-06",
    `goal:${word}`,
    `person:${word}`,
  ];
  return `${oneOf(chance, typed)} ${oneOf(chance, filters)}`;
}

test.each([1, 2, 3])(
  "the index finds what reading everything finds (seed %i)",
  async (seed) => {
    const clock = { now: testNow };
    const db = freshDb(clock);
    await fillAtRandom(db, 12, seed);
    const chance = chanceFrom(seed * 1_000);
    const compare = async (times: number): Promise<void> => {
      const rows = await allRows(db);
      for (let time = 0; time < times; time += 1) {
        const typed = randomQuery(rows, chance);
        expect(await found(db, typed), JSON.stringify(typed)).toEqual(await scan(db, rows, typed));
      }
    };
    await compare(20);
    expect(await db.searchStale.count()).toBeGreaterThan(0);
    clock.now += 6_000;
    await catchUp(db);
    expect(await db.searchStale.count()).toBe(0);
    await compare(60);
    for (let edit = 0; edit < 40; edit += 1) {
      const table = oneOf(chance, tableNames);
      const id = idFor("r", table, Math.floor(chance() * 12));
      const other = await db.table<Patch>(table).get(idFor("r", table, Math.floor(chance() * 12)));
      const { id: _id, _c, ...fields } = other ?? {};
      const patch = chance() < 0.4 ? { deletedAt: chance() < 0.5 ? null : clock.now } : fields;
      const row = await db.table<Patch>(table).get(id);
      // What both agreed on is never changed.
      if (table === "agreements" && row?.["status"] === "agreed") continue;
      if (Object.keys(patch).length > 0)
        await mutate(db, { did: "editGoal" }, () => [writeOf(table, id, patch)]);
    }
    // All of them are short, so that their words were kept by the writes themselves.
    const rows = await allRows(db);
    const longest = [...rows.values()].map((each) => lengthOf(searchDocument(each.table, each.row, "UTC")));
    expect(Math.max(...longest)).toBeLessThan(5_000);
    expect(await db.searchStale.count()).toBe(0);
    await compare(80);
  },
  60_000,
);
