import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import type { MilepostDb } from "@/lib/db/database.ts";
import { addGoal } from "@/lib/db/goals.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { personalSpace, type SyncStatus } from "@/lib/domain/space.ts";
import type { SpacePorts } from "@/lib/spaces/reach.ts";
import { nextLook, type RunOptions, runSpace } from "@/lib/spaces/run.ts";
import {
  askToBeLetIn,
  begin,
  browsersOf,
  confirmCode,
  dropRequest,
  join,
  letIn,
  lookWhetherLetIn,
  pause,
  recentEvents,
  refillEmpty,
  renameBrowser,
  resume,
  shownRequest,
  shownSpace,
  type SpacePage,
  stop,
  syncNow,
  takeOut,
  testStorage,
} from "@/lib/spaces/set-up.ts";
import { doTasks } from "@/lib/spaces/tasks.ts";
import { askToJoin, requestLastsMs } from "@/lib/sync/pairing.ts";
import { firstRun, testNow } from "@/tests/component/fresh-db.ts";
import { memoryDb } from "@/tests/harness/memory-db.ts";
import { memoryWebdav, type MemoryWebdav, webdavUrl } from "@/tests/sync/memory-webdav.ts";

/** A space from its beginning to its end, with real keys, on a WebDAV server in memory. */
interface Person {
  page: SpacePage;
  db: MilepostDb;
  ports: SpacePorts;
  run: (options?: RunOptions) => Promise<SyncStatus>;
}

let server: MemoryWebdav;
let clock: { now: number };
let mayReach: boolean;
let one: Person;

const storage = { kind: "webdav", url: webdavUrl, user: "me", password: "secret" } as const;

function person(name: string): Person {
  const db = memoryDb({ name, now: () => (clock.now += 1) }, new IDBFactory());
  const ports: SpacePorts = {
    fetch: server.fetch,
    now: () => clock.now,
    mayReach: () => Promise.resolve(mayReach),
    whileFewer: (doing) => doing(),
    report: (error) => {
      throw error;
    },
  };
  const page = { db, wake: () => doTasks(db, ports) };
  const run = async (options?: RunOptions) => {
    await runSpace(db, personalSpace, ports, options);
    const row = await db.spaces.get(personalSpace);
    if (!row) throw new Error("Nothing is set up.");
    return row.status;
  };
  return { page, db, ports, run };
}

beforeEach(async () => {
  clock = { now: testNow };
  server = memoryWebdav(() => clock.now);
  mayReach = true;
  one = person("one");
  await startMentorship(one.db, firstRun);
});

async function begun(): Promise<string> {
  const answer = await begin(one.page, { storage, browserName: "Desk" });
  if (!answer.ok) throw new Error(answer.problem);
  await one.run({ atOnce: true });
  return answer.recoveryCode;
}

test("where nothing is set up, nothing is asked of the network", async () => {
  await runSpace(one.db, personalSpace, one.ports);
  await doTasks(one.db, one.ports);
  expect(server.requests).toBe(0);
  expect(await nextLook(one.db, clock.now)).toBeNull();
  expect(await shownSpace(one.db)).toBeNull();
});

test("a storage is tried, a space begun and joined, and both browsers are listed in both", async () => {
  expect(await testStorage(one.page, storage)).toMatchObject({ ok: true, hasSpace: false });
  const code = await begun();
  expect(await testStorage(one.page, storage)).toMatchObject({ ok: true, hasSpace: true });
  expect(await begin(one.page, { storage, browserName: "Desk" })).toEqual({
    ok: false,
    problem: "alreadySetUp",
  });
  const other = person("other");
  expect(await begin(other.page, { storage, browserName: "Laptop" })).toEqual({
    ok: false,
    problem: "hasSpace",
  });
  const wrong = await join(other.page, { storage, browserName: "Laptop" }, "ABCD-EFGH");
  expect(wrong).toEqual({ ok: false, problem: "notACode", mistake: "short" });
  expect(await join(other.page, { storage, browserName: "Laptop" }, code.toLowerCase())).toEqual({
    ok: true,
  });
  await other.run({ atOnce: true });
  await one.run({ atOnce: true });
  expect((await other.db.goals.toArray()).map(({ title }) => title)).toEqual(["Run good one-to-ones"]);
  expect((await browsersOf(one.db)).map(({ name, isThis }) => [name, isThis])).toEqual([
    ["Desk", true],
    ["Laptop", false],
  ]);
  await renameBrowser(other.page, "Travel laptop");
  await other.run({ atOnce: true });
  await one.run({ atOnce: true });
  expect((await browsersOf(one.db)).map(({ name }) => name)).toEqual(["Desk", "Travel laptop"]);
  expect(await one.db.spaceTasks.count()).toBe(0);
});

