import { beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/state/database.ts";
import { createNoteEditor } from "@/lib/state/note-editor.ts";
import { anotherTab, plannedMeeting } from "./fresh-db.ts";

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await db.meetings.put(plannedMeeting);
});

/** An editor whose note is open. */
async function opened() {
  const editor = createNoteEditor(plannedMeeting, () => undefined);
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
  await db.meetings.delete(plannedMeeting.id);
  editor.type("Where did it go");
  await expect.poll(() => editor.state.value.kind).toBe("failed");
  expect(editor.words()).toBe("Where did it go");
  await db.meetings.put(plannedMeeting);
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

test("what is taken away in one go stays readable in the history", async () => {
  const editor = await opened();
  editor.type("A long and precious hour of notes about glazes.");
  await expect.poll(stored).toBe("A long and precious hour of notes about glazes.");
  editor.type("");
  await expect.poll(stored).toBe("");
  editor.type("x");
  await expect.poll(stored).toBe("x");
  const log = await db.changes.orderBy("stamp").toArray();
  expect(log.map(({ patch }) => patch["text"])).toEqual([
    "A long and precious hour of notes about glazes.",
    "x",
  ]);
  editor.close();
});
