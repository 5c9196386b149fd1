import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import type { TemporaryFolder } from "@/tests/harness/folders.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { type WebdavServer, webdavServers } from "@/tests/sync/servers/webdav-servers.ts";
import { goTo, setOut, withStoragePermission } from "./in-step.ts";
import { keepsFocus, named, says, textOf, valueOf } from "./on-the-page.ts";

/** Two people, a browser each, and one Apache that both can use: the room goes over it. */
let build: TemporaryFolder;
let server: WebdavServer;
let browsers: Chromium[];
let mira: Page;
let tom: Page;

beforeAll(async () => {
  build = withStoragePermission();
  server = await webdavServers["Apache mod_dav"]();
  browsers = [];
  for (let each = 0; each < 2; each += 1) browsers.push(await launchChromium({ extension: build.path }));
  const [first, second] = browsers;
  if (!first || !second) throw new Error("There are two browsers.");
  mira = await first.openWorkspace("/welcome");
  tom = await second.openWorkspace("/welcome");
  await setOut(mira, "Tom Berger", "Grow into design");
  // Colours on their way from one to another are none that anybody chose.
  for (const page of [mira, tom])
    await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  await goTo(mira, "/room");
});

afterAll(async () => {
  for (const each of browsers) await each.close();
  await server?.stop();
  build.remove();
});

const field = (name: string): string => `.room-storage [data-field="${name}"]`;

async function login(page: Page): Promise<void> {
  await page.locator(field("user")).fill(server.user);
  await page.locator(field("password")).fill(server.password);
}

async function press(page: Page, name: string): Promise<void> {
  await page.locator(named("button", name)).click();
}

async function post(page: Page, to: string, words: string): Promise<void> {
  await press(page, `Write to ${to}`);
  await page.locator(named("textbox", "What you want to say")).fill(words);
  await press(page, "Put it in the room");
  await says(page, words);
}

/** Looks at the storage until the other one's words are there. */
async function reaches(page: Page, words: string): Promise<void> {
  await eventually(
    async () => {
      if ((await textOf(page)).includes(words)) return true;
      await page.locator(".room-storage .btns button").click();
      return false;
    },
    { what: `"${words}" to arrive`, timeoutMs: 40_000, intervalMs: 1_000 },
  );
}

test("who was invited and has nothing here yet is told what to do first", async () => {
  await tom.locator(named("link", "I was sent an invitation or a file")).click();
  await says(tom, "Then open “Shared room” and choose “I have an invitation”.");
  expect(await accessibilityProblems(tom)).toEqual([]);
  await tom.locator(named("link", "Set out")).click();
  await setOut(tom, "Mira Lang", "Grow into design");
  await goTo(tom, "/room");
  await says(tom, "I have an invitation");
});

