import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo, named, sampleWorkspace, says, textOf, valueOf } from "./on-the-page.ts";

/** What was done can be seen, taken back, and done again; what was removed can be put back. */
let chromium: Chromium;
let workspace: Page;

beforeAll(async () => {
  chromium = await launchChromium();
  workspace = await sampleWorkspace(chromium);
});

afterAll(() => chromium?.close());

async function press(page: Page, ...keys: ("Control" | "Shift" | "z" | "y")[]): Promise<void> {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.toReversed()) await page.keyboard.up(key);
}

async function saysNoMore(page: Page, words: string): Promise<void> {
  await eventually(async () => !(await textOf(page)).includes(words), { what: `"${words}" to be gone` });
}

test("the undo key takes a capture back after the popup was closed, and the redo key brings it again", async () => {
  await goTo(workspace, "/journal");
  let popup = await chromium.openPopup(workspace);
  await popup.waitForSelector(named("textbox", "Quick capture"));
  await popup.focus(named("textbox", "Quick capture"));
  await popup.keyboard.type("Owls hunt at dusk");
  await popup.keyboard.press("Enter");
  await says(popup, "Note added");
  await chromium.closePopup();
  await says(workspace, "Owls hunt at dusk");

  popup = await chromium.openPopup(workspace);
  await popup.waitForSelector(named("textbox", "Quick capture"));
  await popup.focus(named("textbox", "Quick capture"));
  await press(popup, "Control", "z");
  await says(popup, "Taken back: Entry added");
  await saysNoMore(workspace, "Owls hunt at dusk");
  await press(popup, "Control", "Shift", "z");
  await says(popup, "Done again: Entry added");
  await says(workspace, "Owls hunt at dusk");
  await popup.locator(named("button", "Undo")).click();
  await saysNoMore(workspace, "Owls hunt at dusk");
  await popup.locator(named("button", "Do it again")).click();
  await says(workspace, "Owls hunt at dusk");
  await chromium.closePopup();
});

test("in words that are being typed the undo key is the browser's own", async () => {
  await goTo(workspace, "/journal");
  const line = await workspace.waitForSelector(named("textbox", "Capture"));
  await workspace.focus(named("textbox", "Capture"));
  await workspace.keyboard.type("half");
  await press(workspace, "Control", "z");
  await eventually(async () => (await valueOf(line)) === "", { what: "the typed words to be taken back" });
  expect(await textOf(workspace)).toContain("Owls hunt at dusk");
});

test("several steps are taken back one after the other", async () => {
  await goTo(workspace, "/actions");
  await workspace.waitForSelector("#main input.check");
  const titles = await eventually(
    async () => {
      const boxes = await workspace.$$("#main input.check:not(:disabled):not(:checked)");
      return boxes.length >= 2 ? boxes : undefined;
    },
    { what: "two open promises" },
  );
  const open = titles.length;
  const openNow = async (): Promise<number> =>
    (await workspace.$$("#main input.check:not(:disabled):not(:checked)")).length;
  for (const left of [open - 1, open - 2]) {
    await workspace.click("#main input.check:not(:disabled):not(:checked)");
    await eventually(async () => (await openNow()) === left, { what: `${left} open promises` });
    // The next row comes to where this one was: a second click there at once is taken for a double click.
    await delay(800);
  }
  await workspace.click("h1");
  for (const left of [open - 1, open]) {
    await press(workspace, "Control", "z");
    await eventually(async () => (await openNow()) === left, { what: `${left} open promises again` });
  }
});

test("a goal is removed with its milestones, found in the trash, put back, and its history tells of it", async () => {
  await goTo(workspace, "/roadmap?view=goals");
  await workspace.locator(named("button", "More for goal: Hand over admin work")).click();
  await workspace.locator(named("menuitem", "Remove goal")).click();
  await saysNoMore(workspace, "Two weeks without an escalation");
  await goTo(workspace, "/trash");
  await says(workspace, "with 4 milestones");
  expect(await accessibilityProblems(workspace)).toEqual([]);
  await workspace.locator(named("link", "History of Hand over admin work")).click();
  await says(workspace, "Goal removed");
  await says(workspace, "It is in the trash.");
  expect(await accessibilityProblems(workspace)).toEqual([]);
  await goTo(workspace, "/trash");
  await workspace.locator(named("button", "Put back: Hand over admin work")).click();
  await says(workspace, "The trash is empty");
  await goTo(workspace, "/roadmap?view=goals");
  await says(workspace, "Hand over admin work");
});

test("a goal is reframed with a reason, and the earlier title is brought back from the history", async () => {
  await goTo(workspace, "/roadmap?view=goals");
  await workspace.locator(named("button", "More for goal: Hand over admin work")).click();
  await workspace.locator(named("menuitem", "Edit goal")).click();
  await workspace.locator(named("textbox", "Goal")).fill("Leave admin work to others");
  await workspace.locator(named("textbox", "Why the change optional")).fill("The team has grown");
  await workspace.locator(named("button", "Save")).click();
  await workspace.locator(named("button", "More for goal: Leave admin work to others")).click();
  await workspace.locator(named("menuitem", "History")).click();
  await says(workspace, "“The team has grown”");
  const buttons = await workspace.$$("button[aria-label^='Bring back: Title']");
  await buttons.at(-1)?.click();
  await says(workspace, "Earlier value brought back");
  await goTo(workspace, "/roadmap?view=goals");
  await says(workspace, "Hand over admin work");
});

test("deleting for good asks first, naming what and how many, and leaves no trace", async () => {
  await goTo(workspace, "/roadmap?view=goals");
  await workspace.locator(named("button", "More for goal: Hand over admin work")).click();
  await workspace.locator(named("menuitem", "Remove goal")).click();
  await goTo(workspace, "/trash");
  await workspace.locator(named("button", "Delete for good: Hand over admin work")).click();
  await says(workspace, "Gone for good, with history: 1 goal, 4 milestones, 1 metric, and 4 values.");
  await workspace.locator(named("button", "Delete for good")).click();
  await says(workspace, "The trash is empty");
  await goTo(workspace, "/history");
  await says(workspace, "Entry added");
  expect(await textOf(workspace)).not.toContain("Hand over admin work");
});

test("a stage is moved back with a reason", async () => {
  await goTo(workspace, "/settings/general");
  await workspace.locator(named("link", "Open the stages")).click();
  await workspace.locator(named("button", "Move on to Separation")).click();
  await workspace.select("select[name=stage]", "initiation");
  await workspace.locator(named("textbox", "Why the change optional")).fill("A new team");
  await workspace.locator(named("button", "Move")).click();
  await says(workspace, "Stage: Initiation");
  await workspace.locator(named("link", "History of Dr. Amara Okafor")).click();
  await says(workspace, "“A new team”");
});

test("a mentorship goes to the trash after naming what goes with it, and comes back from the first page", async () => {
  await goTo(workspace, "/settings/general");
  await workspace.locator(named("button", "Move to the trash")).click();
  await says(workspace, "With it go: 3 goals, 16 milestones, 12 meetings");
  await workspace.locator("dialog button.danger").click();
  await goTo(workspace, "/welcome");
  await workspace.locator(named("link", "Open the trash")).click();
  await workspace.locator(named("button", "Put back: Dr. Amara Okafor")).click();
  await goTo(workspace, "/today");
  await says(workspace, "Dr. Amara Okafor");
});
