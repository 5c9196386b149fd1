import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo, named, says, textOf } from "./on-the-page.ts";

/** The stages of a mentorship: from the first day in Prepare, with their checklists and hints, on and back again. */
let chromium: Chromium;
let workspace: Page;

beforeAll(async () => {
  chromium = await launchChromium();
  workspace = await chromium.openWorkspace("/welcome");
  await workspace.setViewport({ width: 1400, height: 1000 });
  workspace.setDefaultTimeout(10_000);
});

afterAll(() => chromium?.close());

const click = (role: string, name: string): Promise<void> => workspace.locator(named(role, name)).click();

/** A radio button is drawn by its label; it is chosen as the keyboard chooses it. */
async function choose(name: string): Promise<void> {
  const radio = await workspace.waitForSelector(named("radio", name));
  await radio?.evaluate((input) => (input as HTMLInputElement).click());
}

async function saysNoMore(page: Page, words: string): Promise<void> {
  await eventually(async () => !(await textOf(page)).includes(words), { what: `"${words}" to be gone` });
}

/** Sets out with somebody, in a role. */
async function setOut(role: string, field: string, name: string, submit: string): Promise<void> {
  await goTo(workspace, "/welcome");
  await choose(role);
  await workspace.locator(named("textbox", field)).fill(name);
  await workspace.locator(named("textbox", "Destination")).fill("Lead a team of five");
  await workspace.locator('input[name="meetingOn"]').fill("2031-03-07");
  await click("button", submit);
  await workspace.waitForFunction(() => location.hash === "#/today");
}

async function popupSays(...words: readonly string[]): Promise<void> {
  const popup = await chromium.openPopup(workspace);
  for (const each of words) await says(popup, each);
  await chromium.closePopup();
}

