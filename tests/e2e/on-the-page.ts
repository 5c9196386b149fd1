import type { ElementHandle, Page } from "puppeteer-core";
import { expect } from "vitest";
import type { Chromium } from "@/tests/harness/chromium.ts";
import { eventually } from "@/tests/harness/wait.ts";

/** A workspace with the sample mentorship in it, on its first screen. */
export async function sampleWorkspace(chromium: Chromium): Promise<Page> {
  const page = await chromium.openWorkspace("/welcome?sample=1");
  await page.waitForFunction(() => location.hash === "#/today");
  return page;
}

/** Goes where a link in the page would lead. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
}

/** A selector for what assistive technology calls by this role and name. */
export function named(role: string, name: string): string {
  return `::-p-aria([name="${name}"][role="${role}"])`;
}

/** All that the page says, as one text. */
export function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

/** What stands in a field. */
export async function valueOf(field: ElementHandle | null): Promise<string> {
  return (await field?.evaluate((element) => (element as HTMLInputElement).value)) ?? "";
}

/**
 * After a step that took away what had the focus: it is somewhere in the page, so that whoever works by keyboard goes on
 * from there. Tells of every step of a test that lost it.
 */
export async function keepsFocus(page: Page, step: string): Promise<void> {
  const lost = await page.evaluate(async () => {
    const isLost = (): boolean => (document.activeElement ?? document.body) === document.body;
    // What is disabled loses it with the next frame, and what follows a step has it only after it was drawn.
    for (let looks = 0; looks < 20; looks += 1) {
      await new Promise((resolve) => setTimeout(resolve, looks === 0 ? 300 : 100));
      if (!isLost()) return false;
    }
    return true;
  });
  expect.soft(lost, `the focus is lost after: ${step}`).toBe(false);
}

/** Waits until the page says something. */
export async function says(page: Page, words: string): Promise<void> {
  await eventually(async () => (await textOf(page)).includes(words), { what: `the page to say "${words}"` });
}

/** Puts words in place of what stands in a field, as hands do: a field that is cleared by a script may be drawn full again. */
export async function typeOver(page: Page, field: string, words: string): Promise<void> {
  const element = await page.waitForSelector(field);
  await eventually(
    async () => {
      await element?.evaluate((each) => {
        (each as HTMLInputElement).focus();
        (each as HTMLInputElement).select();
      });
      await page.keyboard.type(words);
      return (await valueOf(element)) === words;
    },
    { what: `${words} in ${field}` },
  );
}
