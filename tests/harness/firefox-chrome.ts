import type { Bidi } from "./bidi.ts";
import { eventually } from "./wait.ts";

/** Firefox's own surfaces around the pages, reached by scripts in its browser window. */
export type FirefoxChrome = {
  /** Opens the sidebar of the add-on and returns its document as a BiDi context. */
  openSidebar: () => Promise<string>;
  /** The sidebar of the add-on as a BiDi context, once somebody has opened it. */
  sidebar: () => Promise<string>;
  closeSidebar: () => Promise<void>;
  /** Clicks the toolbar button and returns the popup's document as a BiDi context. */
  openPopup: () => Promise<string>;
  /** The popup as a BiDi context, once somebody has opened it. */
  popup: () => Promise<string>;
  closePopup: () => Promise<void>;
  /** `running`, `starting`, `suspending` or `stopped`. */
  backgroundState: () => Promise<string>;
  /** Ends the event page as its idle timeout does. */
  terminateBackground: () => Promise<void>;
  /** Starts the event page without an event. */
  wakeBackground: () => Promise<void>;
  /** The browser window without popups, as a PNG in base64. */
  snapshotWindow: () => Promise<string>;
};

/*
 * What the scripts below find in the browser window. These are Firefox's internals: they may change with each version,
 * which is why all of them stand in this one file. Sources: browser/components/sidebar/browser-sidebar.js,
 * toolkit/components/extensions/Extension.sys.mjs, remote/shared/NavigableManager.sys.mjs.
 */
type BrowserElement = Element & { currentURI: { spec: string }; permanentKey?: object };
type Extension = {
  id: string;
  backgroundState: string;
  wakeupBackground: () => Promise<void>;
  terminateBackground: (options: object) => Promise<void>;
  apiManager: { global: { browserActionFor: (extension: Extension) => BrowserAction } };
};
type BrowserAction = { openPopup: (window: Window, fromShortcut: boolean) => Promise<void> };
type NavigableManager = {
  getIdForBrowser: (browser: BrowserElement) => string;
  getBrowserById: (id: string) => BrowserElement | null;
};
/** What {@link prepare} leaves in the browser window for the other scripts. */
declare const milepostHarness: {
  extension: () => Extension;
  adopt: (browser: BrowserElement | null | undefined) => string | undefined;
};
declare const ChromeUtils: { importESModule: (url: string) => unknown };
declare const SidebarController: {
  show: (id: string) => Promise<unknown>;
  hide: () => void;
  isOpen: boolean;
  currentID: string;
  browser: { contentDocument: Document };
};
declare const browsingContext: {
  currentWindowGlobal: {
    drawSnapshot: (rect: DOMRect, scale: number, background: string) => Promise<ImageBitmap>;
  };
};

export async function firefoxChrome(bidi: Bidi, addonId: string): Promise<FirefoxChrome> {
  const { contexts } = await bidi.send<{ contexts: { context: string }[] }>("browsingContext.getTree", {
    "moz:scope": "chrome",
  });
  const window = contexts[0]?.context;
  if (!window) throw new Error("Firefox has no window.");
  // As Firefox derives the ids of its widgets: browser/components/extensions/ExtensionUtil makeWidgetId.
  const widgetId = addonId.toLowerCase().replaceAll(/[^a-z0-9_-]/g, "_");

  await bidi.evaluate(window, prepare, addonId);

  const backgroundState = (): Promise<string> =>
    bidi.evaluate(window, () => milepostHarness.extension().backgroundState);
  const findSidebar = (): Promise<string> =>
    eventually(() => bidi.evaluate(window, adoptSidebar, `${widgetId}-sidebar-action`), {
      what: "the sidebar",
    });
  const findPopup = (): Promise<string> =>
    eventually(() => bidi.evaluate(window, adoptPopup), { what: "the popup" });

  return {
    openSidebar: async () => {
      await bidi.evaluate(
        window,
        async (id) => void (await SidebarController.show(id)),
        `${widgetId}-sidebar-action`,
      );
      return findSidebar();
    },
    sidebar: findSidebar,
    closeSidebar: () => bidi.evaluate(window, () => SidebarController.hide()),
    openPopup: async () => {
      await bidi.evaluate(window, async () => {
        const extension = milepostHarness.extension();
        await extension.apiManager.global.browserActionFor(extension).openPopup(globalThis.window, true);
      });
      return findPopup();
    },
    popup: findPopup,
    closePopup: async () => {
      await bidi.evaluate(window, hidePopup);
      await eventually(() => bidi.evaluate(window, popupIsGone), { what: "the popup to close" });
    },
    backgroundState,
    terminateBackground: async () => {
      await bidi.evaluate(window, () =>
        milepostHarness
          .extension()
          .terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }),
      );
      await eventually(async () => (await backgroundState()) === "stopped", {
        what: "the end of the event page",
      });
    },
    wakeBackground: () => bidi.evaluate(window, () => milepostHarness.extension().wakeupBackground()),
    snapshotWindow: () => bidi.evaluate(window, snapshot),
  };
}

