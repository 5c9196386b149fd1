import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo, named, says, textOf, valueOf } from "./on-the-page.ts";

/** What one notes down before a mentorship: typed line by line, in any order, half done, and used afterwards. */
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  chromium = await launchChromium();
  page = await chromium.openWorkspace("/welcome");
  page.setDefaultTimeout(8_000);
  await begin("Elif Yıldız", "Run good one-to-ones");
});

afterAll(() => chromium?.close());

async function begin(partner: string, goal: string): Promise<void> {
  await page.locator(named("textbox", "Your mentor’s name")).fill(partner);
  await page.locator(named("textbox", "First goal")).fill(goal);
  await page.locator('input[name="meetingOn"]').fill("2031-12-01");
  await page.locator("footer.go button[type=submit]").click();
  await page.waitForFunction(() => location.hash === "#/today");
  await goTo(page, "/prepare");
}

async function closeAndOpen(): Promise<void> {
  await page.reload();
  await page.waitForSelector("h1");
}

/** Types lines into a list without leaving its last line. */
async function write(list: string, ...lines: string[]): Promise<void> {
  await page.locator(named("textbox", `Add to: ${list}`)).click();
  for (const line of lines) {
    await page.keyboard.type(line);
    await page.keyboard.press("Enter");
    await says(page, line);
  }
}

/** What a list says, line by line. */
function linesOf(list: string): Promise<string[]> {
  return page.evaluate(
    (name) =>
      [...document.querySelectorAll(`ul[aria-label="${CSS.escape(name)}"] > li .words`)].map(
        (line) => line.textContent,
      ),
    list,
  );
}

async function inOrder(list: string, lines: string[]): Promise<void> {
  await eventually(async () => JSON.stringify(await linesOf(list)) === JSON.stringify(lines), {
    what: `${list} to be ${lines.join(", ")}`,
  });
}

async function pick(menu: string, item: string): Promise<void> {
  await page.locator(named("button", menu)).click();
  await page.locator(named("menuitem", item)).click();
}

test("lines are added by Enter, put in order by keys and by pointer, and are there after a restart", async () => {
  await write("Strengths", "Calm", "Precise");
  await write("Development needs", "Speak up", "Estimate");
  await write("Characteristics and preferences", "In writing first", "Mornings");

  await page.focus(named("button", "Edit: Precise"));
  await page.keyboard.down("Alt");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.up("Alt");
  await inOrder("Strengths", ["Precise", "Calm"]);
  await says(page, "Now at place 1 of 2");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  await eventually(async () => (await focused()) === "Edit: Precise", {
    what: "the moved line to keep the focus",
  });

  const grip = await page.$(named("button", "Move: Speak up. Arrow keys move it up and down"));
  const below = await page.$(named("button", "Edit: Estimate"));
  await grip?.scrollIntoView();
  const [from, to] = [await grip?.boundingBox(), await below?.boundingBox()];
  if (!from || !to) throw new Error("The lines are not there.");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, to.y + to.height, { steps: 4 });
  await page.mouse.up();
  await inOrder("Development needs", ["Estimate", "Speak up"]);

  await closeAndOpen();
  await inOrder("Strengths", ["Precise", "Calm"]);
  await inOrder("Development needs", ["Estimate", "Speak up"]);
  await inOrder("Characteristics and preferences", ["In writing first", "Mornings"]);
});

test("a line is changed in its place, removed, and brought back", async () => {
  await page.locator(named("button", "Edit: Calm")).click();
  await page.locator(named("textbox", "Edit: Calm")).fill("Calm under pressure");
  await page.keyboard.press("Enter");
  await inOrder("Strengths", ["Precise", "Calm under pressure"]);
  await pick("More: Precise", "Remove");
  await inOrder("Strengths", ["Calm under pressure"]);
  await page.locator(named("button", "Undo")).click();
  await inOrder("Strengths", ["Precise", "Calm under pressure"]);
});

