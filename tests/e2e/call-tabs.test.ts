import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { forgeClock } from "@/tests/harness/clock.ts";
import { type MeetServer, meetServer } from "@/tests/harness/meet-server.ts";
import { permittedBuild } from "@/tests/harness/permitted-build.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { goTo, named, says, textOf } from "./on-the-page.ts";

declare const chrome: WxtBrowser;

/** Calls in tabs, on pages under the real names of Meet, Zoom and Teams. */
const meetRoom = "https://meet.google.com/abc-defg-hij";
const zoomJoin = "https://us05web.zoom.us/wc/join/81234567890?pwd=Secret.1";
const zoomLeave = "https://us05web.zoom.us/wc/leave?meetingId=81234567890";
const teamsJoin = "https://teams.microsoft.com/meet/1234567890123?p=Secret2";
const teamsInside = "https://teams.microsoft.com/v2/";
const origins = ["https://meet.google.com/*", "https://*.zoom.us/*", "https://teams.microsoft.com/*"];

const clock = forgeClock();
let meet: MeetServer;
let chromium: Chromium;
const ending: (() => unknown)[] = [];

beforeAll(async () => {
  // Monday 7 December 2026, 14:30 in Berlin.
  await clock.jumpTo(Date.parse("2026-12-07T13:30:00Z"));
  meet = await meetServer({ hosts: ["meet.google.com", "*.zoom.us", "teams.microsoft.com", "own.example"] });
});

afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end();
});

afterAll(async () => {
  await meet?.close();
  clock.remove();
});

async function launch(permitted: boolean): Promise<void> {
  const build = permitted ? permittedBuild("chrome", origins) : null;
  if (build) ending.push(build.remove);
  chromium = await launchChromium({
    ...(build ? { extension: build.path } : {}),
    clock,
    meet,
    timeZone: "Europe/Berlin",
  });
  ending.push(() => chromium.close());
}

/** A mentorship with a meeting at 15:00, in a room if one is given. */
async function setOut(partner: string, link: string): Promise<Page> {
  const page = await chromium.openWorkspace("/welcome");
  await page.locator(named("textbox", "Your mentor’s name")).fill(partner);
  await page.locator('input[name="meetingOn"]').fill("2026-12-07");
  await page.locator('input[name="meetingTime"]').fill("15:00");
  if (link) await page.locator(named("textbox", "Link to the room")).fill(link);
  await page.locator("button[type=submit]").click();
  await page.waitForFunction(() => location.hash === "#/today");
  return page;
}

interface TabFacts {
  id: number;
  url?: string;
  dot: string;
  title: string;
}

/** The tabs as the extension knows them, with what stands on its button there. */
async function tabs(): Promise<TabFacts[]> {
  return (await chromium.control()).evaluate(async () => {
    const all = await chrome.tabs.query({});
    return Promise.all(
      all.map(async ({ id = -1, url }) => ({
        id,
        ...(url === undefined ? {} : { url }),
        dot: await chrome.action.getBadgeText({ tabId: id }),
        title: await chrome.action.getTitle({ tabId: id }),
      })),
    );
  });
}

const dots = async (): Promise<number> => (await tabs()).filter(({ dot }) => dot === "●").length;

async function offered(count: number): Promise<void> {
  await eventually(async () => (await dots()) === count, { what: `${count} dots`, timeoutMs: 20_000 });
}

/** All that is kept while the browser runs. */
async function session(): Promise<string> {
  return (await chromium.control()).evaluate(async () => JSON.stringify(await chrome.storage.session.get()));
}

/** Lets the background look once more, and answers when it has. */
async function look(): Promise<void> {
  const answer = await (
    await chromium.control()
  ).evaluate(() => chrome.runtime.sendMessage({ kind: "changed" }));
  expect(answer).toEqual({ ok: true });
}

/** Changes the address as an application does, without loading anything. */
const push = (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => history.pushState(null, "", to), address);

