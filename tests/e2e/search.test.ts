import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { canStartScreen, startScreen } from "@/tests/harness/xvfb.ts";
import { goTo, named, sampleWorkspace, says, textOf, valueOf } from "./on-the-page.ts";

let chromium: Chromium;
let workspace: Page;
const line = named("textbox", "Search everything");

beforeAll(async () => {
  chromium = await launchChromium();
  workspace = await sampleWorkspace(chromium);
  await workspace.waitForSelector("a.jump");
});

afterAll(() => chromium?.close());

async function press(page: Page, key: "k" | "z", modifier: "Control"): Promise<void> {
  await page.keyboard.down(modifier);
  await page.keyboard.press(key);
  await page.keyboard.up(modifier);
}

/** What is marked in the results, and where the first result leads. */
function found(page: Page): Promise<{ marked: string[]; groups: string[]; first: string }> {
  return page.evaluate(() => ({
    marked: [...document.querySelectorAll(".found mark")].map((each) => each.textContent ?? ""),
    groups: [...document.querySelectorAll(".found h2")].map((each) => each.firstChild?.textContent ?? ""),
    first: document.querySelector(".hit")?.getAttribute("href") ?? "",
  }));
}

async function finds(typed: string): Promise<ReturnType<typeof found>> {
  await workspace.locator(line).fill(typed);
  await workspace.waitForFunction(
    () =>
      document.querySelector(".found mark, .empty") !== null && document.querySelector(".reading") === null,
  );
  await delay(150);
  return found(workspace);
}

test("Ctrl+K and / lead to the search, and in a text / is a character", async () => {
  await press(workspace, "k", "Control");
  await workspace.waitForSelector(line);
  await eventually(() => workspace.evaluate(() => document.activeElement?.id === "search"), {
    what: "the focus to be in the line",
  });
  await goTo(workspace, "/journal");
  const capture = await workspace.waitForSelector(named("textbox", "Capture"));
  await capture?.focus();
  await workspace.keyboard.type("a/b");
  expect(await valueOf(capture)).toBe("a/b");
  expect(await workspace.evaluate(() => location.hash)).toBe("#/journal");
  await workspace.click("h1");
  await workspace.keyboard.press("/");
  await workspace.waitForSelector(line);
});

test("what is typed is found at once, by kind, with what was looked for marked", async () => {
  await workspace.focus(line);
  await workspace.keyboard.type("design rev");
  await says(workspace, "Speak up in design reviews");
  // One kind after the other.
  const kinds = ["Goals", "Notes", "Journal", "Topics", "Agreements"];
  await eventually(async () => (await found(workspace)).groups.join() === kinds.join(), {
    what: "all kinds",
  });
  const { marked, first } = await found(workspace);
  expect(new Set(marked)).toEqual(new Set(["design", "rev"]));
  expect(first).toMatch(/^#\/goals\//);
});

test("arrow keys go through what was found, Enter opens it, and back leads to the results", async () => {
  await workspace.focus(line);
  await workspace.keyboard.press("ArrowDown");
  await workspace.keyboard.press("ArrowDown");
  const path = await workspace.evaluate(() => document.activeElement?.getAttribute("href"));
  expect(path).toMatch(/^#\/meetings\/.*at=notes$/);
  await workspace.keyboard.press("ArrowUp");
  await workspace.keyboard.press("ArrowUp");
  expect(await workspace.evaluate(() => document.activeElement?.id)).toBe("search");
  await workspace.keyboard.press("ArrowDown");
  await workspace.keyboard.press("ArrowDown");
  await workspace.keyboard.press("Enter");
  await workspace.waitForFunction((to) => location.hash === to, {}, path);
  await workspace.waitForSelector(named("textbox", "Meeting notes"));
  await workspace.goBack();
  const field = await workspace.waitForSelector(line);
  expect(await valueOf(field)).toBe("design rev");
  await says(workspace, "Speak up in design reviews");
});

test("an edit is found by its new words at once, and what goes to the trash is not", async () => {
  await goTo(workspace, "/roadmap?view=goals");
  await workspace.locator(named("button", "More for goal: Hand over admin work")).click();
  await workspace.locator(named("menuitem", "Edit goal")).click();
  await workspace.locator(named("textbox", "Goal")).fill("Die Übergabe an das Büro 引き継ぎ計画");
  await workspace.locator(named("button", "Save")).click();
  await workspace.waitForSelector(named("button", "More for goal: Die Übergabe an das Büro 引き継ぎ計画"));
  await goTo(workspace, "/search");
  expect(await finds("ubergabe buro")).toMatchObject({ groups: ["Goals"], marked: ["Übergabe", "Büro"] });
  expect(await finds("継ぎ計")).toMatchObject({ groups: ["Goals"], marked: ["継ぎ計"] });
  await goTo(workspace, "/roadmap?view=goals");
  await workspace.locator(named("button", "More for goal: Die Übergabe an das Büro 引き継ぎ計画")).click();
  await workspace.locator(named("menuitem", "Remove goal")).click();
  await goTo(workspace, "/search");
  await finds("ubergabe");
  await says(workspace, "Nothing found for “ubergabe”");
  await workspace.locator(named("button", "Look in the trash")).click();
  await workspace.waitForSelector("a.hit[href='#/trash'] mark");
  expect((await found(workspace)).groups).toEqual(["Goals"]);
  await press(workspace, "z", "Control");
});

test("filters narrow it down, and one that means nothing says so", async () => {
  await finds("design kind:decision");
  expect((await found(workspace)).groups).toEqual(["Journal"]);
  await finds("design kind:dragon");
  await says(workspace, "“kind:dragon” is no kind");
  await workspace.locator(named("button", "Look in everything")).click();
  await says(workspace, "Speak up in design reviews");
});

test("what led somewhere is offered again, until it is cleared", async () => {
  await finds("design rev");
  await workspace.keyboard.press("Enter");
  await workspace.waitForFunction(() => location.hash.startsWith("#/goals/"));
  await goTo(workspace, "/search");
  await says(workspace, "Looked for last");
  await workspace.locator(named("button", "design rev")).click();
  await says(workspace, "Speak up in design reviews");
  await workspace.locator(named("button", "Clear the search")).click();
  await workspace.locator(named("button", "Clear")).click();
  await eventually(async () => !(await textOf(workspace)).includes("Looked for last"), {
    what: "no searches",
  });
});

test("from the popup Ctrl+K opens it in a tab", async () => {
  const popup = await chromium.openPopup(workspace);
  await popup.waitForSelector(named("textbox", "Quick capture"));
  await press(popup, "k", "Control").catch(() => {
    // It closes as the tab opens.
  });
  await eventually(
    async () =>
      (await chromium.browser.pages()).some((page) => page.url().endsWith("sidepanel.html#/search")),
    { what: "a tab with the search" },
  );
});

test.runIf(canStartScreen())("from the address bar: mp, some words, and the first suggestion", async () => {
  const screen = await startScreen();
  const headed = await launchChromium({ headless: false, env: screen.environment });
  try {
    await sampleWorkspace(headed);
    await screen.intoWindow("", ["ctrl+l", { text: "mp " }, { text: "design reviews" }]);
    await delay(500);
    await screen.press("Down", "Return");
    await eventually(
      async () =>
        (await headed.browser.pages()).some((each) => each.url().includes("sidepanel.html#/goals/")),
      { what: "the goal that was suggested" },
    );
  } finally {
    await headed.close();
    await screen.stop();
  }
});
