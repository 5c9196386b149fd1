import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo, named, says, textOf } from "./on-the-page.ts";

/** Goals from the first step written down to the value that shows they are reached, most of it by keyboard. */
let chromium: Chromium;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  chromium = await launchChromium();
  await openAt("/welcome?sample=1");
  await page.waitForFunction(() => location.hash === "#/today");
});

afterAll(() => chromium?.close());

async function openAt(path: string): Promise<void> {
  page = await chromium.openWorkspace(path);
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn") complaints.push(message.text());
  });
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
}

async function goToGoal(key: string, title: string): Promise<void> {
  await goTo(page, `/goals/sample-goal-${key}`);
  await page.waitForFunction(
    (words) => document.querySelector(".goal-page h2")?.textContent === words,
    {},
    title,
  );
}

const click = (role: string, name: string): Promise<void> => page.locator(named(role, name)).click();

/** Opens the rest of a goal's form by keyboard. */
async function unfoldMore(): Promise<void> {
  await page.waitForSelector(".more-fields > summary");
  await page.focus(".more-fields > summary");
  await page.keyboard.press("Enter");
  await page.waitForSelector('input[name="startsOn"]');
}

async function focusOn(role: string, name: string): Promise<void> {
  await page.waitForSelector(named(role, name));
  await page.focus(named(role, name));
}

async function altArrow(key: "ArrowUp" | "ArrowDown"): Promise<void> {
  await page.keyboard.down("Alt");
  await page.keyboard.press(key);
  await page.keyboard.up("Alt");
}

/** What a goal's page lists as its steps, from top to bottom. */
function steps(): Promise<string[]> {
  return page.$$eval(".stones .words", (words) => words.map((each) => each.textContent ?? ""));
}

async function stepsAre(...titles: string[]): Promise<void> {
  const want = titles.join("|");
  await eventually(async () => (await steps()).join("|") === want, { what: `the steps to be ${want}` });
}

/** The text of the row that a step stands in. */
function rowOf(title: string): Promise<string> {
  return page.$$eval(
    ".stones > li",
    (rows, wanted) => (rows as HTMLElement[]).find((row) => row.innerText.includes(wanted))?.innerText ?? "",
    title,
  );
}

test("a plan of five steps is written with Enter alone and put in order by keyboard, and stands so after a restart", async () => {
  await goTo(page, "/roadmap?view=goals");
  await focusOn("button", "Add a goal");
  await page.keyboard.press("Enter");
  await focusOn("textbox", "Goal");
  await page.keyboard.type("Learn to moderate");
  await page.keyboard.press("Enter");
  await says(page, "Goal added");
  await focusOn("button", "Add a milestone to: Learn to moderate");
  await page.keyboard.press("Enter");
  await focusOn("textbox", "Milestone");
  for (const [n, title] of ["Watch", "Read", "Ask", "Try", "Lead"].entries()) {
    await page.keyboard.type(title);
    await page.keyboard.press("Enter");
    await eventually(async () => (await steps()).length >= n + 1 && (await steps()).includes(title), {
      what: `the step ${title}`,
    });
  }
  await page.keyboard.press("Escape");
  await page.evaluate(() => {
    const more = [...document.querySelectorAll<HTMLElement>(".stones .words")].find(
      (words) => words.textContent === "Watch",
    );
    const list = more?.closest(".goal");
    const others = [...document.querySelectorAll(".goal.open")].filter((goal) => goal !== list);
    for (const goal of others) goal.querySelector<HTMLElement>(".goal-head")?.click();
  });
  await stepsAre("Watch", "Read", "Ask", "Try", "Lead");
  await focusOn("button", "Edit milestone: Lead");
  await altArrow("ArrowUp");
  await stepsAre("Watch", "Read", "Ask", "Lead", "Try");
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await eventually(async () => (await focused()) === "Lead", { what: "the moved step to keep the focus" });
  await altArrow("ArrowUp");
  await stepsAre("Watch", "Read", "Lead", "Ask", "Try");
  await focusOn("button", "Edit milestone: Watch");
  await altArrow("ArrowDown");
  await stepsAre("Read", "Watch", "Lead", "Ask", "Try");

  chromium = await chromium.relaunch();
  await openAt("/roadmap?view=goals");
  await page.waitForSelector(named("button", "More for goal: Learn to moderate"));
  await click("button", "More for goal: Learn to moderate");
  await click("menuitem", "Open goal");
  await stepsAre("Read", "Watch", "Lead", "Ask", "Try");
  await focusOn("button", "Mark milestone as reached: Read");
  await page.keyboard.press("Enter");
  await page.waitForSelector(named("button", "Reached: Read. Open again"));
});

