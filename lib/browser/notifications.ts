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

export interface NotificationWords {
  title: string;
  message: string;
  /** At most two; Firefox has none. */
  buttons?: readonly string[];
}

/**
 * Shows a notification and makes sure that the system has taken it: without an icon Chrome says yes and shows
 * nothing. The same id again replaces, so showing twice is harmless, and it is tried twice.
 * @returns whether it is there
 */
export async function showNotification(id: string, words: NotificationWords): Promise<boolean> {
  return (await showOnce(id, words)) || (await showOnce(id, words));
}

/** Firefox lists a notice at once, and drops it within some tens of milliseconds where the system shows none. */
const droppedWithinMs = 500;

async function showOnce(id: string, { title, message, buttons = [] }: NotificationWords): Promise<boolean> {
  const iconUrl = browser.runtime.getURL("/icons/icon-128.png");
  // Firefox throws at an option that it does not know: https://bugzilla.mozilla.org/show_bug.cgi?id=1190681
  const own = import.meta.env.FIREFOX ? {} : { buttons: buttons.map((label) => ({ title: label })) };
  try {
    await browser.notifications?.create(id, { type: "basic", iconUrl, title, message, priority: 0, ...own });
  } catch (error) {
    // The permission was taken back while we ran: the namespace stands there still and throws.
    reportError("notice", error);
    return false;
  }
  if (import.meta.env.FIREFOX) await new Promise((resolve) => setTimeout(resolve, droppedWithinMs));
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
 * Hears clicks on notifications and on their buttons, 0 and 1. The namespace does not exist before the permission is
 * given, so this is called at the top level and again when it is.
 */
export function onNotificationClick(
  onBody: (id: string) => void,
  onButton: (id: string, button: number) => void,
): void {
  browser.notifications?.onClicked.addListener(onBody);
  browser.notifications?.onButtonClicked?.addListener(onButton);
}
