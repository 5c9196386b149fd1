import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo, named, says, textOf, valueOf } from "./on-the-page.ts";

/** From nobody yet to a mentor who was chosen, and what is taken down of people and in a few keys, in a clean profile. */
let chromium: Chromium;
let workspace: Page;

beforeAll(async () => {
  chromium = await launchChromium();
  workspace = await chromium.openWorkspace("/welcome");
  // A colour that is still changing is no colour to judge.
  await workspace.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
});

afterAll(() => chromium?.close());

async function fill(name: string, value: string): Promise<void> {
  await workspace.locator(named("textbox", name)).fill(value);
}

async function click(role: string, name: string): Promise<void> {
  await workspace.locator(named(role, name)).click();
}

/** What the page hands to the clipboard, from here on. */
async function copied(): Promise<() => Promise<string>> {
  await workspace.evaluate(() => {
    const page = globalThis as { copied?: string };
    page.copied = "";
    navigator.clipboard.writeText = (text) => {
      page.copied = text;
      return Promise.resolve();
    };
  });
  return () => workspace.evaluate(() => (globalThis as { copied?: string }).copied ?? "");
}

test("one sets out while still looking for a mentor, and no screen says anything odd about it", async () => {
  await fill("Your name optional", "Noor Haddad");
  await click("checkbox", "I am still looking");
  await click("button", "Open Milepost");
  await workspace.waitForFunction(() => location.hash === "#/today");
  for (const path of [
    "/today",
    "/roadmap",
    "/meetings",
    "/actions",
    "/journal",
    "/settings/general",
    "/people",
  ]) {
    await goTo(workspace, path);
    await says(workspace, "Your mentor");
    const text = await textOf(workspace);
    expect(text, path).not.toMatch(/undefined|null|\bYour promised|for Your\b|  with \.|Waiting for $/mu);
  }
});

test("without a destination the popup offers to define it, and so does the page of goals", async () => {
  const popup = await chromium.openPopup(workspace);
  await says(popup, "Define your destination");
  expect(await accessibilityProblems(popup)).toEqual([]);
  await chromium.closePopup();
  await goTo(workspace, "/roadmap?view=goals");
  await says(workspace, "Define your destination");
  await click("button", "Write it");
  await fill("Destination", "Lead a team of five");
  await click("button", "Save");
  await says(workspace, "Destination saved");
  await goTo(workspace, "/people");
  const panel = await workspace.evaluate(() => innerWidth);
  await workspace.setViewport({ width: 360, height: 800 });
  await workspace.waitForSelector(named("button", "Destination: Lead a team of five"));
  await workspace.setViewport({ width: panel, height: 900 });
  const again = await chromium.openPopup(workspace);
  await again.waitForSelector(named("button", "Destination: Lead a team of five"));
  expect(await textOf(again)).not.toContain("Define your destination");
  await chromium.closePopup();
});

test("candidates are rated, stand in the order of their sums, and what is missing is said", async () => {
  await goTo(workspace, "/people");
  await click("button", "Add a candidate");
  for (const [name, role] of [
    ["Åsa Nyström", "Lead, payments"],
    ["Priya Raman", "Architect"],
  ] as const) {
    await workspace.locator("form[aria-label='Add a candidate'] input[name=name]").fill(name);
    await workspace.locator("form[aria-label='Add a candidate'] input[name=role]").fill(role);
    await workspace.keyboard.press("Enter");
    await says(workspace, `Added: ${name}`);
  }
  await workspace.keyboard.press("Escape");
  const rate = async (what: string, who: string, value: number): Promise<void> => {
    const group = await workspace.waitForSelector(named("radiogroup", `${what} of ${who}`));
    await group?.evaluate((element, wanted) => {
      element.querySelector<HTMLInputElement>(`input[value="${wanted}"]`)?.click();
    }, value);
  };
  await rate("Relevant experience", "Åsa Nyström", 3);
  await says(workspace, "Not rated: Time and Willingness");
  await rate("Relevant experience", "Priya Raman", 5);
  await rate("Time", "Priya Raman", 4);
  await rate("Willingness", "Priya Raman", 5);
  await says(workspace, "14 of 15");
  const order = await workspace.$$eval(".candidate .main > a", (links) =>
    links.map((link) => link.textContent),
  );
  expect(order).toEqual(["Priya Raman", "Åsa Nyström"]);
});

