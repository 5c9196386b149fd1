import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import type { TemporaryFolder } from "@/tests/harness/folders.ts";
import { permittedBuild } from "@/tests/harness/permitted-build.ts";
import { type FaultProxy, faultProxy } from "@/tests/sync/fault-proxy.ts";
import { type WebdavServer, webdavServers } from "@/tests/sync/servers/webdav-servers.ts";
import { beginHere, joinHere, setOut, syncUntil, tryStorage } from "./in-step.ts";
import { goTo, keepsFocus, named, says } from "./on-the-page.ts";

/**
 * Two browsers of one person in step, and a room of which the second may not reach the site: it was allowed in the first
 * alone. That site is this machine too, by its other name.
 */
const builds: TemporaryFolder[] = [];
const browsers: Chromium[] = [];
let own: WebdavServer;
let shared: WebdavServer;
let way: FaultProxy;
let code: string;
let desk: Page;
let phone: Page;

async function opened(route: string, hosts: readonly string[]): Promise<Page> {
  const build = permittedBuild(
    "chrome",
    hosts.map((host) => `http://${host}/*`),
  );
  builds.push(build);
  const browser = await launchChromium({ extension: build.path });
  browsers.push(browser);
  const page = await browser.openWorkspace(route);
  // Colours on their way from one to another are none that anybody chose.
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  return page;
}

beforeAll(async () => {
  own = await webdavServers["Apache mod_dav"]();
  shared = await webdavServers["Apache mod_dav"]();
  way = await faultProxy(shared.url);
  desk = await opened("/welcome", ["127.0.0.1", "localhost"]);
  phone = await opened("/settings/sync", ["127.0.0.1"]);
});

afterAll(async () => {
  for (const each of browsers) await each.close();
  await own?.stop();
  await way?.stop();
  await shared?.stop();
  for (const each of builds) each.remove();
});

const addressOfRoom = (): string => way.url.replace("127.0.0.1", "localhost");

test("a room that another browser of the person is in is told of, with its site and the way in", async () => {
  await setOut(desk, "Mira Lang", "Grow into design");
  await goTo(desk, "/settings/sync");
  await tryStorage(desk, own);
  code = await beginHere(desk);
  await syncUntil(desk, "Up to date");
  await goTo(desk, "/room");
  await desk.locator(named("button", "Make a room")).click();
  const fill = (field: string, words: string): Promise<void> =>
    desk.locator(`.room-storage [data-field="${field}"]`).fill(words);
  await fill("address", addressOfRoom());
  await fill("user", shared.user);
  await fill("password", shared.password);
  await fill("name", "Tom Berger");
  await desk.locator(named("button", "Make the room")).click();
  await says(desk, "Nobody else is in it yet");
  await goTo(desk, "/settings/sync");
  await syncUntil(desk, "Up to date");

  await tryStorage(phone, own);
  await joinHere(phone, code);
  await syncUntil(phone, "Up to date");
  await goTo(phone, "/room");
  await says(phone, "You are in this room with another browser of yours");
  await says(phone, `It is on ${new URL(addressOfRoom()).host}, which this browser has not reached yet.`);
  await phone.waitForSelector(named("button", "Come in here too"));
  for (const scheme of ["light", "dark"]) {
    await phone.emulateMediaFeatures([
      { name: "prefers-reduced-motion", value: "reduce" },
      { name: "prefers-color-scheme", value: scheme },
    ]);
    for (const width of [320, 1280]) {
      await phone.setViewport({ width, height: 900 });
      expect(await accessibilityProblems(phone), `${width} ${scheme}`).toEqual([]);
    }
  }
});

test("who comes in is told what is in the way, and is in when it is gone", async () => {
  way.next = () => "noConnection";
  const tablet = await opened("/settings/sync", ["127.0.0.1", "localhost"]);
  await tryStorage(tablet, own);
  await joinHere(tablet, code);
  await syncUntil(tablet, "Up to date");
  await goTo(tablet, "/room");
  await tablet.locator(named("button", "Come in here too")).click();
  await says(tablet, "The storage was not reached");
  way.next = () => "login";
  await tablet.locator(named("button", "Come in here too")).click();
  await says(tablet, "The storage refused the login");
  expect(await accessibilityProblems(tablet)).toEqual([]);
  // It is in the field for the password by then.
  await tablet.waitForSelector('input[type="password"]:focus');
  way.next = () => undefined;
  await tablet.keyboard.type(shared.password);
  await tablet.keyboard.press("Enter");
  await says(tablet, "This browser is in the room too");
  await says(tablet, "Nobody else is in it yet");
});

test("narrow, the button of the pages says that a room needs the person, and leads there", async () => {
  way.next = () => "login";
  await goTo(desk, "/room");
  await desk.locator(named("button", "Sync now")).click();
  await says(desk, "Storage refused the login");
  await desk.setViewport({ width: 320, height: 700 });
  await goTo(desk, "/today");
  await desk.locator(named("button", "Pages. The room with Mira needs you")).click();
  await desk.waitForSelector(named("menuitem", "The room with Mira needs you"));
  expect(await accessibilityProblems(desk)).toEqual([]);
  await desk.locator(named("menuitem", "The room with Mira needs you")).click();
  await desk.waitForFunction(() => location.hash === "#/room");
});

test("a room that one cannot get into is forgotten, and another one can be made", async () => {
  await phone.locator(named("button", "Forget this room")).click();
  await phone.locator(named("button", "Forget it")).click();
  await says(phone, "The room is forgotten");
  await phone.waitForSelector(named("button", "Make a room"));
  await keepsFocus(phone, "Forget it");
});