test("what is shown of it has no password and no key; what waits is counted", async () => {
  await begun();
  const [mentorship] = await one.db.mentorships.toArray();
  await addGoal(one.db, mentorship?.id ?? "", "Another goal");
  const shown = await shownSpace(one.db);
  expect(shown).toMatchObject({ browserName: "Desk", waiting: 1, status: { state: "idle", problem: null } });
  expect(JSON.stringify(shown)).not.toContain("secret");
  expect(await nextLook(one.db, clock.now)).toBe(clock.now + 60_000);
  await one.run();
  expect((await shownSpace(one.db))?.waiting).toBe(0);
  expect(await nextLook(one.db, clock.now)).toBeNull();
});

test("an idle look is one request, and none comes before it is time", async () => {
  await begun();
  clock.now += 300_000;
  const before = server.requests;
  await one.run();
  expect(server.requests - before).toBe(1);
  await one.run();
  expect(server.requests - before).toBe(1);
});

test.each([
  [503, "busy", "waiting"],
  [401, "refused", "problem"],
  [507, "full", "problem"],
] as const)(
  "a storage that answers %i is %s, and tried again later and later",
  async (status, kind, state) => {
    await begun();
    clock.now += 300_000;
    server.fails = () => new Response(null, { status });
    const first = await one.run();
    expect(first).toMatchObject({ state, problem: { kind } });
    expect(first.retryAt).toBe(clock.now + 60_000);
    const before = server.requests;
    await one.run();
    expect(server.requests).toBe(before);
    for (let times = 0; times < 10; times += 1) {
      clock.now += 3_600_000;
      await one.run();
    }
    const last = await one.run({ atOnce: true });
    expect((last.retryAt ?? 0) - clock.now).toBe(3_600_000);
    expect(last.problem?.since).toBe(first.problem?.since);
    server.fails = null;
    expect(await one.run({ atOnce: true })).toMatchObject({ state: "idle", problem: null, retryAt: null });
  },
);

test("a storage that asks to be left alone is", async () => {
  await begun();
  clock.now += 300_000;
  server.fails = () => new Response(null, { status: 429, headers: { "retry-after": "1200" } });
  const status = await one.run();
  expect((status.retryAt ?? 0) - clock.now).toBe(1_200_000);
});

test("a page to log in is not taken for a storage, and a lost network is waited for", async () => {
  await begun();
  server.fails = () => new Response("<html>", { status: 200, headers: { "content-type": "text/html" } });
  expect(await one.run({ atOnce: true })).toMatchObject({
    state: "problem",
    problem: { kind: "notStorage" },
  });
  server.fails = () => Promise.reject(new TypeError("fetch failed"));
  expect(await one.run({ atOnce: true })).toMatchObject({ state: "waiting", problem: { kind: "offline" } });
});

test("a permission that was taken back is said so, without a request", async () => {
  await begun();
  mayReach = false;
  const before = server.requests;
  expect(await one.run({ atOnce: true })).toMatchObject({
    state: "problem",
    problem: { kind: "notAllowed" },
  });
  expect(server.requests).toBe(before);
});

test("an emptied storage is asked about, and filled again when the person says so", async () => {
  await begun();
  for (const path of server.files.keys()) if (!path.includes("/k/")) server.files.delete(path);
  expect(await one.run({ atOnce: true })).toMatchObject({ problem: { kind: "asksAboutEmpty" } });
  await refillEmpty(one.page);
  const shown = await shownSpace(one.db);
  expect(shown?.status).toMatchObject({ state: "idle", problem: null });
  expect(shown?.status.notices).toMatchObject([{ kind: "healed", how: "emptied" }]);
});

test("paused, nothing is asked; stopped, everything is still here and nothing is known of the storage", async () => {
  await begun();
  await pause(one.page);
  const before = server.requests;
  await syncNow(one.page);
  expect(server.requests).toBe(before);
  await resume(one.page);
  await stop(one.page);
  expect(await shownSpace(one.db)).toBeNull();
  expect(await one.db.goals.count()).toBe(1);
  expect((await recentEvents(one.db, 10)).map(({ kind }) => kind)).toEqual([
    "stopped",
    "resumed",
    "paused",
    "synced",
    "began",
  ]);
});