test("an introductory note is put together and copied offline, half-written or whole", async () => {
  await click("link", "Write a note to Priya Raman");
  await says(workspace, "Dear Priya Raman,");
  expect(await valueOf(await workspace.waitForSelector(named("textbox", "Who I am")))).toBe(
    "I am Noor Haddad.",
  );
  await fill("Why you", "Your talk about queues answered a question of mine.");
  await workspace.setOfflineMode(true);
  const clipboard = await copied();
  await click("button", "Copy the note");
  await says(workspace, "Note copied");
  expect(await clipboard()).toBe(
    "Dear Priya Raman,\n\nI am Noor Haddad.\n\nYour talk about queues answered a question of mine.\n\nKind regards\nNoor Haddad",
  );
  await workspace.setOfflineMode(false);
  // Half a word, and the page is gone: it is there again.
  await workspace.focus(named("textbox", "What I ask"));
  await workspace.keyboard.type("Three quest");
  await workspace.reload();
  const ask = await workspace.waitForSelector(named("textbox", "What I ask"));
  await eventually(async () => (await valueOf(ask)) === "Three quest", { what: "the half-written part" });
  expect(await accessibilityProblems(workspace)).toEqual([]);
});

test("the candidate who is chosen becomes the mentor of the mentorship", async () => {
  await goTo(workspace, "/people");
  await click("button", "Choose as mentor: Priya Raman");
  await says(workspace, "Your mentor: Priya Raman");
  await eventually(
    async () => (await textOf(workspace)).split("\n").some((line) => line.includes("Priya Raman")),
    {
      what: "the new name",
    },
  );
  await goTo(workspace, "/actions");
  await workspace.waitForSelector(named("button", "Mentorship with Priya Raman. Switch"));
});

test("a person card says what time it is for them, and its links lead nowhere unsafe", async () => {
  await goTo(workspace, "/people");
  await click("link", "Priya Raman");
  await click("button", "Edit");
  await workspace.locator("input[name=timeZone]").fill("Asia/Nowhere");
  await click("button", "Save");
  await says(workspace, "That time zone is not known");
  await workspace.locator("input[name=timeZone]").fill("Asia/Kolkata");
  await click("button", "Save");
  await says(workspace, "in Kolkata");
  await click("button", "Links");
  await workspace.locator("textarea[name=text]").fill("example.org\njavascript:alert(1)");
  await click("button", "Save");
  await workspace.waitForSelector("a[href='https://example.org/']");
  expect(await workspace.$$("a[href^='javascript']")).toEqual([]);
  expect(await accessibilityProblems(workspace)).toEqual([]);
});

test("from the popup three letters find the person, with the next meeting and what is open both ways", async () => {
  await goTo(workspace, "/actions");
  await fill("What was promised", "Send the sketch");
  await click("button", "Add action");
  await says(workspace, "Action added");
  await workspace.$eval("form.compose input[value=them]", (radio) => radio.click());
  await fill("What was promised", "Introduce me to Lena");
  await click("button", "Add action");
  await says(workspace, "Waiting for Priya");
  const popup = await chromium.openPopup(workspace);
  await popup.waitForSelector(named("textbox", "Quick capture"));
  await popup.focus(named("textbox", "Quick capture"));
  await popup.keyboard.type("@nys");
  await says(popup, "Åsa Nyström");
  await popup.keyboard.press("Backspace");
  await popup.keyboard.press("Backspace");
  await popup.keyboard.press("Backspace");
  await popup.keyboard.type("pri");
  await says(popup, "Priya Raman");
  expect(await accessibilityProblems(popup)).toEqual([]);
  const opened = chromium.browser.waitForTarget((target) => target.url().includes("#/people/"), {
    timeout: 10_000,
  });
  // The popup closes with the key that opens the card.
  await popup.keyboard.press("Enter").catch(() => undefined);
  const card = await (await opened).page();
  if (!card) throw new Error("The card opens in a tab.");
  await says(card, "Send the sketch");
  await says(card, "Introduce me to Lena");
  await says(card, "No meeting planned");
  await card.close();
});

test("a lesson, an outcome and a question are saved from the closed popup with the keyboard alone", async () => {
  await goTo(workspace, "/journal");
  for (const [line, said, words] of [
    ["Lesson: ask for something with edges", "Lesson added", "ask for something with edges"],
    ["outcome: the map hangs in the team room", "Outcome added", "the map hangs in the team room"],
    ["question: what would you draw first?", "Question added", "what would you draw first?"],
  ] as const) {
    const popup = await chromium.openPopup(workspace);
    await popup.waitForSelector(".capture-in:focus");
    await popup.keyboard.type(line);
    await popup.keyboard.press("Enter");
    await says(popup, said);
    await chromium.closePopup();
    await says(workspace, words);
  }
});

