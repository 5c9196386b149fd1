import type { WxtBrowser } from "wxt/browser";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import type { TemporaryFolder } from "@/tests/harness/folders.ts";
import { permittedBuild } from "@/tests/harness/permitted-build.ts";
import {
  type StorageBehindHttps,
  storageBehindHttps,
  storageHost,
} from "@/tests/harness/storage-behind-https.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { inconsistenciesOf, wholeDatabase } from "@/tests/harness/whole-database.ts";
import { beginOn, inStep, joinOn, syncNow } from "./keeping-in-step.ts";
import { goTo } from "./kill-points-edits.ts";
import { named, says, typeOver } from "./on-the-page.ts";

declare const chrome: WxtBrowser;

/** One person's two browsers on one Apache: what is done in either is in both, and the storage learns nothing of it. */
let storage: StorageBehindHttps;
let build: TemporaryFolder;
let one: Chromium;
let other: Chromium;
let page: Page;
let otherPage: Page;

beforeAll(async () => {
  storage = await storageBehindHttps();
  build = permittedBuild("chrome", [`https://${storageHost}/*`]);
  one = await launchChromium({ extension: build.path, meet: storage.server });
  other = await launchChromium({ extension: build.path, meet: storage.server });
}, 120_000);

afterAll(async () => {
  await one?.close();
  await other?.close();
  build?.remove();
  await storage?.close();
});

async function fill(name: string, value: string): Promise<void> {
  await page.locator(named("textbox", name)).fill(value);
}

async function addGoal(at: Page, title: string): Promise<void> {
  await goTo(at, "/roadmap?view=goals");
  const add = await at.waitForSelector("::-p-xpath(//button[contains(., 'Add a goal')])");
  await add?.evaluate((button) => (button as HTMLElement).click());
  await typeOver(at, 'form.inline-form input[name="title"]', title);
  await at.keyboard.press("Enter");
  await says(at, title);
}

test("without a storage nothing is asked of the network, and there is no alarm for it", async () => {
  page = await one.openWorkspace("/welcome");
  await fill("Your mentor’s name", "Elif Yıldız");
  await fill("Destination", "Lead a team of five");
  await fill("First goal", "Run good one-to-ones");
  await fill("First milestone", "Hold the first three");
  await page.locator('input[name="meetingOn"]').fill(Temporal.Now.plainDateISO().add({ days: 2 }).toString());
  await page.locator('input[name="meetingTime"]').fill("15:00");
  await page.locator(named("button", "Open Milepost")).click();
  await page.waitForFunction(() => location.hash === "#/today");
  expect(storage.requests()).toBe(0);
  expect((await one.alarms()).map(({ name }) => name).toSorted()).toEqual(["heartbeat", "next"]);
});

test("a second browser joins with the recovery code, and has all of it with its history", async () => {
  const code = await beginOn(await one.control(), storage, "Desk");
  await syncNow(await one.control());
  await joinOn(await other.control(), storage, "Laptop", code);
  const [mine, theirs] = await inStep([await one.control(), await other.control()]);
  expect(theirs?.["changes"]?.length).toBe(mine?.["changes"]?.length);
  otherPage = await other.openWorkspace("/today");
  await says(otherPage, "Elif Yıldız");
  await says(otherPage, "Run good one-to-ones");
});

test("what is done in one appears in the other by itself", async () => {
  await addGoal(page, "Write clearer decisions");
  await goTo(otherPage, "/roadmap?view=goals");
  await eventually(
    async () => {
      await otherPage.evaluate(() => void chrome.runtime.sendMessage({ kind: "sync" }));
      return (await otherPage.evaluate(() => document.body.innerText)).includes("Write clearer decisions");
    },
    { what: "the goal in the other browser", timeoutMs: 120_000, intervalMs: 2000 },
  );
});

test("the storage holds none of it to be read", () => {
  const disk = storage.disk();
  expect(disk.length).toBeGreaterThan(1000);
  for (const words of ["Elif", "Run good one-to-ones", "Hold the first", "Write clearer", "Desk", "Laptop"])
    expect(disk.includes(words), words).toBe(false);
});

test("both add up", async () => {
  for (const browser of [one, other]) {
    expect(inconsistenciesOf(await wholeDatabase(await browser.control()))).toEqual([]);
  }
});
