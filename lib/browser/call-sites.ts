import { browser } from "wxt/browser";
import { type CallSite, callOrigins, callSites } from "@/lib/domain/rooms/sites.ts";
import { reportError } from "./report-error.ts";

/** The platforms whose sites the browser lets us recognise, be it only some of their hosts. */
export async function allowedSites(): Promise<ReadonlySet<string>> {
  const allowed = await Promise.all(
    callSites.map(async ({ platform, origins }) => {
      const hosts = origins.map((origin) => browser.permissions.contains({ origins: [origin] }));
      return (await Promise.all(hosts)).includes(true) ? [platform] : [];
    }),
  );
  return new Set(allowed.flat());
}

/** Asks for one site. Must be called straight from a click. */
export function askForSite({ origins }: CallSite): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] });
}

/** Gives a site back. */
export async function leaveSite({ origins }: CallSite): Promise<void> {
  await browser.permissions.remove({ origins: [...origins] });
}

/** Calls when the person allowed or took back anything, here or in the browser's own settings. */
export function onPermissionsChanged(handle: () => void): () => void {
  browser.permissions.onAdded.addListener(handle);
  browser.permissions.onRemoved.addListener(handle);
  return () => {
    browser.permissions.onAdded.removeListener(handle);
    browser.permissions.onRemoved.removeListener(handle);
  };
}

type Updated = (id: number, change: { url?: string; status?: string; audible?: boolean }) => void;

/**
 * Calls when a tab changes that may be a call, and when one is closed; only while a site is allowed or a call is
 * remembered. In Firefox the browser itself leaves out all other sites, and wakes the background only for what is
 * registered at once. Chrome cannot leave out sites, so there nothing is listened to before a site is allowed: a
 * listener that was there when the worker ended wakes it all the same, and every start looks at all tabs.
 * @returns says whether to listen
 */
export function onCallTabChange(handle: () => void): (wanted: boolean) => void {
  const updated: Updated = (_, change) => {
    if (change.url !== undefined || change.status === "complete" || change.audible !== undefined) handle();
  };
  if (import.meta.env.BROWSER === "firefox") {
    // Chrome's types do not know the filter.
    const onUpdated = browser.tabs.onUpdated as unknown as {
      addListener(listener: Updated, filter: { urls: readonly string[] }): void;
    };
    onUpdated.addListener(updated, { urls: callOrigins });
    browser.tabs.onRemoved.addListener(handle);
    return () => undefined;
  }
  return (wanted) => {
    try {
      if (wanted) {
        browser.tabs.onUpdated.addListener(updated);
        browser.tabs.onRemoved.addListener(handle);
      } else {
        browser.tabs.onUpdated.removeListener(updated);
        browser.tabs.onRemoved.removeListener(handle);
      }
    } catch (error) {
      reportError("tabs", error);
    }
  };
}
