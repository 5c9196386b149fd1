import { beforeEach, expect, test } from "vitest";
import { addCommitment } from "@/lib/db/commitments.ts";
import { sharedOf } from "@/lib/db/shared-rows.ts";
import { editShared, postToRoom, putAway, unshare } from "@/lib/db/shared.ts";
import { visitRoom } from "@/lib/db/visits.ts";
import { mostLookedAt, newsOfRoom } from "@/lib/spaces/room-news.ts";
import { makeRoomFile } from "@/lib/sync/exchange.ts";
import {
  inStep,
  ownLook,
  ownSpace,
  type Person,
  phoneOf,
  type RoomWorld,
  roomWorld,
  share,
  together,
} from "../sync/room-world.ts";
import { open } from "./room-sides.ts";

/** What is new for each of two people whose room goes over a storage. */
let two: RoomWorld;
let mira: Person;
let tom: Person;

beforeEach(async () => {
  two = await roomWorld();
  ({ mira, tom } = two);
  await together(two);
});

async function post(at: Person, text: string): Promise<string> {
  await postToRoom(at.db, at.mentorshipId, { kind: "reflection", text });
  return (await sharedOf(at.db, at.mentorshipId)).find((row) => row.text === text)?.id ?? "";
}

/** By what it says, and how it is marked. */
async function news(at: Person): Promise<Record<string, string>> {
  const { kinds } = await newsOfRoom(at.db, at.mentorshipId);
  const rows = await at.db.shared.bulkGet([...kinds.keys()]);
  return Object.fromEntries(rows.map((row) => [row?.text || row?.title, kinds.get(row?.id ?? "")]));
}

async function see(at: Person): Promise<void> {
  const { upTo } = await newsOfRoom(at.db, at.mentorshipId);
  await visitRoom(at.db, at.mentorshipId, upTo);
}

test("what the other person posts and shares is new until the room was seen, and then only what comes later", async () => {
  expect(await news(tom)).toEqual({});
  await post(mira, "Rehearse it aloud");
  await share(mira, "Read the draft");
  await inStep(two);
  expect(await news(tom)).toEqual({ "Rehearse it aloud": "new", "Read the draft": "new" });
  await see(tom);
  expect(await news(tom)).toEqual({});
  await post(mira, "And once more");
  await inStep(two);
  expect(await news(tom)).toEqual({ "And once more": "new" });
});

test("what is changed after it was seen counts as changed, also what is one’s own; what is changed before stays new", async () => {
  const theirs = await post(mira, "Rehearse it");
  const mine = await share(tom, "Send the slides");
  await inStep(two);
  await editShared(mira.db, theirs, { text: "Rehearse it twice" });
  await inStep(two);
  expect(await news(tom)).toEqual({ "Rehearse it twice": "new" });
  await see(tom);
  await editShared(mira.db, theirs, { text: "Rehearse it three times" });
  await editShared(mira.db, mine, { state: "done" });
  await inStep(two);
  expect(await news(tom)).toEqual({ "Rehearse it three times": "changed", "Send the slides": "changed" });
});

test("one’s own posts and edits are never new, nor what stays private", async () => {
  const theirs = await share(mira, "Read the draft");
  await inStep(two);
  await see(tom);
  const mine = await post(tom, "It was shorter");
  await editShared(tom.db, mine, { text: "It was much shorter" });
  await editShared(tom.db, theirs, { state: "done" });
  const { mentorshipId } = mira;
  await addCommitment(mira.db, { mentorshipId, title: "Mine alone", owner: "me", dueOn: "2026-12-01" });
  await inStep(two);
  await inStep(two);
  expect(await news(tom)).toEqual({});
  expect(await news(mira)).toEqual({ "It was much shorter": "new", "Read the draft": "changed" });
});

test("what was taken back, or put away here, is not new", async () => {
  const back = await post(mira, "A word too much");
  const away = await post(mira, "Not for now");
  await inStep(two);
  expect(Object.keys(await news(tom)).length).toBe(2);
  await unshare(mira.db, back);
  await putAway(tom.db, away);
  await inStep(two);
  expect(await news(tom)).toEqual({});
});

test("what comes late is new, however long ago it was written and whatever the other clock says", async () => {
  const { clock } = two.world;
  const real = clock.now;
  clock.now = real - 400 * 86_400_000;
  await post(mira, "From a clock that is behind");
  clock.now = real;
  await post(mira, "From today");
  const file = await makeRoomFile(mira.db, mira.mentorshipId, "test");
  clock.now = real + 90 * 86_400_000;
  await see(tom);
  await postToRoom(tom.db, tom.mentorshipId, { kind: "result", text: "Later, by far" });
  await open(tom, file);
  expect(await news(tom)).toEqual({ "From a clock that is behind": "new", "From today": "new" });
  const first = (await sharedOf(tom.db, tom.mentorshipId)).find(({ text }) => text?.includes("behind"));
  expect(first?.createdAt).toBeLessThan(real);
});

test("what the person wrote in another browser of theirs is not new here", async () => {
  const code = await ownSpace(two);
  const phone = await phoneOf(two, code);
  await phone.look();
  const theirs = await share(mira, "Read the draft");
  await inStep(two);
  await phone.look();
  await see(tom);
  await post(phone, "From the phone");
  await editShared(phone.db, theirs, { state: "done" });
  await phone.look();
  await ownLook(tom);
  await inStep(two);
  expect((await tom.db.shared.get(theirs))?.state).toBe("done");
  expect(await news(tom)).toEqual({});
  expect(await news(mira)).toEqual({ "From the phone": "new", "Read the draft": "changed" });
});

test("of the log only what was done in a room since the last visit is read, and no more than so much of it", async () => {
  await post(mira, "Seen");
  await inStep(two);
  await see(tom);
  await post(mira, "Not seen");
  await inStep(two);
  const [some] = await tom.db.changes.toArray();
  const filler = (table: "notes" | "shared", count: number) =>
    Array.from({ length: count }, () => {
      const { n: _n, ...change } = some ?? ({} as never);
      return { ...change, table, id: "filler" };
    });
  await tom.db.changes.bulkAdd(filler("notes", 3_000));
  let reads = 0;
  const count = <T>(change: T): T => {
    reads += 1;
    return change;
  };
  tom.db.changes.hook("reading", count);
  expect(await news(tom)).toEqual({ "Not seen": "new" });
  // It came in, and got its place among the records of this browser.
  expect(reads).toBe(2);
  await tom.db.changes.bulkAdd(filler("shared", mostLookedAt + 100));
  reads = 0;
  await news(tom);
  expect(reads).toBe(mostLookedAt);
});
