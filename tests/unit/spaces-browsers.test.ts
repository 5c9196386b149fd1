import { beforeEach, expect, test } from "vitest";
import { addGoal } from "@/lib/db/goals.ts";
import {
  askToBeLetIn,
  begin,
  browsersOf,
  confirmCode,
  dropRequest,
  join,
  letIn,
  lookWhetherLetIn,
  recentEvents,
  renameBrowser,
  setPassphrase,
  shownRequest,
  shownSpace,
  stop,
  takeOut,
  testStorage,
} from "@/lib/spaces/set-up.ts";
import { askToJoin, requestLastsMs } from "@/lib/sync/pairing.ts";
import { testNow } from "@/tests/component/fresh-db.ts";
import {
  begun,
  begunByTwo,
  firstProfile,
  mentorshipOf,
  type Profile,
  spaceWorld,
  type SpaceWorld,
  storage,
} from "@/tests/sync/space-world.ts";

/** Which browsers a space has: how they come and go, with real keys, on a WebDAV server in memory. */
let world: SpaceWorld;
let one: Profile;

beforeEach(async () => {
  world = spaceWorld();
  one = await firstProfile(world);
});

test("a storage is tried, a space begun and joined, and both browsers are listed in both", async () => {
  expect(await testStorage(one.page, storage)).toMatchObject({ ok: true, hasSpace: false });
  const code = await begun(one);
  expect(await testStorage(one.page, storage)).toMatchObject({ ok: true, hasSpace: true });
  expect(await begin(one.page, { storage, browserName: "Desk" })).toEqual({
    ok: false,
    problem: "alreadySetUp",
  });
  const other = world.profile("other");
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

test("an error that nobody expects while a page waits is answered, and is in the log of errors", async () => {
  const reported: unknown[] = [];
  one.ports.report = (error) => reported.push(error);
  const error = new Error("Nobody expects this.");
  one.ports.mayReach = () => Promise.reject(error);
  expect(await begin(one.page, { storage, browserName: "Desk" })).toEqual({ ok: false, problem: "failed" });
  expect(reported).toEqual([error]);
});

test("the recovery code is confirmed by what opens the space, and by nothing else", async () => {
  const code = await begun(one);
  expect(await confirmCode(one.page, "0000-0000-0000-0000-0000-0000-0000")).toBe(false);
  expect((await shownSpace(one.db))?.codeConfirmedAt).toBeNull();
  expect(await confirmCode(one.page, code.toLowerCase().replaceAll("-", " "))).toBe(true);
  expect((await shownSpace(one.db))?.codeConfirmedAt).not.toBeNull();
});

test("a browser that is taken out is told so, sends and gets nothing any more, and can come back with the code", async () => {
  const { code, other, laptop } = await begunByTwo(world, one);
  expect(laptop.lastAt).toBeGreaterThan(testNow);
  const mentorshipId = await mentorshipOf(other);
  await addGoal(other.db, mentorshipId, "Sent before it was taken out");
  await other.run({ atOnce: true });
  expect(await takeOut(one.page, laptop.holder ?? "")).toEqual({ ok: true });
  expect((await browsersOf(one.db)).map(({ name }) => name)).toEqual(["Desk"]);
  expect((await recentEvents(one.db, 10)).map(({ kind }) => kind)).toContain("tookOut");

  await addGoal(one.db, mentorshipId, "Written without it");
  await one.run({ atOnce: true });
  await addGoal(other.db, mentorshipId, "Written where it is out");
  expect(await other.run({ atOnce: true })).toMatchObject({ state: "problem", problem: { kind: "removed" } });
  await one.run({ atOnce: true });
  const titles = async ({ db }: Profile) => (await db.goals.toArray()).map(({ title }) => title);
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

test("two browsers of one name are told apart, alike in both, and it is the one meant that is taken out", async () => {
  const code = await begun(one);
  const other = world.profile("other");
  world.clock.now += 60_000;
  expect(await join(other.page, { storage, browserName: "Desk" }, code)).toEqual({ ok: true });
  for (const each of [other, one, other]) await each.run({ atOnce: true });
  const listed = async ({ db }: Profile) =>
    (await browsersOf(db)).map(({ name, isThis }) => [name, isThis ? "this" : "other"]);
  expect(await listed(one)).toEqual([
    ["Desk", "this"],
    ["Desk 2", "other"],
  ]);
  expect(await listed(other)).toEqual([
    ["Desk 2", "this"],
    ["Desk", "other"],
  ]);
  // The name of the one that stays does not change with it.
  const first = (await browsersOf(other.db)).find(({ name }) => name === "Desk");
  expect(await takeOut(other.page, first?.holder ?? "")).toEqual({ ok: true });
  expect(await listed(other)).toEqual([["Desk 2", "this"]]);
});

test("a browser is not taken out without the storage, and says why", async () => {
  const { laptop } = await begunByTwo(world, one);
  world.mayReach = false;
  expect(await takeOut(one.page, laptop.holder ?? "")).toEqual({ ok: false, problem: "notAllowed" });
  world.mayReach = true;
  world.server.fails = () => Promise.resolve(new Response(null, { status: 401 }));
  expect(await takeOut(one.page, laptop.holder ?? "")).toEqual({ ok: false, problem: "refused" });
  expect(await browsersOf(one.db)).toHaveLength(2);
});

/** Another browser that asked to be let in. */
async function asking(
  browserName = "Laptop",
  name = "other",
): Promise<{ other: Profile; block: string; words: string }> {
  const other = world.profile(name);
  expect(await askToBeLetIn(other.page, { storage, browserName })).toEqual({ ok: true });
  const request = await shownRequest(other.db);
  if (!request) throw new Error("It asks.");
  return { other, ...request };
}

test("a second browser is let in by its request and five words, and has everything", async () => {
  await begun(one);
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

/** As a page lists them: what is awaited of those that sent nothing yet. */
const listedIn = async ({ db }: Profile) =>
  (await browsersOf(db)).map(({ name, isAwaited }) => (isAwaited ? `${name}, awaited` : name));

test("a browser that is let in is listed at once, and once only when it has sent something", async () => {
  const code = await begun(one);
  await setPassphrase(one.page, "the kettle is on");
  const { other, block, words } = await asking();
  await letIn(one.page, block, words);
  expect(await listedIn(one)).toEqual(["Desk", "Laptop, awaited"]);
  await lookWhetherLetIn(other.page);
  expect(await listedIn(other)).toEqual(["Laptop", "Desk, awaited"]);
  await one.run({ atOnce: true });
  expect(await listedIn(one)).toEqual(["Desk", "Laptop, awaited"]);
  for (const each of [other, one]) await each.run({ atOnce: true });
  expect(await listedIn(one)).toEqual(["Desk", "Laptop"]);
  expect(await listedIn(other)).toEqual(["Laptop", "Desk"]);
  expect((await browsersOf(one.db))[1]?.lastAt).toBeGreaterThan(testNow);

  // The keys that it had before are nobody else's.
  await stop(other.page);
  expect(await join(other.page, { storage, browserName: "Laptop" }, code)).toEqual({ ok: true });
  for (const each of [other, one]) await each.run({ atOnce: true });
  expect(await listedIn(one)).toEqual(["Desk", "Laptop"]);
  expect(await listedIn(other)).toEqual(["Laptop", "Desk"]);
});

test("one that is let in under a name that is taken has a number from the start, and can be taken out", async () => {
  await begun(one);
  world.clock.now += 60_000;
  const { other, block, words } = await asking("Desk");
  expect(await letIn(one.page, block, words)).toEqual({ ok: true, name: "Desk 2" });
  expect(await listedIn(one)).toEqual(["Desk", "Desk 2, awaited"]);
  expect((await recentEvents(one.db, 10))[0]).toMatchObject({ kind: "letIn", name: "Desk 2" });
  const { holder } = (await browsersOf(one.db))[1] ?? {};
  expect(await takeOut(one.page, holder ?? "")).toEqual({ ok: true });
  expect(await listedIn(one)).toEqual(["Desk"]);
  expect((await recentEvents(one.db, 10))[0]).toMatchObject({ kind: "tookOut", name: "Desk 2" });
  await lookWhetherLetIn(other.page);
  expect(await other.run({ atOnce: true })).toMatchObject({ problem: { kind: "removed" } });
  await one.run({ atOnce: true });
  expect(await listedIn(one)).toEqual(["Desk"]);

  const again = await asking("Desk", "again");
  await letIn(one.page, again.block, again.words);
  expect(await listedIn(one)).toEqual(["Desk", "Desk 2, awaited"]);
  await lookWhetherLetIn(again.other.page);
  for (const each of [again.other, one]) await each.run({ atOnce: true });
  expect(await listedIn(one)).toEqual(["Desk", "Desk 2"]);
});

test("what is pasted or typed wrong lets nobody in, and is told apart", async () => {
  await begun(one);
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
  const elsewhere = await askToJoin("0123456789abcdef0123456789abcdef", {
    name: "Phone",
    now: world.clock.now,
  });
  expect(await tried(elsewhere.block, elsewhere.words)).toBe("requestOtherSpace");
  world.clock.now += 3 * 24 * 3_600_000;
  expect(await tried(block, words)).toBe("requestExpired");
});

test("a request that nobody answers runs out, and one that was given up is not answered any more", async () => {
  await begun(one);
  const { other } = await asking();
  world.clock.now += requestLastsMs + 1_000;
  expect(await lookWhetherLetIn(other.page)).toEqual({ ok: false, problem: "requestExpired" });
  expect(await shownRequest(other.db)).toBeNull();
  const next = world.profile("next");
  await askToBeLetIn(next.page, { storage, browserName: "Phone" });
  const request = await shownRequest(next.db);
  await dropRequest(next.db);
  await letIn(one.page, request?.block ?? "", request?.words ?? "");
  expect(await lookWhetherLetIn(next.page)).toEqual({ ok: true, isIn: false });
  expect(await shownSpace(next.db)).toBeNull();
});
