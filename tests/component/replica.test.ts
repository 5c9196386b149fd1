import { expect, test } from "vitest";
import { MilepostDb } from "@/lib/db/database.ts";
import { addGoal, editGoal } from "@/lib/db/goals.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { searchRecords } from "@/lib/db/search.ts";
import { catchUp } from "@/lib/db/search-catch-up.ts";
import { tableNames } from "@/lib/domain/records.ts";
import { parseQuery } from "@/lib/domain/search-query.ts";
import { personalSpace } from "@/lib/domain/space.ts";
import { dexieReplica } from "@/lib/spaces/replica.ts";
import { randomHex } from "@/lib/sync/bytes.ts";
import { epochKey, sealerOf } from "@/lib/sync/seal.ts";
import { sync } from "@/lib/sync/sync.ts";
import { memoryStore, type MemoryStore } from "@/tests/sync/memory-store.ts";
import { setUpSpace } from "@/tests/sync/space-row.ts";
import { anotherTab, firstRun, freshDb, type TestClock, testNow } from "./fresh-db.ts";

/** The engine on real databases in a real browser, sealed as in the product; the storage is in memory. */
const space = "0".repeat(32);
const epoch = "1".repeat(16);

async function sealer() {
  const key = await epochKey(new Uint8Array(32).fill(7));
  return sealerOf({ space, epochs: new Map([[epoch, key]]), current: epoch });
}

async function browser(): Promise<{ db: MilepostDb; clock: TestClock }> {
  const clock = { now: testNow };
  const db = freshDb(clock);
  await setUpSpace(db);
  return { db, clock };
}

async function syncOne(db: MilepostDb, store: MemoryStore): Promise<void> {
  const replica = dexieReplica(db, personalSpace);
  await sync({ store, replica, sealer: await sealer(), now: () => db.now(), randomHex });
}

async function counts(db: MilepostDb): Promise<Record<string, number>> {
  const all = await Promise.all(
    [...tableNames, "changes"].map(async (name) => [name, await db.table(name).count()]),
  );
  return Object.fromEntries(all) as Record<string, number>;
}

test("two databases end alike, and the tally and the log say so too", async () => {
  const store = memoryStore();
  const [one, other] = [await browser(), await browser()];
  const { id } = await startMentorship(one.db, firstRun);
  for (let count = 0; count < 30; count += 1) await addGoal(one.db, id, `Goal ${count}`);
  await syncOne(one.db, store);
  await syncOne(other.db, store);
  expect(await counts(other.db)).toEqual(await counts(one.db));
  expect((await other.db.metaOf("tally"))?.counts.goals).toBe(31);
  const [goal] = await other.db.goals.toArray();
  other.clock.now += 1000;
  await editGoal(other.db, goal?.id ?? "", { title: "Edited in the other" });
  await syncOne(other.db, store);
  await syncOne(one.db, store);
  expect((await one.db.goals.get(goal?.id ?? ""))?.title).toBe("Edited in the other");
});

test("what is cut off at any moment goes on where it was", async () => {
  const store = memoryStore();
  const one = await browser();
  const { id } = await startMentorship(one.db, firstRun);
  for (let count = 0; count < 10; count += 1) await addGoal(one.db, id, `Goal ${count}`);
  const { put, get } = store;
  let { db } = await browser();
  for (let cut = 0; cut < 8; cut += 1) {
    let left = cut;
    const end = (which: MilepostDb) => () => {
      left -= 1;
      if (left === 0) which.close();
    };
    // The database goes while a request is under way, as with a browser that ends.
    const cutOne = end(one.db);
    store.put = async (...args) => {
      await put(...args);
      cutOne();
    };
    await addGoal(one.db, id, `Later ${cut}`);
    await syncOne(one.db, store).catch(() => {});
    store.put = put;
    one.db = anotherTab(one.db.name, one.clock);
    left = cut;
    const cutOther = end(db);
    store.get = async (name) => {
      const bytes = await get(name);
      cutOther();
      return bytes;
    };
    await syncOne(db, store).catch(() => {});
    store.get = get;
    db = anotherTab(db.name);
  }
  await syncOne(one.db, store);
  await syncOne(db, store);
  expect(await counts(db)).toEqual(await counts(one.db));
  expect(await db.goals.count()).toBe(19);
});

test("of a first sync of many records each is found before they are indexed and after, and the next few too", async () => {
  const store = memoryStore();
  const [one, other] = [await browser(), await browser()];
  const { id } = await startMentorship(one.db, firstRun);
  // More than are marked one by one.
  const titles = Array.from({ length: 600 }, (_, count) => `Climb number${count}`);
  for (const title of titles) await addGoal(one.db, id, title);
  await startMentorship(other.db, { ...firstRun, goal: "Sail around the island" });
  await syncOne(one.db, store);
  await syncOne(other.db, store);
  const finds = async (typed: string): Promise<number> => {
    const all = await Array.fromAsync(searchRecords(other.db, parseQuery(typed), { limit: () => 10 }));
    return all.at(-1)?.groups.flatMap(({ hits }) => hits).length ?? 0;
  };
  expect(await finds("number599")).toBe(1);
  expect(await finds("island")).toBe(1);
  await addGoal(one.db, id, "Climb number600");
  await syncOne(one.db, store);
  await syncOne(other.db, store);
  expect(await finds("number600")).toBe(1);
  await catchUp(other.db);
  expect(await other.db.searchStale.count()).toBe(0);
  for (const typed of ["number0", "number599", "number600", "island"]) expect(await finds(typed)).toBe(1);
}, 60_000);
