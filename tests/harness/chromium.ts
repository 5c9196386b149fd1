import { randomUUID } from "node:crypto";
import type { Browser as PuppeteerBrowser, CDPSession, Page, Target } from "puppeteer-core";
import type { Browser, WxtBrowser } from "wxt/browser";
import { type ChromiumOptions, startChromium } from "./chromium-launch.ts";
import { evaluate, type ServiceWorker, serviceWorkerOf } from "./chromium-worker.ts";
import { withTemporaryFolder } from "./folders.ts";
import { netLogFor } from "./net-log.ts";
import { eventually } from "./wait.ts";

/** In the pages that the functions passed to `evaluate` run in. */
declare const chrome: WxtBrowser;

export type Chromium = {
  browser: PuppeteerBrowser;
  extensionId: string;
  /** The profile folder. */
  profile: string;
  /** Address of a file of the extension. */
  url: (path: string) => string;
  /** Opens a tab in front. */
  openTab: (url: string) => Promise<Page>;
  /** The workspace: `sidepanel.html` in a tab, `route` starting with `/`. */
  openWorkspace: (route?: string) => Promise<Page>;
  /** Clicks the toolbar button while `activePage` is in front and returns the real popup. */
  openPopup: (activePage?: Page) => Promise<Page>;
  /** Closes the popup the way users do, by going on with the page; whatever it had not saved is gone. */
  closePopup: () => Promise<void>;
  /** Opens the side panel of a window, the last focused one unless told otherwise, as a click in the extension would. */
  openPanel: (windowId?: number) => Promise<Page>;
  /** The real side panel, of any window or of one, once somebody has opened it; never a tab with the same document. */
  panel: (windowId?: number) => Promise<Page>;
  /** An empty page of the extension with all its APIs and none of its code, in a tab behind the others. */
  control: () => Promise<Page>;
  worker: ServiceWorker;
  badge: () => Promise<{ text: string; title: string }>;
  alarms: () => Promise<Browser.alarms.Alarm[]>;
  grantedPermissions: () => Promise<Browser.permissions.Permissions>;
  /** Settled when the browser has ended, whoever ended it. */
  ended: Promise<unknown>;
  /** Quits. The profile stays for {@link relaunch}. */
  quit: () => Promise<void>;
  /** Quits, and removes the profile unless it was given. */
  close: () => Promise<void>;
  /** Ends the browser without a chance to save anything. The profile stays for {@link relaunch}. */
  kill: (signal?: NodeJS.Signals) => Promise<void>;
  /** Quits if it is running and starts again with the same profile. */
  relaunch: (changes?: ChromiumOptions) => Promise<Chromium>;
};

/**
 * Starts a real Chromium with the extension in it, off the network unless told otherwise.
 * @throws when there is no browser, no build, or the extension does not load.
 */
export function launchChromium(options: ChromiumOptions = {}): Promise<Chromium> {
  if (options.profile) return launchIn(options.profile, () => {}, options);
  return withTemporaryFolder("chromium", ({ path, remove }) => launchIn(path, remove, options));
}

