import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/state/database.ts";
import { createNoteEditor } from "@/lib/state/note-editor.ts";
import { noteTemplate } from "@/lib/state/note-template.ts";
import { plannedMeeting } from "./fresh-db.ts";

const template = noteTemplate("calibration");

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await db.meetings.put(plannedMeeting);
});

async function opened() {
  const editor = createNoteEditor(plannedMeeting, () => undefined, template);
  await expect.poll(() => editor.incoming.value).toBeDefined();
  return editor;
}

const stored = async (): Promise<string | undefined> => (await db.notes.toArray())[0]?.text;

test("the notes of a calibration begin with its three sections, those of other meetings empty", () => {
  expect(template.match(/^## .+$/gmu)).toEqual([
    "## Calibrate expectations",
    "## Adjust objectives",
    "## Celebrate near-term wins",
  ]);
  expect(noteTemplate("checkIn")).toBe("");
});

test("only looked at, nothing is kept; with the first words the sections are kept too", async () => {
  const editor = await opened();
  expect(editor.incoming.value?.text).toBe(template);
  globalThis.dispatchEvent(new Event("pagehide"));
  editor.close();
  expect(await stored()).toBeUndefined();

  const again = await opened();
  again.type(`${template}We are on time.`);
  await expect.poll(stored).toBe(`${template}We are on time.`);
  again.close();
});

test("notes that were written and emptied again stay empty", async () => {
  const editor = await opened();
  editor.type("x");
  await expect.poll(stored).toBe("x");
  editor.type("");
  await expect.poll(stored).toBe("");
  editor.close();
  const again = await opened();
  expect(again.incoming.value?.text).toBe("");
  again.close();
});
