import { browser } from "wxt/browser";

/** The window that this page stands in, or that lies behind it. Fetched before a click, so that the click can be used at once. */
export async function currentWindowId(): Promise<number | undefined> {
  return (await browser.windows.getCurrent()).id;
}

/**
 * Opens the side panel. To be called in the handler of a click or a key, before any `await`: the background and Firefox
 * refuse it later, a page of Chrome after about five seconds.
 * @see https://github.com/GoogleChrome/chrome-extensions-samples/issues/1477
 * @returns false where the browser refused; the caller then shows its page some other way
 */
export function openPanel(windowId: number | undefined): Promise<boolean> {
  const opened: Promise<void> =
    import.meta.env.BROWSER === "firefox"
      ? sidebar().open()
      : windowId === undefined
        ? Promise.reject(new Error("no window"))
        : browser.sidePanel.open({ windowId });
  return opened.then(
    () => true,
    () => false,
  );
}

/** Where a page leaves the path that a window's panel is to show: storage that our pages share, written at once. */
const wantedPathKey = "panel-path";

/**
 * Opens the side panel at a path such as `/meetings/ID?at=notes`, also if it is open already. Must be called straight
 * from a click. The path goes by `localStorage` since the popup dies as the panel opens, before anything slower is done.
 */
export function openPanelAt(windowId: number | undefined, path: string): Promise<boolean> {
  localStorage.setItem(wantedPathKey, JSON.stringify({ path, windowId, at: Date.now() }));
  return openPanel(windowId);
}

/**
 * As {@link openPanelAt}, for a path that something has to be done for first. Firefox opens its panel only in the very
 * click; Chrome also some seconds later, and its popup would die with the work half done.
 * @param doing gives the path, or `null` if it was not done
 */
export async function openPanelAfter(
  windowId: number | undefined,
  doing: Promise<string | null>,
): Promise<boolean> {
  const opening = import.meta.env.BROWSER === "firefox" ? openPanel(windowId) : null;
  const path = await doing;
  if (path === null) return opening ?? false;
  const opened = openPanelAt(windowId, path);
  return opening ?? opened;
}

/**
 * The path that a page asked this window's panel to show within the last seconds; taken once, it is forgotten. For the
 * panel alone: the same document in a tab must leave it.
 */
export function takeWantedPath(ownWindowId: number | undefined): string | null {
  const wanted = parseJson(localStorage.getItem(wantedPathKey));
  if (typeof wanted !== "object" || wanted === null || !("path" in wanted) || !("at" in wanted)) return null;
  if ("windowId" in wanted && wanted.windowId !== ownWindowId) return null;
  localStorage.removeItem(wantedPathKey);
  const { path, at } = wanted;
  const fresh = typeof at === "number" && Math.abs(Date.now() - at) < 10_000;
  return fresh && typeof path === "string" && path.startsWith("/") ? path : null;
}

/** Calls when a page wants a panel to show something else. */
export function onWantedPath(handle: () => void): void {
  globalThis.addEventListener("storage", (event) => {
    if (event.key === wantedPathKey && event.newValue) handle();
  });
}

function parseJson(raw: string | null): unknown {
  try {
    return JSON.parse(raw ?? "null");
  } catch {
    return null;
  }
}

/** Chrome remembers this setting, and set to true it would take the popup's place at the toolbar button. */
export async function keepPopupOnToolbar(): Promise<void> {
  if (import.meta.env.BROWSER !== "firefox") {
    await browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: false });
  }
}

/** Firefox calls its panel a sidebar; Chrome's types do not know it. */
function sidebar(): { open(): Promise<void> } {
  return (browser as unknown as { sidebarAction: { open(): Promise<void> } }).sidebarAction;
}
