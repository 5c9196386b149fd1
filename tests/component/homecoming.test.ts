import { expect, onTestFinished, test } from "vitest";
import { browser } from "wxt/browser";
import { keepAside, keptAside, letGo } from "@/lib/browser/lifeboat-store.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { editEntry, removeEntry } from "@/lib/db/entries.ts";
import { bringHome } from "@/lib/db/homecoming.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { openNote, saveNoteText } from "@/lib/db/notes.ts";
import type { Castaway } from "@/lib/domain/lifeboat.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { dump, firstRun, freshDb, testNow } from "./fresh-db.ts";

const hour = 3_600_000;

async function home(): Promise<{ db: MilepostDb; mentorshipId: string; meeting: Meeting }> {
  const db = freshDb();
  const { id } = await startMentorship(db, firstRun);
  const meeting = await db.meetings.toCollection().first();
  if (!meeting) throw new Error("The first run makes one.");
  return { db, mentorshipId: id, meeting };
}

function captured(changes: Partial<Extract<Castaway, { kind: "capture" }>> = {}): Castaway {
  const at = testNow - hour;
  const where = { mentorshipId: null, meetingId: null };
  return { kind: "capture", id: "c1", at, as: "thought", text: "Thought at sea", ...where, ...changes };
}

type Noted = Extract<Castaway, { kind: "note" }>;

function noted(changes: Partial<Noted>): Noted {
  return { kind: "note", id: "n1", at: testNow - hour, text: "", meetingId: null, ...changes };
}

/** Brings them home. @returns the ids of those that are */
async function idsHome(db: MilepostDb, castaways: Castaway[]): Promise<string[]> {
  return (await bringHome(db, castaways)).map(({ id }) => id);
}

test("captures come home as what they are, from when they were written, to the mentorship in focus", async () => {
  const { db, mentorshipId } = await home();
  const promise = captured({ id: "c2", as: "action", text: "Send the record" });
  expect(await idsHome(db, [captured(), promise])).toEqual(["c1", "c2"]);
  expect(await db.entries.toArray()).toMatchObject([
    { id: "c1", mentorshipId, kind: "thought", text: "Thought at sea", createdAt: testNow - hour },
  ]);
  expect(await db.commitments.get("c2")).toMatchObject({
    mentorshipId,
    title: "Send the record",
    status: "open",
  });
});

test("what came home comes once, from several windows at once, again later, and after it was thrown away", async () => {
  const { db } = await home();
  await Promise.all([bringHome(db, [captured()]), bringHome(db, [captured()])]);
  expect(await idsHome(db, [captured()])).toEqual(["c1"]);
  expect(await db.entries.count()).toBe(1);
  await removeEntry(db, "c1");
  const before = await dump(db);
  expect(await idsHome(db, [captured()])).toEqual(["c1"]);
  expect(await dump(db)).toEqual(before);
});

test("what was edited after it came home stays as it was edited", async () => {
  const { db } = await home();
  await bringHome(db, [captured()]);
  await editEntry(db, "c1", { text: "Edited at home" });
  expect(await idsHome(db, [captured()])).toEqual(["c1"]);
  expect((await db.entries.get("c1"))?.text).toBe("Edited at home");
});

test("what has no mentorship to belong to waits for one", async () => {
  const db = freshDb();
  expect(await idsHome(db, [captured(), noted({ text: "Words" })])).toEqual([]);
  expect(await db.entries.count()).toBe(0);
  await startMentorship(db, firstRun);
  expect(await idsHome(db, [captured(), noted({ text: "Words" })])).toEqual(["c1", "n1"]);
  expect(await db.entries.count()).toBe(2);
});

test("a note goes where it was typed: in place of the text it was typed into", async () => {
  const { db, meeting } = await home();
  const note = await openNote(db, meeting);
  await saveNoteText(db, note, "We agreed on", "a1");
  const typed = noted({
    meetingId: meeting.id,
    before: "We agreed on",
    text: "We agreed on\n\nthree things",
  });
  await Promise.all([bringHome(db, [typed]), bringHome(db, [typed])]);
  expect(await db.notes.toArray()).toMatchObject([{ text: "We agreed on\n\nthree things" }]);
});

