import { beforeEach, expect, test } from "vitest";
import { personalSpace } from "@/lib/domain/space.ts";
import { leftCode } from "@/lib/spaces/left-code.ts";
import {
  askToBeLetIn,
  browsersOf,
  confirmCode,
  join,
  joinWithPassphrase,
  letIn,
  lookWhetherLetIn,
  newCode,
  setPassphrase,
  shownRequest,
  shownSpace,
  takeOut,
} from "@/lib/spaces/set-up.ts";
import {
  begun,
  firstProfile,
  type Profile,
  type SpaceWorld,
  spaceWorld,
  storage,
} from "@/tests/sync/space-world.ts";

let world: SpaceWorld;
let one: Profile;

beforeEach(async () => {
  world = spaceWorld();
  one = await firstProfile(world);
});

test("a new recovery code takes the place of the one before, which opens nothing any more", async () => {
  const before = await begun(one);
  expect(await confirmCode(one.page, before)).toBe(true);
  const made = await newCode(one.page);
  if (!made.ok) throw new Error(made.problem);
  expect((await one.db.spaces.get(personalSpace))?.codeConfirmedAt).toBeNull();
  expect(await confirmCode(one.page, before)).toBe(false);
  expect(await confirmCode(one.page, made.recoveryCode)).toBe(true);
  await one.run({ atOnce: true });

  const two = world.profile("two");
  const browser = { storage, browserName: "Laptop" };
  expect(await join(two.page, browser, before)).toEqual({ ok: false, problem: "wrongCode" });
  expect(await join(two.page, browser, made.recoveryCode)).toEqual({ ok: true });
});

test("without the storage, and where this browser is out, the code before stays as it is", async () => {
  const code = await begun(one);
  await confirmCode(one.page, code);
  const isConfirmed = async (profile: Profile) =>
    (await profile.db.spaces.get(personalSpace))?.codeConfirmedAt !== null;
  one.ports.fetch = () => Promise.reject(new TypeError("fetch failed"));
  expect(await newCode(one.page)).toEqual({ ok: false, problem: "offline" });
  expect(await isConfirmed(one)).toBe(true);
  one.ports.fetch = world.server.fetch;

  const two = world.profile("two");
  expect(await join(two.page, { storage, browserName: "Laptop" }, code)).toEqual({ ok: true });
  for (const each of [two, one]) await each.run({ atOnce: true });
  const first = (await browsersOf(two.db)).find(({ isThis }) => !isThis);
  expect(await takeOut(two.page, first?.holder ?? "")).toEqual({ ok: true });
  expect(await newCode(one.page)).toEqual({ ok: false, problem: "removed" });
  expect(await isConfirmed(one)).toBe(true);
  expect(await newCode(two.page)).toMatchObject({ ok: true });
  expect(await isConfirmed(two)).toBe(false);
});

test("who joined with the code is not asked for it, nor is who was let in by another browser", async () => {
  const code = await begun(one);
  const browser = { storage, browserName: "Laptop" };
  const confirmedIn = async ({ db }: Profile) => (await shownSpace(db))?.codeConfirmedAt ?? null;
  expect(await confirmedIn(one)).toBeNull();
  const [typed, asked, remembered] = ["typed", "asked", "remembered"].map((name) => world.profile(name));
  if (!typed || !asked || !remembered) throw new Error("There are three.");
  await join(typed.page, browser, code);
  expect(await confirmedIn(typed)).toBe((await shownSpace(typed.db))?.since);
  await askToBeLetIn(asked.page, browser);
  const { block = "", words = "" } = (await shownRequest(asked.db)) ?? {};
  await letIn(one.page, block, words);
  expect(await lookWhetherLetIn(asked.page)).toEqual({ ok: true, isIn: true });
  expect(await confirmedIn(asked)).toBe((await shownSpace(asked.db))?.since);
  // A passphrase is no code: who has only that may have lost the code.
  await setPassphrase(one.page, "the kettle is on");
  expect(await joinWithPassphrase(remembered.page, browser, "the kettle is on")).toEqual({ ok: true });
  expect(await confirmedIn(remembered)).toBeNull();
  expect(await confirmedIn(one)).toBeNull();
});

test("a code whose page was closed before it came is found by the next page", async () => {
  expect(await leftCode(one.db)).toBeNull();
  await one.db.spaceTasks.put({
    id: "t",
    at: world.clock.now,
    ask: { kind: "begin", browser: { storage, browserName: "Desk" } },
  });
  await one.page.wake();
  expect(await leftCode(one.db)).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/u);
  expect(await one.db.spaceTasks.count()).toBe(0);
});
