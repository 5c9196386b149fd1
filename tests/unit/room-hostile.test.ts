import { beforeEach, expect, test } from "vitest";
import { addCommitment } from "@/lib/db/commitments.ts";
import { postToRoom, putAway, setRoomLeft } from "@/lib/db/shared.ts";
import { deleteForGood } from "@/lib/db/trash.ts";
import type { Change } from "@/lib/domain/change.ts";
import { isStamp, latestInstant, type Stamp } from "@/lib/domain/hlc.ts";
import type { Shared } from "@/lib/domain/shared.ts";
import { roomSpace } from "@/lib/spaces/room-place.ts";
import { followOwnRooms } from "@/lib/spaces/own-rooms.ts";
import { NotAllowed } from "@/lib/spaces/problem-kind.ts";
import { leaveRoom, pauseRoom, removePartner, roomElsewhere, shownRoom } from "@/lib/spaces/rooms.ts";
import { stop } from "@/lib/spaces/set-up.ts";
import {
  inStep,
  ownLook,
  ownSpace,
  type Person,
  phoneOf,
  type RoomWorld,
  roomWorld,
  share,
  titlesOf,
  together,
} from "../sync/room-world.ts";
import { storage } from "../sync/space-world.ts";

/** A partner who means no good, a storage that fails at the wrong moment, and what people do in between. */
let two: RoomWorld;

beforeEach(async () => {
  two = await roomWorld();
});

/** Writes a row and its entry past all verbs, as a changed Milepost could. */
async function forge(at: Person, id: string, patch: Partial<Shared>, stamp: Stamp): Promise<void> {
  const before = await at.db.shared.get(id);
  const stamps = Object.fromEntries(Object.keys(patch).map((field) => [field, stamp]));
  const row = { ...(before ?? { id, mentorshipId: at.mentorshipId }), ...patch };
  await at.db.shared.put({ ...row, _c: { ...before?._c, ...stamps } } as Shared);
  const change: Change = {
    table: "shared",
    id,
    space: "room",
    patch,
    stamp,
    base: {},
    act: at.db.newId(),
    did: "editShared",
    author: at.me,
    at: stamp[0],
  };
  await at.db.changes.add(change);
}

test("nobody begins a post in the other’s name, whatever stamp it carries", async () => {
  const { mira, tom, world } = two;
  await together(two);
  await share(tom, "Own thing");
  await inStep(two);
  const writer = (await tom.db.metaOf("identity"))?.writer ?? "";
  const space = (await mira.db.shared.toArray())[0]?.space ?? "";
  const author = (await mira.db.mentorships.get(mira.mentorshipId))?.partnerId ?? "";
  const { now } = world.clock;
  const post = { author, createdAt: now, kind: "reflection", space, visibility: "shared", text: "I quit" };
  await forge(mira, "forged", { ...post, title: "" } as Partial<Shared>, [now, 0, writer]);
  await inStep(two);
  expect(await tom.db.shared.get("forged")).toBeUndefined();
});

test("nobody changes what the other posted, whatever stamp it carries", async () => {
  const { mira, tom, world } = two;
  await together(two);
  await postToRoom(tom.db, tom.mentorshipId, { kind: "reflection", text: "I liked it" });
  await inStep(two);
  const id = (await tom.db.shared.toArray())[0]?.id ?? "";
  world.clock.now += 1_000;
  await forge(mira, id, { text: "I hated it" }, [world.clock.now, 0, "another"]);
  await inStep(two);
  expect((await tom.db.shared.get(id))?.text).toBe("I liked it");
});

test("no stamp of the other drives one’s own clock to its end", async () => {
  const { mira, tom } = two;
  const code = await ownSpace(two);
  await together(two);
  const id = await share(mira, "Read the draft");
  await inStep(two);
  await forge(mira, id, { title: "Read it" }, [latestInstant, 2 ** 52, "another"]);
  await inStep(two);
  await addCommitment(tom.db, {
    mentorshipId: tom.mentorshipId,
    title: "Later",
    owner: "me",
    dueOn: "2026-12-01",
  });
  const last = await tom.db.changes.orderBy(":id").last();
  expect(isStamp(last?.stamp)).toBe(true);
  const phone = await phoneOf(two, code);
  expect(await phone.db.commitments.count()).toBe(1);
});

test("a mentorship that is deleted for good takes its room along: nothing is asked of the storage any more", async () => {
  const { tom, world } = two;
  await together(two);
  await tom.db.mentorships.update(tom.mentorshipId, { deletedAt: world.clock.now });
  await deleteForGood(tom.db, [{ table: "mentorships", id: tom.mentorshipId }]);
  expect(await tom.db.spaces.get(roomSpace(tom.mentorshipId))).toBeUndefined();
  const before = world.server.requests;
  await tom.look();
  expect(world.server.requests).toBe(before);
});

test("what somebody wrote is fetched before they are taken out, also where the room was paused", async () => {
  const { mira, tom } = two;
  await together(two);
  await pauseRoom(mira.page, mira.mentorshipId, true);
  await share(tom, "Written meanwhile");
  await tom.look();
  expect(await removePartner(mira.page, mira.mentorshipId)).toEqual({ ok: true });
  expect(await titlesOf(mira)).toEqual(["Written meanwhile"]);
});

