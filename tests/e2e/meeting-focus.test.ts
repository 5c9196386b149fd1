import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo, named, sampleWorkspace, says, textOf, typeOver, valueOf } from "./on-the-page.ts";

/** What a meeting is planned for: its kind with its usual length, and its focus with what it serves. */
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  chromium = await launchChromium();
  page = await sampleWorkspace(chromium);
});

afterAll(() => chromium?.close());

const click = (role: string, name: string): Promise<void> => page.locator(named(role, name)).click();

async function pick(menu: string, item: string): Promise<void> {
  await click("button", menu);
  await click("menuitem", item);
}

/** The focus of the next meeting and what stands under it, once it is so. */
async function focusIs(...lines: string[]): Promise<void> {
  const read = (): Promise<string[]> =>
    page.$$eval(".focus > *", (parts) => parts.map((part) => (part as HTMLElement).innerText.trim()));
  await expect.poll(read, { timeout: 10_000 }).toEqual(lines);
}

const brief = "/meetings/sample-meeting-check-in-7?at=brief";
const goal = "Write production code with confidence";

test("another kind of meeting brings its length and name, until the person says otherwise", async () => {
  await goTo(page, "/meetings");
  await click("button", "Plan a meeting");
  const minutes = named("spinbutton", "Minutes");
  const kind = await page.waitForSelector("select");
  const lasts = (wanted: string): Promise<unknown> =>
    eventually(async () => (await valueOf(await page.$(minutes))) === wanted, {
      what: `${wanted} minutes`,
    });
  // As the two agreed.
  await lasts("45");
  await kind?.select("calibration");
  await lasts("60");
  await kind?.select("keepInTouch");
  await lasts("30");
  expect(await valueOf(await page.$("[data-title]"))).toMatch(/^Keep-in-touch/u);

  // The kind is all that was said: opened again it has its length and name.
  await page.keyboard.press("Escape");
  await page.reload();
  await click("button", "Plan a meeting");
  await lasts("30");
  expect(await valueOf(await page.$("[data-title]"))).toMatch(/^Keep-in-touch/u);

  await typeOver(page, minutes, "50");
  await (await page.waitForSelector("select"))?.select("review");
  await eventually(async () => /review/iu.test(await valueOf(await page.$("[data-title]"))), {
    what: "the name of a review",
  });
  await lasts("50");
  await click("button", "Cancel");
});

test("a goal is made the focus of the next meeting: Today and the brief name it, and it is taken back", async () => {
  await goTo(page, "/goals/sample-goal-code");
  await pick(`More for goal: ${goal}`, "Make this the focus");
  await says(page, "Focus of Check-in 7");
  await goTo(page, "/today");
  await says(page, goal);
  await goTo(page, brief);
  await focusIs(goal, "Focus");
  expect(await page.$eval(".focus a", (link) => link.getAttribute("href"))).toBe("#/goals/sample-goal-code");
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
  await focusIs(
    "Is my order-sync design ready to stand in front of the guild?",
    "Focus, from Design an integration end to end",
  );
});

test("a focus that is half written when the page closes keeps the goal that it serves", async () => {
  await goTo(page, brief);
  await page.locator(".focus > button.doc").click();
  const words = named("textbox", "The one question this meeting is for");
  await typeOver(page, words, "Which order do I draw first?");
  await page.reload();
  await page.waitForSelector(words);
  await page.focus(words);
  await page.keyboard.press("Enter");
  await focusIs("Which order do I draw first?", "Focus, from Design an integration end to end");
  await page.locator(".toast button").click();
  await focusIs(
    "Is my order-sync design ready to stand in front of the guild?",
    "Focus, from Design an integration end to end",
  );
});

test("in the brief the question is written and the goal chosen that it serves", async () => {
  await goTo(page, brief);
  await page.locator(".focus > button.doc").click();
  await typeOver(page, named("textbox", "The one question this meeting is for"), "Am I ready for a release?");
  await page.select('select[aria-label="What it serves"]', "sample-goal-code");
  await page.focus(named("textbox", "The one question this meeting is for"));
  await page.keyboard.press("Enter");
  await focusIs("Am I ready for a release?", `Focus, from ${goal}`);
  await goTo(page, "/today");
  await says(page, `Focus, from ${goal}`);
  await goTo(page, brief);
  await page.locator(".toast button").click();
  await focusIs(
    "Is my order-sync design ready to stand in front of the guild?",
    "Focus, from Design an integration end to end",
  );
});

test("a development need is made the focus, and without a meeting ahead it says what to do", async () => {
  await goTo(page, "/prepare");
  await pick("More: Speak up while it still helps", "Make this the focus");
  await says(page, "The focus of the next meeting");
  await goTo(page, brief);
  await focusIs("Speak up while it still helps", "Focus");
  await pick("More for meeting: Check-in 7", "It was cancelled");
  await page.waitForSelector(named("button", "Plan another date"));
  await goTo(page, "/prepare");
  await pick("More: Let go of what others could do", "Make this the focus");
  await says(page, "No meeting is planned; plan one");
  expect(await textOf(page)).not.toContain("The focus of the next meeting");
});
