import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { forgeClock } from "@/tests/harness/clock.ts";
import { type MeetServer, meetServer } from "@/tests/harness/meet-server.ts";
import { permittedBuild } from "@/tests/harness/permitted-build.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { wholeDatabase } from "@/tests/harness/whole-database.ts";
import { named, says, textOf } from "./on-the-page.ts";

declare const chrome: WxtBrowser;

/** The panel beside a call that ends, or that goes on in an application of its own: the words stay, and can be gone on with. */
const zoomLink = "https://us05web.zoom.us/j/81234567890?pwd=Secret.1";
const zoomInBrowser = "https://us05web.zoom.us/wc/join/81234567890";
const teamsLink = "https://teams.microsoft.com/meet/2345678901234?p=Secret2";
const teamsLauncher =
  "https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fmeet%2F2345678901234%3Fp%3DSecret2&type=meet&deeplinkId=2515";
const notes = named("textbox", "Meeting notes");

const clock = forgeClock();
let meet: MeetServer;
let chromium: Chromium;
let end = (): unknown => undefined;

beforeAll(async () => {
  meet = await meetServer({ hosts: ["*.zoom.us", "teams.microsoft.com"] });
});

afterEach(() => end());

afterAll(async () => {
  await meet?.close();
  clock.remove();
});

/** A browser that may know of calls, with a meeting at 15:00 in a room. Monday 7 December 2026, 14:58 in Berlin. */
async function setOut(link: string): Promise<void> {
  await clock.jumpTo(Date.parse("2026-12-07T13:58:00Z"));
  const build = permittedBuild("chrome", ["https://*.zoom.us/*", "https://teams.microsoft.com/*"]);
  end = build.remove;
  chromium = await launchChromium({ extension: build.path, clock, meet, timeZone: "Europe/Berlin" });
  end = async () => {
    await chromium.close();
    build.remove();
  };
  const page = await chromium.openWorkspace("/welcome");
  await page.locator(named("textbox", "Your mentor’s name")).fill("Elif Yıldız");
  await page.locator('input[name="meetingOn"]').fill("2026-12-07");
  await page.locator('input[name="meetingTime"]').fill("15:00");
  await page.locator(named("textbox", "Link to the room")).fill(link);
  await page.locator("button[type=submit]").click();
  await page.waitForFunction(() => location.hash === "#/today");
}