test("what is half typed is there after a restart, and a reflection is kept in the journal", async () => {
  await page.locator(named("textbox", "Add to: I can offer")).fill("How operations");
  await page.locator(named("button", "Another question")).click();
  const question = "When, where and with whom do I work at my best?";
  await page.locator(named("textbox", `Your thoughts: ${question}`)).fill("Early, alone, by the");
  await closeAndOpen();
  await says(page, "Draft restored");
  expect(await valueOf(await page.$(named("textbox", "Add to: I can offer")))).toBe("How operations");
  const thoughts = await page.$(named("textbox", `Your thoughts: ${question}`));
  expect(await valueOf(thoughts)).toBe("Early, alone, by the");
  await page.locator(named("textbox", `Your thoughts: ${question}`)).fill("Early, alone, by the window");
  await page.locator(named("button", "Keep in the journal")).click();
  await says(page, "1 reflection, the last on");
  await page.locator(named("textbox", "Add to: I can offer")).click();
  await page.keyboard.press("Enter");
  await inOrder("I can offer", ["How operations"]);
  await goTo(page, "/journal");
  await says(page, "Early, alone, by the window");
  await says(page, "Reflection");
  expect(await page.$eval(".thread-day > .wk", (day) => day.textContent)).toBe("today");
  await goTo(page, "/prepare");
});

test("where I am and what I bring is entered once; here it can be changed or put away alone", async () => {
  await page.locator(named("button", "Write: My role now")).click();
  await page.locator(named("textbox", "My role now")).fill("System administrator");
  await page.keyboard.press("Enter");
  await page.locator(named("button", "Write: My ambition")).click();
  await page.locator(named("textbox", "My ambition")).fill("Design what others build from");
  await page.locator(named("button", "Save")).click();
  await says(page, "Design what others build from");

  await goTo(page, "/welcome");
  await begin("Jun Park", "Write a book");
  await says(page, "System administrator");
  await says(page, "Design what others build from");
  await inOrder("Strengths", ["Precise", "Calm under pressure"]);
  await page.locator(named("button", "Edit: Precise")).click();
  await page.locator(named("textbox", "Edit: Precise")).fill("Precise with words");
  await page
    .locator(named("checkbox", "Only in this mentorship The others keep the words that they have."))
    .click();
  await page.locator(named("button", "Save")).click();
  await says(page, "changed here");
  await pick("More: Calm under pressure", "Put away here");
  await inOrder("Strengths", ["Precise with words"]);
  await says(page, "1 line put away here");

  await pick("Mentorship with Jun Park. Switch", "Elif Yıldız");
  await inOrder("Strengths", ["Precise", "Calm under pressure"]);
});

test("an expectation, a ground rule and a goal go on the first agenda, each once", async () => {
  await write("I expect of Elif", "Plain words");
  await write("I expect of myself", "Topics the evening before");
  await page.locator(named("button", "Add the example: On time and prepared")).click();
  await inOrder("Ground rules", ["On time and prepared"]);
  await write("Goals", "Say no in the room");
  for (const line of ["Plain words", "On time and prepared", "Say no in the room"]) {
    const discuss = `Discuss next time: ${line}`;
    await page.locator(named("button", discuss)).click();
    const pressed = `button[aria-pressed="true"][aria-label="${discuss}"]`;
    await page.waitForSelector(pressed);
    await page.click(pressed);
  }
  expect(await accessibilityProblems(page)).toEqual([]);
  await goTo(page, "/meetings");
  await page.locator("#main a[href^='#/meetings/']").click();
  for (const line of ["Plain words", "On time and prepared", "Say no in the room"]) await says(page, line);
  const text = await textOf(page);
  for (const line of ["Plain words", "On time and prepared", "Say no in the room"]) {
    expect(text.split(line)).toHaveLength(2);
  }
  await goTo(page, "/prepare");
});

test("a development need becomes a goal, a need a promise or a resource, an opportunity an activity", async () => {
  await pick("More: Speak up", "Make it a goal");
  await says(page, "From: Development needs");
  await write("Support", "A word with my manager");
  await write("Resources", "A course");
  await write("Exposure opportunities", "Sit in at the guild");
  await pick("More: A word with my manager", "Ask Elif for it");
  await says(page, "Asked for");
  await pick("More: A course", "Make it a resource");
  await pick("More: Sit in at the guild", "Make it an activity");
  await says(page, "Activity added");
  await goTo(page, "/actions");
  await says(page, "A word with my manager");
  await page.locator(named("link", "From: Preparing")).click();
  await page.waitForFunction(() => location.hash === "#/prepare");
  await goTo(page, "/resources");
  await says(page, "A course");
  await says(page, "Sit in at the guild");
  await says(page, "From: Preparing");
});

