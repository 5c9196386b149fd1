import { browser } from "wxt/browser";

const idleAfterSeconds = 60;

/** The screen is locked. Firefox never says so. */
export async function isLocked(): Promise<boolean> {
  return (await browser.idle.queryState(idleAfterSeconds)) === "locked";
}
