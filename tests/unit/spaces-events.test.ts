import { beforeEach, expect, test } from "vitest";
import { personalSpace, type SyncEvent } from "@/lib/domain/space.ts";
import { addEvents } from "@/lib/spaces/events.ts";
import { roomSpace } from "@/lib/spaces/room-place.ts";
import {
  askToBeLetIn,
  browsersOf,
  letIn,
  lookWhetherLetIn,
  newCode,
  recentEvents,
  removePassphrase,
  setPassphrase,
  shownRequest,
  takeOut,
} from "@/lib/spaces/set-up.ts";
import { roomWorld, together } from "@/tests/sync/room-world.ts";
import { begun, firstProfile, type Profile, spaceWorld, storage } from "@/tests/sync/space-world.ts";

/** The log of what was done: who can read along is in it, and is found there also after much else. */
const at = 1;
const space = personalSpace;
const synced: SyncEvent = { at, space, kind: "synced", sent: 1, received: 0 };
let one: Profile;
let other: Profile;

beforeEach(async () => {
  const world = spaceWorld();
  one = await firstProfile(world);
  other = world.profile("other");
});

const told = async (most = 10) =>
  (await recentEvents(one.db, most))
    .filter(({ kind }) => kind !== "synced")
    .map((event) => ("name" in event ? [event.kind, event.name] : event.kind));

test("who is let in and taken out is told by name, and that a code or a passphrase is another one", async () => {
  await begun(one);
  await askToBeLetIn(other.page, { storage, browserName: "Laptop" });
  const { block = "", words = "" } = (await shownRequest(other.db)) ?? {};
  expect(await letIn(one.page, block, "not the five words shown")).toMatchObject({ ok: false });
  expect(await letIn(one.page, block, words)).toMatchObject({ ok: true });
  await lookWhetherLetIn(other.page);
  for (const each of [other, one]) await each.run({ atOnce: true });
  await setPassphrase(one.page, "the kettle is on");
  await removePassphrase(one.page);
  await newCode(one.page);
  const laptop = (await browsersOf(one.db)).find(({ isThis }) => !isThis);
  expect(await takeOut(one.page, laptop?.holder ?? "")).toEqual({ ok: true });
  expect(await told()).toEqual([
    ["tookOut", "Laptop"],
    "newCode",
    "passphraseRemoved",
    "passphraseSet",
    ["letIn", "Laptop"],
    "began",
  ]);
});

test("what did not come about is not told", async () => {
  await begun(one);
  one.ports.mayReach = () => Promise.resolve(false);
  await setPassphrase(one.page, "the kettle is on");
  await removePassphrase(one.page);
  await newCode(one.page);
  expect(await told()).toEqual(["began"]);
});

test("who let the other person into a room has it in the log of the room", async () => {
  const two = await roomWorld();
  await together(two);
  const { db, mentorshipId } = two.mira;
  const ofRoom = (await db.syncEvents.toArray()).filter((event) => event.space === roomSpace(mentorshipId));
  expect(ofRoom.filter(({ kind }) => kind === "letIn")).toEqual([expect.objectContaining({ name: "Tom" })]);
});

test("what was sent and fetched pushes nobody’s coming and going out of the log, nor off the page", async () => {
  await addEvents(one.db, [
    { at, space, kind: "began" },
    { at, space, kind: "letIn", name: "Laptop" },
  ]);
  for (let day = 0; day < 6; day += 1)
    await addEvents(
      one.db,
      Array.from({ length: 100 }, () => synced),
    );
  expect(await one.db.syncEvents.count()).toBe(500);
  expect(await told(30)).toEqual([["letIn", "Laptop"], "began"]);
  expect(await recentEvents(one.db, 30)).toHaveLength(32);
});

test("what is kept longer has a bound too, and leaves room for the rest", async () => {
  const letInOf = (number: number): SyncEvent => ({ at, space, kind: "letIn", name: String(number) });
  await addEvents(
    one.db,
    Array.from({ length: 300 }, () => synced),
  );
  await addEvents(
    one.db,
    Array.from({ length: 700 }, (_, number) => letInOf(number)),
  );
  for (let day = 0; day < 3; day += 1)
    await addEvents(
      one.db,
      Array.from({ length: 100 }, () => synced),
    );
  const all = await one.db.syncEvents.orderBy("n").toArray();
  expect(all).toHaveLength(500);
  const names = all.flatMap((event) => ("name" in event ? [Number(event.name)] : []));
  expect(names).toEqual(Array.from({ length: 250 }, (_, index) => 450 + index));
});
