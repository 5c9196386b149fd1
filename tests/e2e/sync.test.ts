import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import type { TemporaryFolder } from "@/tests/harness/folders.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { type FaultProxy, faultProxy } from "@/tests/sync/fault-proxy.ts";
import { type WebdavServer, webdavServers } from "@/tests/sync/servers/webdav-servers.ts";
import {
  capture,
  codeOn,
  goTo,
  reaches,
  syncUntil,
  toSetUp,
  tryStorage,
  withStoragePermission,
} from "./in-step.ts";
import { keepsFocus, named, says, textOf, valueOf } from "./on-the-page.ts";

/** Two browsers of one person and one Apache, as they are set up and kept in step by the page of the settings. */
let build: TemporaryFolder;
let server: WebdavServer;
let proxy: FaultProxy;
let first: Chromium;
let second: Chromium;
let page: Page;
let other: Page;
let code: string;

beforeAll(async () => {
  build = withStoragePermission();
  server = await webdavServers["Apache mod_dav"]();
  proxy = await faultProxy(server.url);
  ({ browser: first, page } = await toSetUp(build));
});

afterAll(async () => {
  await first?.close();
  await second?.close();
  await proxy?.stop();
  await server?.stop();
  build.remove();
});

const login = () => ({ url: proxy.url, user: server.user, password: server.password });

/** Presses Tab until the element has the focus, as who has no mouse does. */
async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await page.evaluate((sought) => document.activeElement?.matches(sought) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

test("it is off at first, says what would leave the computer, and asks the network for nothing", async () => {
  await says(page, "Everything is on this computer, and nothing leaves it.");
  await says(page, "Names, titles, notes or any other text.");
  expect(await accessibilityProblems(page)).toEqual([]);
  await goTo(page, "/settings/about");
  await says(page, "Milepost has made no request to the network");
  expect(proxy.log).toEqual([]);
  await goTo(page, "/settings/sync");
});

test("an address that is not safe or no site is refused in words, and a wrong password is told", async () => {
  await tryStorage(page, { ...login(), url: "http://cloud.example.com/dav" });
  await says(page, "The address has to begin with “https://”");
  await page.locator('[data-field="address"]').fill("ftp://cloud.example.com/dav");
  await page.locator(named("button", "Test this storage")).click();
  await says(page, "Only addresses that begin with “https://” can be reached");
  expect(proxy.log).toEqual([]);
  await tryStorage(page, { ...login(), password: "another" });
  await says(page, "The storage refused the login");
  await keepsFocus(page, "the storage is tried in vain");
  expect(await accessibilityProblems(page)).toEqual([]);
});

test("what was typed is there after the page was closed, but for the password", async () => {
  await page.reload();
  await page.waitForFunction(
    (url) => document.querySelector<HTMLInputElement>('[data-field="address"]')?.value === url,
    {},
    proxy.url,
  );
  const typed = await page.$$eval("[data-field]", (all) =>
    all.map((each) => [each.getAttribute("data-field"), (each as HTMLInputElement).value]),
  );
  expect(Object.fromEntries(typed)).toMatchObject({ address: proxy.url, user: server.user, password: "" });
});

test("the set-up goes by the keyboard alone, and the code is shown until it was confirmed", async () => {
  await tabTo('[data-field="password"]');
  await page.keyboard.type(server.password);
  await page.keyboard.press("Enter");
  await says(page, "This storage works");
  await keepsFocus(page, "the storage works");
  await tabTo(".found-there .btn.quiet");
  await page.keyboard.press("Enter");
  await page.waitForSelector('[data-field="password"]');
  await keepsFocus(page, "another storage is wanted");
  await tabTo('[data-field="password"]');
  await page.keyboard.type(server.password);
  await tabTo('form.access button[type="submit"]');
  await page.keyboard.press("Enter");
  await says(page, "This storage works");
  await keepsFocus(page, "the storage works again");
  await tabTo(".found-there .btn.primary");
  await page.keyboard.press("Enter");
  code = await codeOn(page);
  await keepsFocus(page, "the code is shown");
  expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/u);
  expect(await accessibilityProblems(page)).toEqual([]);
  // The page is closed before it was written down.
  await page.reload();
  expect(await codeOn(page)).toBe(code);
  await tabTo(".code-form .input");
  await page.keyboard.type("0000 0000");
  await page.keyboard.press("Enter");
  await says(page, "That is not how your code ends");
  await page.locator(".code-form .input").fill(code.slice(-9).toLowerCase().replace("-", " "));
  await page.keyboard.press("Enter");
  await says(page, "Recovery code confirmed");
  await keepsFocus(page, "the code is confirmed");
  await syncUntil(page, "Up to date");
  await keepsFocus(page, "it is in step for the first time");
  await says(page, "this one");
  await page.locator(named("button", "Rename this browser")).click();
  await page.locator(".devices form .btn.quiet").click();
  await page.waitForSelector(".devices form", { hidden: true });
  await keepsFocus(page, "the name is left as it is");
  expect(await accessibilityProblems(page)).toEqual([]);
});

