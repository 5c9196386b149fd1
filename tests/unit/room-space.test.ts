import { beforeEach, expect, test } from "vitest";
import { addCapture } from "@/lib/db/entries.ts";
import { sharedOf } from "@/lib/db/shared-rows.ts";
import { editShared, postToRoom, putAway, unshare } from "@/lib/db/shared.ts";
import { nextUndo } from "@/lib/db/undoable.ts";
import { isInRoom, isPost } from "@/lib/domain/shared.ts";
import { roomSpace } from "@/lib/spaces/room-place.ts";
import {
  acceptRoom,
  admitToRoom,
  inviteToRoom,
  leaveRoom,
  pauseRoom,
  removePartner,
  shownRoom,
  withdrawInvitation,
} from "@/lib/spaces/rooms.ts";
import { runSpace } from "@/lib/spaces/run.ts";
import { makeRoomFile, previewRoom } from "@/lib/sync/exchange.ts";
import { chanceFrom, oneOf } from "../random-rows.ts";
import {
  inStep,
  invited,
  namesOf,
  ownLook,
  ownSpace,
  type Person,
  person,
  phoneOf,
  type RoomWorld,
  roomWorld,
  share,
  titlesOf,
  together,
} from "../sync/room-world.ts";
import { type SpaceWorld, storage } from "../sync/space-world.ts";
import { expectSound, seen } from "./room-sides.ts";

/** The room of two people over a WebDAV server in memory, as the background runs it. */
let two: RoomWorld;
let world: SpaceWorld;
let mira: Person;
let tom: Person;

beforeEach(async () => {
  two = await roomWorld();
  ({ world, mira, tom } = two);
});

/** What both see alike: whose something is, each knows by ids of their own. */
async function asSeen(at: Person): Promise<unknown> {
  return Object.entries(await seen(at)).map(([id, row]) => {
    const { author, _c: _stamps, ...rest } = row as Record<string, unknown>;
    return { id, ...rest, author: (author === at.me) === (at === mira) ? "Mira" : "Tom" };
  });
}

test("a guest is let in by an invitation and five words, and both see what is shared, with its author", async () => {
  await share(mira, "Read the draft");
  await together(two);
  await share(tom, "Send the slides");
  await inStep(two);
  for (const each of [mira, tom]) expect(await titlesOf(each)).toEqual(["Read the draft", "Send the slides"]);
  expect(await asSeen(tom)).toEqual(await asSeen(mira));
  const draft = (await sharedOf(tom.db, tom.mentorshipId)).find(({ title }) => title === "Read the draft");
  expect(draft?.author).not.toBe(tom.me);
  expect(draft).toMatchObject({ visibility: "shared", mentorshipId: tom.mentorshipId });
  expect((await mira.room()).partner).toEqual({ name: "Tom", browsers: 1 });
  expect((await tom.room()).partner).toEqual({ name: "Mira", browsers: 1 });
  for (const each of [mira, tom]) await expectSound(each);
});

test("what is shown of a room has no key and no password, and the invitation is for one person", async () => {
  const text = await invited(two);
  expect(JSON.stringify(await mira.room())).not.toContain("secret");
  const how = { invitation: text, storage, names: namesOf("Tom") };
  await acceptRoom(tom.page, tom.mentorshipId, how);
  await mira.look();
  const { answers } = await mira.room();
  const admit = (words: string) =>
    admitToRoom(mira.page, mira.mentorshipId, { person: answers[0]?.id ?? "", words });
  expect(await admit("one two three four five")).toEqual({ ok: false, problem: "wordsNotIt" });
  expect(await admit((await tom.room()).asked?.words ?? "")).toEqual({ ok: true });
  const eve = await person(world, { profile: "eve", myName: "Eve", partnerName: "Mira", role: "mentee" });
  expect(await acceptRoom(eve.page, eve.mentorshipId, how)).toEqual({ ok: false, problem: "invitationUsed" });
});

test.each([
  ["what is no invitation", () => "Hello", "invitationNotOurs"],
  ["one that was cut off", (text: string) => text.slice(0, -4), "invitationDamaged"],
])("%s is refused with a reason", async (_, change, problem) => {
  const invitation = change(await invited(two));
  const how = { invitation, storage, names: namesOf("Tom") };
  expect(await acceptRoom(tom.page, tom.mentorshipId, how)).toEqual({ ok: false, problem });
  expect(await shownRoom(tom.db, tom.mentorshipId)).toBeNull();
});

