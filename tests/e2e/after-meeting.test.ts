import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo, named, sampleWorkspace, says, textOf } from "./on-the-page.ts";

/** What comes after a meeting: its record, thanks, and what becomes of one that was not held. */
let chromium: Chromium;
let workspace: Page;

beforeAll(async () => {
  chromium = await launchChromium();
  workspace = await sampleWorkspace(chromium);
});

afterAll(() => chromium?.close());

const press = (role: string, name: string): Promise<void> => workspace.locator(named(role, name)).click();
/** A radio button is drawn by its label, so it is the label that is pressed. */
async function choose(radio: string): Promise<void> {
  await workspace.locator(`label:has(${radio})`).click();
}

const lacks = (words: string): Promise<unknown> =>
  eventually(async () => !(await textOf(workspace)).includes(words), { what: `"${words}" to be gone` });

test("after a meeting thanks, usefulness and what was accomplished are said and kept", async () => {
  await goTo(workspace, "/meetings/sample-meeting-check-in-6?at=wrap-up");
  await choose('input[aria-label="4 of 5"]');
  await workspace.waitForSelector('input[aria-label="4 of 5"]:checked');
  const mail = await workspace.$$eval("a[href^='mailto:']", (links) =>
    links.map((link) => link.getAttribute("href")),
  );
  expect(mail.length).toBeGreaterThan(0);
  expect(decodeURIComponent(mail.join(" "))).toContain("Next steps");
  await press("button", "I thanked Amara");
  await says(workspace, "thanked on");
  expect(await workspace.$(named("button", "I thanked Amara"))).toBeNull();
  expect(await accessibilityProblems(workspace)).toEqual([]);

  await press("button", "Change something");
  await press("checkbox", "List what only I can do");
  await workspace.waitForFunction(() =>
    [...document.querySelectorAll("label.done-text")].some(
      (label) => label.textContent === "List what only I can do",
    ),
  );
  await press("button", "Done");
  await lacks("List what only I can do");
  await workspace.reload();
  await says(workspace, "thanked on");
  await workspace.waitForSelector('input[aria-label="4 of 5"]:checked');
});

test("the record has a row for each meeting that was held, and is saved as CSV and Markdown", async () => {
  await goTo(workspace, "/meetings");
  await choose('input[value="table"]');
  await workspace.waitForFunction(() => document.querySelectorAll(".record tbody tr").length === 10);
  expect(await textOf(workspace)).toContain("The guild talk covers order sync only");
  expect(await accessibilityProblems(workspace)).toEqual([]);
  await workspace.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => {
      if (file instanceof Blob) void file.text().then((text) => (document.body.dataset["file"] = text));
      return make(file);
    };
  });
  const saved = async (button: string, beginning: RegExp): Promise<string> => {
    await press("button", button);
    return eventually(
      async () => {
        const file = (await workspace.evaluate(() => document.body.dataset["file"])) ?? "";
        return beginning.test(file) ? file : null;
      },
      { what: `the file of "${button}"` },
    );
  };
  const csv = await saved("Save as CSV", /^\uFEFF?Day,Meeting,Accomplished/u);
  expect(csv).toContain("Check-in 6");
  expect(csv).not.toMatch(/useful/iu);
  const notes = await saved("Save all as one Markdown file", /^# Meetings with /u);
  expect(notes).toMatch(/\n## \d{4}-\d\d-\d\d Check-in 6\n/u);
});

test("nobody came: whose, why, another date with the topics, and all of it taken back", async () => {
  await goTo(workspace, "/meetings/sample-meeting-check-in-7?at=brief");
  await says(workspace, "Retry rules: who owns the dead letters?");
  await press("button", "More for meeting: Check-in 7");
  await press("menuitem", "Nobody came");
  await workspace.waitForSelector(named("combobox", "Who could not make it"));
  await workspace.select("select", "them");
  await says(workspace, "I hope all is well.");
  expect(await accessibilityProblems(workspace)).toEqual([]);
  await press("button", "Plan another date");
  await press("button", "Move meeting");
  await workspace.waitForFunction(() => !location.hash.includes("sample-meeting-check-in-7"));
  await says(workspace, "Retry rules: who owns the dead letters?");
  await goTo(workspace, "/meetings/sample-meeting-check-in-7?at=brief");
  await says(workspace, "Its open topics are on the agenda of");
  await lacks("Retry rules: who owns the dead letters?");
  await workspace.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await workspace.keyboard.down("Control");
  await workspace.keyboard.press("z");
  await workspace.keyboard.up("Control");
  await workspace.waitForSelector(named("button", "Plan another date"));
});

test("a meeting that is logged afterwards gets its notes, and what is marked in them is offered", async () => {
  await goTo(workspace, "/meetings");
  await press("button", "Log a past one");
  await press("button", "Log meeting");
  await workspace.locator("main a[href$='at=notes']").click();
  await workspace.waitForSelector(named("textbox", "Meeting notes"));
  await workspace.focus(named("textbox", "Meeting notes"));
  await workspace.keyboard.type("=> We start with the small one");
  await says(workspace, "Saved");
  await workspace.locator(named("tab", "Wrap-up")).click();
  await workspace.waitForSelector(named("checkbox", "We start with the small one"));
});
