import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterEach, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import type { ChromiumOptions } from "@/tests/harness/chromium-launch.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { forgeClock } from "@/tests/harness/clock.ts";
import { builtExtension, temporaryFolder } from "@/tests/harness/folders.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { named, sampleWorkspace, says, textOf } from "./on-the-page.ts";

/** In the pages that the functions passed to `evaluate` run in. */
declare const chrome: WxtBrowser;

/** The files of the database are damaged between two starts: nothing is lost, and nothing happens but by choice. */
const cleanUp: (() => unknown)[] = [];
let chromium: Chromium;

afterEach(async () => {
  await chromium?.close();
  for (const each of cleanUp.splice(0)) await each();
});

async function stored(key: string): Promise<Record<string, unknown> | undefined> {
  return (await chromium.control()).evaluate(
    async (name) => (await chrome.storage.local.get(name))[name] as Record<string, unknown> | undefined,
    key,
  );
}

/** Starts with the sample, and waits until the canary knows of it and a copy of it was taken. */
async function sampleWithCopy(options: ChromiumOptions = {}): Promise<Page> {
  chromium = await launchChromium(options);
  const workspace = await sampleWorkspace(chromium);
  await eventually(async () => ((await stored("canary"))?.["lastN"] as number) > 200, {
    what: "the canary to know of the sample",
  });
  await eventually(async () => (await copies(await chromium.control())).length > 0, {
    what: "a copy to be taken",
    timeoutMs: 20_000,
  });
  return workspace;
}

/** What is being written still lies beside it in a file of its own, which is not empty. */
async function copies(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("snapshots");
    const names: string[] = [];
    for await (const [name, handle] of folder.entries()) {
      const isWritten = handle.kind === "file" && !name.endsWith(".crswap");
      if (isWritten && (await handle.getFile()).size > 0) names.push(name);
    }
    return names;
  });
}

/** Quits, takes files of the database away, and starts again. */
async function loseFiles(pattern: RegExp, changes: ChromiumOptions = {}): Promise<void> {
  await chromium.quit();
  const folder = join(
    chromium.profile,
    `Default/IndexedDB/chrome-extension_${chromium.extensionId}_0.indexeddb.leveldb`,
  );
  const lost = readdirSync(folder).filter((name) => pattern.test(name));
  expect(lost.length).toBeGreaterThan(0);
  for (const name of lost) rmSync(join(folder, name));
  chromium = await chromium.relaunch(changes);
}

async function capture(popup: Page, words: string): Promise<void> {
  await popup.waitForSelector(named("textbox", "Quick capture"));
  await popup.focus(named("textbox", "Quick capture"));
  await popup.keyboard.type(words);
  await popup.keyboard.press("Enter");
  await says(popup, "Kept aside. It comes home when the database opens.");
}

async function pathOf(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
}

test("an emptied database is not taken for a new one, and a copy of it comes back by choice", async () => {
  await sampleWithCopy();
  const before = await stored("canary");
  await loseFiles(/\.log$/);

  const popup = await chromium.openPopup();
  await says(popup, "Your data is not where it was");
  expect(await textOf(popup)).not.toContain("Where do you want to go?");
  await capture(popup, "Thought of while it was away");
  await chromium.closePopup();
  expect(await stored("canary")).toEqual(before);
  expect(await copies(await chromium.control())).toHaveLength(1);

  const workspace = await chromium.openWorkspace("/today");
  await says(workspace, "Your data is not where it was");
  await says(workspace, "There is a copy of your data");
  await says(workspace, "1 mentorship");
  await workspace.locator(named("button", "Restore")).click();
  await says(workspace, "Your data is back");
  await workspace.locator(named("button", "Open Milepost")).click();
  await says(workspace, "Ask Jonas");
  expect(await stored("recovery")).toBeUndefined();
  await pathOf(workspace, "/journal");
  await says(workspace, "Thought of while it was away");

  // Well again: the canary knows the new database, and the next start is an ordinary one.
  await eventually(async () => (await stored("canary"))?.["dbId"] !== before?.["dbId"], {
    what: "the canary to know the restored database",
  });
  chromium = await chromium.relaunch();
  const again = await chromium.openPopup();
  await says(again, "Ask Jonas");
});

