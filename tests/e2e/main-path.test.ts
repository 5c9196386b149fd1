import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { forgeClock } from "@/tests/harness/clock.ts";
import { type MeetServer, meetServer } from "@/tests/harness/meet-server.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { named, textOf, valueOf } from "./on-the-page.ts";

/**
 * The main job in one go, as a person lives it: set out, see it in the popup, take notes beside the call, lose the panel
 * in the middle of a word, wrap up, and be reminded by a background that was killed in between.
 */
const clock = forgeClock();
const room = "https://meet.google.com/abc-defg-hij";
let meet: MeetServer;
let chromium: Chromium;

beforeAll(async () => {
  // Monday 7 December 2026, 14:30 in Berlin: half an hour before the meeting.
  await clock.jumpTo(Date.parse("2026-12-07T13:30:00Z"));
  meet = await meetServer({ recordEverything: true });
  chromium = await launchChromium({ clock, meet, timeZone: "Europe/Berlin" });
});

afterAll(async () => {
  await chromium?.close();
  await meet?.close();
  clock.remove();
});

async function fill(page: Page, role: string, name: string, value: string): Promise<void> {
  await page.locator(named(role, name)).fill(value);
}

let workspace: Page;

test("the first run needs a name, no permission and no account", async () => {
  workspace = await chromium.openWorkspace("/welcome");
  await workspace.locator(named("button", "Open Milepost")).click();
  await eventually(async () => (await textOf(workspace)).includes("Write the other person’s name"), {
    what: "the page to ask for the name",
  });

  await fill(workspace, "textbox", "Your mentor’s name", "Elif Yıldız");
  await fill(workspace, "textbox", "Destination", "Lead a team of five");
  await fill(workspace, "textbox", "First goal", "Run good one-to-ones");
  await fill(workspace, "textbox", "First milestone", "Hold the first three");
  await workspace.locator('input[name="milestoneOn"]').fill("2026-12-18");
  await workspace.locator('input[name="meetingOn"]').fill("2026-12-07");
  await workspace.locator('input[name="meetingTime"]').fill("15:00");
  await fill(workspace, "textbox", "Link to the room", room);
  expect(await accessibilityProblems(workspace)).toEqual([]);
  await workspace.locator(named("button", "Open Milepost")).click();
  await workspace.waitForFunction(() => location.hash === "#/today");
  expect((await chromium.grantedPermissions()).origins ?? []).toEqual([]);
});

test("what was typed there stands in the popup", async () => {
  const popup = await chromium.openPopup(workspace);
  await popup.waitForSelector(named("heading", "Next milestone"));
  for (const heading of ["Next meeting", "Next milestone", "Due", "Goals"]) {
    expect(await popup.$(named("heading", heading)), heading).not.toBeNull();
  }
  const words = await textOf(popup);
  for (const expected of [
    "Elif Yıldız",
    "Kickoff",
    "3:00 PM",
    "Hold the first three",
    "Run good one-to-ones",
  ]) {
    expect(words).toContain(expected);
  }
  expect(await accessibilityProblems(popup)).toEqual([]);
});

test("a thought in the capture line survives the popup being closed at any key", async () => {
  await chromium.closePopup();
  for (const part of ["As", "k abou", "t the team, 🧭 and مرحبا"]) {
    const popup = await chromium.openPopup(workspace);
    const line = await popup.waitForSelector(named("textbox", "Quick capture"));
    await eventually(() => popup.evaluate(() => document.activeElement?.tagName === "INPUT"), {
      what: "the capture line to have the focus",
    });
    await popup.keyboard.press("End");
    await popup.keyboard.type(part);
    const typed = await valueOf(line);
    await chromium.closePopup();
    const again = await chromium.openPopup(workspace);
    const kept = await again.waitForSelector(named("textbox", "Quick capture"));
    await eventually(async () => (await valueOf(kept)) === typed, { what: `the line to say "${typed}"` });
    await chromium.closePopup();
  }
  const popup = await chromium.openPopup(workspace);
  await popup.waitForSelector(named("textbox", "Quick capture"));
  await eventually(async () => (await textOf(popup)).includes("Draft restored"), { what: "the draft" });
  await popup.keyboard.press("Enter");
  await eventually(async () => (await textOf(popup)).includes("Note added"), {
    what: "the note to be added",
  });
  await chromium.closePopup();
});

test("the milestone is reached in one click, and the toast takes it back", async () => {
  const popup = await chromium.openPopup(workspace);
  await popup.locator(named("button", "Mark milestone as reached: Hold the first three")).click();
  await eventually(async () => (await textOf(popup)).includes("No milestone ahead"), {
    what: "no milestone",
  });
  await popup.locator(named("button", "Undo")).click();
  await eventually(async () => (await textOf(popup)).includes("Hold the first three"), {
    what: "the milestone",
  });
  await chromium.closePopup();
});

let call: Page;
let panel: Page;
const notes = ["textbox", "Meeting notes"] as const;

