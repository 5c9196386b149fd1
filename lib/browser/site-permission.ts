import { browser } from "wxt/browser";
import { reportError } from "./report-error.ts";

/** May we fetch from the site? `origin` is a match pattern of one host, such as `https://calendar.example.com/*`. */
export function mayReach(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [origin] });
}

/** Must be called straight from a click. */
export function askToReach(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [origin] });
}

/** Gives the permission back. */
export async function stopReaching(origin: string): Promise<void> {
  try {
    await browser.permissions.remove({ origins: [origin] });
  } catch (error) {
    // One that was not asked for, but came with the installation, stays.
    reportError("permission", error);
  }
}
