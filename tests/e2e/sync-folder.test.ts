import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { type Carried, carryBetween, pickOwnFolder } from "./carried-folder.ts";
import { beginHere, capture, chooseStorage, goTo, joinHere, reaches, setOut, syncUntil } from "./in-step.ts";
import { named, says } from "./on-the-page.ts";

/**
 * Two browsers of one person, each with a folder of its own, and a program that carries what lies in one to the other. The
 * folder is the one that an origin has for itself: the dialog of the system is driven in `sync-folder-screen.test.ts`.
 */
let first: Chromium;
let second: Chromium;
let page: Page;
let other: Page;
const carried: Carried = new Set();

beforeAll(async () => {
  first = await launchChromium();
  page = await first.openWorkspace("/welcome");
  await setOut(page, "Elif Yıldız", "Lead a team of five");
  second = await launchChromium();
  other = await second.openWorkspace("/settings/sync");
  await goTo(page, "/settings/sync");
});

afterAll(async () => {
  await first?.close();
  await second?.close();
});

const carry = (): Promise<void> => carryBetween(page, other, carried);

async function tryFolder(on: Page): Promise<void> {
  await chooseStorage(on, "folder");
  await on.locator(named("button", "Choose folder")).click();
  await says(on, "Choose another folder");
  await on.locator(named("button", "Test this storage")).click();
}

test("a browser that cannot use a folder says so, and what to take instead", async () => {
  await page.evaluate(() => Reflect.deleteProperty(globalThis, "showDirectoryPicker"));
  await page.evaluate(() => Reflect.deleteProperty(Window.prototype, "showDirectoryPicker"));
  await goTo(page, "/today");
  await goTo(page, "/settings/sync");
  await chooseStorage(page, "folder");
  await says(page, "This browser lets no extension use a folder");
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.reload();
});

test("without a folder nothing is tried, and a dialog that is closed is no error", async () => {
  await chooseStorage(page, "folder");
  await page.locator(named("button", "Test this storage")).click();
  await says(page, "Choose a folder first.");
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.evaluate(() => {
    Object.assign(globalThis, {
      showDirectoryPicker: () => Promise.reject(new DOMException("", "AbortError")),
    });
  });
  await page.locator(named("button", "Choose folder")).click();
  await says(page, "No folder chosen yet");
});

test("a folder is set up, and the background reads and writes in it by the handle from the database", async () => {
  await pickOwnFolder(page);
  await tryFolder(page);
  await says(page, "This storage works");
  const code = await beginHere(page);
  await syncUntil(page, "Up to date");
  await says(page, "A folder of this computer");
  expect(await accessibilityProblems(page)).toEqual([]);
  await carry();
  await pickOwnFolder(other);
  await tryFolder(other);
  await joinHere(other, code);
  await syncUntil(other, "Up to date");
  await goTo(other, "/today");
  await says(other, "Elif Yıldız");
});

test("what each writes arrives at the other as soon as it was carried there", async () => {
  await capture(page, "Written at the desk");
  await syncUntil(page, "nothing waiting");
  // What was written a moment ago may go out only after that was said.
  await reaches(other, "Written at the desk", carry);
  await capture(other, "Written on the train");
  await goTo(other, "/settings/sync");
  await syncUntil(other, "nothing waiting");
  await reaches(page, "Written on the train", carry);
});

test("another folder is chosen later, and one that is empty is asked about", async () => {
  await goTo(page, "/settings/sync");
  await page.locator(named("button", "Choose another folder")).click();
  await pickOwnFolder(page, "Another");
  await page.locator(`.access ${named("button", "Choose another folder")}`).click();
  await says(page, "Another");
  await page.locator(named("button", "Save and check")).click();
  await says(page, "This storage is empty or new");
  await page.locator(named("button", "Upload everything from this browser")).click();
  await syncUntil(page, "Up to date");
});
