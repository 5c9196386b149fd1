import { beforeEach, expect, test } from "vitest";
import { addGoal } from "@/lib/db/goals.ts";
import { personalSpace } from "@/lib/domain/space.ts";
import { nextLook, runSpace } from "@/lib/spaces/run.ts";
import {
  join,
  pause,
  recentEvents,
  refillEmpty,
  resume,
  shownSpace,
  stop,
  syncNow,
} from "@/lib/spaces/set-up.ts";
import { doTasks } from "@/lib/spaces/tasks.ts";
import {
  begun,
  firstProfile,
  mentorshipOf,
  type Profile,
  spaceWorld,
  type SpaceWorld,
  storage,
} from "@/tests/sync/space-world.ts";

/** A space as the background runs it, from its beginning to its end, on a WebDAV server in memory. */
let world: SpaceWorld;
let one: Profile;

beforeEach(async () => {
  world = spaceWorld();
  one = await firstProfile(world);
});

test("where nothing is set up, nothing is asked of the network", async () => {
  await runSpace(one.db, personalSpace, one.ports);
  await doTasks(one.db, one.ports);
  expect(world.server.requests).toBe(0);
  expect(await nextLook(one.db, world.clock.now)).toBeNull();
  expect(await shownSpace(one.db)).toBeNull();
});

test("what is shown of it has no password and no key; what waits is counted", async () => {
  await begun(one);
  const mentorshipId = await mentorshipOf(one);
  await addGoal(one.db, mentorshipId, "Another goal");
  const shown = await shownSpace(one.db);
  expect(shown).toMatchObject({ browserName: "Desk", waiting: 1, status: { state: "idle", problem: null } });
  expect(JSON.stringify(shown)).not.toContain("secret");
  expect(await nextLook(one.db, world.clock.now)).toBe(world.clock.now + 60_000);
  await one.run();
  expect((await shownSpace(one.db))?.waiting).toBe(0);
  expect(await nextLook(one.db, world.clock.now)).toBeNull();
});

test("an idle look is one request, and none comes before it is time", async () => {
  await begun(one);
  world.clock.now += 300_000;
  const before = world.server.requests;
  await one.run();
  expect(world.server.requests - before).toBe(1);
  await one.run();
  expect(world.server.requests - before).toBe(1);
});

test.each([
  [503, "busy", "waiting"],
  [401, "refused", "problem"],
  [507, "full", "problem"],
] as const)(
  "a storage that answers %i is %s, and tried again later and later",
  async (status, kind, state) => {
    await begun(one);
    world.clock.now += 300_000;
    world.server.fails = () => new Response(null, { status });
    const first = await one.run();
    expect(first).toMatchObject({ state, problem: { kind } });
    expect(first.retryAt).toBe(world.clock.now + 60_000);
    const before = world.server.requests;
    await one.run();
    expect(world.server.requests).toBe(before);
    for (let times = 0; times < 10; times += 1) {
      world.clock.now += 3_600_000;
      await one.run();
    }
    const last = await one.run({ atOnce: true });
    expect((last.retryAt ?? 0) - world.clock.now).toBe(3_600_000);
    expect(last.problem?.since).toBe(first.problem?.since);
    world.server.fails = null;
    expect(await one.run({ atOnce: true })).toMatchObject({ state: "idle", problem: null, retryAt: null });
  },
);

test("a storage that asks to be left alone is", async () => {
  await begun(one);
  world.clock.now += 300_000;
  world.server.fails = () => new Response(null, { status: 429, headers: { "retry-after": "1200" } });
  const status = await one.run();
  expect((status.retryAt ?? 0) - world.clock.now).toBe(1_200_000);
});

test("a page to log in is not taken for a storage, and a lost network is waited for", async () => {
  await begun(one);
  world.server.fails = () =>
    new Response("<html>", { status: 200, headers: { "content-type": "text/html" } });
  expect(await one.run({ atOnce: true })).toMatchObject({
    state: "problem",
    problem: { kind: "notStorage" },
  });
  world.server.fails = () => Promise.reject(new TypeError("fetch failed"));
  expect(await one.run({ atOnce: true })).toMatchObject({ state: "waiting", problem: { kind: "offline" } });
});

test("a permission that was taken back is said so, without a request", async () => {
  await begun(one);
  world.mayReach = false;
  const before = world.server.requests;
  expect(await one.run({ atOnce: true })).toMatchObject({
    state: "problem",
    problem: { kind: "notAllowed" },
  });
  expect(world.server.requests).toBe(before);
});

test("an emptied storage is asked about, and filled again when the person says so", async () => {
  await begun(one);
  for (const path of world.server.files.keys()) if (!path.includes("/k/")) world.server.files.delete(path);
  expect(await one.run({ atOnce: true })).toMatchObject({ problem: { kind: "asksAboutEmpty" } });
  await refillEmpty(one.page);
  const shown = await shownSpace(one.db);
  expect(shown?.status).toMatchObject({ state: "idle", problem: null });
  expect(shown?.status.notices).toMatchObject([{ kind: "healed", how: "emptied" }]);
});

test("paused, nothing is asked; stopped, everything is still here and nothing is known of the storage", async () => {
  await begun(one);
  await pause(one.page);
  const before = world.server.requests;
  await syncNow(one.page);
  expect(world.server.requests).toBe(before);
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

test("nothing that was written can be read on the server", async () => {
  await begun(one);
  const all = Buffer.concat(
    [...world.server.files].flatMap(([name, bytes]) => [Buffer.from(name), Buffer.from(bytes)]),
  );
  for (const words of ["Elif", "Run good one-to-ones", "Desk"]) expect(all.includes(words)).toBe(false);
});

test("a space that is stopped while it is looked at is no error", async () => {
  await begun(one);
  await addGoal(one.db, await mentorshipOf(one), "Another goal");
  const rows = one.db.spaces.toArray.bind(one.db.spaces);
  const stopped = () => rows().then((found) => stop(one.page).then(() => found));
  one.db.spaces.toArray = stopped;
  expect(await nextLook(one.db, world.clock.now)).not.toBeNull();
  expect(await shownSpace(one.db)).toBeNull();
});

test("a profile that was restored says how many newer changes it fetched", async () => {
  await begun(one);
  const before = await Promise.all(one.db.tables.map((table) => table.toArray()));
  const mentorshipId = await mentorshipOf(one);
  for (const title of ["First", "Second"]) await addGoal(one.db, mentorshipId, title);
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
  const code = await begun(one);
  const mentorshipId = await mentorshipOf(one);
  for (let count = 0; count < 40; count += 1) {
    await addGoal(one.db, mentorshipId, `Goal ${count}`);
    await one.run({ atOnce: true });
  }
  const other = world.profile("other");
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
    await addGoal(other.db, mentorshipId, `Goal there ${count}`);
    await other.run({ atOnce: true });
  }
  expect(told).toEqual([]);
  expect(await other.db.goals.count()).toBe(53);
});
