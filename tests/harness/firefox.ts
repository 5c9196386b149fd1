import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, WxtBrowser } from "wxt/browser";
import type { Bidi } from "./bidi.ts";
import { type FirefoxChrome, firefoxChrome } from "./firefox-chrome.ts";
import { type FirefoxOptions, firefoxUuid, startFirefox } from "./firefox-launch.ts";
import { type FirefoxPage, firefoxPage } from "./firefox-page.ts";
import { builtExtension, readManifest, withTemporaryFolder } from "./folders.ts";
import { eventually } from "./wait.ts";
import { zipFolder } from "./zip.ts";

/** In the pages that the functions passed to `evaluate` run in. */
declare const browser: WxtBrowser;

export type Firefox = {
  bidi: Bidi;
  addonId: string;
  /** The profile folder. */
  profile: string;
  /** Address of a file of the add-on. */
  url: (path: string) => string;
  /** Opens a tab in front. */
  openTab: (url: string) => Promise<FirefoxPage>;
  /** The workspace: `sidepanel.html` in a tab, `route` starting with `/`. */
  openWorkspace: (route?: string) => Promise<FirefoxPage>;
  /** Clicks the toolbar button and returns the real popup. */
  openPopup: () => Promise<FirefoxPage>;
  closePopup: () => Promise<void>;
  /** Opens the real sidebar and returns it. */
  openPanel: () => Promise<FirefoxPage>;
  /** The real sidebar, once somebody has opened it. */
  panel: () => Promise<FirefoxPage>;
  /** An empty page of the add-on with all its APIs and none of its code, in a tab behind the others. */
  control: () => Promise<FirefoxPage>;
  /** The event page. */
  background: {
    running: () => Promise<boolean>;
    start: () => Promise<void>;
    /** Ends it at once, as its idle timeout does. The next event starts it again. */
    kill: () => Promise<void>;
  };
  badge: () => Promise<{ text: string; title: string }>;
  alarms: () => Promise<Browser.alarms.Alarm[]>;
  grantedPermissions: () => Promise<Browser.permissions.Permissions>;
  /** The whole window but for popups, as a PNG. For popups too, use a display and `screenshotRoot`. */
  screenshotWindow: (file: string) => Promise<void>;
  /** Settled when Firefox has ended, whoever ended it. */
  ended: Promise<unknown>;
  /** Quits. The profile stays for {@link relaunch}. */
  quit: () => Promise<void>;
  /** Quits, and removes the profile unless it was given. */
  close: () => Promise<void>;
  /** Ends Firefox without a chance to save anything. The profile stays for {@link relaunch}. */
  kill: () => Promise<void>;
  /** Quits if it is running and starts again with the same profile, the add-on still installed in it. */
  relaunch: (changes?: FirefoxOptions) => Promise<Firefox>;
};

/**
 * Starts a real Firefox with the add-on in it, off the network unless told otherwise.
 * @throws when there is no browser, no build, or the add-on does not install.
 */
export function launchFirefox(options: FirefoxOptions = {}): Promise<Firefox> {
  if (options.profile) return launchIn(options.profile, () => {}, options, "install");
  return withTemporaryFolder("firefox", ({ path, remove }) => launchIn(path, remove, options, "install"));
}

async function launchIn(
  profile: string,
  removeProfile: () => void,
  options: FirefoxOptions,
  addon: "install" | "keep",
): Promise<Firefox> {
  const extension = options.extension ?? builtExtension("firefox");
  const addonId = readManifest(extension).browser_specific_settings?.gecko?.id;
  if (!addonId) throw new Error(`The manifest in ${extension} names no Firefox id.`);
  const { child, bidi } = await startFirefox(profile, addonId, options);
  const ended = once(child, "exit");
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  const kill = async (): Promise<void> => {
    if (isRunning()) child.kill("SIGKILL");
    await ended;
  };
  const quit = async (): Promise<void> => {
    if (!isRunning()) return;
    // It may be gone before it answers, or stuck in a question to the user.
    await bidi.send("browser.close").catch(() => {});
    await eventually(() => !isRunning(), { what: "the end of Firefox", timeoutMs: 15_000 }).catch(kill);
  };

  let chrome: FirefoxChrome;
  try {
    if (addon === "install") await install(bidi, extension, profile, options.temporary ?? false);
    chrome = await firefoxChrome(bidi, addonId);
    await eventually(chrome.backgroundState, { what: "the add-on" });
  } catch (error) {
    await kill();
    throw error;
  }

  const url = (path: string): string => `moz-extension://${firefoxUuid}/${path.replace(/^\//, "")}`;
  const openTab = async (address: string, background = false): Promise<FirefoxPage> => {
    const { context } = await bidi.send<{ context: string }>("browsingContext.create", {
      type: "tab",
      background,
    });
    await bidi.send("browsingContext.navigate", { context, url: address, wait: "complete" });
    return firefoxPage(
      bidi,
      context,
      async () => void (await bidi.send("browsingContext.close", { context })),
    );
  };
  const loaded = async (page: FirefoxPage): Promise<FirefoxPage> => {
    await page.waitFor(() => document.readyState === "complete" && innerWidth > 0, "the document to load");
    return page;
  };
  let controlPage: Promise<FirefoxPage> | undefined;
  // A file of the package that is no document of the app: it has the add-on's rights and runs nothing.
  const control = (): Promise<FirefoxPage> => (controlPage ??= openTab(url("manifest.json"), true));

  return {
    bidi,
    addonId,
    profile,
    url,
    openTab,
    openWorkspace: (route = "/") => openTab(url(`sidepanel.html#${route}`)),
    openPopup: async () => loaded(firefoxPage(bidi, await chrome.openPopup(), chrome.closePopup)),
    closePopup: chrome.closePopup,
    openPanel: async () => loaded(firefoxPage(bidi, await chrome.openSidebar(), chrome.closeSidebar)),
    panel: async () => loaded(firefoxPage(bidi, await chrome.sidebar(), chrome.closeSidebar)),
    control,
    background: {
      running: async () => (await chrome.backgroundState()) === "running",
      start: chrome.wakeBackground,
      kill: chrome.terminateBackground,
    },
    badge: async () =>
      (await control()).evaluate(async () => ({
        text: await browser.action.getBadgeText({}),
        title: await browser.action.getTitle({}),
      })),
    alarms: async () => (await control()).evaluate(() => browser.alarms.getAll()),
    grantedPermissions: async () => (await control()).evaluate(() => browser.permissions.getAll()),
    screenshotWindow: async (file) =>
      writeFileSync(file, Buffer.from(await chrome.snapshotWindow(), "base64")),
    ended,
    quit,
    close: async () => {
      await quit();
      removeProfile();
    },
    kill,
    relaunch: async (changes = {}) => {
      await quit();
      const addonNow = options.temporary || changes.extension ? "install" : "keep";
      return launchIn(profile, removeProfile, { ...options, ...changes }, addonNow);
    },
  };
}

/** Only a packed add-on can stay; ours is not signed, which Firefox ESR accepts when told so. */
async function install(bidi: Bidi, folder: string, profile: string, temporary: boolean): Promise<void> {
  if (temporary) {
    await bidi.send("webExtension.install", { extensionData: { type: "path", path: folder } });
    return;
  }
  const archive = join(profile, "milepost.xpi");
  writeFileSync(archive, zipFolder(folder));
  await bidi.send("webExtension.install", {
    extensionData: { type: "archivePath", path: archive },
    "moz:permanent": true,
  });
}
