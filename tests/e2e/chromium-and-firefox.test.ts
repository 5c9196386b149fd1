import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Chromium } from "@/tests/harness/chromium.ts";
import type { Firefox } from "@/tests/harness/firefox.ts";
import type { FirefoxPage } from "@/tests/harness/firefox-page.ts";
import type { StorageBehindHttps } from "@/tests/harness/storage-behind-https.ts";
import { inconsistenciesOf, wholeDatabase } from "@/tests/harness/whole-database.ts";
import {
  addGoal,
  type AnyPage,
  beginOn,
  bothOnOneStorage,
  captureInTab,
  inStep,
  joinOn,
  setOut,
  syncNow,
  tabSays,
} from "./keeping-in-step.ts";
import { says } from "./on-the-page.ts";

/** One person's Chromium and Firefox on one Apache: both end with all that was done in either. */
let storage: StorageBehindHttps;
let chromium: Chromium;
let firefox: Firefox;
let remove: () => Promise<void>;
let page: Page;
let tab: FirefoxPage;

beforeAll(async () => {
  ({ storage, chromium, firefox, remove } = await bothOnOneStorage());
}, 120_000);

afterAll(async () => {
  await chromium?.close();
  await firefox?.close();
  await remove?.();
});

/** What is asked of either in the same way; only the types of their drivers differ. */
async function controls(): Promise<readonly [AnyPage, AnyPage]> {
  return [await chromium.control(), (await firefox.control()) as unknown as AnyPage];
}

const firefoxSays = (words: string): Promise<void> => tabSays(tab, words);
const capture = (words: string): Promise<void> => captureInTab(tab, words);

test("Firefox joins what Chromium began, and has all of it with its history", async () => {
  page = await chromium.openWorkspace("/welcome");
  await setOut(page);
  const [one, other] = await controls();
  const code = await beginOn(one, storage, "Chromium");
  await syncNow(one);
  await joinOn(other, storage, "Firefox", code);
  const [mine, theirs] = await inStep([one, other]);
  expect(theirs?.["changes"]?.length).toBe(mine?.["changes"]?.length);
  tab = await firefox.openWorkspace("/roadmap?view=goals");
  await firefoxSays("Run good one-to-ones");
});

test("what is done in either is in the other, though the background of each was ended", async () => {
  await addGoal(page, "Write clearer decisions");
  await firefox.background.kill();
  await syncNow(await chromium.control());
  await syncNow((await controls())[1]);
  await firefoxSays("Write clearer decisions");

  await capture("Thought of in Firefox");
  await chromium.worker.kill();
  await inStep(await controls());
  await page.evaluate(() => {
    location.hash = "/journal";
  });
  await says(page, "Thought of in Firefox");
});

test("while the storage is away and one of them is killed both go on; then both have both", async () => {
  storage.setDown(true);
  await addGoal(page, "Added while it was away");
  await capture("Captured while it was away");
  await syncNow(await chromium.control());
  await firefox.kill();
  firefox = await firefox.relaunch();
  storage.setDown(false);
  const said = await inStep(await controls());
  for (const all of said) {
    expect(all["goals"]?.map((row) => row["title"])).toContain("Added while it was away");
    expect(all["entries"]?.map((row) => row["text"])).toContain("Captured while it was away");
  }
});

test("both add up, and the storage holds none of it to be read", async () => {
  for (const control of await controls()) expect(inconsistenciesOf(await wholeDatabase(control))).toEqual([]);
  const disk = storage.disk();
  for (const words of ["Elif", "one-to-ones", "clearer decisions", "Thought of", "while it was away"])
    expect(disk.includes(words), words).toBe(false);
});