test("a rated competency shows its gap, becomes a goal and a step, and tells what has changed", async () => {
  await goTo(page, "/prepare");
  await page.locator(named("button", "Write: Role I want")).click();
  await page.locator(named("textbox", "Role I want")).fill("Technical architect");
  await page.keyboard.press("Enter");
  await write("Skills", "Integration design");
  await says(page, "needed level not set");
  await page.select("select[aria-label='Needed: Integration design']", "4");
  await says(page, "not rated yet");
  await page.select("select[aria-label='Start: Integration design']", "2");
  await says(page, "gap 2");
  await page.locator(named("button", "Make this a step: Integration design")).click();
  await page.locator(named("textbox", "Milestone")).fill("Draw one integration");
  await page.locator(named("button", "Make this a step")).click();
  await says(page, "Builds: Integration design");
  await pick("More: Integration design", "Make this a goal");
  await says(page, "Integration design, from 2 to 4");
  await page.locator(named("link", "Integration design, from 2 to 4")).click();
  await page.waitForFunction(() => location.hash.startsWith("#/goals/"));
  await goTo(page, "/prepare");
  await write("Skills", "Estimating");
  await page.select("select[aria-label='Start: Estimating']", "3");
  await page.select("select[aria-label='Middle: Integration design']", "3");
  await says(page, "from 2 to 3, 1 up");
  await says(page, "no second rating yet");
  await says(page, "gap 1");
  await goTo(page, "/roadmap?view=goals");
  await says(page, "Integration design, from 2 to 4");
});

test("a suggestion is started as a dated activity of a goal, and a resource keeps its takeaway", async () => {
  await goTo(page, "/resources");
  await page.locator(named("button", "Start: Hold a mock interview")).click();
  await page.locator(named("button", "Start")).click();
  await says(page, "begun today");
  const row = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>("#main li.work")].find((item) =>
          item.innerText.includes("Hold a mock interview"),
        )?.innerText,
    );
  expect(await row()).toMatch(/Practice\s*today\s*Run good one-to-ones/u);
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.locator(named("button", "Add a resource")).click();
  await page.locator(named("textbox", "Resource")).fill("Patterns");
  await page.locator('input[name="url"]').fill("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await says(page, "The link needs a web address");
  await page.locator('input[name="url"]').fill("example.org/patterns");
  await page.keyboard.press("Enter");
  await page.waitForSelector('a[href="https://example.org/patterns"][rel~="noreferrer"]');
  await page.select("select[aria-label='State of Patterns']", "done");
  await page.locator(named("button", "Write the takeaway: Patterns")).click();
  await page.locator(named("textbox", "Takeaway optional")).fill("Say who decides first");
  await page.locator(named("button", "Save")).click();
  await says(page, "Say who decides first");
  await page.locator(named("button", "Discuss next time: Patterns")).click();
  await says(page, "on the next agenda");

  const filter = await page.$(".work-filter select");
  const goal = await filter?.$eval("option:nth-child(2)", (option) => option.value);
  await filter?.select(goal ?? "");
  await eventually(async () => !(await textOf(page)).includes("Patterns"), { what: "the filter to hide it" });
  expect(await row()).toContain("Run good one-to-ones");
});

test("an idea for rapport is stamped with the meeting under way, or the last one", async () => {
  await goTo(page, "/welcome?sample=1");
  await page.waitForFunction(() => location.hash === "#/today");
  await goTo(page, "/prepare");
  await pick("Mark as used: Ask what she would do if it could not fail", await heldChoice());
  await eventually(async () => (await page.$$("a[href='#/meetings/sample-meeting-check-in-6']")).length > 0, {
    what: "the idea to name the last meeting",
  });
  await goTo(page, "/meetings/sample-meeting-check-in-7?at=notes");
  await page.locator(named("button", "Start the clock")).click();
  await page.waitForSelector(named("button", "End meeting"));
  await goTo(page, "/prepare");
  await page.locator("button[aria-label$=', Tell her about the choir. Change']").click();
  await page.locator("[popover]:popover-open [role=menuitem]:first-child").click();
  await page.waitForSelector("a[href='#/meetings/sample-meeting-check-in-7']");
  await says(page, "used today");
});

/** The choice that names the last held meeting; the day in it depends on when this runs. */
async function heldChoice(): Promise<string> {
  await says(page, "Ask what she would do");
  const words = await page.evaluate(() =>
    [...document.querySelectorAll("[role=menuitem]")]
      .map((item) => item.textContent)
      .find((text) => text.startsWith("In Check-in 6,")),
  );
  if (!words) throw new Error("The last meeting is not offered.");
  return words;
}
