import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tableNames } from "@/lib/domain/records.ts";
import { repositoryRoot } from "@/tests/harness/folders.ts";
import { inconsistenciesOf, type WholeDatabase } from "@/tests/harness/whole-database.ts";

/** A database in which everything adds up. */
function whole(): WholeDatabase {
  const file = join(repositoryRoot, "tests/fixtures/database-v1.json");
  const { tables } = JSON.parse(readFileSync(file, "utf8")) as { tables: WholeDatabase };
  const counts = Object.fromEntries(tableNames.map((name) => [name, tables[name]?.length ?? 0]));
  const lastN = Math.max(...(tables["changes"] ?? []).map((change) => Number(change["n"])));
  return { ...tables, meta: [{ key: "tally", counts, lastN }] };
}

test("a database that adds up is found to", () => {
  expect(inconsistenciesOf(whole())).toEqual([]);
});

test.each<[what: string, break_: (all: WholeDatabase) => void, said: RegExp]>([
  [
    "a field is not as its log says",
    (all) => Object.assign(all["goals"]?.[0] ?? {}, { title: "Other" }),
    /log says/,
  ],
  ["a stamp is not as its log says", (all) => Object.assign(all["goals"]?.[0] ?? {}, { _c: {} }), /log says/],
  ["a row is gone", (all) => void all["people"]?.pop(), /nowhere else/],
  ["a row is not in the log", (all) => void all["people"]?.push({ id: "stranger" }), /log says undefined/],
  ["the tally counts a row too many", (all) => void all["topics"]?.pop(), /the tally counts 1 topics/],
  ["an entry of the log is gone", (all) => void all["changes"]?.pop(), /last place is not in the log/],
  [
    "a record is not in the index of the search",
    (all) => void all["meta"]?.push({ key: "search", version: 1 }),
    /goals\/.* is not indexed as it is/,
  ],
])("it is seen when %s", (_, break_, said) => {
  const all = whole();
  break_(all);
  expect(inconsistenciesOf(all).join("\n")).toMatch(said);
});