test("an invitation that was taken back or ran out lets nobody in", async () => {
  const text = await invited(two);
  await withdrawInvitation(mira.page, mira.mentorshipId);
  expect((await mira.room()).invitation).toBeNull();
  const how = { invitation: text, storage, names: namesOf("Tom") };
  expect(await acceptRoom(tom.page, tom.mentorshipId, how)).toMatchObject({ problem: "invitationUsed" });
  await inviteToRoom(mira.page, mira.mentorshipId, { host: "Mira", room: "Mira and Tom" });
  const second = (await mira.room()).invitation?.text ?? "";
  world.clock.now += 8 * 86_400_000;
  const late = { ...how, invitation: second };
  expect(await acceptRoom(tom.page, tom.mentorshipId, late)).toMatchObject({ problem: "invitationExpired" });
});

test("both edit one promise: the later stands with both, and both are told of the other", async () => {
  const id = await share(mira, "Read the draft");
  await together(two);
  await editShared(tom.db, id, { title: "Read the second draft" });
  await editShared(mira.db, id, { title: "Read the whole draft" });
  await inStep(two);
  const rows = await Promise.all([mira, tom].map(({ db }) => db.shared.get(id)));
  expect(new Set(rows.map((row) => row?.title)).size).toBe(1);
  for (const row of rows) expect(row?.clashes?.["title"]).toBeDefined();
  for (const each of [mira, tom]) await expectSound(each);
});

test("what is taken back is gone from the room of both, its words too", async () => {
  const id = await share(mira, "A word too much");
  await together(two);
  expect(await titlesOf(tom)).toEqual(["A word too much"]);
  await unshare(mira.db, id);
  await inStep(two);
  expect(await titlesOf(tom)).toEqual([]);
  expect((await tom.db.shared.get(id))?.title).toBe("");
});

test("the undo key takes back what was done here, never what came from the other person", async () => {
  await together(two);
  await share(mira, "Read the draft");
  const before = await nextUndo(tom.db);
  await inStep(two);
  expect(await titlesOf(tom)).toEqual(["Read the draft"]);
  expect(await nextUndo(tom.db)).toEqual(before);
});

test("an idle look is one request, and what is not shared makes none", async () => {
  await together(two);
  world.clock.now += 300_000;
  const before = world.server.requests;
  await addCapture(tom.db, { text: "Only for me", mentorshipId: tom.mentorshipId, kind: "thought" } as never);
  await runSpace(tom.db, roomSpace(tom.mentorshipId), tom.ports);
  expect(world.server.requests - before).toBe(1);
  expect((await tom.room()).waiting).toBe(0);
});

test("paused, nothing is sent; resumed, it is", async () => {
  await together(two);
  await pauseRoom(tom.page, tom.mentorshipId, true);
  await share(tom, "Send the slides");
  await inStep(two);
  expect(await titlesOf(mira)).toEqual([]);
  expect((await tom.room()).waiting).toBe(1);
  await pauseRoom(tom.page, tom.mentorshipId, false);
  await inStep(two);
  expect(await titlesOf(mira)).toEqual(["Send the slides"]);
});

test("who was removed reads and writes nothing more, and is told; what they wrote stays", async () => {
  await together(two);
  await share(tom, "Send the slides");
  await tom.look();
  expect(await removePartner(mira.page, mira.mentorshipId)).toEqual({ ok: true });
  expect(await titlesOf(mira)).toEqual(["Send the slides"]);
  expect((await mira.room()).partner).toBeNull();
  await share(mira, "After that");
  await mira.look();
  await share(tom, "Too late");
  await tom.look();
  await mira.look();
  expect(await titlesOf(mira)).toEqual(["After that", "Send the slides"]);
  expect(await titlesOf(tom)).toEqual(["Send the slides", "Too late"]);
  expect((await tom.room()).status.problem?.kind).toBe("removed");
});

test("left, the room stays here as it is, and nothing more is asked of the storage", async () => {
  await together(two);
  await share(mira, "Read the draft");
  await inStep(two);
  await leaveRoom(tom.page, tom.mentorshipId);
  expect(await shownRoom(tom.db, tom.mentorshipId)).toBeNull();
  const before = world.server.requests;
  await tom.look();
  expect(world.server.requests).toBe(before);
  expect(await titlesOf(tom)).toEqual(["Read the draft"]);
  expect(await tom.db.batches.count()).toBe(0);
});

test("what was exchanged by file goes on over the storage, each thing once and by its author", async () => {
  await share(mira, "By file");
  const file = await makeRoomFile(mira.db, mira.mentorshipId, "test");
  await (await previewRoom(tom.db, file, tom.mentorshipId)).take({ mentorshipId: tom.mentorshipId }, false);
  await together(two);
  await share(tom, "By storage");
  await inStep(two);
  for (const each of [mira, tom]) expect(await titlesOf(each)).toEqual(["By file", "By storage"]);
  expect(await asSeen(tom)).toEqual(await asSeen(mira));
});

