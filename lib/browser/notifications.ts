import { browser } from "wxt/browser";
import { reportError } from "./report-error.ts";

/** May we show notifications? An optional permission: asked for in context, everything works without it. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ["notifications"] });
}

/** Asks for the permission. Must be called straight from a click. */
export function askToNotify(): Promise<boolean> {
  return browser.permissions.request({ permissions: ["notifications"] });
}

export function stopNotifying(): Promise<boolean> {
  return browser.permissions.remove({ permissions: ["notifications"] });
}

/**
 * Shows a notification and makes sure that the system has taken it: without an icon Chrome says yes and shows
 * nothing. The same id again replaces, so showing twice is harmless.
 * @returns whether it is there
 */
export async function showNotification(id: string, title: string, message: string): Promise<boolean> {
  const iconUrl = browser.runtime.getURL("/icons/icon-128.png");
  try {
    await browser.notifications?.create(id, { type: "basic", iconUrl, title, message, priority: 0 });
  } catch (error) {
    // The permission was taken back while we ran: the namespace stands there still and throws.
    reportError("notice", error);
    return false;
  }
  return id in (await shownNotifications());
}

export async function clearNotification(id: string): Promise<void> {
  await browser.notifications?.clear(id).catch((error: unknown) => reportError("notice", error));
}

/** What the system shows of ours, by id. */
export async function shownNotifications(): Promise<Record<string, unknown>> {
  try {
    return (await browser.notifications?.getAll()) ?? {};
  } catch (error) {
    reportError("notice", error);
    return {};
  }
}

/**
 * Hears clicks on notifications. The namespace does not exist before the permission is given, so this is called at
 * the top level and again when it is.
 */
export function onNotificationClick(handle: (id: string) => void): void {
  browser.notifications?.onClicked.addListener(handle);
}
