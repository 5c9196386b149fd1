import { expect, test } from "vitest";
import { personalSpace } from "@/lib/domain/space.ts";
import { roomSpace } from "@/lib/spaces/room-place.ts";
import {
  beginRoom,
  enterRoom,
  forgetRoom,
  leaveRoom,
  removePartner,
  type RoomAnswer,
  roomElsewhere,
  type RoomLogin,
  shownRoom,
} from "@/lib/spaces/rooms.ts";
import { hearOfRooms } from "@/lib/spaces/renew-rooms.ts";
import { browsersOf, join, takeOut } from "@/lib/spaces/set-up.ts";
import type { SpaceKeys } from "@/lib/sync/keys.ts";
import {
  namesOf,
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
  /** To Tom's own storage. */
  code: string;
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
  // What Tom shared is in his own space too; this is in the room alone.
  await share(two.mira, "Hers");
  await two.mira.look();
  return {
    two,
    code,
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

/** A look that brought something. */
async function hearsOfRooms(at: Person): Promise<void> {
  await hearOfRooms(at.db, at.ports);
  await ownLook(at);
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
  await phone.look();
  expect((await phone.room()).partner?.name).toBe("Mira");
  expect(await titlesOf(phone)).toEqual(["Hers", "Shared before"]);
});

test("who was taken out of it meanwhile is told so", async () => {
  const { two, phone, back, enter } = await secondBrowser();
  const { mira } = two;
  expect(await removePartner(mira.page, mira.mentorshipId)).toEqual({ ok: true });
  back();
  expect(await enter()).toEqual({ ok: false, problem: "notInRoom" });
  expect(await shownRoom(phone.db, phone.mentorshipId)).toBeNull();
  expect(await forgetRoom(phone.page, phone.mentorshipId)).toEqual({ ok: true });
  expect(await roomElsewhere(phone.db, phone.mentorshipId)).toBeNull();
});

test("a room that is forgotten is left by the person's other browsers, and another one can be made", async () => {
  const { two, phone, back } = await secondBrowser();
  const { tom } = two;
  expect(await forgetRoom(phone.page, phone.mentorshipId)).toEqual({ ok: true });
  back();
  await ownLook(phone);
  await hearsOfRooms(tom);
  expect(await shownRoom(tom.db, tom.mentorshipId)).toBeNull();
  expect(await titlesOf(tom)).toEqual(["Shared before"]);
  const begun = { storage, names: namesOf("Tom") };
  expect(await beginRoom(phone.page, phone.mentorshipId, begun)).toEqual({ ok: true });
  await ownLook(phone);
  await hearsOfRooms(tom);
  expect(await shownRoom(tom.db, tom.mentorshipId)).toMatchObject({ side: "host", partner: null });
});

test("who was given other keys meanwhile comes in with these", async () => {
  const { two, code, phone, back, enter } = await secondBrowser();
  const { tom, world } = two;
  const tablet = world.profile("tom-3");
  await join(tablet.page, { storage: { ...storage, user: "tom" }, browserName: "Tom’s tablet" }, code);
  await ownLook(tablet);
  await ownLook(tom);
  const lost = (await browsersOf(tom.db)).find(({ name }) => name === "Tom’s tablet");
  expect(await takeOut(tom.page, lost?.holder ?? "")).toEqual({ ok: true });
  await ownLook(tom);
  back();
  expect(await enter()).toEqual({ ok: true });
  await phone.look();
  expect(await titlesOf(phone)).toEqual(["Hers", "Shared before"]);
});

test("a browser that was taken out of Sync is not shown the room, and does not get in", async () => {
  const { two, phone, back, enter } = await secondBrowser();
  const { tom } = two;
  await ownLook(tom);
  const lost = (await browsersOf(tom.db)).find(({ name }) => name === "Tom’s phone");
  expect(await takeOut(tom.page, lost?.holder ?? "")).toEqual({ ok: true });
  back();
  expect(await enter()).toEqual({ ok: false, problem: "removed" });
  expect(await roomElsewhere(phone.db, phone.mentorshipId)).toBeNull();
  expect(await shownRoom(phone.db, phone.mentorshipId)).toBeNull();
});

test("a room that was left is told of as left before another one takes its place", async () => {
  const { two, phone, back } = await secondBrowser();
  const { mira, tom } = two;
  back();
  await ownLook(phone);
  // The storage of Sync is away when Tom leaves, and that of the room is not.
  const { fetch } = tom.ports;
  const own = ((await tom.db.spaces.get(personalSpace))?.keys as SpaceKeys | undefined)?.space ?? "";
  tom.ports.fetch = (input, init) =>
    (input as string).includes(own) ? Promise.reject(new TypeError("fetch failed")) : fetch(input, init);
  expect(await leaveRoom(tom.page, tom.mentorshipId)).toEqual({ ok: true });
  const begun = { storage, names: namesOf("Tom") };
  expect(await beginRoom(tom.page, tom.mentorshipId, begun)).toEqual({ ok: false, problem: "offline" });
  tom.ports.fetch = fetch;
  expect(await beginRoom(tom.page, tom.mentorshipId, begun)).toEqual({ ok: true });
  await share(tom, "For the new room");
  for (let times = 0; times < 2; times += 1) {
    await ownLook(tom);
    await hearsOfRooms(phone);
  }
  for (const each of [tom, phone, mira]) await each.look();
  expect((await phone.room()).side).toBe("host");
  expect(await titlesOf(mira)).toEqual(["Hers", "Shared before"]);
});

test("a second click changes nothing", async () => {
  const { two, phone, back, enter } = await secondBrowser();
  back();
  expect(await Promise.all([enter(), enter()])).toEqual([{ ok: true }, { ok: true }]);
  await phone.look();
  expect(await titlesOf(phone)).toEqual(["Hers", "Shared before"]);
  await two.mira.look();
  expect((await two.mira.room()).partner).toEqual({ name: "Tom", browsers: 2 });
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
  expect(await titlesOf(phone)).toEqual(["Hers", "Shared before", "Shared here"]);
});
