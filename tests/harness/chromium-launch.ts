import { type Browser, launch } from "puppeteer-core";
import { ensureChromium } from "../tools/browsers.ts";
import { pinToToolbar, unpackedExtensionId } from "./chromium-profile.ts";
import type { ForgedClock } from "./clock.ts";
import { installPackedAtStart } from "./crx.ts";
import { builtExtension } from "./folders.ts";
import { type MeetServer, resolverRules } from "./meet-server.ts";
import { eventually } from "./wait.ts";

export type ChromiumOptions = {
  /** Profile folder to use and keep. Without it a private one is made and removed by `close`. */
  profile?: string;
  /** Without a window; everything but the toolbar's pixels and the toasts is the same. Default true. */
  headless?: boolean;
  /** Folder of the unpacked extension. Default: the production build for Chrome. */
  extension?: string;
  /**
   * Install it packed under this version, for good, as from a store, instead of unpacked for as long as the browser
   * runs. Then its alarms outlast a restart. After a start with a higher version Chromium unpacks that into
   * `Default/Extensions/ID/VERSION_0` of the profile, and updates at the next start. Linux only.
   */
  packedAs?: string;
  args?: readonly string[];
  env?: Readonly<Record<string, string | undefined>>;
  /** IANA name, for example `America/New_York`. */
  timeZone?: string;
  /** BCP 47 tag of the browser's own language. Default `en-US`. */
  lang?: string;
  meet?: MeetServer;
  clock?: ForgedClock;
  /** Let the browser reach the internet. Tests never do. */
  online?: boolean;
  /** Window size, CSS pixels. */
  size?: readonly [width: number, height: number];
};

/**
 * Starts a Chromium and loads the extension, which has the same id for the same folder every time.
 *
 * Puppeteer talks through a pipe, because only there may a driver load an unpacked extension; branded Chrome and Edge
 * have no flag for it any more. A browser that is started again loads the extension as a fresh install, its data kept.
 * @throws when no Chromium is there or the extension cannot be loaded.
 */
export async function startChromium(
  profile: string,
  options: ChromiumOptions,
): Promise<{ browser: Browser; extensionId: string }> {
  const extension = options.extension ?? builtExtension("chrome");
  const { path } = await ensureChromium();
  const packedId = options.packedAs && installPackedAtStart(profile, extension, options.packedAs);
  pinToToolbar(profile, [packedId || unpackedExtensionId(extension)]);
  const browser = await launch({
    executablePath: path,
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    defaultViewport: null,
    env: chromiumEnvironment(options),
    args: [...chromiumArguments(options)],
    ignoreDefaultArgs: unwantedArguments,
    handleSIGINT: false,
  });
  try {
    if (packedId) {
      await installed(browser, packedId);
      return { browser, extensionId: packedId };
    }
    // Not through `enableExtensions: [folder]`: puppeteer 25.16 does not wait for that, and swallows its errors.
    return { browser, extensionId: await browser.installExtension(extension) };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Chromium takes up packed extensions some time after it has started, and lists them nowhere for a driver. */
async function installed(browser: Browser, extensionId: string): Promise<void> {
  const page = await browser.newPage({ type: "tab", background: true });
  await eventually(() => page.goto(`chrome-extension://${extensionId}/manifest.json`).then(() => true), {
    what: "the packed extension",
    timeoutMs: 30_000,
    intervalMs: 200,
  });
  await page.close();
}

/** Puppeteer's own arguments that would make the browser less like a user's. */
const unwantedArguments = [
  // Shows a bar across the window.
  "--enable-automation",
  // Resets protected settings at the next start.
  "--use-mock-keychain",
  // No tab is ever audible.
  "--mute-audio",
  // No packed extension is ever installed.
  "--disable-default-apps",
];

/** Keeps the browser's own calls home out of the record of a test server. Port 9 discards. */
const quiet = [
  "--component-updater=url-source=http://127.0.0.1:9/",
  "--gaia-url=http://127.0.0.1:9/",
  "--disable-features=NetworkTimeServiceQuerying",
];

/** What every Chromium of the tests is started with, whoever drives it. */
export function chromiumArguments(options: ChromiumOptions): readonly string[] {
  const [width, height] = options.size ?? [1280, 800];
  const isRoot = process.getuid?.() === 0;
  return [
    `--window-size=${width},${height}`,
    "--window-position=0,0",
    "--no-default-browser-check",
    "--autoplay-policy=no-user-gesture-required",
    `--lang=${options.lang ?? "en-US"}`,
    `--accept-lang=${options.lang ?? "en-US"}`,
    // Chromium refuses to run as root in its sandbox, and the sandbox hides the file that the forged clock reads.
    ...(isRoot || options.clock ? ["--no-sandbox"] : []),
    // No bar across the window about such flags.
    ...(isRoot || !options.online ? ["--test-type"] : []),
    ...(options.meet?.chromiumArguments ?? []),
    ...(options.online ? [] : quiet),
    ...(options.online || options.meet ? [] : [resolverRules(["EXCLUDE 127.0.0.1", "EXCLUDE localhost"])]),
    ...(options.args ?? []),
  ];
}

export function chromiumEnvironment(options: ChromiumOptions): Record<string, string | undefined> {
  return {
    ...process.env,
    // On Linux the language comes from the environment, not from the flag. Without a bus, toasts are Chromium's own.
    LANGUAGE: options.lang ?? "en-US",
    DBUS_SESSION_BUS_ADDRESS: "disabled:",
    ...(options.timeZone ? { TZ: options.timeZone } : {}),
    ...(options.clock?.environment ?? {}),
    ...(options.env ?? {}),
  };
}