test("a step is dragged to another place", async () => {
  const from = await page.$(named("button", "Edit milestone: Try"));
  const to = await page.$(named("button", "Edit milestone: Watch"));
  await from?.hover();
  const grip = await from?.evaluateHandle((words) => words.closest("li")?.querySelector(".grip") ?? null);
  const [start, end] = [await grip?.asElement()?.boundingBox(), await to?.boundingBox()];
  if (!start || !end) throw new Error("There is nothing to take hold of.");
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + 5, end.y + 12, { steps: 4 });
  await page.mouse.move(end.x + 5, end.y + 2, { steps: 2 });
  await page.mouse.up();
  await stepsAre("Read", "Try", "Watch", "Lead", "Ask");
});

test("a step says its day, phase, tag and owner in short, and several pasted lines are several steps", async () => {
  await focusOn("button", "Add a milestone to: Learn to moderate");
  await page.keyboard.press("Enter");
  await focusOn("textbox", "Milestone");
  await page.keyboard.type("Chair one @2031-03-14 #feedback #stage !must @both and @nobody");
  await says(page, "#stage");
  await page.keyboard.press("Enter");
  await eventually(async () => (await steps()).includes("Chair one and @nobody"), { what: "the step" });
  const row = await rowOf("Chair one and @nobody");
  for (const word of ["Must", "Both", "#stage", "2031"]) expect(row).toContain(word);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "- Book a room\n- Invite three #stage\n");
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await eventually(async () => (await steps()).includes("Book a room"), { what: "the first pasted step" });
  expect(await rowOf("Invite three")).toContain("#stage");
  await page.keyboard.press("Escape");
});

test("an open letter leads to the field that fills it, and none of them keeps a goal from being saved", async () => {
  await click("button", "Say how it is measured");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("name"));
  await eventually(async () => (await focused()) === "measure", { what: "the field of the measure" });
  await page.keyboard.type("Three people say they were heard");
  await click("button", "Save");
  await says(page, "Goal saved");
  await eventually(async () => !(await textOf(page)).includes("Say how it is measured"), {
    what: "M filled",
  });
  for (const open of ["Set a date", "Write why it matters", "Say what you will be able to show"]) {
    expect(await textOf(page)).toContain(open);
  }
  expect(await textOf(page)).toContain("No strategy yet.");
});

test("a due date before the start is refused with a message, and the strategy is only hinted at", async () => {
  await click("button", "Set a date");
  await page.locator('input[name="dueOn"]').fill("2027-03-01");
  await unfoldMore();
  await page.locator('input[name="startsOn"]').fill("2027-06-01");
  await page.locator('textarea[name="outcome"]').fill("A meeting in which everybody spoke");
  await page.select('select[name="kind"]', "soft");
  await page.select('select[name="horizon"]', "long");
  await click("button", "Save");
  await says(page, "This is before the start");
  expect(await page.$eval('textarea[name="outcome"]', (field) => field.value)).toContain("everybody spoke");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("dueOn");
  await page.locator('input[name="startsOn"]').fill("2026-12-01");
  await click("button", "Save");
  await says(page, "Goal saved");
  await says(page, "A meeting in which everybody spoke");
  expect(await textOf(page)).toContain("Soft skill");
});

