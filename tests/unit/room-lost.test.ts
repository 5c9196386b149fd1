import { beforeEach, expect, onTestFinished, test } from "vitest";
import { personalSpace } from "@/lib/domain/space.ts";
import { renewRooms } from "@/lib/spaces/renew-rooms.ts";
import { roomSpace } from "@/lib/spaces/room-place.ts";
import { leaveRoom, pauseRoom, shownRoom } from "@/lib/spaces/rooms.ts";
import { browsersOf, join, newCode, stop, takeOut } from "@/lib/spaces/set-up.ts";
import { roomsHere } from "@/lib/spaces/rooms-here.ts";
import { runSpace } from "@/lib/spaces/run.ts";
import { openStorage } from "@/lib/spaces/open-storage.ts";
import { roomReplica } from "@/lib/spaces/room-replica.ts";
import { randomHex } from "@/lib/sync/bytes.ts";
import { holderOf, newIdentity } from "@/lib/sync/identity.ts";
import { KeyError } from "@/lib/sync/key-error.ts";
import { keyringOf, secretsOf, type SpaceKeys, standing } from "@/lib/sync/keys.ts";
import { letIn } from "@/lib/sync/open-space.ts";
import { openRoom, owesRenewal, roomsOf } from "@/lib/sync/rooms.ts";
import { sealerOf } from "@/lib/sync/seal.ts";
import { spaceStore } from "@/lib/sync/spaces.ts";
import { roomNeed } from "@/lib/state/room-need.ts";
import { sync } from "@/lib/sync/sync.ts";
import {
  inStep,
  ownLook,
  ownSpace,
  type Person,
  personOf,
  phoneOf,
  type RoomWorld,
  roomWorld,
  share,
  titlesOf,
  together,
} from "../sync/room-world.ts";
import { storage } from "../sync/space-world.ts";

/** Tom has three browsers in his space and in the room with Mira, and loses the phone. */
let two: RoomWorld;
let mira: Person;
let tom: Person;
let phone: Person;
let tablet: Person;
let code: string;

beforeEach(async () => {
  two = await roomWorld();
  ({ mira, tom } = two);
  code = await ownSpace(two);
  await together(two);
  await ownLook(tom);
  phone = await phoneOf(two, code);
  tablet = await tabletOf();
  await all();
});

async function tabletOf(): Promise<Person> {
  const other = two.world.profile("tom-3");
  const browser = { storage: { ...storage, user: "tom" }, browserName: "Tom’s tablet" };
  expect(await join(other.page, browser, code)).toEqual({ ok: true });
  for (let times = 0; times < 2; times += 1) await ownLook(other);
  return personOf(other, tom.mentorshipId);
}

/** Everybody who has a background looks, twice: the phone too, whoever has it now. */
async function all(...persons: Person[]): Promise<void> {
  const everybody = persons.length > 0 ? persons : [tom, phone, tablet, mira];
  for (let times = 0; times < 2; times += 1)
    for (const each of everybody) {
      two.world.clock.now += 60_000;
      if (each !== mira) await ownLook(each);
      await each.look();
    }
}

async function lose({ by = tom, name = "Tom’s phone" } = {}): Promise<void> {
  const lost = (await browsersOf(by.db)).find((each) => each.name === name);
  expect(await takeOut(by.page, lost?.holder ?? "")).toEqual({ ok: true });
}

const keysOf = async ({ db }: Person, id: string): Promise<SpaceKeys> =>
  (await db.spaces.get(id))?.keys as SpaceKeys;
const roomKeys = (at: Person): Promise<SpaceKeys> => keysOf(at, roomSpace(at.mentorshipId));
const owes = async (at: Person): Promise<boolean> =>
  owesRenewal(await keysOf(at, personalSpace), await roomKeys(at));
const keyNow = async (at: Person): Promise<string | null> => standing(await roomKeys(at)).current;
const needOf = async ({ db }: Person) =>
  (await roomsHere(db)).map((each) => roomNeed(each, db.now())?.kind)[0];
const problemOf = async (at: Person) => (await at.room()).status.problem?.kind;

/** The storage of the room cannot be reached by somebody, and that of Sync can. */
async function roomIsAway(at: Person): Promise<() => void> {
  const { space } = await roomKeys(at);
  const { fetch } = at.ports;
  at.ports.fetch = (input, init) =>
    (input as string).includes(space) ? Promise.reject(new TypeError("fetch failed")) : fetch(input, init);
  return () => {
    at.ports.fetch = fetch;
  };
}