test("a room is made, somebody is invited, and let in by the words that they read out", async () => {
  await press(mira, "Make a room");
  await keepsFocus(mira, "the form opens");
  await press(mira, "Cancel");
  await keepsFocus(mira, "the form is given up");
  await press(mira, "Make a room");
  await keepsFocus(mira, "the form opens again");
  await mira.locator(field("address")).fill("http://cloud.example.com/dav");
  await press(mira, "Make the room");
  await says(mira, "The address has to begin with “https://”");
  await mira.locator(field("address")).fill(server.url);
  await login(mira);
  await mira.locator(field("name")).fill("Mira Lang");
  expect(await accessibilityProblems(mira)).toEqual([]);
  await press(mira, "Make the room");
  await says(mira, "Nobody else is in it yet");
  await keepsFocus(mira, "the room is made");
  await press(mira, "Invite Tom");
  await mira.waitForSelector(named("textbox", "Invitation"));
  await keepsFocus(mira, "somebody is invited");
  await press(mira, "Take the invitation back");
  await says(mira, "Nobody else is in it yet");
  await keepsFocus(mira, "the invitation is taken back");
  await press(mira, "Invite Tom");
  const block = await mira.waitForSelector(named("textbox", "Invitation"));
  const invitation = await valueOf(block);
  await mira.locator(named("button", "Copy the invitation")).click();
  expect(invitation).toMatch(/^Mira Lang invites you to a shared room .*:\n\nmilepost1\.http\S+$/);
  expect(invitation).not.toContain(server.password);
  expect(await accessibilityProblems(mira)).toEqual([]);

  await press(tom, "I have an invitation");
  await keepsFocus(tom, "the form opens");
  await press(tom, "Ask to be let in");
  await says(tom, "Paste the invitation first.");
  await tom.locator(field("invitation")).fill(invitation.slice(0, -3));
  await press(tom, "Ask to be let in");
  await says(tom, "A part of the invitation is missing or was changed");
  await tom.locator(field("invitation")).fill(invitation);
  await says(tom, "It leads to");
  await login(tom);
  await tom.locator(field("name")).fill("Tom Berger");
  await press(tom, "Ask to be let in");
  await says(tom, "Read these five words to");
  await keepsFocus(tom, "it is asked for");
  expect(await accessibilityProblems(tom)).toEqual([]);
  const words = await tom.$eval(".room-storage .words", (each) => each.textContent);

  await says(mira, "asks to be let in");
  await keepsFocus(mira, "somebody answers");
  await goTo(mira, "/settings/sync");
  await says(mira, "Your invitation was answered.");
  expect(await accessibilityProblems(mira)).toEqual([]);
  await mira.locator('.nav a[title="An answer came from Tom"]').click();
  await says(mira, "asks to be let in");
  expect(await accessibilityProblems(mira)).toEqual([]);
  const line = named("textbox", "The five words");
  await mira.locator(line).fill("these are not the words");
  await mira.locator(".room-storage form button[type=submit]").click();
  await says(mira, "Nobody was let in. Those are not the words.");
  await mira.locator(line).fill(words ?? "");
  await mira.locator(".room-storage form button[type=submit]").click();
  await says(mira, "Up to date");
  await keepsFocus(mira, "somebody is let in");
  await says(tom, "Up to date");
});

test("a look that is asked for leaves the focus where it is", async () => {
  await press(mira, "Sync now");
  await keepsFocus(mira, "it begins to look");
  await says(mira, "Up to date");
  await keepsFocus(mira, "it has looked");
});

test("what one writes reaches the other and back, and no word of it is to be read on the server", async () => {
  await post(mira, "Tom", "Rehearse the talk aloud first");
  await reaches(tom, "Rehearse the talk aloud first");
  await post(tom, "Mira", "Twice, and it was shorter");
  await reaches(mira, "Twice, and it was shorter");
  await says(mira, "With Tom Berger on");
  const stored = server.disk().toString("latin1");
  expect(stored.length).toBeGreaterThan(5_000);
  for (const words of ["Rehearse", "shorter", "Mira Lang", "Tom Berger"]) expect(stored).not.toContain(words);
});

/** What is marked on the page of the room, and how. */
function marksOn(page: Page): Promise<string[]> {
  return page.$$eval(".room-item", (rows) =>
    rows.flatMap((row) => {
      const mark = row.querySelector(".new-mark")?.textContent;
      return mark ? [`${mark}: ${row.querySelector(".doc")?.textContent}`] : [];
    }),
  );
}

test("what the other one writes is counted beside the room and told on Today until it is seen, and is marked there", async () => {
  expect(await marksOn(tom)).toEqual(["new: Rehearse the talk aloud first"]);
  expect(await marksOn(mira)).toEqual(["new: Twice, and it was shorter"]);
  await goTo(tom, "/today");
  await tom.waitForSelector(named("link", "Shared room"));
  expect(await textOf(tom)).not.toContain("In your room");
  // The room stands open in another tab too, behind this one: there it is looked for, and seen by nobody.
  const behind = await browsers[1]?.openWorkspace("/room");
  await behind?.waitForSelector(".room-storage .btns button");
  await tom.bringToFront();
  await post(mira, "Tom", "Bring the second version too");
  expect(await marksOn(mira)).toEqual(["new: Twice, and it was shorter"]);
  await eventually(
    async () => {
      await behind?.$eval(".room-storage .btns button", (button) => (button as HTMLElement).click());
      return (await tom.$(named("link", "Shared room 1 thing new"))) !== null;
    },
    { what: "the post to be counted", timeoutMs: 40_000, intervalMs: 1_000 },
  );
  await behind?.close();
  expect(await accessibilityProblems(tom)).toEqual([]);
  await tom.locator(named("link", "In your room Mira wrote or changed one thing")).click();
  await says(tom, "Bring the second version too");
  await tom.waitForSelector(named("link", "Shared room"));
  expect(await marksOn(tom)).toEqual(["new: Bring the second version too"]);
  expect(await accessibilityProblems(tom)).toEqual([]);
  await goTo(tom, "/today");
  await says(tom, "Nothing on the trail yet");
  expect(await textOf(tom)).not.toContain("In your room");
  await goTo(tom, "/room");
  await says(tom, "Bring the second version too");
  expect(await marksOn(tom)).toEqual([]);
});