test("where it cannot be fetched nobody is taken out", async () => {
  const { mira, tom, world } = two;
  await together(two);
  await share(tom, "Not fetched yet");
  await tom.look();
  world.server.fails = () => Promise.reject(new TypeError("fetch failed"));
  expect(await removePartner(mira.page, mira.mentorshipId)).toEqual({ ok: false, problem: "offline" });
  world.server.fails = null;
  await mira.look();
  expect(await titlesOf(mira)).toEqual(["Not fetched yet"]);
  expect((await mira.room()).partner?.name).toBe("Tom");
});

test("what was put away in one browser stays away in both", async () => {
  const { mira, tom, world } = two;
  const code = await ownSpace(two);
  await together(two);
  const id = await share(mira, "Hers");
  await inStep(two);
  const phone = await phoneOf(two, code);
  await phone.look();
  expect(await titlesOf(phone)).toEqual(["Hers"]);
  world.clock.now += 60_000;
  await putAway(tom.db, id);
  for (let times = 0; times < 3; times += 1) {
    world.clock.now += 60_000;
    for (const each of [tom, phone]) {
      await ownLook(each);
      await each.look();
    }
    await mira.look();
  }
  expect([await titlesOf(tom), await titlesOf(phone)]).toEqual([[], []]);
});

test("after Sync was stopped and set up anew, other browsers find the room again", async () => {
  const { tom, world } = two;
  await ownSpace(two);
  await together(two);
  await ownLook(tom);
  await stop(tom.page);
  const row = await tom.db.spaces.get(roomSpace(tom.mentorshipId));
  const { space: room } = (row?.keys ?? { space: "" }) as { space: string };
  for (const name of world.server.files.keys()) if (!name.includes(room)) world.server.files.delete(name);
  const code = await ownSpace(two);
  const phone = await phoneOf(two, code);
  expect((await phone.room()).partner?.name).toBe("Mira");
});

test("a room on a storage is not taken for one’s own space", async () => {
  const { tom } = two;
  await together(two);
  await ownSpace(two, "me");
  expect(await tom.db.spaces.count()).toBe(2);
});

test("a room is left though the storage of Sync is away; the other browsers are told when it is back", async () => {
  const { mira, tom, world } = two;
  const code = await ownSpace(two);
  await together(two);
  await share(mira, "Hers");
  await inStep(two);
  const phone = await phoneOf(two, code);
  expect(await shownRoom(phone.db, phone.mentorshipId)).not.toBeNull();
  world.server.fails = () => Promise.reject(new TypeError("fetch failed"));
  expect(await leaveRoom(tom.page, tom.mentorshipId)).toEqual({ ok: true });
  expect(await shownRoom(tom.db, tom.mentorshipId)).toBeNull();
  await setRoomLeft(tom.db, tom.mentorshipId, true);
  world.server.fails = null;
  for (let times = 0; times < 2; times += 1) for (const each of [tom, phone]) await ownLook(each);
  expect(await shownRoom(phone.db, phone.mentorshipId)).toBeNull();
  expect(await tom.db.spaces.get(roomSpace(tom.mentorshipId))).toBeUndefined();
  expect(await titlesOf(phone)).toEqual(["Hers"]);
});

test("a browser that may not reach the room of another one says where it is", async () => {
  const { tom, world } = two;
  const code = await ownSpace(two);
  await together(two);
  const phone = await phoneOf(two, code);
  expect(await roomElsewhere(phone.db, phone.mentorshipId)).toBeNull();
  // As if the permission had not been there.
  await phone.db.spaces.delete(roomSpace(phone.mentorshipId));
  world.mayReach = false;
  await expect(followOwnRooms(phone.db, phone.ports)).rejects.toThrow(NotAllowed);
  expect(await roomElsewhere(phone.db, phone.mentorshipId)).toEqual({ url: storage.url, user: storage.user });
  world.mayReach = true;
  await followOwnRooms(phone.db, phone.ports);
  expect((await phone.room()).partner?.name).toBe("Mira");
  expect(tom.mentorshipId).toBe(phone.mentorshipId);
});

test("what cannot be read is kept aside within bounds, and a room has no more than twenty names", async () => {
  const { mira, tom, world } = two;
  await together(two);
  await share(mira, "Hers");
  await inStep(two);
  const author = mira.me;
  for (let n = 0; n < 40; n += 1) {
    world.clock.now += 1_000;
    const text = `${"x".repeat(40_000)}${n}`;
    const post = {
      author,
      createdAt: world.clock.now,
      kind: "reflection",
      visibility: "shared",
      title: "",
      text,
    };
    await forge(mira, `odd-${n}`, { ...post, space: `room-${n}` } as Partial<Shared>, [
      world.clock.now,
      0,
      "w",
    ]);
  }
  await inStep(two);
  const row = await tom.db.spaces.get(roomSpace(tom.mentorshipId));
  expect(JSON.stringify(row?.room?.kept).length).toBeLessThan(700_000);
  expect((await tom.db.mentorships.get(tom.mentorshipId))?.roomIds?.length).toBeLessThanOrEqual(20);
  expect(await titlesOf(tom)).toContain("Hers");
});