/** What the thief can do: all that is in the database of the phone, and the storage. */
async function phoneReads(): Promise<string[]> {
  await all(phone);
  return titlesOf(phone);
}

/** Everybody but the phone is in step and in the room, and the phone reads and writes nothing more there. */
async function expectOut(): Promise<void> {
  await share(mira, "Mira after it");
  await share(tom, "Tom after it");
  await share(tablet, "Tablet after it");
  await share(phone, "Phone after it");
  await all();
  const after = ["Mira after it", "Tablet after it", "Tom after it"];
  for (const each of [mira, tom, tablet])
    expect((await titlesOf(each)).filter((title) => title.endsWith("after it"))).toEqual(after);
  expect((await phoneReads()).filter((title) => title.endsWith("after it"))).toEqual(["Phone after it"]);
  for (const each of [mira, tom, tablet]) expect(await problemOf(each)).toBeUndefined();
  expect(await problemOf(phone)).toBe("removed");
  for (const each of [tom, tablet]) expect(await owes(each)).toBe(false);
  expect((await mira.room()).partner).toEqual({ name: "Tom", browsers: 2 });
}

test("a browser that was taken out is out of the room, and what it sent before stays", async () => {
  await share(phone, "Sent before it was lost");
  await phone.look();
  await lose();
  await ownLook(tom);
  expect(await owes(tom)).toBe(false);
  await all(mira, tablet);
  for (const each of [tom, mira, tablet]) expect(await titlesOf(each)).toEqual(["Sent before it was lost"]);
  await expectOut();
});

test("the browsers that stay do so in their place: none has to come in anew", async () => {
  const before = await Promise.all([tom, tablet].map(roomKeys));
  await lose();
  await all(tom, mira, tablet);
  const after = await Promise.all([tom, tablet].map(roomKeys));
  expect(after.map(({ me }) => me.id)).toEqual(before.map(({ me }) => me.id));
  expect(new Set([await keyNow(tom), await keyNow(tablet), await keyNow(mira)]).size).toBe(1);
  // Once for all: nobody changes the key again.
  const key = await keyNow(tom);
  await all();
  expect(await keyNow(tom)).toBe(key);
});

test("what the phone knew opens the room no more, and a new browser of Tom comes in", async () => {
  const [card] = roomsOf(await keysOf(phone, personalSpace));
  await lose();
  await all(tom, tablet, mira);
  const root = openStorage({ storage }, phone.ports);
  const enter = (from = card) => {
    if (!from) throw new Error("The phone knew of the room.");
    return openRoom(root, from, { name: "Thief", now: two.world.clock.now });
  };
  await expect(enter()).rejects.toThrow(KeyError);
  const [now] = roomsOf(await keysOf(tom, personalSpace));
  expect(now?.seed).not.toBe(card?.seed);
  const fourth = two.world.profile("tom-4");
  expect(
    await join(fourth.page, { storage: { ...storage, user: "tom" }, browserName: "Tom’s new phone" }, code),
  ).toEqual({ ok: true });
  for (let times = 0; times < 2; times += 1) await ownLook(fourth);
  expect((await (await personOf(fourth, tom.mentorshipId)).room()).partner?.name).toBe("Mira");
});

test("a phone that does not care that it is out reads nothing, and neither it nor whom it lets in is read", async () => {
  await lose();
  await all(tom, tablet, mira);
  const id = roomSpace(phone.mentorshipId);
  const keys = await roomKeys(phone);
  const store = spaceStore(openStorage({ storage }, phone.ports), keys.space);
  const now = (): number => two.world.clock.now;
  const identity = await newIdentity();
  const holder = await holderOf(keys.space, identity, { kind: "browser", name: "Thief", at: now() });
  await letIn(store, keys, { secrets: await secretsOf(keys), holder, now: now() });
  await share(mira, "Hers");
  await share(phone, "Of the thief");
  await mira.look();
  const sealer = sealerOf(keyringOf(keys));
  await sync({ store, sealer, replica: roomReplica(phone.db, id), now, randomHex });
  await all(tom, tablet, mira);
  for (const each of [tom, tablet, mira]) {
    expect(await titlesOf(each)).toEqual(["Hers"]);
    expect(standing(await roomKeys(each)).holders.map(({ name }) => name)).not.toContain("Thief");
  }
  expect(await titlesOf(phone)).toEqual(["Of the thief"]);
});