/** Opens the notes in the panel, from the card that the popup shows for the call in a tab. */
async function openNotes(call: Page): Promise<Page> {
  const popup = await chromium.openPopup(call);
  await says(popup, "Kickoff with Elif");
  await popup.locator(named("button", "Open notes")).click();
  const panel = await chromium.panel();
  await panel.waitForFunction(() => /^#\/meetings\/.*at=notes/.test(location.hash));
  await panel.waitForSelector('.cm-editor [aria-label="Meeting notes"][contenteditable="true"]');
  return panel;
}

async function stored(): Promise<string> {
  const { notes: rows = [] } = await wholeDatabase(await chromium.control());
  return rows.map((row) => String(row["text"])).join("\n");
}

async function session(): Promise<string> {
  return (await chromium.control()).evaluate(async () => JSON.stringify(await chrome.storage.session.get()));
}

/** Lets the background look once more. */
async function look(): Promise<void> {
  const answer = await (
    await chromium.control()
  ).evaluate(() => chrome.runtime.sendMessage({ kind: "changed" }));
  expect(answer).toEqual({ ok: true });
}

async function typeAtEnd(page: Page, words: string): Promise<void> {
  await page.focus(notes);
  await page.keyboard.down("Control");
  await page.keyboard.press("End");
  await page.keyboard.up("Control");
  await page.keyboard.type(words);
}

test.each([
  ["Zoom", zoomLink, zoomLink, "zoom:81234567890"],
  ["Teams", teamsLink, teamsLauncher, "teams:2345678901234"],
])(
  "%s in its application: the page that starts it names the room, and the panel outlives that page",
  async (_, link, launcher, key) => {
    await setOut(link);
    const call = await chromium.openTab(launcher);
    const panel = await openNotes(call);
    expect(JSON.parse(await session())).toMatchObject({ calls: [{ memory: { key, state: "launcher" } }] });
    await typeAtEnd(panel, "Before the page is closed");
    await call.close();
    await clock.jump(10 * 60);
    await look();
    // The application goes on: nothing says that the call is over, nothing is taken from the notes.
    await typeAtEnd(panel, ", and after it.");
    await eventually(async () => (await stored()).includes("Before the page is closed, and after it."), {
      what: "the words",
    });
    expect(await textOf(panel)).not.toContain("the call is over");
    expect(await panel.evaluate(() => location.hash)).toContain("at=notes");
    await panel.locator(named("button", "End meeting")).click();
    await panel.waitForFunction(() => /at=wrap-up/.test(location.hash));
    expect(
      `${await session()}${JSON.stringify(await wholeDatabase(await chromium.control()))}`,
    ).not.toContain("Secret");
  },
);

test("the tab of a call is closed mid-word: the panel stays on its notes, keeps every key and offers the wrap-up", async () => {
  await setOut(zoomLink);
  const call = await chromium.openTab(zoomInBrowser);
  const panel = await openNotes(call);
  await typeAtEnd(panel, "We agreed to");
  await clock.jump(40 * 60);
  await look();
  const closing = call.close();
  await panel.keyboard.type(" meet again in Janua");
  await closing;
  await look();
  await says(panel, "the call is over");
  // The card took neither the place nor the focus.
  expect(await panel.evaluate(() => location.hash)).toContain("at=notes");
  expect(await panel.evaluate(() => document.activeElement?.ariaLabel)).toBe("Meeting notes");
  await panel.keyboard.type("ry.");
  await eventually(async () => (await stored()).includes("We agreed to meet again in January."), {
    what: "the words",
  });
  expect(await accessibilityProblems(panel)).toEqual([]);
  await panel.locator(named("button", "Wrap up")).click();
  await panel.waitForFunction(() => /at=wrap-up/.test(location.hash));
  await says(panel, "Meeting ended");
  const { meetings = [] } = await wholeDatabase(await chromium.control());
  expect(meetings).toMatchObject([{ status: "held" }]);
});

test("the panel follows the tab in front to its meeting, and stays with one mentorship when asked to", async () => {
  await setOut(zoomLink);
  const second = await chromium.openWorkspace("/welcome");
  await second.locator(named("textbox", "Your mentor’s name")).fill("Ben Abara");
  await second.locator('input[name="meetingOn"]').fill("2026-12-07");
  await second.locator('input[name="meetingTime"]').fill("15:00");
  await second.locator(named("textbox", "Link to the room")).fill(teamsLink);
  await second.locator("button[type=submit]").click();
  await second.waitForFunction(() => location.hash === "#/today");
  const zoom = await chromium.openTab(zoomInBrowser);
  const panel = await chromium.openPanel();
  const shownName = async (name: string): Promise<void> => {
    await expect
      .poll(() => panel.$eval(".masthead .who .strong", (each) => each.textContent), { timeout: 10_000 })
      .toBe(name);
  };
  await shownName("Elif Yıldız");
  const teams = await chromium.openTab(teamsLink);
  await shownName("Ben Abara");
  await zoom.bringToFront();
  await shownName("Elif Yıldız");

  await panel.locator('.icon-btn[aria-label^="Stay on this mentorship"]').click();
  await panel.waitForSelector('.icon-btn[aria-pressed="true"]');
  await teams.bringToFront();
  await panel.reload();
  await panel.waitForSelector('.icon-btn[aria-pressed="true"]');
  await panel.evaluate(() => {
    location.hash = "";
  });
  await panel.reload();
  await shownName("Elif Yıldız");
  await says(panel, "Kickoff");
  expect(await accessibilityProblems(panel)).toEqual([]);

  await panel.locator('.icon-btn[aria-label^="Stay on this mentorship"]').click();
  await panel.evaluate(() => {
    location.hash = "";
  });
  await panel.reload();
  await shownName("Ben Abara");
});

test("beside a call the cursor is in the notes, and the clock tells when the time runs out", async () => {
  await setOut(zoomLink);
  const call = await chromium.openTab(zoomInBrowser);
  const panel = await openNotes(call);
  await eventually(() => panel.evaluate(() => document.activeElement?.ariaLabel === "Meeting notes"), {
    what: "the cursor in the notes",
  });
  const clockSays = (words: string): Promise<true> =>
    eventually(async () => (await panel.$eval(".clock", (each) => each.textContent))?.includes(words), {
      what: `the clock to say ${words}`,
    });
  await panel.keyboard.type("Begun");
  await clockSays("of 45 min");
  expect(await panel.$(".capbar")).not.toBeNull();
  await clock.jump(41 * 60);
  await clockSays("4 min left");
  await panel.waitForSelector(".clock .elapsed.soon");
  await clock.jump(7 * 60);
  await clockSays("3 min over");
  // Nothing was asked to be saved, and the key does no harm.
  await panel.keyboard.down("Control");
  await panel.keyboard.press("s");
  await panel.keyboard.up("Control");
  await clockSays("Saved");
  expect(await stored()).toContain("Begun");
});

test("notes in a window of their own stand beside the application, on the same words as the panel", async () => {
  await setOut(zoomLink);
  const panel = await chromium.openPanel();
  const meetingId = String((await wholeDatabase(await chromium.control()))["meetings"]?.[0]?.["id"]);
  await panel.evaluate((id) => {
    location.hash = `/meetings/${id}?at=notes`;
  }, meetingId);
  await says(panel, "Does Zoom run in its own window? The notes can stand beside it.");
  expect(await accessibilityProblems(panel)).toEqual([]);
  const windows = await (
    await chromium.control()
  ).evaluate(async () => (await chrome.windows.getAll()).length);
  await panel.locator(named("button", "Notes in a window of their own")).click();
  const beside = await eventually(
    async () => {
      for (const page of await chromium.browser.pages()) {
        if (!page.url().includes("at=notes")) continue;
        const { type } = await page.evaluate(() => chrome.windows.getCurrent());
        if (type === "popup") return page;
      }
      return undefined;
    },
    { what: "the window" },
  );
  expect(await (await chromium.control()).evaluate(async () => (await chrome.windows.getAll()).length)).toBe(
    windows + 1,
  );
  await beside.waitForSelector('.cm-editor [aria-label="Meeting notes"][contenteditable="true"]');
  // It stands in one already.
  expect(await textOf(beside)).not.toContain("Notes in a window of their own");

  await typeAtEnd(beside, "From the window.");
  await eventually(async () => (await textOf(panel)).includes("From the window."), {
    what: "them in the panel",
  });
  await Promise.all([
    (async () => {
      await beside.keyboard.press("Enter");
      await beside.keyboard.type("One more line from the window.", { delay: 12 });
    })(),
    (async () => {
      await panel.focus(notes);
      await panel.keyboard.down("Control");
      await panel.keyboard.press("Home");
      await panel.keyboard.up("Control");
      await panel.keyboard.type("From the panel. ", { delay: 12 });
    })(),
  ]);
  const both = "From the panel. From the window.\nOne more line from the window.";
  await eventually(async () => (await stored()).includes(both), { what: "the words of both" });
  // Words that were not saved yet when the window is closed.
  await beside.keyboard.type(" And the last");
  await beside.close();
  // On a busy disk the closing window only leaves them behind; whoever opens the notes next puts them in.
  const next = await chromium.openWorkspace(`/meetings/${meetingId}?at=notes`);
  await eventually(async () => (await stored()).includes(`${both} And the last`), { what: "the last words" });
  await next.close();
  await eventually(async () => (await textOf(panel)).includes("And the last"), { what: "them in the panel" });
});
