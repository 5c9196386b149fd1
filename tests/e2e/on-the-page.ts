import type { ElementHandle, Page } from "puppeteer-core";
import { eventually } from "@/tests/harness/wait.ts";

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

/** Waits until the page says something. */
export async function says(page: Page, words: string): Promise<void> {
  await eventually(async () => (await textOf(page)).includes(words), { what: `the page to say "${words}"` });
}
