import { browser } from "wxt/browser";
import { type CallSite, callOrigins, callSites } from "@/lib/domain/rooms/sites.ts";

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

type Updated = (
  id: number,
  change: { url?: string; status?: string; audible?: boolean },
  tab: { url?: string },
) => void;

/**
 * Calls when a tab changes whose address we may know or in which a call is remembered, and when one of those is closed.
 * In Firefox the browser itself leaves out all other sites, and wakes the background only for what is registered at
 * once. Chrome cannot leave out sites, so there nothing is listened to before there is something to watch: a listener
 * that was there when the worker ended wakes it all the same, and every start looks at all tabs.
 * @returns says which tabs are remembered; `null` while there is nothing to watch
 */
export function onCallTabChange(handle: () => void): (remembered: ReadonlySet<number> | null) => void {
  let known: ReadonlySet<number> = new Set();
  const updated: Updated = (id, change, { url }) => {
    if (url === undefined && !known.has(id)) return;
    if (change.url !== undefined || change.status === "complete" || change.audible !== undefined) handle();
  };
  const removed = (id: number): void => {
    if (known.has(id)) handle();
  };
  const isFirefox = import.meta.env.BROWSER === "firefox";
  if (isFirefox) {
    // Chrome's types do not know the filter.
    const onUpdated = browser.tabs.onUpdated as unknown as {
      addListener(listener: Updated, filter: { urls: readonly string[] }): void;
    };
    onUpdated.addListener(updated, { urls: callOrigins });
    browser.tabs.onRemoved.addListener(removed);
  }
  return (remembered) => {
    known = remembered ?? new Set();
    if (isFirefox) return;
    if (remembered) {
      browser.tabs.onUpdated.addListener(updated);
      browser.tabs.onRemoved.addListener(removed);
    } else {
      browser.tabs.onUpdated.removeListener(updated);
      browser.tabs.onRemoved.removeListener(removed);
    }
  };
}