test("a note that became another one since has what was typed at its end, once", async () => {
  const { db, meeting } = await home();
  const note = await openNote(db, meeting);
  await saveNoteText(db, note, "Something else entirely", "a1");
  const typed = noted({ meetingId: meeting.id, before: "Start", text: "Start and three things" });
  await bringHome(db, [typed]);
  await bringHome(db, [typed]);
  expect(await db.notes.toArray()).toMatchObject([{ text: "Something else entirely\n\nand three things" }]);
  // It is there already: the editor saved it itself before it could be taken out of the lifeboat.
  await bringHome(db, [noted({ ...typed, id: "n2" })]);
  expect(await db.notes.toArray()).toMatchObject([{ text: "Something else entirely\n\nand three things" }]);
});

test("a note of a meeting that is not there is a thought", async () => {
  const { db, mentorshipId } = await home();
  await bringHome(db, [noted({ meetingId: "gone", text: "Where was this?" })]);
  expect(await db.entries.toArray()).toMatchObject([
    { mentorshipId, kind: "thought", text: "Where was this?" },
  ]);
});

test("a promise that is too long for a line comes home whole, as a thought", async () => {
  const { db } = await home();
  const text = "long ".repeat(500).trim();
  expect(await idsHome(db, [captured({ as: "action", text })])).toEqual(["c1"]);
  expect(await db.entries.toArray()).toMatchObject([{ kind: "thought", text }]);
});

test("what was typed on after it came home is an edit of it, and comes back from the trash whole", async () => {
  const { db } = await home();
  const action = captured({ id: "c2", as: "action", text: "Send" });
  await bringHome(db, [captured({ text: "Thou" }), action]);
  await removeEntry(db, "c1");
  const later = testNow - hour + 1;
  const typedOn = [captured({ at: later }), { ...action, at: later, text: "Send the record" }];
  expect(await idsHome(db, typedOn)).toEqual(["c1", "c2"]);
  await bringHome(db, typedOn);
  expect(await db.entries.toArray()).toMatchObject([{ id: "c1", text: "Thought at sea", deletedAt: null }]);
  expect(await db.commitments.toArray()).toMatchObject([{ id: "c2", title: "Send the record" }]);
});

test("what was edited at home and typed on at sea stands side by side", async () => {
  const { db } = await home();
  await bringHome(db, [captured({ text: "Thou" })]);
  await editEntry(db, "c1", { text: "Though" });
  await bringHome(db, [captured({ at: testNow })]);
  expect((await db.entries.toArray()).map(({ text }) => text)).toEqual(["Though", "Thought at sea"]);
});

test("a note that was typed on after its beginning came home is in there once", async () => {
  const { db, meeting } = await home();
  await saveNoteText(db, await openNote(db, meeting), "From home", "a1");
  await bringHome(db, [noted({ meetingId: meeting.id, text: "We agr" })]);
  await bringHome(db, [noted({ meetingId: meeting.id, text: "We agreed", at: testNow })]);
  expect(await db.notes.toArray()).toMatchObject([{ text: "From home\n\nWe agreed" }]);
});

test("what is longer than a record may be stays where it is", async () => {
  const { db, meeting } = await home();
  await saveNoteText(db, await openNote(db, meeting), "a".repeat(600_000), "a1");
  const before = await dump(db);
  const note = noted({ meetingId: meeting.id, text: "b".repeat(600_000) });
  expect(await bringHome(db, [note, captured({ text: "c".repeat(1_000_001) })])).toEqual([]);
  expect(await dump(db)).toEqual(before);
});

test("what is typed on while it comes home is not taken out of where it is kept", async () => {
  const stored: Record<string, unknown> = {};
  const local = {
    get: (key: string | null) => Promise.resolve(key === null || key in stored ? { ...stored } : {}),
    set: (items: object) => Promise.resolve(void Object.assign(stored, items)),
    remove: (keys: string[]) => Promise.resolve(keys.forEach((key) => Reflect.deleteProperty(stored, key))),
  };
  Object.assign(browser, { storage: { local } });
  onTestFinished(() => void Reflect.deleteProperty(browser, "storage"));
  const half = captured({ text: "Thou" });
  const other = captured({ id: "c2" });
  await keepAside(half);
  await keepAside(other);
  await keepAside(captured({ at: testNow }));
  await letGo([half, other]);
  expect(await keptAside()).toEqual([captured({ at: testNow })]);
});