test("a second browser gets everything with the code alone, however it is typed", async () => {
  second = await launchChromium({ extension: build.path });
  other = await second.openWorkspace("/welcome");
  await other.locator(named("link", "Get it back from my storage")).click();
  await tryStorage(other, login());
  await says(other, "Your Milepost is on this storage");
  const last = code.endsWith("0") ? "1" : "0";
  await other.locator(".code-form .input").fill(code.slice(0, -1) + last);
  await other.keyboard.press("Enter");
  await says(other, "There is a slip in it");
  await keepsFocus(other, "the code has a slip");
  await other.locator(".code-form .input").fill(code.toLowerCase().replaceAll("-", " "));
  await other.keyboard.press("Enter");
  await says(other, "Pause");
  await keepsFocus(other, "it joined");
  await syncUntil(other, "Up to date");
  await goTo(other, "/today");
  await says(other, "Elif Yıldız");
});

test("an edit here is seen there, and nothing on the server can be read", async () => {
  await capture(page, "Ask about the reorganisation");
  await syncUntil(page, "nothing waiting");
  await reaches(other, "Ask about the reorganisation");
  const disk = server.disk();
  for (const text of ["reorganisation", "Elif", "Lead a team", server.password, code.slice(0, 9)])
    expect(disk.includes(text), text).toBe(false);
});

test("what both changed without knowing of each other is kept once, and the other can be had and given back", async () => {
  const name = named("textbox", "The name of who you walk with");
  const call = async (each: Page, words: string): Promise<void> => {
    await goTo(each, "/settings/general");
    await each.locator(name).fill(words);
    await each.keyboard.press("Tab");
    await says(each, "Name saved");
  };
  const isCalled = (words: string): Promise<true> =>
    eventually(async () => (await valueOf(await page.$(name))) === words, {
      what: `the name to be ${words}`,
    });
  proxy.next = () => "noConnection";
  await call(page, "Elif of the desk");
  await call(other, "Elif of the train");
  proxy.next = () => undefined;
  const head = "Name of “Elif of the train” was changed in two places";
  await goTo(page, "/settings/sync");
  await goTo(other, "/settings/sync");
  await eventually(
    async () => {
      for (const each of [other, page]) await each.locator(named("button", "Sync now")).click();
      await says(page, head);
      return true;
    },
    { what: "the two names", timeoutMs: 50_000 },
  );
  await page.waitForSelector('.nav [title="1 thing was changed in two places"]');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.locator(named("button", `Use the other: ${head}`)).click();
  await says(page, "The other version is used");
  await keepsFocus(page, "a version is chosen");
  await goTo(page, "/settings/general");
  await isCalled("Elif of the desk");
  await page.locator(named("button", "Undo")).click();
  await isCalled("Elif of the train");
  await goTo(page, "/settings/sync");
  // It is to be chosen again.
  await says(page, head);
  await page.locator(named("button", `Keep it as it is: ${head}`)).click();
  await says(page, `Kept as it is: ${head}.`);
  await syncUntil(page, "Up to date");
  await other.locator(named("button", "Sync now")).click();
  await says(other, "this one");
  await eventually(async () => !(await textOf(other)).includes(head), {
    what: "the other to have heard of it",
  });
});

