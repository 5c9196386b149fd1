import type { Page } from "puppeteer-core";
import type { WxtBrowser } from "wxt/browser";
import { canonicalJson } from "@/lib/domain/canonical-json.ts";
import { withOtherId } from "@/lib/domain/merge.ts";
import { tableNames } from "@/lib/domain/records.ts";
import { goTo, named, textOf, typeOver } from "./on-the-page.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { type Firefox, launchFirefox } from "@/tests/harness/firefox.ts";
import type { FirefoxPage } from "@/tests/harness/firefox-page.ts";
import { permittedBuild } from "@/tests/harness/permitted-build.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { type WholeDatabase, wholeDatabase } from "@/tests/harness/whole-database.ts";
import {
  type StorageBehindHttps,
  storageBehindHttps,
  storageHost,
} from "@/tests/harness/storage-behind-https.ts";

declare const chrome: WxtBrowser;

/** A page of the extension with its APIs; of either browser. */
export type AnyPage = Page;

/** A Chromium and a Firefox with nothing in them, and an Apache that both may reach. */
export async function bothOnOneStorage(): Promise<{
  storage: StorageBehindHttps;
  chromium: Chromium;
  firefox: Firefox;
  /** Takes away what lies on the disk for them, and ends the Apache. The browsers are ended before. */
  remove: () => Promise<void>;
}> {
  const storage = await storageBehindHttps();
  const origins = [`https://${storageHost}/*`];
  const builds = { chrome: permittedBuild("chrome", origins), firefox: permittedBuild("firefox", origins) };
  return {
    storage,
    chromium: await launchChromium({ extension: builds.chrome.path, meet: storage.server }),
    firefox: await launchFirefox({ extension: builds.firefox.path, meet: storage.server }),
    remove: async () => {
      builds.chrome.remove();
      builds.firefox.remove();
      await storage.close();
    },
  };
}

/** Asks the background as the page of the settings does. */
export async function ask<T>(control: AnyPage, what: unknown): Promise<T> {
  const id = `task-${crypto.randomUUID()}`;
  await control.evaluate(
    async (task) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open("milepost");
        open.addEventListener("success", () => resolve(open.result));
        open.addEventListener("error", () => reject(open.error));
      });
      const transaction = db.transaction("spaceTasks", "readwrite");
      transaction.objectStore("spaceTasks").put(task);
      await new Promise((resolve) => transaction.addEventListener("complete", resolve));
      db.close();
      void chrome.runtime.sendMessage({ kind: "sync" });
    },
    { id, at: Date.now(), ask: what },
  );
  const answer = await eventually(
    async () => {
      const task = (await wholeDatabase(control))["spaceTasks"]?.find((each) => each["id"] === id);
      return task?.["answer"] as T | undefined;
    },
    { what: "the background to answer", timeoutMs: 60_000 },
  );
  return answer;
}

/** Begins a space. @returns the recovery code */
export async function beginOn(control: AnyPage, storage: StorageBehindHttps, name: string): Promise<string> {
  const begun = await ask<{ ok: boolean; recoveryCode?: string }>(control, {
    kind: "begin",
    browser: { storage: storage.access, browserName: name },
  });
  if (!begun.ok || !begun.recoveryCode) throw new Error(`It did not begin: ${JSON.stringify(begun)}`);
  return begun.recoveryCode;
}

export async function joinOn(
  control: AnyPage,
  storage: StorageBehindHttps,
  name: string,
  code: string,
): Promise<void> {
  const joined = await ask<{ ok: boolean }>(control, {
    kind: "join",
    browser: { storage: storage.access, browserName: name },
    code,
  });
  if (!joined.ok) throw new Error(`It did not join: ${JSON.stringify(joined)}`);
}

export const syncNow = (control: AnyPage): Promise<unknown> => ask(control, { kind: "sync" });

/** What there is, as all browsers of one person say it. */
export function recordsIn(all: WholeDatabase): string {
  const me = String(all["meta"]?.find((row) => row["key"] === "identity")?.["me"]);
  const tables = tableNames.map((name) => {
    const rows = (all[name] ?? []).map((row) => withOtherId(row, me, "me"));
    return [name, rows.toSorted((a, b) => (String(a["id"]) < String(b["id"]) ? -1 : 1))] as const;
  });
  return canonicalJson(Object.fromEntries(tables));
}

/** Syncs all in turn until they say the same. */
export async function inStep(controls: readonly AnyPage[]): Promise<WholeDatabase[]> {
  return eventually(
    async () => {
      for (const control of controls) await syncNow(control);
      const all = await Promise.all(controls.map((control) => wholeDatabase(control)));
      const said = all.map(recordsIn);
      return said.every((each) => each === said[0]) ? all : undefined;
    },
    { what: "the browsers to say the same", timeoutMs: 90_000 },
  );
}

/** The first run, by hand: a mentorship of one's own, since the sample is sent nowhere. */
export async function setOut(page: Page): Promise<void> {
  const fill = (name: string, value: string): Promise<void> =>
    page.locator(named("textbox", name)).fill(value);
  await fill("Your mentor’s name", "Elif Yıldız");
  await fill("Destination", "Lead a team of five");
  await fill("First goal", "Run good one-to-ones");
  await fill("First milestone", "Hold the first three");
  const soon = Temporal.Now.plainDateISO().add({ days: 2 }).toString();
  await page.locator('input[name="meetingOn"]').fill(soon);
  await page.locator('input[name="meetingTime"]').fill("15:00");
  await page.locator(named("button", "Open Milepost")).click();
  await page.waitForFunction(() => location.hash === "#/today");
}

/** Adds a goal by hand; it is stored when the page shows it. */
export async function addGoal(page: Page, title: string): Promise<void> {
  await goTo(page, "/roadmap?view=goals");
  const add = await page
    .waitForSelector("::-p-xpath(//button[contains(., 'Add a goal')])")
    .catch(async (error: unknown) => {
      throw new Error(`There is no button for it. The page says: ${await textOf(page)}`, { cause: error });
    });
  await add?.evaluate((button) => (button as HTMLElement).click());
  await typeOver(page, 'form.inline-form input[name="title"]', title);
  await page.keyboard.press("Enter");
  await page.waitForSelector(`button[aria-label=${JSON.stringify(`More for goal: ${title}`)}]`);
}

/** Waits until a tab of Firefox says something. */
export async function tabSays(tab: FirefoxPage, words: string): Promise<void> {
  await eventually(async () => (await tab.evaluate(() => document.body.innerText)).includes(words), {
    what: `Firefox to say "${words}"`,
    timeoutMs: 30_000,
  });
}

/** Takes a thought down in Firefox; it is stored when the journal shows it. */
export async function captureInTab(tab: FirefoxPage, words: string): Promise<void> {
  await tab.evaluate(() => {
    location.hash = "/journal";
  });
  await eventually(() => tab.evaluate(() => document.querySelector(".capture-in") !== null), {
    what: "the capture line",
  });
  await tab.evaluate((text) => {
    const line = document.querySelector<HTMLInputElement>(".capture-in");
    if (!line) throw new Error("There is no capture line.");
    line.value = text;
    line.dispatchEvent(new Event("input", { bubbles: true }));
    line.form?.requestSubmit();
  }, words);
  await tabSays(tab, words);
}