test("editing after both agreed marks the goal as changed since", async () => {
  await click("button", "We agreed on this");
  await says(page, "Agreed by both on");
  expect(await textOf(page)).not.toContain("changed since agreed");
  await click("button", "Edit goal");
  await page.locator('textarea[name="why"]').fill("Quiet people know things too.");
  await page.locator('input[name="reason"]').fill("Said in the team");
  await click("button", "Save");
  await says(page, "changed since agreed: why it matters");
  await click("button", "Agree again");
  await eventually(async () => !(await textOf(page)).includes("changed since agreed"), {
    what: "agreed again",
  });
});

test("a metric is kept with its values, as a chart in words and as a table, and answers whether we are there", async () => {
  await click("button", "Add a metric to: Learn to moderate");
  await page.locator('input[name="name"]').fill("Silent people");
  await page.locator('input[name="unit"]').fill("of ten");
  await page.select('select[name="direction"]', "lower");
  await page.locator('input[name="baseline"]').fill("8");
  await page.locator('input[name="target"]').fill("many");
  await click("button", "Add a metric");
  await says(page, "That is not a number");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("target");
  await page.locator('input[name="target"]').fill("2");
  await page.keyboard.press("Enter");
  await says(page, "Metric added");
  for (const [value, on] of [
    ["8", "2026-11-01"],
    ["5", "2026-11-20"],
  ] as const) {
    await click("button", "Add a value to: Silent people");
    await page.locator('input[name="value"]').fill(value);
    await page.locator('input[name="on"]').fill(on);
    await click("button", "Add a value");
    await page.waitForSelector(named("button", "Add a value to: Silent people"));
  }
  await says(page, "from 8 to 2 of ten, 50 % of the way");
  const words = await page.$eval(".metric-chart .plot", (plot) => plot.getAttribute("aria-label"));
  expect(words).toMatch(/^Silent people, from 8 to 2 of ten\. Values: .*8 of ten; .*5 of ten$/);
  await focusOn("button", "Table of Silent people");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".measurements tbody tr:nth-child(2)");
  expect(await accessibilityProblems(page)).toEqual([]);

  await click("button", "Change the progress of: Learn to moderate");
  await page.locator('input[value="metric"]').click();
  await click("button", "Save");
  await says(page, "by the metric “Silent people”");
  await says(page, "50 %");
  await goTo(page, "/roadmap?view=goals");
  await says(page, "Are we there?");
  const there = await page.$eval(".there", (section) => (section as HTMLElement).innerText);
  expect(there).toContain("5 of ten");
  expect(there).not.toContain("%");
  expect(there).toContain("4 a month");
});

test("goals are looked at by horizon and in three lanes, and the counter warns when there are too many", async () => {
  await goTo(page, "/roadmap?view=goals");
  await page.waitForSelector(".goals-toolbar");
  await page.$eval('.goals-toolbar input[value="long"]', (input) => (input as HTMLElement).click());
  await eventually(async () => (await page.$$(".goal-list > .goal")).length === 1, { what: "one long goal" });
  await page.$eval('.goals-toolbar input[value="all"]', (input) => (input as HTMLElement).click());
  await page.locator(".goals-toolbar .btn").click();
  await click("menuitem", "In three lanes");
  const lanes = await page.$$eval(".lane", (all) => all.map((lane) => lane.querySelectorAll("li").length));
  expect(lanes).toEqual([4, 0, 1]);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.locator(".goals-toolbar .btn").click();
  await click("menuitem", "As a list");
  expect(await page.$eval(".goals-check", (check) => (check as HTMLElement).innerText)).toContain(
    "5 of 3 to 5",
  );
  await click("button", "Add a goal");
  await page.locator(named("textbox", "Goal")).fill("One more");
  await page.keyboard.press("Enter");
  await says(page, "More than 5 goals");
  const check = await page.$eval(".goals-check", (section) => (section as HTMLElement).innerText);
  expect(check).toMatch(/One more\s+no measure\s+no date/);
});

