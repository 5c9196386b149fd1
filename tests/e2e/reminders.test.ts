import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { forgeClock } from "@/tests/harness/clock.ts";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { named, says } from "./on-the-page.ts";
import { ownRow, putRows, rowsOf, wakeBackground } from "./reminding.ts";

/** Reminders as a person meets them: set on a record, in the lists, in the settings. */
const clock = forgeClock();
let chromium: Chromium;

beforeAll(async () => {
  // Monday 7 December 2026, 10:00 in Berlin.
  await clock.jumpTo(Date.parse("2026-12-07T09:00:00Z"));
  chromium = await launchChromium({ clock, timeZone: "Europe/Berlin" });
  const page = await chromium.openWorkspace("/welcome?sample=1");
  await page.waitForFunction(() => location.hash === "#/today");
});

afterAll(async () => {
  await chromium?.close();
  clock.remove();
});

test("a reminder of one's own is set, seen, put off and done", async () => {
  const [person] = (await rowsOf(await chromium.control(), "people")).filter((row) => row["id"] !== "me");
  const page = await chromium.openWorkspace(`/reminders?of=people%2F${String(person?.["id"])}`);
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
