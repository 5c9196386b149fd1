import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo, named, sampleWorkspace, says, textOf, valueOf } from "./on-the-page.ts";

/** The keys beside a call: in the notes, in the capture line, and those that are one letter. */
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  chromium = await launchChromium();
  page = await sampleWorkspace(chromium);
});

afterAll(() => chromium?.close());

async function press(key: "Enter" | "Tab" | "z" | "Z", ...held: ("Control" | "Shift")[]): Promise<void> {
  for (const each of held) await page.keyboard.down(each);
  await page.keyboard.press(key);
  for (const each of held.toReversed()) await page.keyboard.up(each);
}

const hash = (): Promise<string> => page.evaluate(() => location.hash);

/** The notes as they stand, once they are so. */
async function notesAre(...lines: string[]): Promise<void> {
  const read = (): Promise<string[]> =>
    page.$$eval(".cm-line", (found) => found.map((line) => line.textContent ?? ""));
  await expect.poll(read, { timeout: 10_000 }).toEqual(lines);
}

test("in the notes Enter goes on with a list, Tab indents it, and the undo key is the editor's own", async () => {
  await goTo(page, "/meetings/sample-meeting-check-in-7?at=notes");
  await page.waitForSelector(named("textbox", "Meeting notes"));
  await page.focus(named("textbox", "Meeting notes"));
  await page.keyboard.type("- Owners");
  await press("Enter");
  await page.keyboard.type("Alerts?");
  await notesAre("- Owners", "- Alerts?");
  await press("Tab");
  await notesAre("- Owners", "  - Alerts?");
  await press("Tab", "Shift");
  await notesAre("- Owners", "- Alerts?");
  // Changes that were made in quick succession are one step.
  await eventually(
    async () => {
      await press("z", "Control");
      return !(
        await page.$$eval(".cm-line", (lines) => lines.map((line) => line.textContent).join(""))
      ).includes("Owners");
    },
    { what: "the words to be taken back" },
  );
  await eventually(
    async () => {
      await press("Z", "Control", "Shift");
      return (
        await page.$$eval(".cm-line", (lines) => lines.map((line) => line.textContent).join(""))
      ).includes("Alerts?");
    },
    { what: "the words to be there again" },
  );
  expect(await textOf(page)).not.toContain("Taken back");
  expect(await hash()).toContain("at=notes");
});

test("Ctrl+Enter takes down what stands in the capture line and leaves the cursor there", async () => {
  await page.focus(named("textbox", "Capture"));
  await page.keyboard.type("Send the record");
  await press("Enter", "Control");
  await says(page, "Send the record");
  const field = await page.$(named("textbox", "Capture"));
  await eventually(async () => (await valueOf(field)) === "", { what: "the line to be empty" });
  expect(await field?.evaluate((each) => each === document.activeElement)).toBe(true);
});

test("? leads to the list of keys where nothing is written, and not at all where single keys are off", async () => {
  await goTo(page, "/journal");
  await page.waitForFunction(() => document.querySelector("h1")?.textContent?.includes("Journal"));
  await page.click("h1");
  await page.keyboard.press("?");
  await page.waitForFunction(() => location.hash === "#/settings/about");
  await says(page, "This list of keys");
  await page
    .locator(named("switch", "Single keys / opens the search and ? this list, while you are not writing."))
    .click();
  await page.waitForSelector('input[role="switch"]:not(:checked)');
  await goTo(page, "/journal");
  await page.waitForFunction(() => document.querySelector("h1")?.textContent?.includes("Journal"));
  await page.click("h1");
  await page.keyboard.press("?");
  await page.keyboard.press("/");
  expect(await hash()).toBe("#/journal");
});
