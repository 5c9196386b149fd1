import { afterEach, beforeEach, expect, test } from "vitest";
import { Dexie, RangeSet } from "dexie";
import { watchQuery } from "@/lib/db/live-query.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { memoryDb } from "@/tests/harness/memory-db.ts";
import { eventually } from "@/tests/harness/wait.ts";

let db: MilepostDb;
const stops: (() => void)[] = [];

beforeEach(() => {
  db = memoryDb({});
});

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  db.close();
});

function watch<T>(query: () => Promise<T> | T): T[] {
  const answers: T[] = [];
  stops.push(
    watchQuery(
      query,
      (value) => answers.push(value),
      (error) => {
        throw error;
      },
    ),
  );
  return answers;
}

const draft = (id: string) => ({ id, fields: {}, savedAt: 0 });
const visit = (id: string) => ({ id, at: 0 });
/** Long enough for a query to be asked again, if it were. */
const aWhile = () => new Promise((done) => setTimeout(done, 30));

test("a query is asked again when a row is added to what it looked through", async () => {
  const counts = watch(() => db.drafts.count());
  await eventually(() => counts.length === 1);
  await db.drafts.put(draft("a") as never);
  await eventually(() => counts.at(-1) === 1);
});

test("a query for one row is not asked again for another", async () => {
  const rows = watch(() => db.drafts.get("a"));
  await eventually(() => rows.length === 1);
  await db.drafts.put(draft("b") as never);
  await aWhile();
  expect(rows).toHaveLength(1);
  await db.drafts.put(draft("a") as never);
  await eventually(() => rows.at(-1)?.id === "a");
});

test("nor for a table it did not look into", async () => {
  const counts = watch(() => db.drafts.count());
  await eventually(() => counts.length === 1);
  await db.visits.put(visit("a"));
  await aWhile();
  expect(counts).toHaveLength(1);
});

test("what changes while it is under way is not missed, and the answer it overtook not given", async () => {
  let go = (): void => {};
  let held: Promise<void> | undefined = new Promise((resolve) => {
    go = resolve;
  });
  const counts = watch(async () => {
    const count = await db.drafts.count();
    await held;
    return count;
  });
  await aWhile();
  await db.drafts.put(draft("a") as never);
  held = undefined;
  go();
  await eventually(() => counts.length === 1);
  expect(counts).toEqual([1]);
});

test("of many queries of many steps that start in one moment each sees every later change", async () => {
  const tables = ["drafts", "visits", "deliveries", "lastWords", "searchStale"] as const;
  const seen = Array.from({ length: 24 }, (_, n) =>
    watch(async () => {
      const counts: number[] = [];
      for (let step = 0; step < tables.length; step += 1) {
        const table = tables[(n + step) % tables.length] ?? "drafts";
        counts.push(await db.table(table).count());
        await Promise.all([db.metaOf("clock"), Promise.resolve(), (async () => db.metaOf("focus"))()]);
      }
      return counts.reduce((sum, each) => sum + each, 0);
    }),
  );
  for (let round = 1; round <= 20; round += 1) {
    Dexie.on.storagemutated.fire({ all: new RangeSet(Dexie.minKey, Dexie.maxKey) });
    await db.table(tables[round % tables.length] ?? "drafts").put({ id: `row-${round}` });
    await eventually(() => seen.every((answers) => answers.at(-1) === round), { what: `row ${round}` });
  }
});

test("a query that fails says so, and is asked again when what it read has changed", async () => {
  const errors: unknown[] = [];
  const values: number[] = [];
  stops.push(
    watchQuery(
      async () => {
        const count = await db.drafts.count();
        if (count === 0) throw new Error("nothing yet");
        return count;
      },
      (value) => values.push(value),
      (error) => errors.push(error),
    ),
  );
  await eventually(() => errors.length === 1);
  await db.drafts.put(draft("a") as never);
  await eventually(() => values.length === 1);
  expect(errors).toHaveLength(1);
});

test("a query that fails before it has read anything, as on a full disk, is asked again at the next change", async () => {
  const failures: unknown[] = [];
  const counts: number[] = [];
  let isFull = false;
  stops.push(
    watchQuery(
      () => {
        if (isFull) throw new Error("no space");
        return db.drafts.count();
      },
      (value) => counts.push(value),
      (error) => failures.push(error),
    ),
  );
  await eventually(() => counts.length === 1);
  isFull = true;
  await db.drafts.put(draft("a") as never);
  await eventually(() => failures.length === 1);
  isFull = false;
  await db.drafts.put(draft("b") as never);
  await eventually(() => counts.at(-1) === 2);
});

test("after it is stopped nothing is asked or answered", async () => {
  const values: number[] = [];
  const cancel = watchQuery(
    () => db.drafts.count(),
    (value) => values.push(value),
    () => {},
  );
  cancel();
  await db.drafts.put(draft("a") as never);
  await aWhile();
  expect(values).toEqual([]);
});

test("queries that began side by side are in the end asked again for their own tables alone", async () => {
  const asked = new Map<string, number>();
  const tables = ["drafts", "visits", "deliveries", "lastWords", "searchStale"] as const;
  for (const name of tables)
    watch(async () => {
      asked.set(name, (asked.get(name) ?? 0) + 1);
      for (let step = 0; step < 5; step += 1) await db.table(name).count();
    });
  await eventually(() => asked.size === tables.length);
  for (const name of tables) await db.table(name).put({ id: "first" });
  await new Promise((done) => setTimeout(done, 300));
  asked.clear();
  await db.table("searchStale").put({ id: "second" });
  await eventually(() => asked.size > 0);
  await aWhile();
  expect([...asked.keys()]).toEqual(["searchStale"]);
});
