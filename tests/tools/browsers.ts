import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { canInstallPackages, installPackages } from "./debian.ts";
import { findReadersPython } from "./python.ts";
import { findProgram } from "./programs.ts";

/** `major` is the leading number of `version`, 0 where the browser does not tell. */
export type FoundBrowser = { path: string; version: string; major: number };

type BrowserKind = {
  name: string;
  variable: string;
  /** Debian packages that bring it. */
  packages: readonly string[];
  /** The oldest version that Milepost supports, as in `wxt.config.ts`. */
  oldest: number;
  candidates: () => readonly string[];
  advice: string;
};

const chromium: BrowserKind = {
  name: "Chromium",
  variable: "MILEPOST_CHROMIUM",
  packages: ["chromium", "fonts-noto-core"],
  oldest: 146,
  candidates: chromiumCandidates,
  advice:
    "Install Chromium or Chrome for Testing (Debian: apt-get install chromium; anywhere: npx playwright install chromium)",
};

const firefox: BrowserKind = {
  name: "Firefox",
  variable: "MILEPOST_FIREFOX",
  packages: ["firefox-esr"],
  oldest: 153,
  candidates: firefoxCandidates,
  advice: "Install Firefox ESR or Firefox (Debian: apt-get install firefox-esr)",
};

/** The Chromium to test with, if there is one that is new enough. */
export function findChromium(): FoundBrowser | undefined {
  const chosen = process.env[chromium.variable];
  return chosen ? inspect(chosen) : newestEnough(chromium);
}

/**
 * The Chromium to test with, installed first where that needs no question.
 * @throws with what to do when there is none.
 */
export function ensureChromium(): Promise<FoundBrowser> {
  return ensure(chromium, [playwrightChromium]);
}

/** The Firefox to test with; see {@link ensureChromium}. */
export function ensureFirefox(): Promise<FoundBrowser> {
  return ensure(firefox, []);
}

/** Both browsers, and on a bare Debian also what makes screens and clocks for them. */
export async function ensureTestTools(): Promise<{ chromium: FoundBrowser; firefox: FoundBrowser }> {
  const found = { chromium: await ensureChromium(), firefox: await ensureFirefox() };
  if (canInstallPackages()) {
    const tools: Record<string, readonly string[]> = {
      Xvfb: ["xvfb", "xauth"],
      cc: ["gcc", "libc6-dev"],
      import: ["imagemagick"],
      openbox: ["openbox"],
      xdotool: ["xdotool"],
      age: ["age"],
      python3: ["python3-minimal"],
    };
    const missing = Object.entries(tools).flatMap(([tool, packages]) => (findProgram(tool) ? [] : packages));
    if (!findReadersPython()) missing.push("python3-cryptography");
    if (missing.length > 0) installPackages(missing);
  }
  return found;
}

async function ensure(
  kind: BrowserKind,
  lastResorts: readonly (() => Promise<string>)[],
): Promise<FoundBrowser> {
  const chosen = process.env[kind.variable];
  if (chosen) {
    const browser = inspect(chosen);
    if (browser) return requireVersion(kind, browser);
    throw new Error(`${kind.variable} is ${chosen}, which is not a browser that can be started.`);
  }
  const installed = newestEnough(kind);
  if (installed) return installed;
  for (const lastResort of lastResorts) {
    const browser = inspect(await lastResort());
    if (browser && browser.major >= kind.oldest) return browser;
  }
  if (canInstallPackages()) installPackages(kind.packages);
  const fresh = newestEnough(kind);
  if (fresh) return fresh;
  throw new Error(
    `${kind.name} ${kind.oldest} or newer was not found. ${kind.advice}, or set ${kind.variable} to the path of its program.`,
  );
}

function newestEnough(kind: BrowserKind): FoundBrowser | undefined {
  return kind
    .candidates()
    .map((candidate) => inspect(candidate))
    .find((browser) => browser !== undefined && (browser.major === 0 || browser.major >= kind.oldest));
}

function requireVersion(kind: BrowserKind, browser: FoundBrowser): FoundBrowser {
  if (browser.major === 0 || browser.major >= kind.oldest) return browser;
  throw new Error(
    `${kind.variable} is ${kind.name} ${browser.version}; Milepost needs ${kind.oldest} or newer.`,
  );
}

function inspect(candidate: string): FoundBrowser | undefined {
  const path = findProgram(candidate);
  if (!path) return undefined;
  const version = /\d+(\.\d+)+/.exec(versionText(path))?.[0] ?? "";
  return { path, version, major: Number.parseInt(version, 10) || 0 };
}

/** Chrome on Windows opens a window for `--version`, so there the version stays unknown; Firefox keeps it in a file. */
function versionText(path: string): string {
  const ini = join(dirname(path), "application.ini");
  if (existsSync(ini)) return /^Version=.*$/m.exec(readFileSync(ini, "utf8"))?.[0] ?? "";
  if (process.platform === "win32") return "";
  const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return stdout ?? "";
}

/** Debian's `chromium` in PATH is a script that adds flags of its own, hence the program itself comes first. */
function chromiumCandidates(): readonly string[] {
  if (process.platform === "darwin") {
    return macApplications([
      "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
      "Chromium.app/Contents/MacOS/Chromium",
      "Google Chrome.app/Contents/MacOS/Google Chrome",
      "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ]);
  }
  if (process.platform === "win32") {
    return windowsPrograms([
      "Chromium/Application/chrome.exe",
      "Google/Chrome for Testing/Application/chrome.exe",
      "Google/Chrome/Application/chrome.exe",
      "Microsoft/Edge/Application/msedge.exe",
    ]);
  }
  return [
    "/usr/lib/chromium/chromium",
    "google-chrome-for-testing",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
  ];
}

function firefoxCandidates(): readonly string[] {
  if (process.platform === "darwin") {
    return macApplications([
      "Firefox ESR.app/Contents/MacOS/firefox",
      "Firefox.app/Contents/MacOS/firefox",
      "Firefox Developer Edition.app/Contents/MacOS/firefox",
    ]);
  }
  if (process.platform === "win32") return windowsPrograms(["Mozilla Firefox/firefox.exe"]);
  return ["/usr/lib/firefox-esr/firefox-esr", "firefox-esr", "firefox"];
}

function macApplications(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [join("/Applications", name), join(homedir(), "Applications", name)]);
}

function windowsPrograms(names: readonly string[]): readonly string[] {
  const roots = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"].flatMap(
    (key) => process.env[key] ?? [],
  );
  return names.flatMap((name) => roots.map((root) => join(root, name)));
}

/** Where Playwright keeps its own Chromium. Loaded late, because most machines never get here. */
async function playwrightChromium(): Promise<string> {
  const { chromium: playwright } = await import("playwright");
  return playwright.executablePath();
}