test("a code that was lost gives way to a new one, which is shown and confirmed as the first was", async () => {
  const renew = named("button", "Make a new code");
  await page.locator(renew).click();
  await says(page, "Your browsers go on as they are.");
  await page.locator(renew).click();
  const next = await codeOn(page);
  expect(next).not.toBe(code);
  await keepsFocus(page, "a new code is shown");
  await page.locator(named("button", "Later")).click();
  await says(page, "Not confirmed yet");
  await keepsFocus(page, "the code is put off");
  await page.locator(named("button", "Show it")).click();
  expect(await codeOn(page)).toBe(next);
  await page.locator(".code-form .input").fill(next.slice(-9));
  await page.locator(".code-form .btn.primary").click();
  await says(page, "Recovery code confirmed");
  await keepsFocus(page, "the new code is confirmed");
  await syncUntil(page, "Up to date");
});

test("a browser that is taken out is told so, and knows how to come back", async () => {
  await page.locator(named("button", `Take out: ${await nameOfOther()}`)).click();
  await says(page, "It is not emptied.");
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.locator(named("button", "Take it out")).click();
  await says(page, "is taken out");
  await says(page, "Only this one so far");
  await keepsFocus(page, "a browser is taken out");
  await syncUntil(other, "This browser was taken out");
  expect(await accessibilityProblems(other)).toEqual([]);
  await other.locator(named("button", "Stop, to join again")).click();
  await other.locator(named("button", "Stop, keep everything here")).click();
  await says(other, "Everything is on this computer, and nothing leaves it.");
  await keepsFocus(other, "it is stopped");
});

/** What the list calls the browser that is not this one. */
async function nameOfOther(): Promise<string> {
  const button = await page.waitForSelector('.devices button[aria-label^="Take out: "]');
  return (await button?.evaluate((each) => each.getAttribute("aria-label")))?.replace("Take out: ", "") ?? "";
}

test("a browser joins without the code: by its request and five words, also after its page was closed", async () => {
  await tryStorage(other, login());
  await other.locator(named("button", "Ask another browser instead")).click();
  await says(other, "Waiting to be let in");
  await keepsFocus(other, "another browser is asked");
  await other.locator(named("button", "Enter the recovery code instead")).click();
  await says(other, "Ask another browser instead");
  await keepsFocus(other, "the request is dropped");
  await other.locator(named("button", "Ask another browser instead")).click();
  await says(other, "Waiting to be let in");
  await other.reload();
  await says(other, "Waiting to be let in");
  await says(other, "Your records stay on this computer until then.");
  expect(await textOf(other)).not.toContain("and nothing leaves it");
  expect(await accessibilityProblems(other)).toEqual([]);
  const request = await valueOf(await other.$(".join-request textarea"));
  const words = await other.$eval(".join-request .words", (each) => each.textContent);
  await other.locator(".join-request summary").click();
  await other.waitForSelector(".join-request .qr path");

  await page.locator(named("button", "Add a browser")).click();
  await keepsFocus(page, "the form opens");
  await page.locator(".let-in .btn.quiet").click();
  await keepsFocus(page, "the form is given up");
  await page.locator(named("button", "Add a browser")).click();
  await keepsFocus(page, "the form opens again");
  await page.locator('.let-in [name="request"]').fill(request.slice(0, -2));
  await page.locator('.let-in [name="words"]').fill(words);
  await page.keyboard.press("Enter");
  await says(page, "A part of the request is missing");
  await page.locator('.let-in [name="request"]').fill(request);
  await page.locator('.let-in [name="words"]').fill("one two three four five");
  await page.locator('.let-in [name="words"]').click();
  await page.keyboard.press("Enter");
  await says(page, "Those are not the words of this request");
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.locator('.let-in [name="words"]').fill(words.toUpperCase());
  await page.locator(".let-in .btn.primary").click();
  await says(page, "is let in, and gets everything in a moment");
  await keepsFocus(page, "a browser is let in");
  await says(page, "” let in");
  await syncUntil(other, "Up to date");
  await says(other, "The same as for your other browsers");
  await capture(page, "Written after it came back");
  await syncUntil(page, "nothing waiting");
  await reaches(other, "Written after it came back");
});