/*
 * The functions below run in the browser window, so they can use nothing of this module.
 */

/**
 * BiDi knows the documents in tabs only. `NavigableManager` is where Firefox looks them up, so `adopt` teaches it to
 * find a given browser element too; from then on every BiDi command works in the document there.
 */
function prepare(addonId: string): void {
  const { NavigableManager: manager } = ChromeUtils.importESModule(
    "chrome://remote/content/shared/NavigableManager.sys.mjs",
  ) as { NavigableManager: NavigableManager };
  const { ExtensionParent } = ChromeUtils.importESModule(
    "resource://gre/modules/ExtensionParent.sys.mjs",
  ) as { ExtensionParent: { GlobalManager: { getExtension: (id: string) => Extension } } };
  const adopted = new Map<string, BrowserElement>();
  const known = manager.getBrowserById.bind(manager);
  manager.getBrowserById = (id) => {
    const browser = adopted.get(id);
    return browser?.isConnected ? browser : known(id);
  };
  Object.assign(globalThis, {
    milepostHarness: {
      extension: () => ExtensionParent.GlobalManager.getExtension(addonId),
      adopt: (browser: BrowserElement | null | undefined) => {
        if (!browser?.currentURI.spec.startsWith("moz-extension:")) return undefined;
        // Without a permanent key a browser element gets no id.
        browser.permanentKey ??= {};
        const id = manager.getIdForBrowser(browser);
        adopted.set(id, browser);
        return id;
      },
    } satisfies typeof milepostHarness,
  });
}

function adoptSidebar(id: string): string | undefined {
  if (!SidebarController.isOpen || SidebarController.currentID !== id) return undefined;
  const browser = SidebarController.browser.contentDocument.getElementById("webext-panels-browser");
  return milepostHarness.adopt(browser as BrowserElement | null);
}

function adoptPopup(): string | undefined {
  const browser = document.querySelector<BrowserElement>("browser.webextension-popup-browser");
  // While the panel is still closed, the document is a preloaded one that is about to move.
  if (browser?.closest("panel")?.getAttribute("panelopen") !== "true") return undefined;
  return milepostHarness.adopt(browser);
}

function hidePopup(): void {
  const panel = document.querySelector("browser.webextension-popup-browser")?.closest("panel");
  (panel as (Element & { hidePopup: () => void }) | null | undefined)?.hidePopup();
}

function popupIsGone(): boolean {
  return document.querySelector("browser.webextension-popup-browser") === null;
}

async function snapshot(): Promise<string> {
  const bitmap = await browsingContext.currentWindowGlobal.drawSnapshot(
    new DOMRect(0, 0, innerWidth, innerHeight),
    1,
    "white",
  );
  const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas") as HTMLCanvasElement;
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  return canvas.toDataURL("image/png").split(",")[1] ?? "";
}