test("what is here can be kept instead, after a question that says what is given up; the copies stay", async () => {
  await sampleWithCopy();
  await loseFiles(/\.log$/);
  const workspace = await chromium.openWorkspace("/today");
  await workspace.locator(named("button", "Keep what is here")).click();
  await says(workspace, "Go on with what is here?");
  await workspace.locator(`dialog ${named("button", "Keep what is here")}`).click();
  await says(workspace, "Keep the thread");
  expect(await stored("recovery")).toBeUndefined();
  expect(await copies(await chromium.control())).toHaveLength(1);
  chromium = await chromium.relaunch();
  const popup = await chromium.openPopup();
  await says(popup, "Where do you want to go?");
});

test("where a part is missing, popup and screen say so and stay usable; what was written since stays", async () => {
  await sampleWithCopy();
  // As if ten entries more had been there, and had been lost with the browser's files.
  await (
    await chromium.control()
  ).evaluate(async () => {
    const { canary } = (await chrome.storage.local.get("canary")) as {
      canary: { counts: Record<string, number> };
    };
    canary.counts["entries"] = (canary.counts["entries"] ?? 0) + 10;
    await chrome.storage.local.set({ canary });
  });
  chromium = await chromium.relaunch();
  const popup = await chromium.openPopup();
  await says(popup, "Part of your data is missing");
  await says(popup, "Ask Jonas");
  expect(await accessibilityProblems(popup)).toEqual([]);
  await popup.focus(named("textbox", "Quick capture"));
  await popup.keyboard.type("Written in the meantime");
  await popup.keyboard.press("Enter");
  await says(popup, "Note added");
  await chromium.closePopup();

  const workspace = await chromium.openWorkspace("/today");
  await says(workspace, "Part of your data is missing");
  await says(workspace, "Add what is missing here");
  for (const width of [320, 1280]) {
    await workspace.setViewport({ width, height: 900 });
    expect(await accessibilityProblems(workspace)).toEqual([]);
    expect(await workspace.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  await workspace.locator(named("button", "Restore")).click();
  await says(workspace, "Your data is back");
  expect((await copies(await chromium.control())).filter((name) => name.includes(".recovery."))).toHaveLength(
    1,
  );
  await workspace.locator(named("button", "Open Milepost")).click();
  await says(workspace, "Ask Jonas");
  await pathOf(workspace, "/journal");
  await says(workspace, "Written in the meantime");
});

test("where the database does not open, captures and notes are kept, reminders come, and all of it comes home", async () => {
  const clock = forgeClock();
  const folder = temporaryFolder("notices");
  cleanUp.push(clock.remove, folder.remove);
  cpSync(builtExtension("chrome"), folder.path, { recursive: true });
  const file = join(folder.path, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as { permissions: string[] };
  manifest.permissions.push("notifications");
  Reflect.deleteProperty(manifest, "optional_permissions");
  writeFileSync(file, JSON.stringify(manifest));
  // Monday 7 December 2026, 8:00 in Berlin; the first milestone of the sample is due a day later.
  await clock.jumpTo(Date.parse("2026-12-07T07:00:00Z"));
  const options: ChromiumOptions = { extension: folder.path, clock, timeZone: "Europe/Berlin" };
  await sampleWithCopy(options);
  const upcoming = await eventually(
    async () =>
      (
        (await stored("reminders"))?.["occurrences"] as
          | { at: number; occurrence: string; recordId: string }[]
          | undefined
      )?.find(({ at }) => at > Date.parse("2026-12-07T07:00:00Z")),
    { what: "the mirror to hold what is next" },
  );

  await chromium.quit();
  await clock.jumpTo(upcoming.at - 60 * 60_000);
  await loseFiles(/^MANIFEST-/, options);
  const noticesOf = async (): Promise<string[]> =>
    (await chromium.control()).evaluate(async () => Object.keys(await chrome.notifications.getAll()));
  const announced = async (): Promise<boolean> =>
    (await noticesOf()).includes(`rem:${upcoming.recordId}:${upcoming.occurrence}`);

  const popup = await chromium.openPopup();
  await says(popup, "The browser cannot open your data");
  await capture(popup, "Caught in the lifeboat");
  await chromium.closePopup();

  const workspace = await chromium.openWorkspace("/today");
  await says(workspace, "The browser cannot open your data");
  await workspace.waitForSelector(named("textbox", "Notes"));
  await workspace.focus(named("textbox", "Notes"));
  await workspace.keyboard.type("Written beside a call");

  expect(await announced()).toBe(false);
  await clock.jumpTo(upcoming.at + 1_000);
  const wake = async (): Promise<unknown> =>
    (await chromium.control()).evaluate(() => chrome.runtime.sendMessage({ kind: "changed" }));
  expect(await wake()).toEqual({ ok: true });
  await eventually(announced, { what: "the reminder from the mirror" });
  const said = await noticesOf();

  await says(workspace, "There is a copy of your data");
  await workspace.locator(named("button", "Restore")).click();
  await says(workspace, "Your data is back");
  await workspace.locator(named("button", "Open Milepost")).click();
  await says(workspace, "Ask Jonas");
  await pathOf(workspace, "/journal");
  await says(workspace, "Caught in the lifeboat");
  await says(workspace, "Written beside a call");

  // What the mirror announced is not announced again, and what was cleared stays cleared.
  for (const id of said) {
    await (await chromium.control()).evaluate((each) => chrome.notifications.clear(each), id);
  }
  await chromium.worker.kill();
  expect(await wake()).toEqual({ ok: true });
  expect(await announced()).toBe(false);

  // The new place is where it is from now on, for page and background.
  chromium = await chromium.relaunch();
  const again = await chromium.openWorkspace("/journal");
  await says(again, "Caught in the lifeboat");
  expect((await textOf(again)).split("Caught in the lifeboat")).toHaveLength(2);
});

test("notes that cannot be saved are kept aside after the second attempt, and taken out when they are saved", async () => {
  const workspace = await sampleWithCopy();
  await workspace.evaluateOnNewDocument(() => {
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === "readwrite" && "diskFull" in globalThis)
        throw new DOMException("full", "QuotaExceededError");
      return transaction.call(this, stores, mode, options);
    };
  });
  await workspace.reload();
  await pathOf(workspace, "/meetings/sample-meeting-check-in-7?at=notes");
  await workspace.waitForSelector(named("textbox", "Meeting notes"));
  await workspace.evaluate(() => Object.assign(globalThis, { diskFull: true }));
  await workspace.focus(named("textbox", "Meeting notes"));
  await workspace.keyboard.type("Words on a full disk");
  const aside = async (): Promise<string[]> =>
    (await chromium.control()).evaluate(async () =>
      Object.entries(await chrome.storage.local.get(null)).flatMap(([key, value]) =>
        key.startsWith("lifeboat.") ? [JSON.stringify(value)] : [],
      ),
    );
  await eventually(async () => (await aside()).some((each) => each.includes("Words on a full disk")), {
    what: "the words to be kept aside",
    timeoutMs: 20_000,
  });
  await workspace.evaluate(() => Reflect.deleteProperty(globalThis, "diskFull"));
  await eventually(async () => (await aside()).length === 0, {
    what: "the words to be taken out again",
    timeoutMs: 20_000,
  });
  await workspace.reload();
  await says(workspace, "Words on a full disk");
  expect((await textOf(workspace)).split("Words on a full disk")).toHaveLength(2);
});
