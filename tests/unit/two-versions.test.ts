import { beforeAll, beforeEach, expect, test } from "vitest";
import { editGoal } from "@/lib/db/goals.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { mutate } from "@/lib/db/mutate.ts";
import type { Patch, Write } from "@/lib/domain/change.ts";
import type { TableName } from "@/lib/domain/records.ts";
import { firstRun } from "@/tests/component/fresh-db.ts";
import { seededChance } from "@/tests/harness/random.ts";
import { laterVersion, type LaterVersion } from "@/tests/sync/later-version.ts";
import { memoryStore, type MemoryStore } from "@/tests/sync/memory-store.ts";
import { inTurn, type RealBrowser, realBrowser } from "@/tests/sync/two-databases.ts";

/** Two versions of the code on one storage: the later one has a field, a value and a table that the earlier one has not. */
let later: LaterVersion;
let store: MemoryStore;
let older: RealBrowser;
let newer: RealBrowser;
let made = 0;

beforeAll(async () => {
  later = await laterVersion();
}, 60_000);

beforeEach(async () => {
  store = memoryStore();
  older = await realBrowser(store);
  newer = await newerBrowser();
  await startMentorship(newer.db, firstRun);
  await inTurn([newer, older]);
});

/** In a memory of its own, by the later version. */
async function newerBrowser(on: MemoryStore = store): Promise<RealBrowser> {
  made += 1;
  const { factory } = (await realBrowser(on)).home;
  return later.realBrowser(on, { name: `newer-${made}`, factory, seed: 1000 + made });
}

/** The same browser after the update. */
async function updated({ db, home }: RealBrowser): Promise<RealBrowser> {
  db.close();
  return later.realBrowser(store, home);
}

const goalIn = async ({ db }: RealBrowser) => (await db.goals.toArray())[0] as unknown as Patch | undefined;
const goalId = async (browser: RealBrowser) => String((await goalIn(browser))?.["id"]);
const rowsOf = ({ db }: RealBrowser, table: string) => db.table<Patch>(table).toArray();
const titlesIn = async (browser: RealBrowser, table: string) =>
  (await rowsOf(browser, table)).map(({ title }) => title);

/** An edit by the later version, of whatever it knows. */
async function write({ db }: RealBrowser, table: string, id: string, patch: Patch): Promise<void> {
  await later.mutate(db, { did: "editGoal" }, () => [{ table, id, patch } as Write]);
}

async function writeDream(browser: RealBrowser, id: string, title: string): Promise<void> {
  const mentorshipId = (await goalIn(browser))?.["mentorshipId"];
  await write(browser, "dreams", id, { mentorshipId, title });
}

test("a field that the earlier version does not know outlives its edits of the row, also those made at once", async () => {
  const id = await goalId(newer);
  await write(newer, "goals", id, { colour: "red" });
  await inTurn([newer, older]);
  await editGoal(older.db, id, { title: "By the earlier version" });
  await write(newer, "goals", id, { colour: "green" });
  await inTurn([older, newer]);
  for (const each of [older, newer])
    expect(await goalIn(each)).toMatchObject({ title: "By the earlier version", colour: "green" });
});

test("a table that the earlier version does not know goes through it, and is there after its update", async () => {
  await writeDream(newer, "d1", "To write a book");
  await inTurn([newer, older]);
  // What a browser reads that has only the earlier version to read from.
  store.files.clear();
  await inTurn([older]);
  await older.sync({ refillEmpty: true });
  const late = await newerBrowser();
  await late.sync();
  expect(await titlesIn(late, "dreams")).toEqual(["To write a book"]);
  const after = await updated(older);
  await after.sync();
  expect(await titlesIn(after, "dreams")).toEqual(["To write a book"]);
  expect((await after.db.metaOf("tally"))?.counts).toMatchObject({ dreams: 1 });
  await writeDream(after, "d1", "To write two");
  await inTurn([after, late]);
  expect(await titlesIn(late, "dreams")).toEqual(["To write two"]);
});

test("a row whose value the earlier version refuses is kept, comes back with what it accepts, and with its update", async () => {
  const id = await goalId(newer);
  await write(newer, "goals", id, { status: "asleep", colour: "blue" });
  await inTurn([newer, older]);
  expect(await rowsOf(older, "goals")).toEqual([]);
  await write(newer, "goals", id, { status: "open" });
  await inTurn([newer, older]);
  expect(await goalIn(older)).toMatchObject({ status: "open", colour: "blue" });
  await write(newer, "goals", id, { status: "asleep" });
  await inTurn([newer, older]);
  const after = await updated(older);
  await after.sync();
  expect(await goalIn(after)).toMatchObject({ status: "asleep", colour: "blue" });
  expect(await goalIn(newer)).toMatchObject({ status: "asleep", colour: "blue" });
});

test("what was deleted for good while the earlier version did not know it is not there after its update", async () => {
  await writeDream(newer, "d1", "Not for long");
  await write(newer, "dreams", "d1", { deletedAt: newer.clock.now });
  await inTurn([newer, older]);
  await later.deleteForGood(newer.db, [{ table: "dreams" as TableName, id: "d1" }]);
  await inTurn([newer, older]);
  expect(await older.db.foreign.get("dreams/d1")).toBeUndefined();
  const after = await updated(older);
  await inTurn([after, newer]);
  expect(await rowsOf(after, "dreams")).toEqual([]);
  expect(await rowsOf(newer, "dreams")).toEqual([]);
});

test(
  "whatever both versions do, all end alike, with every edit of the later one",
  { timeout: 60_000 },
  async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const chance = seededChance(seed);
      const shared = memoryStore();
      const newers = [await newerBrowser(shared), await newerBrowser(shared)];
      const olders = [await realBrowser(shared), await realBrowser(shared)];
      const [first] = newers;
      if (!first) throw new Error("There are two.");
      await startMentorship(first.db, firstRun);
      await inTurn([...newers, ...olders]);
      const id = await goalId(first);
      for (let step = 0; step < 30; step += 1) {
        const isNewer = chance.oneIn(2);
        const browser = chance.pick(isNewer ? newers : olders);
        browser.clock.now += chance.nat(5000);
        const what = chance.nat(5);
        if (what < 2) await browser.sync();
        else if (!isNewer && (await goalIn(browser)))
          await mutate(browser.db, { did: "editGoal" }, () => [
            { table: "goals", id, patch: { [chance.pick(["title", "why"])]: `by the earlier ${step}` } },
          ]);
        else if (isNewer && what === 2) await write(browser, "goals", id, { colour: `colour ${step}` });
        else if (isNewer && what === 3)
          await write(browser, "goals", id, { status: chance.pick(["open", "asleep", "reached"]) });
        else if (isNewer) await writeDream(browser, `d${chance.nat(3)}`, `dream ${step}`);
      }
      await inTurn([...newers, ...olders]);
      const [one, other] = newers;
      if (!one || !other) throw new Error("There are two.");
      for (const table of ["goals", "dreams"]) {
        // The user's id is another one in each browser.
        const shown = async (each: RealBrowser) =>
          (await rowsOf(each, table)).map((row) => ({ ...row, author: null }));
        expect(await shown(other), `seed ${seed}`).toEqual(await shown(one));
        for (const each of olders) {
          const aside = (await each.db.foreign.where("table").equals(table).toArray()).map(({ row }) => row);
          const here = table === "goals" ? await rowsOf(each, table) : [];
          expect(
            [...here, ...aside].map((row) => ({ ...row, author: null })),
            `seed ${seed}`,
          ).toEqual(await shown(one));
        }
      }
    }
  },
);