/** Everything in the database, as one text. */
async function database(): Promise<string> {
  return (await chromium.control()).evaluate(
    () =>
      new Promise<string>((resolve) => {
        const open = indexedDB.open("milepost");
        open.addEventListener("success", () => {
          const names = [...open.result.objectStoreNames];
          const transaction = open.result.transaction(names);
          const reads = names.map((name) => transaction.objectStore(name).getAll());
          transaction.addEventListener("complete", () => {
            open.result.close();
            resolve(JSON.stringify(reads.map(({ result }) => result as unknown)));
          });
        });
      }),
  );
}

test("without permission nothing of any address is known, and nothing is offered", async () => {
  await launch(false);
  await setOut("Elif Yıldız", meetRoom);
  await chromium.openTab(meetRoom);
  await look();
  const all = await tabs();
  expect(all.filter(({ url }) => url && !url.startsWith("chrome-extension:"))).toEqual([]);
  expect(await dots()).toBe(0);
  expect(await session()).not.toContain("meet");

  // A click on the button tells of this one tab, and the card is there all the same.
  const popup = await chromium.openPopup();
  await popup.waitForSelector(named("button", "Open notes"));
  await says(popup, "Kickoff with Elif");
});

test("Meet: offered once, with a dot and a card and no window, through changes of the address", async () => {
  await launch(true);
  await setOut("Elif Yıldız", meetRoom);
  const targets = chromium.browser.targets().length;
  const call = await chromium.openTab(meetRoom);
  await offered(1);
  // The tab itself, and nothing that opened by itself.
  expect(chromium.browser.targets().length - targets).toBeLessThanOrEqual(2);
  expect((await tabs()).find(({ dot }) => dot === "●")?.title).toBe(
    "Milepost: nothing due. A call in this tab",
  );

  const popup = await chromium.openPopup(call);
  await says(popup, "Kickoff with Elif");
  expect(await accessibilityProblems(popup)).toEqual([]);
  await popup.locator(named("button", "Open notes")).click();
  const panel = await chromium.panel();
  await panel.waitForFunction(() => /^#\/meetings\/.*at=notes/.test(location.hash));
  await offered(0);

  await push(call, "/abc-defg-hij?authuser=1");
  await chromium.worker.kill();
  await push(call, "/abc-defg-hij?authuser=0&pli=1");
  await look();
  expect(await dots()).toBe(0);
  expect(JSON.parse(await session())).toMatchObject({
    calls: [{ memory: { key: "meet:abc-defg-hij", state: "room" } }],
  });
});

test("Zoom: remembered when the number is gone from the address, wrapped up on the ended page", async () => {
  await launch(true);
  await setOut("Elif Yıldız", "https://zoom.us/j/81234567890?pwd=Secret.1");
  const panel = await chromium.openPanel();
  await goTo(panel, "/today");
  const call = await chromium.openTab(zoomJoin);
  await offered(1);
  await says(panel, "Kickoff with Elif");
  // Nobody need do anything about it.
  await panel.locator(named("button", "Not now")).click();
  await offered(0);

  await push(call, "/wc/home");
  await chromium.worker.kill();
  await look();
  expect(JSON.parse(await session())).toMatchObject({ calls: [{ memory: { key: "zoom:81234567890" } }] });
  expect(await dots()).toBe(0);

  await clock.jump(40 * 60);
  await push(call, "/wc/join/81234567890");
  await look();
  await call.goto(zoomLeave);
  await offered(1);
  await says(panel, "the call is over");
  expect(await panel.evaluate(() => location.hash)).toBe("#/today");
  expect(await accessibilityProblems(panel)).toEqual([]);
  await panel.locator(named("button", "Wrap up")).click();
  await panel.waitForFunction(() => /^#\/meetings\/.*at=wrap-up/.test(location.hash));
  await says(panel, "Meeting ended");
  await offered(0);
  const kept = `${await session()}${await database()}`;
  expect(kept).not.toContain("Secret");
  expect(kept).toContain('"status":"held"');
});

test("Teams: the call goes on inside the application, whose address names nothing", async () => {
  await launch(true);
  await setOut("Elif Yıldız", teamsJoin);
  const call = await chromium.openTab(teamsJoin);
  await offered(1);
  await push(call, new URL(teamsInside).pathname);
  await look();
  expect(JSON.parse(await session())).toMatchObject({
    calls: [{ memory: { key: "teams:1234567890123", state: "shell" } }],
  });
  const popup = await chromium.openPopup(call);
  await says(popup, "Kickoff with Elif");
  await chromium.closePopup();
  // Half an hour later the tab is closed: the wrap-up waits in the popup, once.
  await clock.jump(30 * 60);
  await look();
  await call.close();
  const workspace = await chromium.openWorkspace("/today");
  await says(workspace, "the call is over");
  await workspace.locator(named("button", "Not now")).click();
  await eventually(async () => !(await textOf(workspace)).includes("the call is over"), {
    what: "the card to go",
  });
  expect(await session()).not.toContain("Secret");
});

test("a room that is used with two people asks who it is, and remembers", async () => {
  await launch(true);
  await setOut("Elif Yıldız", "https://zoom.us/j/81234567890");
  await setOut("Ben Abara", "https://zoom.us/j/81234567890");
  const call = await chromium.openTab(zoomJoin);
  await offered(1);
  const popup = await chromium.openPopup(call);
  await says(popup, "Who is this with?");
  expect(await accessibilityProblems(popup)).toEqual([]);
  await popup.locator(".who-list button ::-p-text(Ben Abara)").click();
  const panel = await chromium.panel();
  await says(panel, "Ben Abara");
  await offered(0);

  await call.goto(zoomLeave);
  await offered(1);
  const again = await chromium.openTab(zoomJoin);
  await offered(2);
  const next = await chromium.openPopup(again);
  await says(next, "Who is this with?");
  await eventually(
    async () => (await next.$$eval(".who-list .main", (all) => all[0]?.textContent ?? "")).startsWith("Ben"),
    { what: "who was chosen last to stand first" },
  );
  await says(next, "last time in this room");
});

test("a room is never offered again until that is taken back, at once or in the settings", async () => {
  await launch(true);
  const workspace = await setOut("Elif Yıldız", meetRoom);
  await chromium.openTab(meetRoom);
  await offered(1);
  await workspace.bringToFront();
  await says(workspace, "Kickoff with Elif");
  await workspace.locator(named("button", "More about this call")).click();
  await workspace.locator(named("menuitem", "Never offer for this room")).click();
  await offered(0);
  await workspace.locator(named("button", "Undo")).click();
  await offered(1);

  await workspace.locator(named("button", "More about this call")).click();
  await workspace.locator(named("menuitem", "Never offer for this room")).click();
  await offered(0);
  await goTo(workspace, "/settings/meetings");
  await workspace.waitForSelector(named("switch", "Google Meet"));
  expect(await accessibilityProblems(workspace)).toEqual([]);
  await workspace.locator(named("button", "Offer again: Google Meet abc-defg-hij")).click();
  await offered(1);
  await goTo(workspace, "/history");
  await says(workspace, "Room not offered any more");
  await says(workspace, "Room offered again");
});

test("any page can be said to be a meeting, and is known again the next time", async () => {
  await launch(false);
  await setOut("Elif Yıldız", "");
  const call = await chromium.openTab("https://own.example/team/room-7?token=Secret3#Secret4");
  const popup = await chromium.openPopup(call);
  await popup.locator(named("button", "Mentorship with Elif Yıldız. Switch")).click();
  await popup.locator(named("menuitem", "This tab is my meeting")).click();
  await says(popup, "Who is this with?");
  await popup.locator(".who-list button ::-p-text(Elif Yıldız)").click();
  const panel = await chromium.panel();
  await panel.waitForFunction(() => /^#\/meetings\/.*at=notes/.test(location.hash));

  const again = await chromium.openTab("https://own.example/team/room-7");
  const next = await chromium.openPopup(again);
  await says(next, "Kickoff with Elif");
  expect(`${await session()}${await database()}`).not.toContain("Secret");
});