test("goals are sorted by priority, and put in order by keyboard and with a reason", async () => {
  const titles = () =>
    page.$$eval(".goal-head > span:first-of-type", (all) => all.map((each) => each.textContent));
  await page.locator(".goals-toolbar .btn").click();
  await click("menuitem", "By priority");
  await eventually(async () => (await titles())[1] === "Write production code with confidence", {
    what: "sorted",
  });
  await page.locator(".goals-toolbar .btn").click();
  await click("menuitem", "Your order");
  const before = await titles();
  await page.focus(".goal-list > .goal:nth-child(2) .goal-head");
  await altArrow("ArrowUp");
  await eventually(async () => (await titles())[0] === before[1], {
    what: "the second goal to be the first",
  });
  await click("button", `More for goal: ${before[0]}`);
  await click("menuitem", "Move in the list");
  await page.select('select[name="at"]', "0");
  await page.locator('input[name="reason"]').fill("It carries the rest");
  await page.keyboard.press("Enter");
  await eventually(async () => (await titles())[0] === before[0], { what: "the order as it was" });
  await click("button", `More for goal: ${before[0]}`);
  await click("menuitem", "History");
  await says(page, "“It carries the rest”");
  await says(page, "moved up");
});

test("what was changed while a meeting ran says so in the history", async () => {
  await goTo(page, "/history/goals/sample-goal-integration");
  await says(page, "in Calibration");
});

test("reaching a milestone offers a checkpoint, which can be left out or written, and evidence knows its meeting", async () => {
  await goToGoal("integration", "Design an integration end to end");
  await click("button", "Add evidence to: Present the order-sync design at the guild");
  await page.locator('input[name="text"]').fill("The guild said yes");
  await page.select('select[name="meetingId"]', "sample-meeting-check-in-6");
  await page.locator(".step-wide form button[type=submit]").click();
  await says(page, "Evidence added");
  const link = 'a[href="#/meetings/sample-meeting-check-in-6?at=notes"]';
  await page.waitForSelector(link);
  await click("button", "Mark milestone as reached: Present the order-sync design at the guild");
  await says(page, "A word on how it went?");
  await click("button", "Not now");
  await eventually(async () => !(await textOf(page)).includes("A word on how it went?"), {
    what: "no offer",
  });
  await click("button", "Mark milestone as reached: Work in the guild’s comments");
  await click("button", "Write it: how Work in the guild’s comments went");
  await page.locator('textarea[name="worked"]').fill("One comment a day");
  await page.locator('textarea[name="adjust"]').fill("Ask for fewer");
  await click("button", "Save");
  await says(page, "Checkpoint kept");
  await page.reload();
  await says(page, "How it went");
  await page.$$eval(".checkpoint details", (all) => all.forEach((each) => (each.open = true)));
  await says(page, "One comment a day");
});

test("a weak step is first on the agenda of the next meeting", async () => {
  await goToGoal("handover", "Hand over admin work");
  await click("button", "Edit milestone: Hand over the on-call");
  await page.locator('input[name="needsWork"]').click();
  await click("button", "Save");
  await says(page, "Needs work");
  await goTo(page, "/meetings/sample-meeting-check-in-7?at=brief");
  await says(page, "Hand over the on-call");
  const first = await page.$eval(".agenda > li", (row) => (row as HTMLElement).innerText);
  expect(first).toContain("Hand over the on-call");
});

test("a step moves to another goal, and open steps are spread over the months", async () => {
  await goToGoal("handover", "Hand over admin work");
  await click("button", "Edit milestone: Hand over the on-call");
  await page.select('select[name="goalId"]', "sample-goal-speak");
  await click("button", "Save");
  await eventually(async () => !(await steps()).includes("Hand over the on-call"), {
    what: "the step to be gone",
  });
  await goToGoal("speak", "Speak up in design reviews");
  await eventually(async () => (await steps()).includes("Hand over the on-call"), { what: "the step" });
  await click("button", "Spread dates of: Speak up in design reviews");
  await page.locator('input[name="firstOn"]').fill("2031-01-31");
  await says(page, "Date 2 milestones");
  await page.locator(".inline-form button[type=submit]").click();
  await says(page, "Milestones spread");
  for (const step of ["Chair one review", "Hand over the on-call"])
    await eventually(async () => /Feb 28|Jan 31/.test(await rowOf(step)), {
      what: `another date of ${step}`,
    });
  expect(await rowOf("Chair one review")).not.toBe(await rowOf("Hand over the on-call"));
});

