import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { forgeClock } from "@/tests/harness/clock.ts";
import { outputFolder } from "@/tests/harness/folders.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { says, textOf } from "./on-the-page.ts";

/**
 * From a clean profile to an agreed roadmap with nothing but the keyboard: no click, no focus that was not walked to with
 * Tab, no address that was not followed. Each screen on the way is photographed into `.output/journey/`.
 */
const clock = forgeClock();
let chromium: Chromium;
let page: Page;
const photos = join(outputFolder, "journey");

beforeAll(async () => {
  mkdirSync(photos, { recursive: true });
  await clock.jumpTo(Date.parse("2026-12-07T13:30:00Z"));
  chromium = await launchChromium({ clock, timeZone: "Europe/Berlin" });
  page = await chromium.openWorkspace("/welcome");
  await page.setViewport({ width: 1400, height: 950 });
  await page.waitForSelector("h1");
});

afterAll(async () => {
  await chromium?.close();
  clock.remove();
});

/** What has the focus, as assistive technology calls it. */
function focused(): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null;
    if (!at || at === document.body) return "";
    const labels = "labels" in at ? [...((at as HTMLInputElement).labels ?? [])] : [];
    const by = at.getAttribute("aria-labelledby");
    const words =
      at.getAttribute("aria-label") ??
      (by ? document.getElementById(by)?.textContent : null) ??
      (labels.map((label) => label.textContent).join(" ") || at.textContent) ??
      "";
    return words.replaceAll(/\s+/gu, " ").trim();
  });
}

/** Walks with Tab until what has the focus is called so. */
async function walkTo(name: string | RegExp): Promise<void> {
  const isIt = (words: string): boolean => (typeof name === "string" ? words === name : name.test(words));
  const passed: string[] = [];
  for (let steps = 0; steps < 400; steps += 1) {
    const words = await focused();
    if (isIt(words)) return;
    passed.push(words);
    await page.keyboard.press("Tab");
  }
  throw new Error(
    `The keyboard does not get to ${String(name)}. It passed: ${[...new Set(passed)].join(", ")}`,
  );
}

async function press(name: string | RegExp): Promise<void> {
  await walkTo(name);
  await page.keyboard.press("Enter");
}

async function type(name: string | RegExp, words: string): Promise<void> {
  await walkTo(name);
  await page.keyboard.type(words);
}

const views = ["Goals", "Picture", "Board", "Table"] as const;

/** The views of the roadmap are one stop of the keyboard; the arrows choose. */
async function chooseView(name: (typeof views)[number]): Promise<void> {
  await walkTo(/^(?:Goals|Picture|Board|Table)$/u);
  const steps = views.indexOf(name) - views.findIndex((view) => view === shown.view);
  for (let step = 0; step < Math.abs(steps); step += 1) {
    await page.keyboard.press(steps < 0 ? "ArrowLeft" : "ArrowRight");
  }
  shown.view = name;
}

/** A wide window opens the roadmap with its picture. */
const shown: { view: (typeof views)[number] } = { view: "Picture" };

async function photo(name: string): Promise<void> {
  await page.screenshot({ path: join(photos, `${name}.png`) });
}

const countOf = (selector: string): Promise<number> => page.$$eval(selector, (found) => found.length);

test("somebody new says who they are and where they want to go", async () => {
  await photo("welcome");
  await type(/^Your mentor’s name/u, "Elif Yıldız");
  await type(/^Destination/u, "Lead a team of five");
  await type(/^First goal/u, "Run good one-to-ones");
  await type(/^First milestone/u, "Hold the first three");
  await press("Open Milepost");
  await page.waitForFunction(() => location.hash === "#/today");
  await says(page, "Lead a team of five");
  await photo("today");
});

test("a template gives a goal with five dated milestones", async () => {
  await press(/^Roadmap/u);
  await page.waitForFunction(() => location.hash.startsWith("#/roadmap"));
  await press(/^Templates/u);
  await page.waitForFunction(() => location.hash === "#/templates");
  await says(page, "First job in a new field");
  await photo("templates");
  await press(/^First job in a new field/u);
  await press("Start from First job in a new field");
  await page.waitForSelector('input[type="date"]:focus');
  await page.keyboard.press("Enter");
  await says(page, "Started from: First job in a new field");
});

test("a third goal is written with its steps, and the roadmap has three goals and nine milestones", async () => {
  await press(/^Roadmap/u);
  await page.waitForFunction(() => location.hash.startsWith("#/roadmap"));
  await chooseView("Goals");
  await press("Add a goal");
  await page.waitForSelector("form :focus");
  await page.keyboard.type("Moderate a retrospective");
  await page.keyboard.press("Enter");
  await says(page, "Goal added");
  await press("Add a milestone to: Moderate a retrospective");
  await page.waitForSelector("form :focus");
  for (const step of ["Watch one @18 dec", "Prepare one with Elif @both", "Lead one !must"]) {
    await page.keyboard.type(step);
    await page.keyboard.press("Enter");
    await says(page, step.split(" @")[0]?.split(" !")[0] ?? step);
  }
  await page.keyboard.press("Escape");
  await photo("goals");
  await chooseView("Table");
  await page.waitForSelector("table");
  await eventually(async () => (await countOf("table tbody tr")) >= 9, {
    what: "nine milestones in the table",
  });
  await photo("table");
  await chooseView("Board");
  await page.waitForSelector(".board-card");
  await photo("board");
  await chooseView("Picture");
  await page.waitForSelector('[aria-label*="3 goals, "]');
  await photo("picture");
});

test("both agree, and agree again on a second version", async () => {
  await press(/^Agreement/u);
  await press("Write the first draft");
  await says(page, "Draft of version 1");
  await photo("draft");
  await press("Both agreed");
  await page.waitForSelector("input[name=myName]:focus");
  await page.keyboard.type("Noor Haddad");
  await page.keyboard.press("Enter");
  await says(page, "What we agreed");
  await press("Propose a change");
  await page.waitForSelector("form :focus");
  await page.keyboard.type("More time");
  await page.keyboard.press("Enter");
  await says(page, "Draft of version 2");
  await press("Edit: Priorities");
  await page.waitForSelector(".clause textarea:focus");
  await page.keyboard.press("End");
  await page.keyboard.type("\nListen more than I speak.");
  await press("Save");
  await says(page, "Section saved");
  await press("Both agreed");
  await page.waitForSelector("input[name=myName]:focus");
  await page.keyboard.type("Noor Haddad");
  await page.keyboard.press("Enter");
  await says(page, "Version 2, first agreed on");
  await photo("agreement");
  expect(await textOf(page)).toContain("Noor Haddad");
});

test("then and now begin with what was agreed", async () => {
  await press(/^Then and now/u);
  await says(page, "The plan you agreed on");
  await photo("then-and-now");
  await press(/^Preparing/u);
  await page.waitForFunction(() => location.hash === "#/prepare");
  await says(page, "Where I am");
  await photo("prepare");
  await press(/^Expectations/u);
  await page.waitForFunction(() => location.hash === "#/expectations");
  await photo("expectations");
});
