import type { KeyInput, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { forgeClock } from "@/tests/harness/clock.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo, named, says, textOf, typeOver, valueOf } from "./on-the-page.ts";

/** From what is known to an agreement in its second version, by keyboard; what it sets; what is looked at again. */
const clock = forgeClock();
let chromium: Chromium;
let workspace: Page;

beforeAll(async () => {
  // Monday 7 December 2026, 14:30 in Berlin.
  await clock.jumpTo(Date.parse("2026-12-07T13:30:00Z"));
  chromium = await launchChromium({ clock, timeZone: "Europe/Berlin" });
  workspace = await chromium.openWorkspace("/welcome");
  for (const [name, value] of [
    ["Your mentor’s name", "Elif Yıldız"],
    ["Destination", "Lead a team of five"],
    ["First goal", "Run good one-to-ones"],
    ["First milestone", "Hold the first three"],
  ] as const) {
    await workspace.locator(named("textbox", name)).fill(value);
  }
  await workspace.locator('input[name="milestoneOn"]').fill("2026-12-18");
  await workspace.locator('input[name="meetingOn"]').fill("2026-12-07");
  await workspace.locator('input[name="meetingTime"]').fill("15:00");
  await workspace.locator(named("button", "Open Milepost")).click();
  await workspace.waitForFunction(() => location.hash === "#/today");
});

afterAll(async () => {
  await chromium?.close();
  clock.remove();
});

/** Reaches a control and presses a key on it, as without a mouse. */
async function press(role: string, name: string, key: KeyInput = "Enter"): Promise<void> {
  await workspace.waitForSelector(named(role, name));
  await workspace.focus(named(role, name));
  await workspace.keyboard.press(key);
}

/** What has the focus, by its name. */
function focused(): Promise<string> {
  return workspace.evaluate(
    () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
  );
}

/** Opens a section of the draft; its words have the focus then. */
async function openSection(name: string): Promise<void> {
  await press("button", `Edit: ${name}`);
  await workspace.waitForSelector(".clause textarea:focus");
}

async function agreeOn(myName: string): Promise<void> {
  await press("button", "Both agreed");
  await workspace.waitForSelector(named("textbox", "Your name"));
  await workspace.focus(named("textbox", "Your name"));
  await workspace.$eval("input[name=myName]", (input) => input.select());
  await workspace.keyboard.type(myName);
  await workspace.keyboard.press("Enter");
}

test("a first draft holds what is known, and words that were typed and not saved outlast the page", async () => {
  await goTo(workspace, "/agreement");
  await says(workspace, "Nothing agreed yet");
  expect(await accessibilityProblems(workspace)).toEqual([]);
  await press("button", "Write the first draft");
  await says(workspace, "Draft of version 1");
  const words = await textOf(workspace);
  for (const known of [
    "Run good one-to-ones",
    "Lead a team of five",
    "On time and prepared.",
    "A meeting takes 45 minutes.",
    "On June 7, 2027 we look at whether to go on",
    "Elif listens, asks",
  ]) {
    expect(words).toContain(known);
  }

  await openSection("Measures of success");
  await workspace.keyboard.type("Nobody cancels");
  await workspace.reload();
  await says(workspace, "You have words here that are not saved yet");
  await press("button", "Edit: Measures of success");
  await says(workspace, "These words were typed and not saved.");
  expect(await valueOf(await workspace.$(".clause textarea"))).toBe("Nobody cancels");
  await press("button", "Save");
  await says(workspace, "Section saved");
  expect(await focused()).toBe("Edit: Measures of success");

  await press("button", "Edit: Meetings");
  await typeOver(workspace, named("spinbutton", "We meet every optional"), "2");
  await press("button", "Save");
  await says(workspace, "We meet every 2 weeks, for 45 minutes.");
});

test("agreeing names what is missing of the four sections and does not stand in the way", async () => {
  await openSection("Priorities");
  await workspace.$eval(".clause textarea", (field) => field.select());
  await workspace.keyboard.press("Backspace");
  await press("button", "Save");
  await says(workspace, "One section of the four that matter most is empty: Priorities.");
  await workspace.locator(named("button", "Undo")).click();
  await eventually(async () => !(await textOf(workspace)).includes("matter most is empty"), {
    what: "the priorities to be back",
  });
  await agreeOn("Noor Haddad");
  await says(workspace, "What we agreed");
  await says(workspace, "Noor Haddad, December 7");
  expect(await workspace.$(named("button", "Edit: Priorities"))).toBeNull();
  expect(await accessibilityProblems(workspace)).toEqual([]);
});

test("a second version begins as a copy, its changes are marked, and the first stays readable", async () => {
  await press("button", "Propose a change");
  await workspace.waitForSelector(named("textbox", "Why a change optional"));
  await workspace.keyboard.type("Too many meetings");
  await workspace.keyboard.press("Enter");
  await says(workspace, "Draft of version 2");
  await press("button", "Edit: Meetings");
  await typeOver(workspace, named("spinbutton", "We meet every optional"), "1");
  await workspace.select(".cadence select", "month");
  await press("button", "Save");
  await says(workspace, "Section saved");
  await agreeOn("Noor Haddad");
  await says(workspace, "Version 2, first agreed on December 7");
  await says(workspace, "Changed on December 7: Too many meetings");
  const marked = () =>
    workspace.$$eval(".clause ins, .clause del", (all) =>
      all.map((each) => `${each.tagName} ${each.textContent}`),
    );
  await eventually(async () => (await marked()).length > 0, { what: "the changes to be marked" });
  expect((await marked()).join()).toMatch(/DEL .*2 weeks.*INS .*month/u);
  expect(
    await workspace.$$eval(".changed-list button", (all) => all.map((each) => each.textContent)),
  ).toEqual(["Meetings"]);

  await press("button", "v2. Other versions");
  await press("menuitem", "Version 1, agreed on December 7");
  await says(workspace, "We meet every 2 weeks, for 45 minutes.");
  await press("button", "v1. Other versions");
  await press("menuitem", "Version 2, agreed on December 7");
});

test("it is handed out as Markdown, and what it sets is proposed for the next meeting", async () => {
  await workspace.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => {
      if (file instanceof Blob) void file.text().then((text) => (document.body.dataset["file"] = text));
      return make(file);
    };
  });
  await press("button", "Markdown");
  const file = await eventually(() => workspace.evaluate(() => document.body.dataset["file"]), {
    what: "the file",
  });
  expect(file).toMatch(
    /^# What we agreed\n[\s\S]*## 1 Priorities[\s\S]*## 4 Meetings\n\nWe meet every month[\s\S]*## 16 Agreed by/u,
  );

  await goTo(workspace, "/meetings");
  await press("button", "Plan a meeting");
  const day = await workspace.waitForSelector("input[type=date]");
  expect(await valueOf(day)).toBe("2027-01-07");
});

