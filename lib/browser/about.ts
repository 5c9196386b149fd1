import { browser } from "wxt/browser";

/** Which kind of browser this build is for, where words differ: menus are called and placed otherwise. */
export const browserKind: "chrome" | "firefox" = import.meta.env.BROWSER === "firefox" ? "firefox" : "chrome";

/** The version of this build, such as `0.1.0`. */
export function appVersion(): string {
  return browser.runtime.getManifest().version;
}