test("a person’s other browser comes into the room by itself, and knows what is its own", async () => {
  const code = await ownSpace(two);
  await together(two);
  await share(tom, "Send the slides");
  await share(mira, "Read the draft");
  await inStep(two);
  const phone = await phoneOf(two, code);
  const { me } = phone;
  expect((await phone.room()).partner?.name).toBe("Mira");
  await phone.look();
  expect(await titlesOf(phone)).toEqual(["Read the draft", "Send the slides"]);
  const own = (await sharedOf(phone.db, phone.mentorshipId)).filter(({ author }) => author === me);
  expect(own.map(({ title }) => title)).toEqual(["Send the slides"]);
  await share(phone, "From the phone");
  await phone.look();
  await mira.look();
  expect(await titlesOf(mira)).toContain("From the phone");
  const there = (await sharedOf(mira.db, mira.mentorshipId)).find(({ title }) => title === "From the phone");
  expect(there?.author).not.toBe(mira.me);
  // The seed is in the personal space, and no longer beside the keys.
  const row = await tom.db.spaces.get(roomSpace(tom.mentorshipId));
  expect(row?.room?.kept).toMatchObject({ isTold: true, seed: new Uint8Array() });
});

test("a browser that was there before the room was made comes into it too", async () => {
  const code = await ownSpace(two);
  await ownLook(tom);
  const second = await phoneOf(two, code);
  await together(two);
  await share(tom, "Send the slides");
  await inStep(two);
  for (let times = 0; times < 2; times += 1) for (const each of [tom, second]) await ownLook(each);
  expect((await second.room()).partner?.name).toBe("Mira");
});

test("a new browser of somebody who was taken out of a room comes into no room, and that is no error", async () => {
  const code = await ownSpace(two);
  await together(two);
  await ownLook(tom);
  expect(await removePartner(mira.page, mira.mentorshipId)).toEqual({ ok: true });
  const phone = await phoneOf(two, code);
  expect(await shownRoom(phone.db, tom.mentorshipId)).toBeNull();
});

const everythingOf = async ({ db }: Person): Promise<string> =>
  JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));

const words = ["alder", "birch", "cedar", "dogwood", "elder", "gorse", "hazel", "linden"];

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "whatever is shared, edited and taken back: both end alike, and nothing private reaches the other (seed %i)",
  { timeout: 60_000 },
  async (seed) => {
    const chance = chanceFrom(seed);
    const secrets: { of: Person; text: string }[] = [];
    await together(two);
    for (let step = 0; step < 40; step += 1) {
      const at = chance() < 0.5 ? mira : tom;
      const rows = (await sharedOf(at.db, at.mentorshipId)).filter(isInRoom);
      const row = rows.length > 0 ? oneOf(chance, rows) : undefined;
      const word = `${oneOf(chance, words)} ${step}`;
      const what = Math.floor(chance() * 8);
      if (what === 0) await share(at, word);
      else if (what === 1) await postToRoom(at.db, at.mentorshipId, { kind: "reflection", text: word });
      else if (what === 2 && row && (row.author === at.me || !isPost(row.kind)))
        await editShared(at.db, row.id, { title: word });
      else if (what === 3 && row?.author === at.me) await unshare(at.db, row.id);
      else if (what === 4 && row && row.author !== at.me) await putAway(at.db, row.id);
      else if (what === 5) {
        const secret = `PRIVATE${seed}x${step}x`;
        secrets.push({ of: at, text: secret });
        const { mentorshipId } = at;
        await addCapture(at.db, { text: secret, mentorshipId, kind: "thought" } as never);
      } else await at.look();
      world.clock.now += Math.floor(chance() * 90_000);
    }
    for (let times = 0; times < 4; times += 1) await inStep(two);
    for (const each of [mira, tom]) await expectSound(each);
    // What one of them put away is put away with them alone.
    const gone = new Set(
      [...(await tom.db.shared.toArray()), ...(await mira.db.shared.toArray())]
        .filter(({ deletedAt }) => deletedAt)
        .map(({ id }) => id),
    );
    const rest = async (at: Person) =>
      ((await asSeen(at)) as { id: string }[]).filter(({ id }) => !gone.has(id));
    expect(await rest(tom)).toEqual(await rest(mira));
    expect((await mira.room()).waiting + (await tom.room()).waiting).toBe(0);
    const stored = [...world.server.files.values()].map((bytes) => Buffer.from(bytes).toString("latin1"));
    for (const text of words) for (const file of stored) expect(file.includes(text)).toBe(false);
    // What is stored is sealed: what is private is looked for where it would have been opened.
    for (const { of, text } of secrets)
      expect(await everythingOf(of === mira ? tom : mira)).not.toContain(text);
  },
);
