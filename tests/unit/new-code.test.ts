import { beforeEach, expect, test } from "vitest";
import { personalSpace } from "@/lib/domain/space.ts";
import { leftCode } from "@/lib/spaces/left-code.ts";
import { confirmCode, join, newCode } from "@/lib/spaces/set-up.ts";
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