test("the recovery code is confirmed by what opens the space, and by nothing else", async () => {
  const code = await begun();
  expect(await confirmCode(one.page, "0000-0000-0000-0000-0000-0000-0000")).toBe(false);
  expect((await shownSpace(one.db))?.codeConfirmedAt).toBeNull();
  expect(await confirmCode(one.page, code.toLowerCase().replaceAll("-", " "))).toBe(true);
  expect((await shownSpace(one.db))?.codeConfirmedAt).not.toBeNull();
});

test("nothing that was written can be read on the server", async () => {
  await begun();
  const all = Buffer.concat(
    [...server.files].flatMap(([name, bytes]) => [Buffer.from(name), Buffer.from(bytes)]),
  );
  for (const words of ["Elif", "Run good one-to-ones", "Desk"]) expect(all.includes(words)).toBe(false);
});

test("a browser that is taken out is told so, sends and gets nothing any more, and can come back with the code", async () => {
  const code = await begun();
  const other = person("other");
  await join(other.page, { storage, browserName: "Laptop" }, code);
  await other.run({ atOnce: true });
  await one.run({ atOnce: true });
  const laptop = (await browsersOf(one.db)).find(({ isThis }) => !isThis);
  expect(laptop?.lastAt).toBeGreaterThan(testNow);
  const [mentorship] = await other.db.mentorships.toArray();
  await addGoal(other.db, mentorship?.id ?? "", "Sent before it was taken out");
  await other.run({ atOnce: true });
  expect(await takeOut(one.page, laptop?.holder ?? "")).toEqual({ ok: true });
  expect((await browsersOf(one.db)).map(({ name }) => name)).toEqual(["Desk"]);
  expect((await recentEvents(one.db, 10)).map(({ kind }) => kind)).toContain("tookOut");

  await addGoal(one.db, mentorship?.id ?? "", "Written without it");
  await one.run({ atOnce: true });
  await addGoal(other.db, mentorship?.id ?? "", "Written where it is out");
  expect(await other.run({ atOnce: true })).toMatchObject({ state: "problem", problem: { kind: "removed" } });
  await one.run({ atOnce: true });
  const titles = async ({ db }: Person) => (await db.goals.toArray()).map(({ title }) => title);
  expect(await titles(one)).toContain("Sent before it was taken out");
  expect(await titles(one)).not.toContain("Written where it is out");
  expect(await titles(other)).not.toContain("Written without it");

  await stop(other.page);
  expect(await join(other.page, { storage, browserName: "Laptop" }, code)).toEqual({ ok: true });
  await other.run({ atOnce: true });
  await one.run({ atOnce: true });
  expect((await titles(one)).toSorted()).toEqual((await titles(other)).toSorted());
  expect(await titles(one)).toContain("Written where it is out");
  expect((await browsersOf(one.db)).map(({ name }) => name)).toEqual(["Desk", "Laptop"]);
});

test("a browser is not taken out without the storage, and says why", async () => {
  const code = await begun();
  const other = person("other");
  await join(other.page, { storage, browserName: "Laptop" }, code);
  await other.run({ atOnce: true });
  await one.run({ atOnce: true });
  const laptop = (await browsersOf(one.db)).find(({ isThis }) => !isThis);
  mayReach = false;
  expect(await takeOut(one.page, laptop?.holder ?? "")).toEqual({ ok: false, problem: "notAllowed" });
  mayReach = true;
  server.fails = () => Promise.resolve(new Response(null, { status: 401 }));
  expect(await takeOut(one.page, laptop?.holder ?? "")).toEqual({ ok: false, problem: "refused" });
  expect(await browsersOf(one.db)).toHaveLength(2);
});

/** Another browser that asked to be let in. */
async function asking(): Promise<{ other: Person; block: string; words: string }> {
  const other = person("other");
  expect(await askToBeLetIn(other.page, { storage, browserName: "Laptop" })).toEqual({ ok: true });
  const request = await shownRequest(other.db);
  if (!request) throw new Error("It asks.");
  return { other, ...request };
}

