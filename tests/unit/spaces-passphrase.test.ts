import { beforeEach, expect, test } from "vitest";
import { passphraseMistake } from "@/lib/spaces/passphrase-mistake.ts";
import {
  join,
  joinWithPassphrase,
  removePassphrase,
  setPassphrase,
  shownSpace,
  testStorage,
} from "@/lib/spaces/set-up.ts";
import {
  begun,
  firstProfile,
  type Profile,
  spaceWorld,
  type SpaceWorld,
  storage,
} from "@/tests/sync/space-world.ts";

/** A passphrase beside the recovery code, as pages ask the background for it, on a WebDAV server in memory. */
const kettle = "the kettle is on";
const laptop = { storage, browserName: "Laptop" };
let world: SpaceWorld;
let one: Profile;
let other: Profile;

beforeEach(async () => {
  world = spaceWorld();
  one = await firstProfile(world);
  other = world.profile("other");
});

const titles = async ({ db }: Profile) => (await db.goals.toArray()).map(({ title }) => title);

test("a passphrase lets another browser in as the code does, and both are shown that there is one", async () => {
  await begun(one);
  expect(await testStorage(other.page, storage)).toMatchObject({ hasSpace: true, hasPassphrase: false });
  expect(await joinWithPassphrase(other.page, laptop, kettle)).toEqual({
    ok: false,
    problem: "wrongPassphrase",
  });
  expect(await setPassphrase(one.page, kettle)).toEqual({ ok: true });
  expect(await shownSpace(one.db)).toMatchObject({ hasPassphrase: true });
  expect(await testStorage(other.page, storage)).toMatchObject({ hasSpace: true, hasPassphrase: true });
  expect(await joinWithPassphrase(other.page, laptop, "the kettle is off")).toEqual({
    ok: false,
    problem: "wrongPassphrase",
  });
  expect(await shownSpace(other.db)).toBeNull();
  expect(await joinWithPassphrase(other.page, laptop, ` ${kettle}`)).toEqual({ ok: true });
  await other.run({ atOnce: true });
  expect(await titles(other)).toEqual(await titles(one));
  expect(await shownSpace(other.db)).toMatchObject({ hasPassphrase: true, codeConfirmedAt: null });
  expect(await one.db.spaceTasks.count()).toBe(0);
});

test("another one takes its place, and once it is taken away it opens nothing; the code goes on", async () => {
  const code = await begun(one);
  await setPassphrase(one.page, kettle);
  await setPassphrase(one.page, "the kettle is blue");
  expect(await joinWithPassphrase(other.page, laptop, kettle)).toMatchObject({ problem: "wrongPassphrase" });
  expect(await removePassphrase(one.page)).toEqual({ ok: true });
  expect(await shownSpace(one.db)).toMatchObject({ hasPassphrase: false });
  expect(await joinWithPassphrase(other.page, laptop, "the kettle is blue")).toMatchObject({
    problem: "wrongPassphrase",
  });
  expect(await join(other.page, laptop, code)).toEqual({ ok: true });
  await one.run({ atOnce: true });
  await other.run({ atOnce: true });
  expect(await titles(other)).toEqual(await titles(one));
});

test("without the storage nothing is changed, and why is told", async () => {
  await begun(one);
  world.mayReach = false;
  expect(await setPassphrase(one.page, kettle)).toEqual({ ok: false, problem: "notAllowed" });
  expect(await shownSpace(one.db)).toMatchObject({ hasPassphrase: false });
  world.mayReach = true;
  await setPassphrase(one.page, kettle);
  world.mayReach = false;
  expect(await removePassphrase(one.page)).toEqual({ ok: false, problem: "notAllowed" });
  expect(await shownSpace(one.db)).toMatchObject({ hasPassphrase: true });
});

test.each([
  ["kettle", "short"],
  ["eleven char", "short"],
  ["aaaaaaaaaaaaaa", "simple"],
  ["123456789012345", "simple"],
  ["abcdefghijklmnop", "simple"],
  [kettle, null],
])("%s as a passphrase: %s", async (typed, mistake) => {
  expect(await passphraseMistake(typed)).toBe(mistake);
});
