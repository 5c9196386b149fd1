import { expect, test } from "vitest";
import { roomSpace } from "@/lib/spaces/room-place.ts";
import { enterRoom, removePartner, type RoomAnswer, roomElsewhere, shownRoom } from "@/lib/spaces/rooms.ts";
import { join } from "@/lib/spaces/set-up.ts";
import type { SpaceKeys } from "@/lib/sync/keys.ts";
import {
  ownLook,
  ownSpace,
  type Person,
  personOf,
  type RoomWorld,
  roomWorld,
  share,
  titlesOf,
  together,
} from "../sync/room-world.ts";
import { storage } from "../sync/space-world.ts";

/** Tom is in a room with Mira, and his second browser comes in while the room's storage is away. */
async function secondBrowser(): Promise<{
  two: RoomWorld;
  phone: Person;
  back: () => void;
  enter: () => Promise<RoomAnswer>;
}> {
  const two = await roomWorld();
  const { tom, world } = two;
  const code = await ownSpace(two);
  await together(two);
  await share(tom, "Shared before");
  await tom.look();
  await ownLook(tom);
  const row = await tom.db.spaces.get(roomSpace(tom.mentorshipId));
  const room = (row?.keys as SpaceKeys | undefined)?.space ?? "";
  const second = world.profile("tom-2");
  const browser = { storage: { ...storage, user: "tom" }, browserName: "Tom’s phone" };
  await join(second.page, browser, code);
  const { fetch } = second.ports;
  second.ports.fetch = (input, init) =>
    (input as string).includes(room) ? Promise.reject(new TypeError("fetch failed")) : fetch(input, init);
  const phone = await personOf(second, tom.mentorshipId);
  // To no avail: the background alone hears of it.
  await ownLook(phone).catch(() => undefined);
  return {
    two,
    phone,
    back: () => {
      second.ports.fetch = fetch;
    },
    enter: () => enterRoom(phone.page, phone.mentorshipId),
  };
}

test("who asks to come in is told that the storage is not reached, and is in when it is", async () => {
  const { phone, back, enter } = await secondBrowser();
  expect(await roomElsewhere(phone.db, phone.mentorshipId)).toBe(storage.url);
  expect(await enter()).toEqual({ ok: false, problem: "offline" });
  expect(await roomElsewhere(phone.db, phone.mentorshipId)).toBe(storage.url);
  back();
  expect(await enter()).toEqual({ ok: true });
  expect(await roomElsewhere(phone.db, phone.mentorshipId)).toBeNull();
  expect((await phone.room()).partner?.name).toBe("Mira");
  expect(await titlesOf(phone)).toEqual(["Shared before"]);
});

test("who was taken out of it meanwhile is told so", async () => {
  const { two, phone, back, enter } = await secondBrowser();
  const { mira } = two;
  expect(await removePartner(mira.page, mira.mentorshipId)).toEqual({ ok: true });
  back();
  expect(await enter()).toEqual({ ok: false, problem: "removed" });
  expect(await shownRoom(phone.db, phone.mentorshipId)).toBeNull();
});

test("a second click changes nothing", async () => {
  const { phone, back, enter } = await secondBrowser();
  back();
  expect(await Promise.all([enter(), enter()])).toEqual([{ ok: true }, { ok: true }]);
  expect(await titlesOf(phone)).toEqual(["Shared before"]);
});