test("another one that was let in with what the phone knew is out with it, before and after", async () => {
  const [card] = roomsOf(await keysOf(phone, personalSpace));
  if (!card) throw new Error("The phone knew of the room.");
  const root = openStorage({ storage }, phone.ports);
  const thief = await openRoom(root, card, { name: "Thief", now: two.world.clock.now });
  await all();
  await lose();
  await all(tom, mira, tablet);
  for (const each of [tom, mira, tablet]) {
    const names = standing(await roomKeys(each)).holders.map(({ name }) => name);
    expect(names.toSorted()).toEqual(["Mira", "Mira’s laptop", "Tom", "Tom’s laptop", "Tom’s tablet"]);
    expect(standing(await roomKeys(each)).removed.has(thief.me.id)).toBe(true);
  }
  await expectOut();
});

test("while the room cannot be reached it stays owed, and is made up for at a look when it can", async () => {
  const back = await roomIsAway(tom);
  const key = await keyNow(tom);
  await lose();
  await ownLook(tom);
  expect(await owes(tom)).toBe(true);
  expect(await needOf(tom)).toBe("keys");
  expect(await keyNow(mira)).toBe(key);
  // It is asked for no more often than the room itself.
  const before = two.world.server.requests;
  await renewRooms(tom.db, tom.ports);
  expect(two.world.server.requests - before).toBeLessThan(10);
  back();
  two.world.clock.now += 3_600_000;
  await ownLook(tom);
  expect(await owes(tom)).toBe(false);
  expect(await needOf(tom)).toBeUndefined();
  await all(mira, tom);
  expect(await keyNow(mira)).not.toBe(key);
  await expectOut();
});

test("another browser of the person does it, where the one that took it out never comes back", async () => {
  await roomIsAway(tom);
  await lose();
  await ownLook(tom);
  expect(await needOf(tom)).toBe("keys");
  await all(tablet, mira);
  expect(await owes(tablet)).toBe(false);
  // Who took it out hears of it from the storage of Sync.
  await ownLook(tom);
  expect(await needOf(tom)).toBeUndefined();
  await share(phone, "Phone after it");
  await share(tablet, "Tablet after it");
  await all(phone, tablet, mira, phone);
  expect(await titlesOf(mira)).toEqual(["Tablet after it"]);
  expect(await titlesOf(phone)).toEqual(["Phone after it"]);
});

test("where Sync is stopped before it was done, that is told until the room is left or Sync is back", async () => {
  const back = await roomIsAway(tom);
  await lose();
  await ownLook(tom);
  await stop(tom.page);
  back();
  await tom.look();
  expect(await needOf(tom)).toBe("keysOff");
  const browser = { storage: { ...storage, user: "tom" }, browserName: "Tom’s laptop" };
  expect(await join(tom.page, browser, code)).toEqual({ ok: true });
  two.world.clock.now += 3_600_000;
  await all(tom, tablet, mira);
  expect(await needOf(tom)).toBeUndefined();
  await expectOut();
});

test("it is done in a room that is paused, and nothing else is", async () => {
  await pauseRoom(tom.page, tom.mentorshipId, true);
  await lose();
  await ownLook(tom);
  expect(await owes(tom)).toBe(false);
  await share(mira, "Hers");
  await all(mira, tom);
  expect(await titlesOf(tom)).toEqual([]);
  await pauseRoom(tom.page, tom.mentorshipId, false);
  await expectOut();
});

test.each([
  ["before anything is written", 0],
  ["with some of the new keys written", 8],
  ["with the new key not told of", 14],
  ["with the new key told of, and not marked", 16],
  ["with the phone not told", 18],
  ["with all of it there, and not kept here", 19],
  ["with all of it kept here", 20],
  ["with the other browsers not told", 26],
  ["with the other browsers told, and not known here", 27],
])("it may end %s, and the next look ends it", async (_, after) => {
  const { fetch } = tom.ports;
  await lose();
  const { space } = await roomKeys(tom);
  let requests = 0;
  // Nothing is answered any more. When all is over, the locks are given back.
  const over = new Promise<never>((_answer, reject) => {
    onTestFinished(() => reject(new TypeError("ended")));
  });
  const died = new Promise<void>((resolve) => {
    tom.ports.fetch = (input, init) => {
      const isWrite = init?.method === "PUT" && (input as string).includes(space);
      if ((isWrite || requests > 0) && (requests += 1) > after) {
        resolve();
        return over;
      }
      return fetch(input, init);
    };
  });
  void ownLook(tom).catch(() => undefined);
  await died;
  tom = await restarted(tom);
  await all(tom, mira, tablet, tom);
  expect(await owes(tom)).toBe(false);
  await expectOut();
});

