import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { forgeClock } from "@/tests/harness/clock.ts";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { named, sampleWorkspace, says, typeOver, valueOf } from "./on-the-page.ts";
import { ownRow, putRows, rowsOf, wakeBackground } from "./reminding.ts";

/** Reminders as a person meets them: set on a record, in the lists, in the settings. */
const clock = forgeClock();
let chromium: Chromium;

beforeAll(async () => {
  // Monday 7 December 2026, 10:00 in Berlin.
  await clock.jumpTo(Date.parse("2026-12-07T09:00:00Z"));
  chromium = await launchChromium({ clock, timeZone: "Europe/Berlin" });
  await sampleWorkspace(chromium);
});

afterAll(async () => {
  await chromium?.close();
  clock.remove();
});

test("a reminder of one's own is set, seen, put off and done", async () => {
  const [person] = (await rowsOf(await chromium.control(), "people")).filter((row) => row["id"] !== "me");
  const page = await chromium.openWorkspace(`/reminders?of=people%2F${String(person?.["id"])}`);
  await page.locator("form.remind-form input[type=date]").fill("2026-12-06");
  await page.locator(named("button", "Set reminder")).click();
  await says(page, "That moment has passed");
  await page.locator("form.remind-form input[type=date]").fill("2026-12-09");
  await page.locator("form.remind-form input[type=time]").fill("08:15");
  await page.locator("form.remind-form input.input:not([type])").fill("Ask about the trip");
  await page.locator(named("button", "Set reminder")).click();
  await eventually(
    async () =>
      (await rowsOf(await chromium.control(), "reminders")).some(
        (row) => row["text"] === "Ask about the trip" && row["on"] === "2026-12-09",
      ),
    { what: "the reminder" },
  );
  await says(page, "Ask about the trip");
  await putRows(await chromium.control(), "reminders", [
    ownRow("mine", "2026-12-07", "09:30", { text: "Water the fern" }),
  ]);
  await wakeBackground(chromium);
  const list = await chromium.openWorkspace("/reminders");
  await says(list, "Water the fern");
  await list.locator(named("button", "Snooze: Water the fern")).click();
  await list.locator(named("menuitem", "In an hour")).click();
  await says(list, "Put off until");
  await eventually(
    async () =>
      !(await list.evaluate(() => document.querySelector("main")?.textContent ?? "")).includes(
        "Water the fern",
      ),
    {
      what: "it to go",
    },
  );
  await clock.jump(3_700);
  await wakeBackground(chromium);
  const later = await chromium.openWorkspace("/reminders");
  await says(later, "Water the fern");
  await later.locator(named("checkbox", "Done: Water the fern")).click();
  await eventually(
    async () =>
      !(await later.evaluate(() => document.querySelector("main")?.textContent ?? "")).includes(
        "Water the fern",
      ),
    {
      what: "it to go",
    },
  );
});

test("a reminder to write leads to an entry of its kind, with a question", async () => {
  const page = await chromium.openWorkspace("/journal?kind=reflection");
  await eventually(() => page.evaluate(() => document.activeElement?.tagName === "TEXTAREA"), {
    what: "the focus in the field",
  });
  await says(page, "Reflection");
});

test("the settings show what comes next, follow what is switched off, and stand no barrier in the way", async () => {
  const page = await chromium.openWorkspace("/settings/reminders");
  await says(page, "What comes next");
  await says(page, "Send a test");
  await page.locator(named("button", "Send a test")).click();
  await says(page, "Notifications are off, so nothing was shown");
  expect(await accessibilityProblems(page)).toEqual([]);
});

test("times of one mentorship are typed into its field, kept, refused where they cannot be read, and given up", async () => {
  const page = await chromium.openWorkspace("/settings/reminders");
  await says(page, "With Dr. Amara Okafor");
  await page.locator("details > summary").click();
  const field = named("textbox", "When: A promise is due, Dr. Amara Okafor");
  const rules = async (): Promise<Record<string, { leads?: number[] }>> =>
    Object.assign({}, (await rowsOf(await chromium.control(), "mentorships"))[0]?.["reminders"]);

  await typeOver(page, field, "2 days, On its day");
  await page.keyboard.press("Enter");
  await eventually(async () => (await rules())["commitmentDue"]?.leads?.join() === "2880,0", {
    what: "the times",
  });
  const element = await page.waitForSelector(field);
  await eventually(async () => (await valueOf(element)) === "2 days, on its day", {
    what: "the times in full",
  });
  // The hands stay where they are: the next times are typed into the same field.
  expect(await element?.evaluate((each) => each === document.activeElement)).toBe(true);

  await typeOver(page, field, "when it suits");
  await page.keyboard.press("Tab");
  await says(page, "Not saved.");
  expect((await rules())["commitmentDue"]?.leads).toEqual([2_880, 0]);

  await element?.evaluate((each) => {
    (each as HTMLInputElement).focus();
    (each as HTMLInputElement).select();
  });
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Enter");
  await eventually(async () => (await rules())["commitmentDue"]?.leads === undefined, {
    what: "the times above to be followed",
  });
});

test("a kind that is muted from its reminder is gone from the list and off in the settings, what was set by hand is removed", async () => {
  await putRows(await chromium.control(), "reminders", [
    ownRow("mine2", "2026-12-07", "09:30", { text: "Sharpen the pencil" }),
  ]);
  await wakeBackground(chromium);
  const page = await chromium.openWorkspace("/reminders");
  await page.locator(named("button", "More for: Merge a feature with tests")).click();
  await page.locator(named("menuitem", "No more of this kind")).click();
  await says(page, "The settings bring them back");
  const gone = (words: string): Promise<unknown> =>
    eventually(
      async () =>
        !(await page.evaluate(() => document.querySelector("main")?.textContent ?? "")).includes(words),
      { what: `${words} to go` },
    );
  await gone("Merge a feature with tests");
  await page.locator(named("button", "More for: Sharpen the pencil")).click();
  await page.locator(named("menuitem", "Remove this reminder")).click();
  await gone("Sharpen the pencil");
  const settings = await chromium.openWorkspace("/settings/reminders");
  await settings.waitForSelector(named("switch", "A milestone is due"));
  const chosen = await settings.$(named("switch", "A milestone is due"));
  expect(await chosen?.evaluate((each) => (each as HTMLInputElement).checked)).toBe(false);
});

test("the button counts what is due by Sunday where that was chosen, and says so", async () => {
  const page = await chromium.openWorkspace("/settings/reminders");
  const radio = await page.waitForSelector(named("radio", "What is due by Sunday"));
  await radio?.evaluate((each) => (each as HTMLInputElement).click());
  await eventually(async () => (await chromium.badge()).title.endsWith("by the end of the week"), {
    what: "the words of the button",
  });
  const { text, title } = await chromium.badge();
  expect(title).toContain(`, ${text} by the end of the week`);
});
