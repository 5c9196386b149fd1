import { browser } from "wxt/browser";

/** A tab, as far as we may know it. */
export interface KnownTab {
  id: number;
  /** After a click on our button (`activeTab`), or where the person allowed the site; `null` otherwise. */
  url: string | null;
  audible: boolean;
}

/** The tab in front, in the window that was used last. */
export async function activeTab(): Promise<KnownTab | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null, audible: tab.audible ?? false };
}

/** The id of the tab in front in a window. */
export async function frontTab(windowId: number): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab?.id ?? null;
}

/** Every open tab. */
export async function allTabs(): Promise<KnownTab[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id, url, audible }) =>
    id === undefined ? [] : [{ id, url: url ?? null, audible: audible ?? false }],
  );
}

/** Is this page in a tab of its own, rather than in the popup or the side panel? */
export async function isInTab(): Promise<boolean> {
  return (await browser.tabs.getCurrent()) !== undefined;
}

/**
 * Calls when another tab became active or the active one went elsewhere.
 * @returns stops it
 */
export function onActiveTabChange(handle: () => void): () => void {
  const updated = (_id: number, change: { url?: string; status?: string }): void => {
    if (change.url !== undefined || change.status === "complete") handle();
  };
  browser.tabs.onActivated.addListener(handle);
  browser.tabs.onUpdated.addListener(updated);
  return () => {
    browser.tabs.onActivated.removeListener(handle);
    browser.tabs.onUpdated.removeListener(updated);
  };
}

/** Pixels of a window that stands beside a call. */
const besideWidth = 420;

/** Opens a route in a small window at the end of the screen, to stand beside an application. */
export async function openBeside(route: string): Promise<void> {
  const { availWidth, availHeight } = screen;
  await browser.windows.create({
    url: browser.runtime.getURL(`/sidepanel.html#${route}` as "/sidepanel.html"),
    type: "popup",
    width: besideWidth,
    height: availHeight,
    left: Math.max(0, availWidth - besideWidth),
    top: 0,
  });
}

/** Does this page stand in a window of its own, without tabs? */
export async function isAlone(): Promise<boolean> {
  return (await browser.windows.getCurrent()).type === "popup";
}

/** Opens the workspace at a route such as `/today`, in a new tab. */
export async function openWorkspace(route: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/sidepanel.html#${route}` as "/sidepanel.html") });
}