test("a start that moved offers to move the undone steps too, and undo takes that back", async () => {
  await goToGoal("code", "Write production code with confidence");
  await click("button", "Edit goal");
  await unfoldMore();
  const start = await page.$eval('input[name="startsOn"]', (input) => input.value);
  const later = Temporal.PlainDate.from(start).add({ days: 14 }).toString();
  await page.locator('input[name="startsOn"]').fill(later);
  await click("button", "Save");
  await says(page, "moved 14 days later.");
  const before = await rowOf("Own a service for a sprint");
  await click("button", "Move 3 open milestones too");
  await says(page, "3 milestones moved");
  await eventually(async () => (await rowOf("Own a service for a sprint")) !== before, {
    what: "another date",
  });
  await click("button", "Undo");
  await eventually(async () => (await rowOf("Own a service for a sprint")) === before, {
    what: "the date back",
  });
});

test("progress by hand is a number with a comment, and its rule is said", async () => {
  await says(page, "by milestones: 2 of 5 reached, each counts the same");
  await click("button", "Change the progress of: Write production code with confidence");
  await page.locator('input[value="hand"]').click();
  await page.select('select[name="percent"]', "65");
  await page.locator('input[name="note"]').fill("Reviews take longer than writing");
  await click("button", "Save");
  await says(page, "as you say");
  await says(page, "Reviews take longer than writing");
  await says(page, "65 %");
});

test("the mentor’s view is kept with the meeting it was said in", async () => {
  await goToGoal("speak", "Speak up in design reviews");
  await click("button", "Write it down: how Speak up in design reviews looks");
  await page.select('select[name="realism"]', "4");
  await page.select('select[name="priority"]', "2");
  await page.locator('textarea[name="ratingNote"]').fill("Begin with the small room");
  await click("button", "Save");
  await says(page, "View kept");
  await says(page, "Begin with the small room");
  expect(await page.$eval(".mentor-view", (view) => (view as HTMLElement).innerText)).toMatch(
    /Said in\s+Check-in 6/,
  );
});

test("an outcome that belongs to no goal is marked until it does", async () => {
  await goTo(page, "/roadmap?view=goals");
  await says(page, "belongs to no goal yet");
  await click("button", "Edit outcome: An interview for the architect role");
  await page.select('.outcomes select[name="goalId"]', "sample-goal-speak");
  await click("button", "Save");
  await eventually(async () => !(await textOf(page)).includes("belongs to no goal yet"), {
    what: "it to belong",
  });
  await click("button", "Add an outcome");
  await page.locator('.outcomes input[name="text"]').fill("A letter of thanks");
  await page.keyboard.press("Enter");
  await says(page, "belongs to no goal yet");
  expect(complaints).toEqual([]);
});

test("what is typed into a goal and not saved is there when its form is opened again", async () => {
  await goToGoal("speak", "Speak up in design reviews");
  await click("button", "Edit goal");
  await unfoldMore();
  await page.locator('textarea[name="strategy"]').fill("One question a week");
  await page.reload();
  await click("button", "Edit goal");
  await says(page, "Draft restored");
  expect(await page.$eval('textarea[name="strategy"]', (field) => field.value)).toBe("One question a week");
  await click("button", "Cancel");
  await click("button", "Edit goal");
  expect(await page.$eval('textarea[name="strategy"]', (field) => field.value)).toBe("");
  await page.keyboard.press("Escape");
  expect(complaints).toEqual([]);
});
