import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureFirefox } from "../tools/browsers.ts";
import { type Bidi, connectBidi } from "./bidi.ts";
import type { ForgedClock } from "./clock.ts";
import { type MeetServer, proxyPreferences } from "./meet-server.ts";

export type FirefoxOptions = {
  /** Profile folder to use and keep. Without it a private one is made and removed by `close`. */
  profile?: string;
  /** Without a window. Default true. */
  headless?: boolean;
  /** Folder of the unpacked add-on. Default: the production build for Firefox. */
  extension?: string;
  /** Install until Firefox quits, like a developer, instead of for good, like a user. Default false. */
  temporary?: boolean;
  preferences?: Readonly<Record<string, string | number | boolean>>;
  env?: Readonly<Record<string, string | undefined>>;
  /** IANA name, for example `America/New_York`. */
  timeZone?: string;
  /** BCP 47 tag for pages and, where its language pack is there, for the browser. Default `en-US`. */
  lang?: string;
  meet?: MeetServer;
  clock?: ForgedClock;
  /** Let the browser reach the internet. Tests never do. */
  online?: boolean;
  /** Window size, CSS pixels. */
  size?: readonly [width: number, height: number];
};

/** The add-on's internal address is random in real life; here it is always this one. */
export const firefoxUuid = "11111111-2222-4333-8444-555555555555";

const startWithinMs = 60_000;

/**
 * Starts Firefox with a profile and opens a BiDi session that may also reach the browser's own windows.
 * @param addonId - gets {@link firefoxUuid} as its address
 * @throws with the browser's output when it does not come up within a minute.
 */
export async function startFirefox(
  profile: string,
  addonId: string,
  options: FirefoxOptions,
): Promise<{ child: ChildProcess; bidi: Bidi }> {
  const { path } = await ensureFirefox();
  mkdirSync(profile, { recursive: true });
  writeFileSync(join(profile, "user.js"), preferenceLines(preferences(addonId, options)));
  const [width, height] = options.size ?? [1280, 800];
  const child = spawn(
    path,
    [
      ...(options.headless === false ? [] : ["--headless"]),
      "--no-remote",
      "--profile",
      profile,
      `--width=${width}`,
      `--height=${height}`,
      "--remote-debugging-port=0",
      "--remote-allow-system-access",
    ],
    { stdio: ["ignore", "pipe", "pipe"], env: environment(profile, options) },
  );
  const killWithUs = (): void => void child.kill("SIGKILL");
  process.once("exit", killWithUs);
  child.once("exit", () => process.off("exit", killWithUs));
  try {
    const bidi = await connectBidi(`${await bidiAddress(child)}/session`);
    await bidi.send("session.new", { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    return { child, bidi };
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
}

async function bidiAddress(child: ChildProcess): Promise<string> {
  let output = "";
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`Firefox did not start:\n${output.slice(-1500)}`)),
      startWithinMs,
    );
    const read = (chunk: unknown): void => {
      output += String(chunk);
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(output)?.[1];
      if (!address) return;
      clearTimeout(late);
      resolve(address);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    void once(child, "exit").then(() => {
      clearTimeout(late);
      reject(new Error(`Firefox ended at once:\n${output.slice(-1500)}`));
    });
  });
}

/** Keeps the browser's own calls home out of the record of a test server. */
const quiet = {
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "browser.region.network.url": "",
  "browser.safebrowsing.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
};

function preferences(
  addonId: string,
  options: FirefoxOptions,
): Readonly<Record<string, string | number | boolean>> {
  return {
    "extensions.webextensions.uuids": JSON.stringify({ [addonId]: firefoxUuid }),
    "xpinstall.signatures.required": false,
    // Optional permissions are granted to a click without a dialog, which no driver can answer.
    "extensions.webextOptionalPermissionPrompts": false,
    "intl.locale.requested": options.lang ?? "en-US",
    "intl.accept_languages": options.lang ?? "en-US",
    "browser.shell.checkDefaultBrowser": false,
    "browser.aboutwelcome.enabled": false,
    "browser.startup.page": 0,
    "termsofuse.bypassNotification": true,
    "datareporting.policy.dataSubmissionEnabled": false,
    "toolkit.telemetry.enabled": false,
    "app.update.enabled": false,
    "extensions.update.enabled": false,
    ...(options.online ? {} : quiet),
    // Nothing listens on port 9, so every request of a test that has no server of its own fails.
    ...(options.online ? {} : proxyPreferences(9)),
    ...(options.meet?.firefoxPreferences ?? {}),
    ...(options.preferences ?? {}),
  };
}

function preferenceLines(values: Readonly<Record<string, string | number | boolean>>): string {
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join("");
}

function environment(profile: string, options: FirefoxOptions): Record<string, string | undefined> {
  const [width, height] = options.size ?? [1280, 800];
  return {
    ...process.env,
    // Keeps caches and crash reports of a test out of the user's folders.
    HOME: options.online ? process.env["HOME"] : profile,
    MOZ_DISABLE_AUTO_SAFE_MODE: "1",
    // Release builds heed `services.settings.server` only then.
    MOZ_REMOTE_SETTINGS_DEVTOOLS: "1",
    MOZ_HEADLESS_WIDTH: String(width),
    MOZ_HEADLESS_HEIGHT: String(height),
    DBUS_SESSION_BUS_ADDRESS: "disabled:",
    ...(options.timeZone ? { TZ: options.timeZone } : {}),
    ...(options.clock?.environment ?? {}),
    ...(options.env ?? {}),
  };
}