async function launchIn(
  profile: string,
  removeProfile: () => void,
  options: ChromiumOptions,
): Promise<Chromium> {
  // The product as it is built may ask the network for nothing, in no test. With what a test adds, a storage is its business.
  const netLog = options.extension === undefined ? netLogFor(profile) : undefined;
  const { browser, extensionId } = await startChromium(profile, {
    ...options,
    args: [...(options.args ?? []), ...(netLog ? [netLog.argument] : [])],
  });
  const origin = `chrome-extension://${extensionId}`;
  const url = (path: string): string => `${origin}/${path.replace(/^\//, "")}`;
  const ofExtension = (target: Target, path: string): boolean => target.url().split(/[?#]/)[0] === url(path);

  let controlPage: Page | undefined;
  const control = async (): Promise<Page> => {
    if (!controlPage || controlPage.isClosed()) {
      // A file of the package that is no document of the app: its frame has the extension's rights and runs nothing.
      controlPage = await browser.newPage({ type: "tab", background: true });
      await controlPage.goto(url("manifest.json"));
    }
    return controlPage;
  };

  /** The tab that the user looks at, as far as this harness has put it there. */
  let front: Page | undefined;
  const openTab = async (address: string): Promise<Page> => {
    const [first, ...others] = await browser.pages();
    const reuse = first?.url() === "about:blank" && others.length === 0;
    front = reuse ? first : await browser.newPage();
    await front.goto(address);
    return front;
  };
  const frontTab = async (): Promise<Page> => {
    if (!front || front.isClosed()) front = (await browser.pages())[0] ?? (await browser.newPage());
    return front;
  };

  let popup: Page | undefined;
  const openPopup = async (activePage?: Page): Promise<Page> => {
    front = activePage ?? (await frontTab());
    await front.bringToFront();
    const before = new Set(browser.targets());
    await clickToolbarButton(browser, extensionId, front, control);
    const target = await browser.waitForTarget(
      (candidate) => !before.has(candidate) && ofExtension(candidate, "popup.html"),
      { timeout: 10_000 },
    );
    popup = await target.asPage();
    await popup.waitForFunction(() => document.readyState === "complete");
    return popup;
  };

  const closePopup = async (): Promise<void> => {
    const page = popup;
    if (!page || page.isClosed()) return;
    await (await frontTab()).bringToFront();
    await eventually(() => page.isClosed(), { what: "the popup to close" });
  };

  const panel = (windowId?: number): Promise<Page> =>
    eventually(
      async () => {
        for (const target of browser.targets().filter((each) => ofExtension(each, "sidepanel.html"))) {
          const page = await target.asPage();
          // The same document in a tab is the workspace.
          const tab = await page.evaluate(() => chrome.tabs.getCurrent());
          if (tab || !(await page.evaluate(() => innerWidth > 0 && document.readyState === "complete")))
            continue;
          const { id } = await page.evaluate(() => chrome.windows.getCurrent());
          if (windowId === undefined || windowId === id) return page;
        }
        return undefined;
      },
      { what: "the side panel" },
    );

  const openPanel = async (windowId?: number): Promise<Page> => {
    const id =
      windowId ?? (await (await control()).evaluate(async () => (await chrome.windows.getLastFocused()).id));
    const session = await (await control()).createCDPSession();
    await evaluate(session, `chrome.sidePanel.open({ windowId: ${id} })`, { asClick: true });
    await session.detach();
    return panel(id);
  };

  const ended = new Promise((resolve) => browser.once("disconnected", resolve));
  const kill = async (signal: NodeJS.Signals = "SIGKILL"): Promise<void> => {
    const child = browser.process();
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    // Its renderers are in the same process group; left alone they might still write.
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
    await gone;
    netLog?.expectSilence(origin);
  };

  const quit = async (): Promise<void> => {
    if (browser.connected) await browser.close();
    netLog?.expectSilence(origin);
  };

  return {
    browser,
    extensionId,
    profile,
    url,
    openTab,
    openWorkspace: (route = "/") => openTab(url(`sidepanel.html#${route}`)),
    openPopup,
    closePopup,
    openPanel,
    panel,
    control,
    worker: await serviceWorkerOf(browser, origin, control),
    badge: async () =>
      (await control()).evaluate(async () => ({
        text: await chrome.action.getBadgeText({}),
        title: await chrome.action.getTitle({}),
      })),
    alarms: async () => (await control()).evaluate(() => chrome.alarms.getAll()),
    grantedPermissions: async () => (await control()).evaluate(() => chrome.permissions.getAll()),
    ended,
    quit,
    close: async () => {
      await quit();
      removeProfile();
    },
    kill,
    relaunch: async (changes = {}) => {
      await quit();
      return launchIn(profile, removeProfile, { ...options, ...changes });
    },
  };
}

/** Puppeteer's `triggerExtensionAction` would do, but knows unpacked extensions only. */
async function clickToolbarButton(
  browser: PuppeteerBrowser,
  extensionId: string,
  page: Page,
  control: () => Promise<Page>,
): Promise<void> {
  const session = await browser.target().createCDPSession();
  try {
    const tab = await tabOf(page, session);
    await session.send("Extensions.triggerAction", { id: extensionId, targetId: tab });
  } catch (error) {
    // Browsers before 150 or so have no such command; the popup is the same, only `activeTab` is not granted.
    console.warn("No toolbar click in this browser, opening the popup by its API:", error);
    await (await control()).evaluate(() => chrome.action.openPopup());
  } finally {
    await session.detach();
  }
}

/**
 * The target of a page's tab, which is another than the page's own. Two windows can show one address under one title,
 * and a toolbar that is clicked for the tab of another window takes the whole browser down: a mark in the title tells
 * them apart.
 */
async function tabOf(page: Page, session: CDPSession): Promise<string> {
  const [title, mark] = [await page.title(), randomUUID()];
  await page.evaluate((to) => {
    document.title = to;
  }, mark);
  try {
    return await eventually(
      async () => {
        const { targetInfos } = await session.send("Target.getTargets", { filter: [{ type: "tab" }] });
        return targetInfos.find((info) => info.title === mark)?.targetId;
      },
      { what: `the tab at ${page.url()}` },
    );
  } finally {
    await page.evaluate((to) => {
      document.title = to;
    }, title);
  }
}