test("a second browser is let in by its request and five words, and has everything", async () => {
  await begun();
  const { other, block, words } = await asking();
  expect(words.split(" ")).toHaveLength(5);
  expect(JSON.stringify(await shownRequest(other.db))).not.toContain("secret");
  expect(await lookWhetherLetIn(other.page)).toEqual({ ok: true, isIn: false });
  expect(await letIn(one.page, block.replaceAll(/.{50}/g, "$&\r\n"), words.toUpperCase())).toEqual({
    ok: true,
    name: "Laptop",
  });
  expect(await lookWhetherLetIn(other.page)).toEqual({ ok: true, isIn: true });
  expect(await shownRequest(other.db)).toBeNull();
  // In a second window it is in too.
  expect(await lookWhetherLetIn(other.page)).toEqual({ ok: true, isIn: true });
  await other.run({ atOnce: true });
  await one.run({ atOnce: true });
  expect((await other.db.goals.toArray()).map(({ title }) => title)).toEqual(["Run good one-to-ones"]);
  expect((await browsersOf(one.db)).map(({ name }) => name)).toEqual(["Desk", "Laptop"]);
  expect(await letIn(one.page, block, words)).toEqual({
    ok: false,
    problem: "request",
    mistake: "requestUsed",
  });
});

test("what is pasted or typed wrong lets nobody in, and is told apart", async () => {
  await begun();
  const { other, block, words } = await asking();
  const tried = async (request: string, typed: string) => {
    const answer = await letIn(one.page, request, typed);
    return "mistake" in answer ? answer.mistake : answer;
  };
  expect(await tried(block, "one two three four five")).toBe("wordsNotIt");
  expect(await tried(block.slice(0, -3), words)).toBe("requestDamaged");
  expect(await tried("hello", words)).toBe("requestNotOurs");
  expect(await tried(block.replace("milepost1", "milepost2"), words)).toBe("requestNewer");
  expect(await lookWhetherLetIn(other.page)).toEqual({ ok: true, isIn: false });
  // Of a browser that asked on another storage.
  const elsewhere = await askToJoin("0123456789abcdef0123456789abcdef", { name: "Phone", now: clock.now });
  expect(await tried(elsewhere.block, elsewhere.words)).toBe("requestOtherSpace");
  clock.now += 3 * 24 * 3_600_000;
  expect(await tried(block, words)).toBe("requestExpired");
});

test("a request that nobody answers runs out, and one that was given up is not answered any more", async () => {
  await begun();
  const { other } = await asking();
  clock.now += requestLastsMs + 1_000;
  expect(await lookWhetherLetIn(other.page)).toEqual({ ok: false, problem: "requestExpired" });
  expect(await shownRequest(other.db)).toBeNull();
  const next = person("next");
  await askToBeLetIn(next.page, { storage, browserName: "Phone" });
  const request = await shownRequest(next.db);
  await dropRequest(next.db);
  await letIn(one.page, request?.block ?? "", request?.words ?? "");
  expect(await lookWhetherLetIn(next.page)).toEqual({ ok: true, isIn: false });
  expect(await shownSpace(next.db)).toBeNull();
});

test("a profile that was restored says how many newer changes it fetched", async () => {
  await begun();
  const before = await Promise.all(one.db.tables.map((table) => table.toArray()));
  const [mentorship] = await one.db.mentorships.toArray();
  for (const title of ["First", "Second"]) await addGoal(one.db, mentorship?.id ?? "", title);
  await one.run({ atOnce: true });
  for (const [at, table] of one.db.tables.entries()) {
    await table.clear();
    await table.bulkAdd(before[at] ?? []);
  }
  const { notices } = await one.run({ atOnce: true });
  expect(notices).toMatchObject([{ kind: "renamed", count: 2 }]);
  expect(await one.db.goals.count()).toBe(3);
});

test("much that comes in is told as it is read", async () => {
  const code = await begun();
  const [mentorship] = await one.db.mentorships.toArray();
  for (let count = 0; count < 40; count += 1) {
    await addGoal(one.db, mentorship?.id ?? "", `Goal ${count}`);
    await one.run({ atOnce: true });
  }
  const other = person("other");
  await join(other.page, { storage, browserName: "Laptop" }, code);
  const told: string[] = [];
  const { fetch } = other.ports;
  other.ports.fetch = async (...how) => {
    const { progress } = (await other.db.spaces.get(personalSpace))?.status ?? {};
    if (progress) told.push(`${progress.done} of ${progress.total}`);
    return fetch(...how);
  };
  expect(await other.run({ atOnce: true })).toMatchObject({ progress: null });
  expect(told).toContain("0 of 41");
  // What this browser wrote itself is not read.
  told.length = 0;
  for (let count = 0; count < 12; count += 1) {
    await addGoal(other.db, mentorship?.id ?? "", `Goal there ${count}`);
    await other.run({ atOnce: true });
  }
  expect(told).toEqual([]);
  expect(await other.db.goals.count()).toBe(53);
});
