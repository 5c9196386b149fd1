import { beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/state/database.ts";
import { createNoteEditor } from "@/lib/state/note-editor.ts";
import { anotherTab, testNow, testZone } from "./fresh-db.ts";

const meeting = {
  id: "m1",
  mentorshipId: "s1",
  author: "me",
  space: "personal",
  visibility: "private",
  createdAt: testNow,
  kind: "checkIn",
  title: "Check-in",
  status: "planned",
  startsOn: "2026-11-24",
  startsTime: "15:00",
  timeZone: testZone,
  plannedMinutes: 45,
} as const;

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await db.meetings.put(meeting);
});

/** An editor whose note is open. */
async function opened() {
  const editor = createNoteEditor(meeting, () => undefined);
  await expect.poll(() => editor.incoming.value).toBeDefined();
  return editor;
}

/** What another window reads, through a connection of its own. */
async function stored(): Promise<string | undefined> {
  return (await anotherTab(db.name).notes.toArray())[0]?.text;
}

test("words are saved when the hands rest, and the state says so", async () => {
  const editor = await opened();
  editor.type("Listen first");
  expect(editor.state.value.kind).toBe("saving");
  await expect.poll(stored).toBe("Listen first");
  await expect.poll(() => editor.state.value.kind).toBe("saved");
  editor.close();
});

test("closing the document saves the last words before any timer", async () => {
  const editor = await opened();
  // No timer runs from here on, so nothing but the closing can save.
  vi.useFakeTimers({ toFake: ["setTimeout", "setInterval"] });
  try {
    editor.type("Half a wor");
    globalThis.dispatchEvent(new Event("pagehide"));
  } finally {
    vi.useRealTimers();
  }
  expect(await stored()).toBe("Half a wor");
  expect(await db.changes.toArray()).toMatchObject([{ patch: { text: "Half a wor" } }]);
  editor.close();
});

test("a save that fails keeps the words, says so, and is tried again", async () => {
  const editor = await opened();
  await db.meetings.delete(meeting.id);
  editor.type("Where did it go");
  await expect.poll(() => editor.state.value.kind).toBe("failed");
  expect(editor.words()).toBe("Where did it go");
  await db.meetings.put(meeting);
  editor.saveNow();
  await expect.poll(stored).toBe("Where did it go");
  await expect.poll(() => editor.state.value.kind).toBe("saved");
  editor.close();
});

test("leaving the meeting saves what was typed last", async () => {
  const editor = await opened();
  editor.type("Gone in a moment");
  editor.close();
  await expect.poll(stored).toBe("Gone in a moment");
});
