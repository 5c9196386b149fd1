import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { type SmallDisk, smallDisk } from "@/tests/harness/small-disk.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { wholeDatabase } from "@/tests/harness/whole-database.ts";
import { goTo, named, sampleWorkspace, says, textOf, valueOf } from "./on-the-page.ts";

/** No space is left on the disk: each surface says so in words and keeps what was typed, until there is space again. */
let disk: SmallDisk;
let chromium: Chromium;
let notes: Page;
let actions: Page;
let journal: Page;

const meeting = "/meetings/sample-meeting-check-in-7?at=notes";
const editor = named("textbox", "Meeting notes");
const line = named("textbox", "Capture");
const title = named("textbox", "What was promised");
// Longer than what is left of the last block of a file.
const written = Array.from({ length: 1_500 }, (_, n) => `word${n}`).join(" ");

beforeAll(async () => {
  disk = smallDisk(128);
  const profile = join(disk.path, "profile");
  mkdirSync(profile);
  chromium = await launchChromium({ profile, args: ["--disk-cache-size=1"] });
  await sampleWorkspace(chromium);
  [notes, actions, journal] = [
    await chromium.openWorkspace(meeting),
    await chromium.openWorkspace("/actions"),
    await chromium.openWorkspace("/journal"),
  ];
  for (const page of [notes, actions, journal]) {
    await page.bringToFront();
    await page.waitForSelector(page === notes ? editor : named("textbox", "Capture"));
  }
});

afterAll(async () => {
  await chromium?.close();
  disk?.remove();
});

async function paste(page: Page, selector: string, words: string): Promise<void> {
  await page.bringToFront();
  await page.waitForSelector(selector);
  await page.focus(selector);
  const session = await page.createCDPSession();
  await session.send("Input.insertText", { text: words });
  await session.detach();
}

const promise = `Ask for a larger disk ${written.slice(0, 1_900)}`;
const thought = `Disks are finite ${written}`;

test("nothing that is not on the disk is said to be saved, and the words stay where they are", async () => {
  disk.fill();
  await paste(notes, editor, written);
  await says(notes, "Not saved");
  expect(await textOf(notes)).toContain("Your words are here");
  expect(await notes.$eval(".cm-content", (content) => content.textContent)).toContain("word0 word1 word2");

  await paste(journal, line, thought);
  await journal.keyboard.press("Enter");
  await says(journal, "Not saved, and nothing was changed.");
  expect(await valueOf(await journal.$(line))).toBe(thought);
  expect(await textOf(journal)).not.toMatch(/Note added|Disks are finite/);

  await paste(actions, title, promise);
  await actions.keyboard.press("Enter");
  await says(actions, "Not saved, and nothing was changed.");
  expect(await valueOf(await actions.$(title))).toBe(promise);
  expect(await textOf(actions)).not.toMatch(/Action added|Ask for a larger disk/);
});

test("what is opened now says that there is no space, not that the data is damaged or none, and open pages stay", async () => {
  const popup = await chromium.openPopup(actions);
  await says(popup, "no space left on this computer. It is untouched.");
  await chromium.closePopup();
  for (const page of [notes, journal, actions])
    expect(await textOf(page)).not.toContain("cannot open your data");
  expect(await notes.$eval(".cm-content", (content) => content.textContent)).toContain("word0 word1 word2");
});

test("with space again the notes are saved by themselves, the rest by pressing again, and all of it stays", async () => {
  disk.free();
  await notes.bringToFront();
  await eventually(
    async () => (await notes.$eval(".state", (state) => state.textContent)).startsWith("Saved"),
    {
      what: "the notes to be saved",
      timeoutMs: 20_000,
    },
  );
  await journal.bringToFront();
  await journal.focus(line);
  await journal.keyboard.press("Enter");
  await says(journal, "Disks are finite");
  await actions.bringToFront();
  await actions.focus(title);
  await actions.keyboard.press("Enter");
  await says(actions, "Ask for a larger disk");

  // What was cut off when the disk was full came to light at the second start only, and took the whole database along.
  for (const start of ["the first", "the second"]) {
    await chromium.kill();
    chromium = await chromium.relaunch();
    const page = await chromium.openWorkspace("/actions");
    await says(page, "Ask for a larger disk");
    await goTo(page, "/journal");
    await says(page, "Disks are finite");
    await goTo(page, meeting);
    await says(page, "word0 word1 word2");
    expect((await wholeDatabase(await chromium.control()))["goals"], start).toHaveLength(4);
  }
});