test("in the panel the arrow keys choose the kind of what is captured", async () => {
  await goTo(workspace, "/journal");
  await workspace.focus(named("textbox", "Capture"));
  for (let times = 0; times < 3; times += 1) await workspace.keyboard.press("ArrowUp");
  await workspace.waitForSelector(named("button", "Kind: Outcome. Change"));
  await workspace.keyboard.type("two owners found");
  await workspace.keyboard.press("Enter");
  await says(workspace, "Outcome added");
});

test("a concern is raised: confidential, and on the next agenda with the way back to it", async () => {
  await workspace.focus(named("textbox", "Capture"));
  await workspace.keyboard.type("concern: I am behind");
  await workspace.keyboard.press("Enter");
  await says(workspace, "Concern added, and on the next agenda");
  await says(workspace, "confidential");
  await goTo(workspace, "/meetings");
  await click("button", "Plan a meeting");
  await click("button", "Plan meeting");
  await says(workspace, "Meeting planned");
  const meeting = await workspace.waitForSelector("main a[href^='#/meetings/']");
  await meeting?.click();
  await says(workspace, "I am behind");
  const clipboard = await copied();
  await click("button", "Copy brief");
  await says(workspace, "Copied as Markdown, without 1 confidential part");
  expect(await clipboard()).toContain("Waiting for Priya");
  expect(await clipboard()).not.toContain("I am behind");
  await click("link", "from the journal");
  await workspace.waitForFunction(() => location.hash === "#/journal");
});

test("anything is put on the next agenda once, and only the mentor's promises are shown where one asks for them", async () => {
  await goTo(workspace, "/actions");
  await says(workspace, "Send the sketch");
  for (let times = 0; times < 2; times += 1)
    await click("button", "Put on the next agenda: Introduce me to Lena");
  await click("button", "Only Priya’s");
  await eventually(async () => !(await textOf(workspace)).includes("Send the sketch"), {
    what: "the promises of the others to be gone",
  });
  expect(await textOf(workspace)).toContain("Introduce me to Lena");
  await click("button", "All");
  await goTo(workspace, "/meetings");
  const meeting = await workspace.waitForSelector("main a[href^='#/meetings/']");
  await meeting?.click();
  await says(workspace, "from the promise");
  await says(workspace, "Waiting for Priya");
  const agenda = await workspace.$$eval(".agenda > li", (items) => items.map((item) => item.textContent));
  expect(agenda.filter((topic) => topic.includes("Introduce me to Lena"))).toHaveLength(1);
  await click("link", "Priya Raman");
  await workspace.waitForFunction(() => location.hash.startsWith("#/people/"));
});

test("completing the closing evaluation stores it with its day, to be copied and printed", async () => {
  await goTo(workspace, "/reviews");
  await click("button", "Write the closing evaluation");
  await workspace.evaluate(() => {
    const group = document.querySelector("[role=radiogroup][aria-label='Goals met']");
    group?.querySelector<HTMLInputElement>("input[value='4']")?.click();
  });
  await fill("Lessons", "Ask for edges");
  await workspace.reload();
  await says(workspace, "Draft restored");
  await click("button", "Keep it, dated today");
  await says(workspace, "Evaluation kept");
  await says(workspace, "4 of 5");
  await says(workspace, "not rated");
  expect(await accessibilityProblems(workspace)).toEqual([]);
  const clipboard = await copied();
  await workspace.locator("button[aria-label^='Copy the evaluation of']").click();
  await says(workspace, "Copied as Markdown");
  expect(await clipboard()).toContain("- Goals met: 4 of 5");
  await workspace.emulateMediaType("print");
  const printed = await workspace.$$eval(".nav, .capture, .closing .btn", (parts) =>
    parts.filter((part) => (part as HTMLElement).checkVisibility()),
  );
  expect(printed).toEqual([]);
  await workspace.emulateMediaType("screen");
});

test("a person is removed with what belongs to them, named before, and comes back from the trash", async () => {
  await goTo(workspace, "/people");
  await click("link", "Priya Raman");
  await click("button", "More for Priya Raman");
  await click("menuitem", "Remove");
  await says(workspace, "With them go: 1 mentorship");
  await workspace.locator("dialog[open] .btn.danger").click();
  // It was the only mentorship, so this is where one sets out again.
  await click("link", "Open the trash");
  await click("button", "Put back: Priya Raman");
  await says(workspace, "The trash is empty");
  await goTo(workspace, "/people");
  await says(workspace, "Priya Raman");
});
