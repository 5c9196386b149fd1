import { expect, test } from "vitest";
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

test("captures come home as what they are, from when they were written, to the mentorship in focus", async () => {
  const { db, mentorshipId } = await home();
  const promise = captured({ id: "c2", as: "action", text: "Send the record" });
  expect(await bringHome(db, [captured(), promise])).toEqual(["c1", "c2"]);
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
  expect(await bringHome(db, [captured()])).toEqual(["c1"]);
  expect(await db.entries.count()).toBe(1);
  await removeEntry(db, "c1");
  const before = await dump(db);
  expect(await bringHome(db, [captured()])).toEqual(["c1"]);
  expect(await dump(db)).toEqual(before);
});

test("what was edited after it came home stays as it was edited", async () => {
  const { db } = await home();
  await bringHome(db, [captured()]);
  await editEntry(db, "c1", { text: "Edited at home" });
  expect(await bringHome(db, [captured()])).toEqual(["c1"]);
  expect((await db.entries.get("c1"))?.text).toBe("Edited at home");
});

test("what has no mentorship to belong to waits for one", async () => {
  const db = freshDb();
  expect(await bringHome(db, [captured(), noted({ text: "Words" })])).toEqual([]);
  expect(await db.entries.count()).toBe(0);
  await startMentorship(db, firstRun);
  expect(await bringHome(db, [captured(), noted({ text: "Words" })])).toEqual(["c1", "n1"]);
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
  expect(await bringHome(db, [captured({ as: "action", text })])).toEqual(["c1"]);
  expect(await db.entries.toArray()).toMatchObject([{ kind: "thought", text }]);
});
