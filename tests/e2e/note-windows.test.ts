import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { wholeDatabase } from "@/tests/harness/whole-database.ts";
import { named, sampleWorkspace, says, textOf } from "./on-the-page.ts";

declare const chrome: WxtBrowser;

/** One note in several real windows, and one that is locked since it is old. */
let chromium: Chromium;
const notes = named("textbox", "Meeting notes");
const next = "sample-meeting-check-in-7";
const old = "sample-meeting-check-in-6";

beforeAll(async () => {
  chromium = await launchChromium();
  await sampleWorkspace(chromium);
});

afterAll(() => chromium?.close());

async function stored(meetingId: string): Promise<string> {
  const { notes: rows = [] } = await wholeDatabase(await chromium.control());
  const text = rows.find((row) => row["meetingId"] === meetingId && !row["deletedAt"])?.["text"];
  return typeof text === "string" ? text : "";
}

/** Shows the notes of a meeting in a page of ours, ready to be typed into. */
async function goToNotes(page: Page, meetingId: string): Promise<void> {
  await page.evaluate((id) => {
    location.hash = `/meetings/${id}?at=notes`;
  }, meetingId);
  await page.waitForSelector('.cm-editor [aria-label="Meeting notes"][contenteditable="true"]');
}

const shown = (page: Page): Promise<string> =>
  page.$$eval(".cm-line", (lines) => lines.map((line) => line.textContent).join("\n"));

async function chord(page: Page, key: "End" | "Home" | "z"): Promise<void> {
  await page.keyboard.down("Control");
  await page.keyboard.press(key);
  await page.keyboard.up("Control");
}

/** All windows show what is stored, and nothing waits to be saved. */
async function agreed(meetingId: string, ...pages: Page[]): Promise<string> {
  return eventually(
    async () => {
      const text = await stored(meetingId);
      const all = await Promise.all(
        pages.map(async (page) => [
          await shown(page),
          await page.$eval(".state", (each) => each.textContent),
        ]),
      );
      const lines = (of: string | null): string => (of ?? "").split("\n").filter(Boolean).join("\n");
      return all.every(([words, state]) => lines(words ?? "") === lines(text) && state?.startsWith("Saved"))
        ? text
        : undefined;
    },
    { what: "every window to show what is stored", timeoutMs: 20_000 },
  );
}

test("two panels of two windows type into one note at once: every word is there, none comes between others", async () => {
  const control = await chromium.control();
  const [one, two] = await control.evaluate(async () => {
    const [before] = await chrome.windows.getAll();
    const added = await chrome.windows.create({ url: "about:blank" });
    return [before?.id, added?.id];
  });
  const first = await chromium.openPanel(one);
  const second = await chromium.openPanel(two);
  expect(await first.evaluate(async () => (await chrome.windows.getCurrent()).id)).toBe(one);
  expect(await second.evaluate(async () => (await chrome.windows.getCurrent()).id)).toBe(two);
  await goToNotes(first, next);
  await goToNotes(second, next);
  await first.focus(notes);
  for (const line of ["The first line.", "The second line.", "The third line."]) {
    await first.keyboard.type(line);
    await first.keyboard.press("Enter");
  }
  const before = await agreed(next, first, second);
  expect(before).toContain("The third line.");

  // At the two ends.
  await first.focus(notes);
  await chord(first, "Home");
  await second.focus(notes);
  await chord(second, "End");
  const above = "What the first window says, at the top of the page, without a pause. ";
  const below = "And the second one goes on below it while the other has not ended.";
  await Promise.all([
    first.keyboard.type(above, { delay: 12 }),
    (async () => {
      await second.keyboard.press("Enter");
      await second.keyboard.press("Enter");
      await second.keyboard.type(below, { delay: 12 });
    })(),
  ]);
  const apart = await agreed(next, first, second);
  expect(apart.slice(0, above.length)).toBe(above);
  expect(apart.trimEnd().slice(-below.length)).toBe(below);
  for (const line of before.split("\n")) expect(apart).toContain(line);

  // And both at the very end.
  for (const page of [first, second]) {
    await page.focus(notes);
    await chord(page, "End");
  }
  const mine = "here one hand writes one thought to its end";
  const theirs = "there another hand writes quite another thought";
  await Promise.all(
    [[first, mine] as const, [second, theirs] as const].map(async ([page, words]) => {
      await page.keyboard.press("Enter");
      await page.keyboard.type(words, { delay: 12 });
    }),
  );
  const together = await agreed(next, first, second);
  expect(together).toContain(mine);
  expect(together).toContain(theirs);
  for (const line of apart.split("\n")) expect(together).toContain(line);
  await control.evaluate((id) => chrome.windows.remove(id ?? -1), two);
});

test("a panel and the workspace in a tab on one note: each sees the other's words, and undo takes back its own only", async () => {
  const workspace = await chromium.openWorkspace(`/meetings/${next}?at=notes`);
  const panel = await chromium.openPanel();
  await goToNotes(panel, next);
  await goToNotes(workspace, next);
  await workspace.focus(notes);
  await chord(workspace, "End");
  await workspace.keyboard.press("Enter");
  await workspace.keyboard.type("Written in the tab.");
  await eventually(async () => (await shown(panel)).includes("Written in the tab."), {
    what: "the words in the panel",
  });
  await panel.focus(notes);
  await chord(panel, "End");
  await panel.keyboard.press("Enter");
  await panel.keyboard.type("Written in the panel.");
  await agreed(next, panel, workspace);
  await chord(workspace, "z");
  await eventually(async () => !(await stored(next)).includes("Written in the tab."), {
    what: "the tab's words to be taken back",
  });
  expect(await agreed(next, panel, workspace)).toContain("Written in the panel.");
});

test("an old note is locked where that was asked for: read, found in and copied, typed into after one click", async () => {
  const page = await chromium.openWorkspace("/settings");
  await page.locator(".seg ::-p-text(After a day)").click();
  await goToNotes(page, next);
  // A meeting that is not over is never locked.
  expect(await textOf(page)).not.toContain("These notes are locked");

  await page.evaluate((id) => {
    location.hash = `/meetings/${id}?at=notes`;
  }, old);
  await says(page, "These notes are locked, since the meeting was some time ago.");
  await page.waitForSelector('.cm-editor [aria-label="Meeting notes"]');
  expect(await accessibilityProblems(page)).toEqual([]);
  const before = await stored(old);
  await page.focus(notes);
  await page.keyboard.type("By mistake");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Backspace");
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "Pasted by mistake");
    document
      .querySelector(".cm-content")
      ?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await chord(page, "z");
  expect(await page.$(named("button", "Put the time into the notes"))).toBeNull();

  await page.locator(named("button", "Unlock")).click();
  await eventually(async () => !(await textOf(page)).includes("These notes are locked"), {
    what: "the notice to go",
  });
  // Whatever was typed while it was locked would have been saved with this.
  await page.focus(notes);
  await chord(page, "End");
  await page.keyboard.type(" Added later.");
  await eventually(async () => (await stored(old)) === `${before} Added later.`, { what: "the words" });
  await chord(page, "z");
  await eventually(async () => (await stored(old)) === before, { what: "them to be taken back" });

  // Left and looked at again, it is locked again.
  await goToNotes(page, next);
  await page.evaluate((id) => {
    location.hash = `/meetings/${id}?at=notes`;
  }, old);
  await says(page, "These notes are locked");
});
