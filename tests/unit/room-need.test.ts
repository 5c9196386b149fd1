import { expect, test } from "vitest";
import { noStatus, type SyncProblemKind } from "@/lib/domain/space.ts";
import { admitToRoom, acceptRoom, leaveRoom } from "@/lib/spaces/rooms.ts";
import { roomsHere } from "@/lib/spaces/rooms-here.ts";
import { longAwayMs, roomNeed } from "@/lib/state/room-need.ts";
import { invited, namesOf, type Person, roomWorld } from "../sync/room-world.ts";
import { storage } from "../sync/space-world.ts";

const now = 1_000 * longAwayMs;
const room = (
  kind: SyncProblemKind | null,
  { forMs = 60_000, answers = 0, paused = false, owesKeys = false, hasSync = true } = {},
) => ({
  paused,
  answers,
  owesKeys,
  hasSync,
  status: {
    ...noStatus,
    checkedAt: 1,
    problem: kind && { kind, since: now - forMs },
  },
});

test.each(["refused", "full", "notStorage", "notAllowed", "asksAboutEmpty", "removed"] as const)(
  "a room tells outside its page that its storage is %s",
  (kind) => {
    expect(roomNeed(room(kind), now)).toMatchObject({ kind: "problem", view: { words: kind } });
  },
);

test.each(["offline", "busy", "failed"] as const)("what passes by itself is told after a day: %s", (kind) => {
  expect(roomNeed(room(kind), now)).toBeNull();
  expect(roomNeed(room(kind, { forMs: longAwayMs - 1 }), now)).toBeNull();
  expect(roomNeed(room(kind, { forMs: longAwayMs }), now)).toMatchObject({ kind: "away" });
});

test("it stays while it is tried again", () => {
  const { status, ...rest } = room("refused");
  expect(roomNeed({ ...rest, status: { ...status, state: "syncing" } }, now)).toMatchObject({
    kind: "problem",
  });
});

test("somebody who asks to come in is told, also while the network is away", () => {
  expect(roomNeed(room(null, { answers: 1 }), now)).toEqual({ kind: "asks" });
  expect(roomNeed(room("offline", { answers: 1 }), now)).toEqual({ kind: "asks" });
});

test("where somebody who was taken out can still read, that is told at once, also of a room that rests", () => {
  expect(roomNeed(room("offline", { owesKeys: true, answers: 1 }), now)).toMatchObject({ kind: "keys" });
  expect(roomNeed(room("refused", { owesKeys: true, paused: true }), now)).toMatchObject({
    kind: "keys",
    view: { words: "refused", tone: "problem" },
  });
  // In a moment it is done.
  expect(roomNeed(room(null, { owesKeys: true }), now)).toBeNull();
  // Unless nobody does it any more.
  expect(roomNeed(room(null, { owesKeys: true, hasSync: false }), now)).toEqual({ kind: "keysOff" });
});

test("of a room that is well, or rests, nothing is said", () => {
  expect(roomNeed(room(null), now)).toBeNull();
  expect(roomNeed(room("refused", { answers: 1, paused: true }), now)).toBeNull();
});

test("an answer to an invitation is told until somebody is let in, and a room that was left is not told of", async () => {
  const two = await roomWorld();
  const { mira, tom } = two;
  const needsOf = async ({ db }: Person) => (await roomsHere(db)).map((each) => roomNeed(each, db.now()));
  const invitation = await invited(two);
  expect(await needsOf(mira)).toEqual([null]);
  await acceptRoom(tom.page, tom.mentorshipId, { invitation, storage, names: namesOf("Tom") });
  expect(await needsOf(tom)).toEqual([null]);
  await mira.look();
  expect(await needsOf(mira)).toEqual([{ kind: "asks" }]);
  const [answer] = (await mira.room()).answers;
  const words = (await tom.room()).asked?.words ?? "";
  await admitToRoom(mira.page, mira.mentorshipId, { person: answer?.id ?? "", words });
  expect(await needsOf(mira)).toEqual([null]);
  await tom.look();
  await leaveRoom(tom.page, tom.mentorshipId);
  expect(await roomsHere(tom.db)).toEqual([]);
});