test("an expectation that does not fit is on the next agenda once", async () => {
  await goTo(workspace, "/expectations");
  await press("button", "Add an expectation");
  await workspace.waitForSelector(named("textbox", "About"));
  await workspace.keyboard.type("Answers");
  await workspace.keyboard.press("Tab");
  await workspace.keyboard.type("Within two days");
  await press("button", "Add an expectation");
  await says(workspace, "Within two days");
  for (const [from, to] of [
    ["Open", "To discuss"],
    ["To discuss", "Open"],
    ["Open", "To discuss"],
  ]) {
    await press("button", `Answers: ${from}. Change`);
    await press("menuitem", to ?? "");
    await workspace.waitForSelector(named("button", `Answers: ${to}. Change`));
  }
  expect(await accessibilityProblems(workspace)).toEqual([]);
  await goTo(workspace, "/meetings");
  await workspace.locator("a[href^='#/meetings/']").click();
  await says(workspace, "Expectation: Answers");
  expect((await textOf(workspace)).split("Expectation: Answers")).toHaveLength(2);
});

test("then and now tells a moved milestone and a dropped goal, against the agreement and against a day", async () => {
  await goTo(workspace, "/roadmap?view=goals");
  await press("button", "Date of Hold the first three: Fri, Dec 18. Change");
  await workspace.locator("input[name=dueOn]").fill("2026-12-28");
  await press("button", "Save");
  await goTo(workspace, "/reviews");
  await says(workspace, "1 moved later: Hold the first three by 10 days");
  expect(
    await workspace.$(named("region", "Roadmap then and now. 1 moved later. The same in words below.")),
  ).not.toBeNull();
  expect(await accessibilityProblems(workspace)).toEqual([]);
  await goTo(workspace, "/roadmap?view=goals");
  await press("button", "More for goal: Run good one-to-ones");
  await press("menuitem", "Drop this goal");
  await goTo(workspace, "/reviews");
  await says(workspace, "1 goal dropped: Run good one-to-ones, on December 7");
  await press("button", "Earlier look: December 7. Change");
  await press("menuitem", "Another day");
  await workspace.locator(named("Date", "Day of the earlier look")).fill("2026-12-06");
  await says(workspace, "Nothing to compare yet");
});

test("weeks later the agreement is due to be looked at, in the popup and on the day, until somebody has", async () => {
  await clock.jumpTo(Date.parse("2027-03-01T09:00:00Z"));
  await workspace.reload();
  const popup = await chromium.openPopup(workspace);
  await says(popup, "Look at the agreement again");
  expect(await accessibilityProblems(popup)).toEqual([]);
  await chromium.closePopup();
  await goTo(workspace, "/today");
  await press("button", "Looked at: Look at the agreement again");
  await eventually(async () => !(await textOf(workspace)).includes("Look at the agreement again"), {
    what: "it to be looked at",
  });
  await goTo(workspace, "/agreement");
  await says(workspace, "Next look on May 24");
});