test("a login that is refused is told, and another one is entered in place", async () => {
  const change = async (password: string): Promise<void> => {
    await tom.locator(".room-storage .access input[type=password]").fill(password);
    await tom.locator(".room-storage .access button[type=submit]").click();
  };
  await press(tom, "More about this room");
  await tom.locator(named("menuitem", "Enter user and password")).click();
  await keepsFocus(tom, "the form of the login opens");
  await press(tom, "Cancel");
  await keepsFocus(tom, "the login is given up");
  await press(tom, "More about this room");
  await tom.locator(named("menuitem", "Enter user and password")).click();
  await change("another");
  await says(tom, "Storage refused the login");
  await keepsFocus(tom, "the login is refused");
  await tom.waitForSelector('.nav a[title="The room with Mira needs you"]');
  await goTo(tom, "/settings/sync");
  await says(tom, "Storage refused the login");
  expect(await accessibilityProblems(tom)).toEqual([]);
  await tom.locator(named("link", "Open the room with Mira")).click();
  await says(tom, "Over the web, without files");
  expect(await accessibilityProblems(tom)).toEqual([]);
  await press(tom, "Enter the password");
  await keepsFocus(tom, "the form of the login opens in trouble");
  await change(server.password);
  await says(tom, "Up to date");
  await keepsFocus(tom, "the login is let in");
});

test("the room is paused and goes on; left, it can be read and is written in again only when it is opened", async () => {
  await press(tom, "More about this room");
  await tom.locator(named("menuitem", "Pause")).click();
  await says(tom, "Nothing is sent or fetched.");
  await keepsFocus(tom, "it is paused");
  await press(tom, "Resume");
  await says(tom, "Up to date");
  await keepsFocus(tom, "it goes on");
  await press(tom, "More about this room");
  await tom.locator(named("menuitem", "Leave the room")).click();
  await tom.locator("dialog[open] .btn.danger").click();
  await says(tom, "You left this room. It stays here to be read");
  await keepsFocus(tom, "the room is left");
  await says(tom, "Rehearse the talk aloud first");
  await says(tom, "I have an invitation");
  expect(await accessibilityProblems(tom)).toEqual([]);
  await says(tom, "You left this room, so nothing is written in it.");
  expect(await tom.$(named("button", "Write to Mira"))).toBeNull();
  await press(tom, "Open it again");
  await eventually(async () => !(await textOf(tom)).includes("You left this room. It stays"), {
    what: "the room to be open again",
  });
  await keepsFocus(tom, "the room is open again");
  await post(tom, "Mira", "One more thing");
});

test("what is asked of the network for the room is counted under the name of whom it is with", async () => {
  await goTo(tom, "/settings/about");
  await says(tom, "Room with Mira");
  expect(await textOf(tom)).toMatch(/Room with Mira · [\d,]+ requests, the last/u);
  expect(await textOf(tom)).not.toMatch(/Sync · [\d,]+ request/u);
  await goTo(tom, "/room");
});

test("who is to be out is taken out by name, and somebody can be invited anew", async () => {
  await press(mira, "More about this room");
  await mira.locator(named("menuitem", "Take Tom Berger out")).click();
  await mira.locator("dialog[open] .btn.danger").click();
  await says(mira, "Tom Berger is out of the room");
  await keepsFocus(mira, "somebody is taken out");
  await says(mira, "Invite Tom");
});
