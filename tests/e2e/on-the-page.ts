import type { ElementHandle, Page } from "puppeteer-core";

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
