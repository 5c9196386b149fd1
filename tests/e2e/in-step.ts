import type { Page } from "puppeteer-core";
import type { StorageKind } from "@/lib/domain/space.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { permittedBuild } from "@/tests/harness/permitted-build.ts";
import type { TemporaryFolder } from "@/tests/harness/folders.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { named, says, textOf, valueOf } from "./on-the-page.ts";

/** The product with the permission for storages on this machine already given, which is otherwise asked for in a dialog. */
export function withStoragePermission(): TemporaryFolder {
  return permittedBuild("chrome", ["http://127.0.0.1/*"]);
}

export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
}

/** The first run, with a name and a destination. */
export async function setOut(page: Page, mentor: string, destination: string): Promise<void> {
  await page.locator(named("textbox", "Your mentor’s name")).fill(mentor);
  await page.locator(named("textbox", "Destination")).fill(destination);
  await page.locator(named("button", "Open Milepost")).click();
  await page.waitForFunction(() => location.hash === "#/today");
}

/** A browser with something in it, on the page on which syncing is set up. */
export async function toSetUp(build: TemporaryFolder): Promise<{ browser: Chromium; page: Page }> {
  const browser = await launchChromium({ extension: build.path });
  const page = await browser.openWorkspace("/welcome");
  await setOut(page, "Elif Yıldız", "Lead a team of five");
  await goTo(page, "/settings/sync");
  return { browser, page };
}

/** A login as it is typed. */
export interface Login {
  url: string;
  user: string;
  password: string;
}

/** Fills in the form of a storage, in which only the password is never there before. */
export async function typeLogin(page: Page, { url, user, password }: Login): Promise<void> {
  for (const [field, value] of Object.entries({ address: url, user, password }))
    await page.locator(`[data-field="${field}"]`).fill(value);
}

export async function chooseStorage(page: Page, kind: StorageKind): Promise<void> {
  await page.locator(`input[name="way"][value="${kind}"]`).click();
}

/** Chooses WebDAV and tries a storage. */
export async function tryStorage(page: Page, login: Login): Promise<void> {
  await chooseStorage(page, "webdav");
  await typeLogin(page, login);
  await page.locator(named("button", "Test this storage")).click();
}

/** The code that is shown. */
export async function codeOn(page: Page): Promise<string> {
  await page.waitForSelector(".code-sheet .code");
  const groups = await page.$$eval(".code-sheet .code span", (all) => all.map((each) => each.textContent));
  return groups.join("-");
}

/** Begins on the storage that was found, and confirms the code. @returns it */
export async function beginHere(page: Page): Promise<string> {
  await page.locator(named("button", "Begin, with what is here")).click();
  const code = await codeOn(page);
  await page.locator(".code-form .input").fill(code.slice(-9));
  await page.keyboard.press("Enter");
  await says(page, "Recovery code confirmed");
  return code;
}

/** Joins what was found on a storage. */
export async function joinHere(page: Page, code: string): Promise<void> {
  await says(page, "Your Milepost is on this storage");
  await page.locator(".code-form .input").fill(code);
  await page.keyboard.press("Enter");
}

/** Begins on a storage, as a page does on which nothing is set up, and confirms the code. */
export async function beginByHand(page: Page, login: Login): Promise<void> {
  await tryStorage(page, login);
  await beginHere(page);
  await syncUntil(page, "Up to date");
}

/** Writes a thought, and waits until it is kept. */
export async function capture(page: Page, words: string): Promise<void> {
  const line = named("textbox", "Capture");
  await page.locator(line).fill(words);
  await page.keyboard.press("Enter");
  await eventually(async () => (await valueOf(await page.$(line))) === "", { what: `"${words}" to be kept` });
}

/** Looks at the storage until the page says something. */
export async function syncUntil(page: Page, words: string): Promise<void> {
  await eventually(
    async () => {
      if ((await textOf(page)).includes(words)) return true;
      await page.evaluate(() => {
        const buttons = [...document.querySelectorAll<HTMLButtonElement>("#main button")];
        buttons.find((button) => button.textContent?.trim() === "Sync now")?.click();
      });
      return false;
    },
    { what: `the page to say "${words}"`, timeoutMs: 60_000, intervalMs: 1_000 },
  );
}

/**
 * Looks at the storage until what was written in another browser stands in the journal of this one.
 * @param before each look
 */
export async function reaches(page: Page, words: string, before?: () => Promise<void>): Promise<void> {
  await eventually(
    async () => {
      await before?.();
      await goTo(page, "/settings/sync");
      await page.locator(named("button", "Sync now")).click();
      await goTo(page, "/journal");
      await says(page, words);
      return true;
    },
    { what: `"${words}" in the other browser`, timeoutMs: 50_000 },
  );
}
