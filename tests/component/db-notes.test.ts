import { expect, test } from "vitest";
import type { MilepostDb } from "@/lib/db/database.ts";
import { draftOf, keepDraft } from "@/lib/db/drafts.ts";
import { mutate } from "@/lib/db/mutate.ts";
import { openNote, saveLastWords, saveNoteText } from "@/lib/db/notes.ts";
import { undo } from "@/lib/db/undo.ts";
import { compareStamps } from "@/lib/domain/hlc.ts";
import { noteId } from "@/lib/domain/note-id.ts";
import { anotherTab, dump, freshDb, replayed, type TestClock, testNow, plannedMeeting } from "./fresh-db.ts";

const meeting = { id: plannedMeeting.id, mentorshipId: plannedMeeting.mentorshipId };

/** A database with the meeting that the notes are of. */
async function withMeeting(clock?: TestClock): Promise<MilepostDb> {
  const db = freshDb(clock);
  await db.meetings.put(plannedMeeting);
  return db;
}

/** The one note there is. */
async function onlyNote(db: MilepostDb) {
  const notes = await db.notes.toArray();
  expect(notes).toHaveLength(1);
  return notes[0];
}

test("a stretch of writing is one entry of the history, whatever the number of saves", async () => {
  const clock = { now: testNow };
  const db = await withMeeting(clock);
  const note = await openNote(db, meeting);
  for (const text of ["H", "He", "Hello"]) {
    clock.now += 300;
    await saveNoteText(db, note, text, "stretch-1");
  }
  expect(await onlyNote(db)).toMatchObject({
    id: noteId("m1", note.identity.me),
    text: "Hello",
    meetingId: "m1",
    mentorshipId: "s1",
    createdAt: testNow + 300,
  });
  const log = await db.changes.toArray();
  expect(log).toHaveLength(1);
  expect(log[0]).toMatchObject({ act: "stretch-1", did: "writeNote", patch: { text: "Hello" }, base: {} });
  expect(await replayed(db, "notes", noteId("m1", note.identity.me))).toEqual(await onlyNote(db));
});

test("undo of a stretch of writing gives the text from before it", async () => {
  const db = await withMeeting();
  const note = await openNote(db, meeting);
  await saveNoteText(db, note, "Yesterday", "stretch-1");
  for (const text of ["Yesterday.", "Yesterday. T", "Yesterday. Today"]) {
    await saveNoteText(db, note, text, "stretch-2");
  }
  expect(await db.changes.count()).toBe(2);
  await undo(db, "stretch-2");
  expect(await onlyNote(db)).toMatchObject({ text: "Yesterday" });
});

test("two windows that write the same note in turns leave a history that tells the text as it is", async () => {
  const clock = { now: testNow };
  const db = await withMeeting(clock);
  const other = anotherTab(db.name, clock);
  const note = await openNote(db, meeting);
  const theirs = await openNote(other, meeting);
  for (const [window, open, text, act] of [
    [db, note, "a", "left"],
    [other, theirs, "ab", "right"],
    [db, note, "abc", "left"],
    [db, note, "abcd", "left"],
    [other, theirs, "abcde", "right"],
  ] as const) {
    clock.now += 1_000;
    await saveNoteText(window, open, text, act);
  }
  const row = await onlyNote(db);
  expect(row).toMatchObject({ text: "abcde" });
  expect(await replayed(db, "notes", row?.id ?? "")).toEqual(row);
  const log = await db.changes.toArray();
  expect(log.map((change) => [change.act, change.patch["text"]])).toEqual([
    ["left", "a"],
    ["right", "ab"],
    ["left", "abcd"],
    ["right", "abcde"],
  ]);
});

test("last words write the note and its log entry without waiting", async () => {
  const db = await withMeeting();
  const note = await openNote(db, meeting);
  expect(saveLastWords(db, note, "Bye", "stretch-1")).toBe(true);
  const row = await onlyNote(db);
  expect(row).toMatchObject({ text: "Bye", author: note.identity.me, createdAt: testNow });
  expect(await db.changes.count()).toBe(1);
  expect(await replayed(db, "notes", row?.id ?? "")).toEqual(row);
});

test("last words are the same rows as an ordinary save makes", async () => {
  const ordinary = await withMeeting();
  const closing = await withMeeting();
  const note = await openNote(ordinary, meeting);
  await closing.meta.bulkPut(await ordinary.meta.toArray());
  await saveNoteText(ordinary, note, "Bye", "stretch-1");
  saveLastWords(closing, await openNote(closing, meeting), "Bye", "stretch-1");
  const [left, right] = [await dump(ordinary), await dump(closing)];
  expect(right["notes"]).toEqual(left["notes"]);
  expect(right["changes"]).toEqual(left["changes"]);
});