test("a new mentorship starts in Prepare, and popup, panel and the copied brief say the same", async () => {
  await setOut("Mentee", "Your mentor’s name", "Elif Yıldız", "Open Milepost");
  const popup = await chromium.openPopup(workspace);
  await popup.waitForSelector(named("image", "Stage 1 of 5: Prepare, week 1 of 26"));
  await chromium.closePopup();
  await workspace.waitForSelector(named("link", "Prepare, you are here, week 1 of 26"));

  await goTo(workspace, "/meetings");
  await says(workspace, "Kickoff");
  const href = await workspace.$eval("main a[href*='/meetings/']", (link) => link.getAttribute("href"));
  await goTo(workspace, (href ?? "").replace(/^#/u, "").replace(/\?.*$/u, "?at=brief"));
  await workspace.waitForSelector(named("button", "Copy brief"));
  await workspace.evaluate(() => {
    navigator.clipboard.writeText = (text) => {
      document.title = text;
      return Promise.resolve();
    };
  });
  await click("button", "Copy brief");
  await eventually(async () => (await workspace.title()).includes("Stage: Prepare"), {
    what: "the brief to name the stage",
  });
});

test("the ten lines of a kickoff are ticked in its brief, stay ticked, and count for the initiation", async () => {
  await says(workspace, "0/10");
  expect(await accessibilityProblems(workspace)).toEqual([]);
  await click("checkbox", "Ground rules, such as being on time and prepared");
  await click("checkbox", "The career plan, and what you expect of this");
  await says(workspace, "2/10");
  await workspace.reload();
  await says(workspace, "2/10");
  await goTo(workspace, "/stages/initiation");
  const ticked = await workspace.waitForSelector(
    named("checkbox", "The career plan, and what you expect of this"),
  );
  expect(await ticked?.evaluate((box) => (box as HTMLInputElement).checked)).toBe(true);
});

test("the ring is one picture with a name, and says how much of each checklist is done, as the popup does", async () => {
  await goTo(workspace, "/stages/prepare");
  await workspace.waitForSelector(named("image", "Stage 1 of 4: Prepare"));
  // The destination was written when setting out, so its item has ticked itself.
  await says(workspace, "Ready: 1/8");
  await click("checkbox", "Set goals for the near and the far");
  await says(workspace, "Ready: 2/8");
  const ring = await workspace.$eval(".cycle", (element) => (element as HTMLElement).innerText);
  expect(ring).toContain("2/8");
  await popupSays("2/8");
});

test("an item of one's own is added and ticked by keyboard, one that ships is put away and brought back", async () => {
  await workspace.focus(named("button", "Add an item"));
  await workspace.keyboard.press("Enter");
  await eventually(
    () => workspace.evaluate(() => document.activeElement?.matches("input[name=text]") ?? false),
    {
      what: "the field to have the focus",
    },
  );
  await workspace.keyboard.type("Ask who else to talk to");
  await workspace.keyboard.press("Enter");
  await says(workspace, "Ready: 2/9");
  await workspace.keyboard.press("Escape");
  await eventually(
    () => workspace.evaluate(() => document.activeElement?.textContent?.includes("Add an item") ?? false),
    { what: "the focus to come back to the button" },
  );
  const own = await workspace.waitForSelector(named("checkbox", "Ask who else to talk to"));
  await own?.focus();
  await workspace.keyboard.press("Space");
  await says(workspace, "Ready: 3/9");
  await click("button", "More for item: Think of ways to warm to each other");
  await click("menuitem", "Put away");
  await says(workspace, "Ready: 3/8");
  await workspace.click("details.closed summary");
  await click("button", "Bring back: Think of ways to warm to each other");
  await says(workspace, "Ready: 3/9");
});

test("moving on may have a reason, and a day before the present stage is refused in words", async () => {
  await click("button", "Move on to Initiation");
  await workspace.locator(named("textbox", "Why the change optional")).fill("We met");
  await click("button", "Move");
  await says(workspace, "Stage: Initiation");
  await goTo(workspace, "/stages/initiation");
  await workspace.waitForSelector(named("image", "Stage 2 of 4: Initiate"));
  await says(workspace, "usually 1–3 months");
  await click("button", "Move on to Cultivation");
  await workspace.locator("input[name=on]").fill("2020-01-01");
  await click("button", "Move");
  await says(workspace, "The stage you are in began after that day");
  await workspace.keyboard.press("Escape");
});

test("each hint names what is missing and leads to it, and is gone when it is mended", async () => {
  await goTo(workspace, "/stages/initiation");
  await says(workspace, "No measurable goal yet");
  await says(workspace, "No exit date yet");
  const links = await workspace.$$eval(".hint-item a", (all) => all.map((link) => link.getAttribute("href")));
  expect(links).toContain("#/roadmap");
  expect(links).toContain("#/stages/initiation?set=dates");
  await workspace.click('.hint-item a[href="#/stages/initiation?set=dates"]');
  await workspace.locator("input[name=reviewOn]").fill("2030-05-01");
  await click("button", "Save");
  await says(workspace, "Dates saved");
  await saysNoMore(workspace, "No exit date yet");
  await click("button", "Put away: No measurable goal yet");
  await saysNoMore(workspace, "No measurable goal yet");
  await workspace.reload();
  await says(workspace, "No rhythm of meetings agreed yet");
  expect(await textOf(workspace)).not.toContain("No measurable goal yet");
  await goTo(workspace, "/today");
  await says(workspace, "No rhythm of meetings agreed yet");
  expect(await workspace.$$(".hint-item")).toHaveLength(1);
});

test("the scope is a sentence with a kind, and its item is open until both are there", async () => {
  await goTo(workspace, "/stages/initiation");
  await workspace.waitForSelector(named("link", "Fill it in: Settle which skill or change this is about"));
  await click("link", "Fill it in: Settle which skill or change this is about");
  await workspace.locator("textarea[name=scope]").fill("From senior engineer to leading a team");
  await click("button", "Save");
  await says(workspace, "Saved what it is for");
  expect(await textOf(workspace)).toContain("Fill it in");
  await click("button", "Edit what it is for");
  await workspace.select("select[name=scopeType]", "promotion");
  await click("button", "Save");
  await workspace.waitForFunction(() =>
    [...document.querySelectorAll(".self-tick.done + .main")].some((row) =>
      row.textContent?.includes("Settle which skill or change this is about"),
    ),
  );
});

test("who starts as a mentor sees the mentor's checklist, and can be a mentee elsewhere", async () => {
  await setOut("Mentor", "Your mentee’s name", "Jun Park", "Start this mentorship");
  await goTo(workspace, "/stages/prepare");
  await says(workspace, "Know where they want to go, in one sentence");
  await choose("Mentee");
  await says(workspace, "Say in one sentence where you want to go");
  await choose("Mentor");
  await says(workspace, "Know where they want to go, in one sentence");
  await workspace.locator(named("button", "Mentorship with Jun Park. Switch")).click();
  await click("menuitem", "Elif Yıldız");
  await says(workspace, "Say in one sentence where you want to go");
});

test("the four words of the life cycle can be chosen, and stand everywhere", async () => {
  await goTo(workspace, "/settings/general");
  await choose("Prepare to Evaluate");
  await workspace.waitForSelector(named("link", "Initiate, you are here, week 1 of 26"));
  await goTo(workspace, "/stages/separation");
  await workspace.waitForSelector(named("heading", "Evaluate"));
  await click("link", "History of Elif Yıldız");
  await says(workspace, "Initiate, since");
  const popup = await chromium.openPopup(workspace);
  await popup.waitForSelector(named("image", "Stage 2 of 4: Initiate, week 1 of 26"));
  await chromium.closePopup();
  await goTo(workspace, "/settings/general");
  await choose("Prepare to Redefinition");
  await workspace.waitForSelector(named("link", "Initiation, you are here, week 1 of 26"));
});

test("the button counts what is overdue when it is asked to, and nothing when it is asked to", async () => {
  await goTo(workspace, "/welcome?sample=1");
  await workspace.waitForFunction(() => location.hash === "#/today");
  const badgeIs = (text: string) =>
    eventually(async () => (await chromium.badge()).text === text, { what: `the badge to say "${text}"` });
  await badgeIs("3");
  const popup = await chromium.openPopup(workspace);
  await popup.waitForSelector(named("heading", "Next milestone"));
  await says(popup, "Present the order-sync design at the guild");
  await chromium.closePopup();
  await goTo(workspace, "/actions");
  const late = await eventually(
    async () => {
      const marks = await workspace.$$("nav .n.late");
      return marks.length > 0 ? marks : undefined;
    },
    { what: "how many are overdue" },
  );
  expect(await late[0]?.evaluate((mark) => mark.getAttribute("title"))).toBe("2 past their dates");
  await goTo(workspace, "/settings/reminders");
  await choose("What is overdue");
  await badgeIs("2");
  await choose("Nothing");
  await badgeIs("");
  expect((await chromium.badge()).title).toBe("Milepost: 3 things due, 2 past their dates");
  await choose("What is due");
  await badgeIs("3");
});

test("going back to the cultivation is a loop: both visits stand in the walk with their reasons", async () => {
  await goTo(workspace, "/stages/cultivation");
  const walk = await workspace.waitForSelector(".stage-walk");
  const words = (await walk?.evaluate((list) => (list as HTMLElement).innerText)) ?? "";
  expect(words.match(/Cultivation/gu)).toHaveLength(2);
  expect(words).toContain("went back");
  expect(words).toContain("The integration team moved under platform");
  expect(await workspace.$$(".cycle .loop")).toHaveLength(1);
});
