import { browser } from "wxt/browser";

/** Which kind of browser this build is for, where words differ: menus are called and placed otherwise. */
export const browserKind: "chrome" | "firefox" = import.meta.env.BROWSER === "firefox" ? "firefox" : "chrome";

/** The version of this build, such as `0.1.0`. */
export function appVersion(): string {
  return browser.runtime.getManifest().version;
}

/** What tells this browser from others in a few words, as far as it says it of itself: "Chrome, Linux". */
export function systemName(): string {
  const { userAgent } = navigator;
  const edge = userAgent.includes("Edg/") ? "Edge" : "Chrome";
  const name = browserKind === "firefox" ? "Firefox" : edge;
  const system = systems.find(([mark]) => userAgent.includes(mark))?.[1];
  return system ? `${name}, ${system}` : name;
}

const systems = [
  ["Windows", "Windows"],
  ["Mac OS X", "Mac"],
  ["CrOS", "ChromeOS"],
  ["Linux", "Linux"],
] as const;