/** The same database in another background: what the one before held in memory, its locks too, is gone. */
async function restarted(at: Person): Promise<Person> {
  const fresh = two.world.profile("tom-again");
  await fresh.db.open();
  for (const table of at.db.tables) await fresh.db.table(table.name).bulkPut(await table.toArray());
  return personOf(fresh, at.mentorshipId);
}

test("two that take out two others at the same time, and both change the keys: all who stay are in", async () => {
  const watch = await fourthOf();
  const back = await roomIsAway(tom);
  const backToo = await roomIsAway(tablet);
  // Neither hears of what the other does.
  const { files } = two.world.server;
  const snapshot = new Map(files);
  await lose();
  const written = new Map([...files].filter(([name]) => !snapshot.has(name)));
  const gone = [...snapshot.keys()].filter((name) => !files.has(name));
  files.clear();
  for (const [name, bytes] of snapshot) files.set(name, bytes);
  await lose({ by: tablet, name: "Tom’s watch" });
  for (const [name, bytes] of written) files.set(name, bytes);
  for (const name of gone) files.delete(name);
  back();
  backToo();
  two.world.clock.now += 3_600_000;
  await all(tom, tablet, mira);
  await all(tom, tablet, mira);
  await expectOut();
  await share(watch, "Watch after it");
  await all(watch, tom, mira);
  expect(await titlesOf(mira)).not.toContain("Watch after it");
  expect(await problemOf(watch)).toBe("removed");
});

async function fourthOf(): Promise<Person> {
  const other = two.world.profile("tom-5");
  const browser = { storage: { ...storage, user: "tom" }, browserName: "Tom’s watch" };
  expect(await join(other.page, browser, code)).toEqual({ ok: true });
  for (let times = 0; times < 2; times += 1) await ownLook(other);
  const watch = await personOf(other, tom.mentorshipId);
  await all(tom, tablet, watch, mira);
  return watch;
}

test("one that nobody was told of in the room comes in again by itself, and loses nothing", async () => {
  // As of a version that did not tell.
  for (const each of [tom, tablet, phone]) {
    const keys = await keysOf(each, personalSpace);
    const notices = keys.notices.filter(({ notice }) => notice.what !== "inRoom");
    const told = keys.notices.filter(({ notice }) => notice.what === "inRoom").map(({ name }) => name);
    await each.db.spaces.update(personalSpace, { keys: { ...keys, notices } });
    for (const file of two.world.server.files.keys())
      if (told.some((name) => file.endsWith(name))) two.world.server.files.delete(file);
  }
  await share(tablet, "Not sent yet");
  const { me } = await roomKeys(tablet);
  await lose();
  // It tells of itself at its own look, and here it had none before.
  await renewRooms(tom.db, tom.ports);
  await all(tom, tablet, mira);
  expect((await roomKeys(tablet)).me.id === me.id).toBe(false);
  await all(tom, tablet, mira);
  expect(await titlesOf(mira)).toEqual(["Not sent yet"]);
  await expectOut();
});

test("a recovery code that was replaced opens the rooms no more either", async () => {
  const [card] = roomsOf(await keysOf(tom, personalSpace));
  if (!card) throw new Error("Tom knows of the room.");
  expect(await newCode(tom.page)).toMatchObject({ ok: true });
  await all();
  const root = openStorage({ storage }, tom.ports);
  const enter = openRoom(root, card, { name: "Finder of the paper", now: two.world.clock.now });
  await expect(enter).rejects.toThrow("replaced");
  for (const each of [tom, phone, tablet]) {
    expect(await problemOf(each)).toBeUndefined();
    await share(each, "Go on");
  }
  await all();
  expect(await titlesOf(mira)).toEqual(["Go on", "Go on", "Go on"]);
});

test("a room that was left is left, also where it was owed", async () => {
  const back = await roomIsAway(tom);
  await lose();
  await leaveRoom(tom.page, tom.mentorshipId);
  back();
  await all(tom, tablet);
  expect(await shownRoom(tom.db, tom.mentorshipId)).toBeNull();
  expect(await shownRoom(tablet.db, tom.mentorshipId)).toBeNull();
});

test("nothing is asked of the storages for it where nobody is out", async () => {
  await inStep(two);
  const before = two.world.server.requests;
  await renewRooms(tom.db, tom.ports);
  await runSpace(tom.db, personalSpace, tom.ports);
  expect(two.world.server.requests - before).toBeLessThan(2);
});