test("on the call's tab the popup knows the meeting, and a click opens its notes beside it", async () => {
  call = await chromium.openTab(room);
  const popup = await chromium.openPopup(call);
  await popup.locator(named("button", "Open notes")).click();
  panel = await chromium.panel();
  for (const tab of ["Brief", "Notes", "Wrap-up", "Goals"]) await panel.waitForSelector(named("tab", tab));
  await panel.waitForSelector(named(...notes));
  expect(await panel.evaluate(() => location.hash)).toMatch(/^#\/meetings\/.*at=notes/);
  expect(await accessibilityProblems(panel)).toEqual([]);
});

const firstWords = "## One-to-ones\nListen first, then ";

test("closing the panel in the middle of a word loses nothing", async () => {
  // With every timer held back nothing is saved on the way: what is there afterwards, closing has saved.
  await panel.evaluateOnNewDocument(() => {
    const setTimer = globalThis.setTimeout;
    Object.assign(globalThis, {
      setTimeout: (run: () => void, delay?: number) => setTimer(run, (delay ?? 0) < 300 ? delay : 60_000),
    });
  });
  await panel.reload();
  const editor = await panel.waitForSelector(named(...notes));
  await editor?.focus();
  await panel.keyboard.type(firstWords);
  await panel.keyboard.type("as");
  await panel.close();
  panel = await chromium.openPanel();
  await panel.waitForSelector(named(...notes));
  await eventually(async () => (await textOf(panel)).includes("Listen first, then as"), {
    what: "the last words",
  });
  const again = await panel.waitForSelector(named(...notes));
  await again?.focus();
  await panel.keyboard.down("Control");
  await panel.keyboard.press("End");
  await panel.keyboard.up("Control");
  await panel.keyboard.type("k one question.");
  await eventually(async () => /Saved/.test(await statusOf(panel)), { what: "the state to say Saved" });
});

test("what is promised during the call is taken down and confirmed at the wrap-up", async () => {
  await fill(panel, "textbox", "Capture", "Write three questions for Monday");
  await panel.focus(named("textbox", "Capture"));
  await panel.keyboard.press("Enter");
  await eventually(async () => (await textOf(panel)).includes("Write three questions for Monday"), {
    what: "the action under the notes",
  });
  // Mistyped is corrected where it stands.
  await panel.locator(named("button", "Action Write three questions for Monday")).click();
  await panel.waitForFunction(() => document.activeElement?.getAttribute("name") === "text");
  await panel.keyboard.press("End");
  await panel.keyboard.type("!");
  await panel.keyboard.press("Backspace");
  await panel.keyboard.press("Enter");
  await panel.waitForSelector(named("button", "Action Write three questions for Monday"));
  // Taken down is not promised yet.
  expect((await chromium.badge()).text).toBe("");

  await panel.locator(named("button", "End meeting")).click();
  await panel.waitForFunction(() => location.hash.endsWith("at=wrap-up"));
  await eventually(async () => (await textOf(panel)).includes("Next steps"), { what: "the wrap-up" });
  await panel.locator(named("button", "Date of Write three questions for Monday: Choose a date")).click();
  await panel.locator('main input[type="date"]').fill("2026-12-08");
  // Closes the browser's calendar, then the field.
  await panel.keyboard.press("Escape");
  await panel.keyboard.press("Escape");
  await panel.waitForSelector(named("button", "Date of Write three questions for Monday: Tue, Dec 8"));
  expect(await accessibilityProblems(panel)).toEqual([]);

  // The background is not needed for any of this, and comes back when it is called.
  await chromium.worker.kill();
  await panel.locator(named("button", "Finish, save 1 item")).click();
  await eventually(async () => (await textOf(panel)).includes("Meeting wrapped up"), {
    what: "the finished wrap-up",
  });
  await eventually(() => chromium.worker.running(), { what: "the background to be called" });
  expect((await chromium.badge()).text).toBe("");
});

test("the promise raises the badge at midnight of its day, with the background killed in between", async () => {
  // 23:59:50 in Berlin. The browser was closed for the evening.
  await clock.jumpTo(Date.parse("2026-12-07T22:59:45Z"));
  chromium = await chromium.relaunch();
  const midnight = Date.parse("2026-12-07T23:00:00Z");
  await eventually(
    async () =>
      (await chromium.alarms()).some((alarm) => alarm.name === "next" && alarm.scheduledTime === midnight),
    { what: "the alarm at midnight" },
  );
  await chromium.worker.kill();
  expect((await chromium.badge()).text).toBe("");
  await eventually(async () => (await chromium.badge()).text === "1", {
    what: "the badge",
    timeoutMs: 40_000,
  });
  expect((await chromium.badge()).title).toBe("Milepost: 1 thing due");
  expect((await chromium.alarms()).map((alarm) => alarm.name).toSorted()).toEqual(["heartbeat", "next"]);

  const popup = await chromium.openPopup();
  await popup.locator(named("checkbox", "Write three questions for Monday")).click();
  await eventually(async () => (await chromium.badge()).text === "", { what: "the badge to be empty again" });
});

test("nothing of all this asked the network for anything, nor does the page of Sync", async () => {
  const page = await chromium.openWorkspace("/settings/sync");
  await eventually(async () => (await textOf(page)).includes("nothing leaves it"), {
    what: "the page of Sync",
  });
  // The browser itself looks for a spelling dictionary; that name does not resolve to anything here.
  const ours = meet.unexpected().filter(({ host }) => host !== "redirector.gvt1.com");
  expect(ours).toEqual([]);
});

async function statusOf(page: Page): Promise<string> {
  return page.$$eval("[role=status]", (all) => all.map((each) => each.textContent?.trim()).join(" | "));
}
