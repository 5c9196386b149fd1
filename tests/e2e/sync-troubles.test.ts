import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import type { Chromium } from "@/tests/harness/chromium.ts";
import type { TemporaryFolder } from "@/tests/harness/folders.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { type FaultProxy, faultProxy } from "@/tests/sync/fault-proxy.ts";
import { type WebdavServer, webdavServers } from "@/tests/sync/servers/webdav-servers.ts";
import {
  beginByHand,
  capture,
  goTo,
  syncUntil,
  toSetUp,
  typeLogin,
  withStoragePermission,
} from "./in-step.ts";
import { keepsFocus, named, says, textOf } from "./on-the-page.ts";

/** A browser that is in step with an Apache, as it tells of what comes in the way; and how it rests and stops. */
let build: TemporaryFolder;
let server: WebdavServer;
let proxy: FaultProxy;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  build = withStoragePermission();
  server = await webdavServers["Apache mod_dav"]();
  proxy = await faultProxy(server.url);
  ({ browser: chromium, page } = await toSetUp(build));
  await beginByHand(page, login());
});

afterAll(async () => {
  await chromium?.close();
  await proxy?.stop();
  await server?.stop();
  build.remove();
});

const login = () => ({ url: proxy.url, user: server.user, password: server.password });

test("without network it says that all is saved here and what waits, and goes on when it is back", async () => {
  proxy.next = () => "noConnection";
  await capture(page, "Written on the train");
  await syncUntil(page, "Saved here. Waiting for network");
  await eventually(async () => /Waiting for network\s*\d+ changes?/u.test(await textOf(page)), {
    what: "the page to say what waits",
  });
  expect(await accessibilityProblems(page)).toEqual([]);
  proxy.next = () => undefined;
  await syncUntil(page, "Up to date");
});

test.each([
  ["page", "A login page answered instead of the storage"],
  ["full", "Storage full"],
  ["busy", "The storage cannot take anything just now"],
] as const)("what the storage answers is told with what to do: %s", async (fault, words) => {
  proxy.next = () => fault;
  await capture(page, `Written while ${fault}`);
  await syncUntil(page, words);
  proxy.next = () => undefined;
  await syncUntil(page, "Up to date");
});

test("a login that is refused is entered again, in the page", async () => {
  proxy.next = () => "login";
  await syncUntil(page, "Storage refused the login");
  await page.locator(named("button", "Enter the password")).click();
  // What is to be typed is the password: the rest is there.
  await page.waitForSelector('.access input[type="password"]:focus');
  await page.keyboard.type("not it");
  await page.keyboard.press("Enter");
  await says(page, "The storage refused the login. Nothing was sent.");
  await page.waitForSelector(".access");
  proxy.next = () => undefined;
  await page.locator(named("button", "Cancel")).click();
  await keepsFocus(page, "the login is given up");
  await page.locator(named("button", "Enter the password")).click();
  await keepsFocus(page, "the form of the login opens");
  await typeLogin(page, login());
  await page.locator(named("button", "Save and check")).click();
  await says(page, "Storage changed");
  await keepsFocus(page, "the login is saved");
  await syncUntil(page, "Up to date");
  await keepsFocus(page, "the login is let in");
});

test("a storage that is empty is asked about before anything is sent, and filled again when it is said", async () => {
  const authorization = `Basic ${Buffer.from(`${server.user}:${server.password}`).toString("base64")}`;
  const removed = await fetch(`${server.url}/milepost1/`, { method: "DELETE", headers: { authorization } });
  expect(removed.status).toBe(204);
  await syncUntil(page, "This storage is empty or new");
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.locator(named("button", "Upload everything from this browser")).click();
  await keepsFocus(page, "everything is uploaded");
  await syncUntil(page, "Up to date");
  expect(server.disk().length).toBeGreaterThan(1_000);
});

test("paused nothing is sent; resumed it is", async () => {
  await page.locator(named("button", "Pause")).click();
  await says(page, "Nothing is sent or fetched.");
  await keepsFocus(page, "it is paused");
  const before = proxy.log.length;
  await capture(page, "Written in the pause");
  await says(page, "saved here and wait");
  // A look that was under way may have ended meanwhile.
  expect(proxy.log.slice(before).filter(({ method }) => method === "PUT")).toEqual([]);
  const resumed = proxy.log.length;
  await page.locator(named("button", "Resume")).click();
  await keepsFocus(page, "it goes on");
  await syncUntil(page, "nothing waiting");
  expect(proxy.log.length).toBeGreaterThan(resumed);
});

test("every request is counted, by site and reason", async () => {
  await goTo(page, "/settings/about");
  await says(page, new URL(proxy.url).origin);
  const counted = Number(/([\d,]+) requests, the last/u.exec(await textOf(page))?.[1]?.replaceAll(",", ""));
  expect(counted).toBeGreaterThan(20);
  // Where a connection broke, the browser itself may have asked once more.
  expect(counted).toBeLessThanOrEqual(proxy.log.length);
  await goTo(page, "/settings/sync");
});

test("stopped everything is still here, and nothing is asked of the network any more", async () => {
  await page.locator(named("button", "Stop")).click();
  await says(page, "Everything stays in this browser");
  await page.locator(named("button", "Stop, keep everything here")).click();
  await says(page, "Sync stopped. Everything is still here.");
  await keepsFocus(page, "it is stopped");
  await says(page, "Everything is on this computer, and nothing leaves it.");
  const before = proxy.log.length;
  await capture(page, "Written after all");
  await goTo(page, "/journal");
  await says(page, "Written on the train");
  await says(page, "Written after all");
  await chromium.worker.kill();
  await capture(page, "Written for a new background");
  await says(page, "Written for a new background");
  expect(proxy.log.length).toBe(before);
});
