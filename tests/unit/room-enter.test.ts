import { expect, test } from "vitest";
import { roomSpace } from "@/lib/spaces/room-place.ts";
import {
  enterRoom,
  removePartner,
  type RoomAnswer,
  roomElsewhere,
  type RoomLogin,
  shownRoom,
} from "@/lib/spaces/rooms.ts";
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
  /** The storage is reached again, by this login or by any. */
  back: (only?: RoomLogin) => void;
  enter: (login?: RoomLogin) => Promise<RoomAnswer>;
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
    back: (only) => {
      const header = only && `Basic ${btoa(`${only.user}:${only.password}`)}`;
      second.ports.fetch = (input, init) =>
        header &&
        (input as string).includes(room) &&
        new Headers(init?.headers).get("authorization") !== header
          ? Promise.resolve(new Response(null, { status: 401 }))
          : fetch(input, init);
    },
    enter: (login) => enterRoom(phone.page, phone.mentorshipId, login),
  };
}

test("who asks to come in is told that the storage is not reached, and is in when it is", async () => {
  const { phone, back, enter } = await secondBrowser();
  const place = { url: storage.url, user: storage.user };
  expect(await roomElsewhere(phone.db, phone.mentorshipId)).toEqual(place);
  expect(await enter()).toEqual({ ok: false, problem: "offline" });
  expect(await roomElsewhere(phone.db, phone.mentorshipId)).toEqual(place);
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

test("where the login of the other browser is refused, another one is tried, and kept for this browser", async () => {
  const { phone, back, enter } = await secondBrowser();
  const login = { user: "tom", password: "new words" };
  back(login);
  expect(await enter()).toEqual({ ok: false, problem: "refused" });
  expect(await enter({ ...login, password: "old words" })).toEqual({ ok: false, problem: "refused" });
  expect(await enter(login)).toEqual({ ok: true });
  await share(phone, "Shared here");
  await phone.look();
  expect((await phone.room()).status).toMatchObject({ state: "idle", problem: null });
  expect(await titlesOf(phone)).toEqual(["Shared before", "Shared here"]);
});
