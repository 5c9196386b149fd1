import { mkdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { type Chromium, launchChromium } from "../harness/chromium.ts";
import { launchFirefox } from "../harness/firefox.ts";
import type { FirefoxPage } from "../harness/firefox-page.ts";
import { outputFolder, repositoryRoot, type Target } from "../harness/folders.ts";
import { meetServer } from "../harness/meet-server.ts";
import { eventually } from "../harness/wait.ts";
import { canStartScreen, type Screen, startScreen } from "../harness/xvfb.ts";

const folder = join(outputFolder, "tour");
/** A call that belongs to no meeting of the sample, and the one that its next meeting is held in. */
const call = "https://meet.google.com/abc-defg-hij";
const ownCall = "https://us05web.zoom.us/wc/join/81234567890";
const schemes = ["light", "dark"] as const;

/**
 * For a machine without a display: loads the sample data and leaves pictures of popup, panel and workspace in
 * `.output/tour/`, from inside the pages, and of the whole screen where there can be one.
 * @throws when a surface does not come up.
 */
export async function takeTour(target: Target): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const screen = canStartScreen() ? await startScreen({ width: 1440, height: 900 }) : undefined;
  console.log(
    screen
      ? "There is no display here: running on a screen in memory, and taking pictures of it."
      : "There is no display here, and no Xvfb: running headless, and taking pictures of the pages.",
  );
  try {
    await (target === "chrome" ? tourOfChromium(screen) : tourOfFirefox(screen));
  } finally {
    await screen?.stop();
  }
  console.log(`The pictures are in ${relative(repositoryRoot, folder)}`);
}

async function tourOfChromium(screen: Screen | undefined): Promise<void> {
  const meet = await meetServer();
  const chromium = await launchChromium({ meet, size: [1440, 900], ...onScreen(screen) });
  try {
    const workspace = await chromium.openWorkspace("/welcome?sample=1");
    await sampleLoaded(() => workspace.evaluate(() => location.hash));
    await picturesOf(workspace, "workspace");
    await pictureOfScreen(screen, "screen-workspace");

    const tab = await chromium.openTab(call);
    const popup = await chromium.openPopup(tab);
    await picturesOf(popup, "popup");
    await pictureOfScreen(screen, "screen-popup");
    await chromium.closePopup();

    const inCall = await chromium.openPopup(await chromium.openTab(ownCall));
    await picturesOf(inCall, "popup-in-call");
    await inCall.locator(`::-p-aria([name="Open notes"][role="button"])`).click();
    await picturesOf(await chromium.panel(), "panel");
    await removeControlTab(chromium);
    await pictureOfScreen(screen, "screen-panel");
  } finally {
    await chromium.close();
    await meet.close();
  }
}

async function tourOfFirefox(screen: Screen | undefined): Promise<void> {
  const meet = await meetServer();
  for (const scheme of schemes) {
    const firefox = await launchFirefox({
      meet,
      size: [1440, 900],
      preferences: { "ui.systemUsesDarkTheme": scheme === "dark" ? 1 : 0 },
      ...onScreen(screen),
    });
    try {
      const workspace = await firefox.openWorkspace("/welcome?sample=1");
      await sampleLoaded(workspace.url);
      await pictureOfFirefox(workspace, `workspace-${scheme}`);
      await firefox.openTab(call);
      const popup = await firefox.openPopup();
      await pictureOfFirefox(popup, `popup-${scheme}`);
      await pictureOfScreen(screen, `screen-popup-${scheme}`);
      await firefox.closePopup();
      await pictureOfFirefox(await firefox.openPanel(), `panel-${scheme}`);
      await pictureOfScreen(screen, `screen-panel-${scheme}`);
    } finally {
      await firefox.close();
    }
  }
  await meet.close();
}

function onScreen(screen: Screen | undefined): {
  headless?: boolean;
  env?: Readonly<Record<string, string>>;
} {
  return screen ? { headless: false, env: screen.environment } : {};
}

function picture(name: string): string {
  return join(folder, `${name}.png`);
}

/** The welcome page loads the sample and goes on by itself. */
async function sampleLoaded(url: () => Promise<string>): Promise<void> {
  await eventually(async () => !(await url()).includes("/welcome"), {
    what: "the sample data",
    timeoutMs: 20_000,
  });
}

async function picturesOf(page: Page, name: string): Promise<void> {
  for (const scheme of schemes) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await settled(() => page.evaluate(looks));
    await page.screenshot({ path: picture(`${name}-${scheme}`) });
  }
  await page.emulateMediaFeatures([]);
  await settled(() => page.evaluate(looks));
}

async function pictureOfScreen(screen: Screen | undefined, name: string): Promise<void> {
  // The browser's own surfaces slide and fade, and nothing tells when they are done.
  await delay(600);
  await screen?.screenshotRoot(picture(name));
}

async function pictureOfFirefox(page: FirefoxPage, name: string): Promise<void> {
  await settled(() => page.evaluate(looks));
  await page.screenshot(picture(name));
}

/** What a page looks like, in short; empty while it shows nothing or something in it moves. Runs in the page. */
function looks(): string {
  const length = document.querySelector("#app")?.textContent.length ?? 0;
  const moving = document
    .getAnimations()
    .some(
      ({ playState, effect }) => playState === "running" && effect?.getComputedTiming().endTime !== Infinity,
    );
  return length === 0 || moving ? "" : `${length} ${innerWidth} ${innerHeight}`;
}

/** Waits until a page has looked the same for a moment. */
async function settled(ask: () => Promise<string>): Promise<void> {
  let before = "";
  let same = 0;
  await eventually(
    async () => {
      const now = await ask();
      same = now !== "" && now === before ? same + 1 : 0;
      before = now;
      return same >= 4;
    },
    { what: "the page to come to rest", intervalMs: 100 },
  );
}

/** The harness' own tab has no place in a picture of the window. */
async function removeControlTab(chromium: Chromium): Promise<void> {
  await (await chromium.control()).close();
}