test("last words come after what was saved before, and can be taken back", async () => {
  const clock = { now: testNow };
  const db = await withMeeting(clock);
  await saveNoteText(db, await openNote(db, meeting), "Hello", "stretch-1");
  clock.now += 5_000;
  saveLastWords(db, await openNote(db, meeting), "Hello. Bye", "stretch-2");
  const [first, second] = await db.changes.toArray();
  expect(compareStamps(second?.stamp ?? [0, 0, ""], first?.stamp ?? [0, 0, ""])).toBeGreaterThan(0);
  expect(second).toMatchObject({ patch: { text: "Hello. Bye" }, base: { text: first?.stamp } });
  await undo(db, "stretch-2");
  expect(await onlyNote(db)).toMatchObject({ text: "Hello", createdAt: testNow });
});

test("last words build on the saves since the note was opened, and on last words before", async () => {
  const clock = { now: testNow };
  const db = await withMeeting(clock);
  const note = await openNote(db, meeting);
  await saveNoteText(db, note, "Hello", "stretch-1");
  for (const text of ["Hello. Bye", "Hello. Bye", "Hello. Bye. Bye"]) {
    clock.now += 5_000;
    saveLastWords(db, note, text, "stretch-1");
  }
  const log = await db.changes.toArray();
  expect(log.map((change) => change.patch["text"])).toEqual(["Hello", "Hello. Bye", "Hello. Bye. Bye"]);
  expect(log.slice(1).map((change) => Object.keys(change.patch))).toEqual([["text"], ["text"]]);
  const row = await onlyNote(db);
  expect(row).toMatchObject({ text: "Hello. Bye. Bye", createdAt: testNow });
  expect(await replayed(db, "notes", row?.id ?? "")).toEqual(row);
});

test("last words that say nothing new write nothing", async () => {
  const db = await withMeeting();
  await saveNoteText(db, await openNote(db, meeting), "Hello", "stretch-1");
  const before = await dump(db);
  expect(saveLastWords(db, await openNote(db, meeting), "Hello", "stretch-2")).toBe(true);
  expect(await dump(db)).toEqual(before);
});

test("last words say so when there is nothing to write to", async () => {
  const db = await withMeeting();
  const note = await openNote(db, meeting);
  db.close();
  expect(saveLastWords(db, note, "Bye", "stretch-1")).toBe(false);
});

test.each(["open", "not open yet"])(
  "a draft is kept from its first key, its last key wins (%s)",
  async (state) => {
    const db = await withMeeting();
    if (state === "open") await db.open();
    for (const text of ["B", "Bo", "Boo", "Book"]) keepDraft(db, { id: "popup", kind: "action", text });
    expect(await draftOf(db, "popup")).toEqual({
      id: "popup",
      kind: "action",
      text: "Book",
      updatedAt: testNow,
    });
    keepDraft(db, { id: "popup", kind: "action", text: "" });
    expect(await draftOf(db, "popup")).toBeUndefined();
  },
);

test("a note of a meeting that is gone is refused, so that removing a sample leaves nothing", async () => {
  const db = await withMeeting();
  const note = await openNote(db, meeting);
  await db.meetings.delete(meeting.id);
  await expect(saveNoteText(db, note, "Too late", "stretch-1")).rejects.toThrow("notFound");
  expect(await db.notes.count()).toBe(0);
});

test.each([
  ["on what was saved", undefined],
  ["on the save that was under way, which got through", "under way"],
  ["on a text that became another one since", "another window"],
])("the last words of a large note are left behind as a change and put in again, %s", async (_, then) => {
  const db = await withMeeting();
  const note = await openNote(db, meeting);
  const saved = Array.from({ length: 30_000 }, (_each, n) =>
    String.fromCodePoint(33 + ((n * 7919) % 90)),
  ).join("");
  await saveNoteText(db, note, saved, "stretch-1");
  const sent = `${saved}, sent`;
  expect(saveLastWords(db, note, `${sent} and typed`, "stretch-1", sent)).toBe(true);
  // Nothing large is written on the way out.
  expect((await onlyNote(db))?.text).toBe(saved);
  if (then) {
    const arrived = then === "under way" ? sent : `Quite different. ${saved}`;
    const id = noteId("m1", note.identity.me);
    await mutate(db, { did: "writeNote" }, () => [{ table: "notes", id, patch: { text: arrived } }]);
  }
  await openNote(db, meeting);
  const text = (await onlyNote(db))?.text ?? "";
  if (then === "another window") expect(text).toBe(`Quite different. ${saved}\n\n, sent and typed`);
  else expect(text).toBe(`${sent} and typed`);
  // Put in once.
  await openNote(db, meeting);
  expect((await onlyNote(db))?.text).toBe(text);
  expect(await db.lastWords.count()).toBe(0);
});
