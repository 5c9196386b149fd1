import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { type TemporaryFolder, temporaryFolder } from "@/tests/harness/folders.ts";
import { canStartScreen, type Screen, startScreen } from "@/tests/harness/xvfb.ts";
import { findProgram } from "@/tests/tools/programs.ts";
import { beginHere, capture, chooseStorage, goTo, joinHere, reaches, setOut, syncUntil } from "./in-step.ts";
import { named, says, textOf } from "./on-the-page.ts";

/** Two browsers over a folder of the disk, chosen in the dialog of the system, on a screen in memory. */
const canUseScreen = canStartScreen() && findProgram("xdotool") !== undefined;

describe.runIf(canUseScreen)("a folder of this computer", () => {
  let screen: Screen;
  let folder: TemporaryFolder;
  let picked: string;
  const browsers: Chromium[] = [];

  beforeAll(async () => {
    folder = temporaryFolder("carried");
    picked = join(folder.path, "Carried");
    mkdirSync(picked);
    screen = await startScreen();
  });

  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    await screen?.stop();
    folder.remove();
  });

  async function opened(route: string): Promise<{ chromium: Chromium; page: Page }> {
    const chromium = await launchChromium({ headless: false, env: screen.environment });
    browsers.push(chromium);
    return { chromium, page: await chromium.openWorkspace(route) };
  }

  /** The browser asks in a dialog that is out of reach of every driver; its first button refuses. */
  async function allowUntil(page: Page, words: string): Promise<void> {
    for (let attempt = 0; attempt < 10 && !(await textOf(page)).includes(words); attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      if (!(await textOf(page)).includes(words)) await screen.press("Tab", "Return");
    }
    await says(page, words);
  }

  async function tryPicked(page: Page): Promise<void> {
    await chooseStorage(page, "folder");
    await page.locator(named("button", "Choose folder")).click();
    // Enter would answer the dialog with the folder it stands in.
    await screen.intoWindow("Select where", ["ctrl+l", "ctrl+a", { text: picked }, "alt+o"]);
    await allowUntil(page, "Choose another folder");
    await page.locator(named("button", "Test this storage")).click();
  }

  test(
    "the background reads and writes in it while a tab is open; afterwards the page asks again",
    { timeout: 240_000 },
    async () => {
      const { chromium: first, page } = await opened("/welcome");
      await setOut(page, "Elif Yıldız", "Lead a team of five");
      await goTo(page, "/settings/sync");
      await tryPicked(page);
      await says(page, "This storage works");
      const code = await beginHere(page);
      await syncUntil(page, "Up to date");
      expect(readdirSync(picked)).toEqual(["milepost1"]);

      const { page: other } = await opened("/settings/sync");
      await tryPicked(other);
      await joinHere(other, code);
      await syncUntil(other, "Up to date");
      await capture(page, "Written at the desk");
      await syncUntil(page, "nothing waiting");
      await reaches(other, "Written at the desk");
      await capture(other, "Written on the train");
      await goTo(other, "/settings/sync");
      await syncUntil(other, "nothing waiting");
      await reaches(page, "Written on the train");

      // The permission ends with the last tab.
      await first.openTab("about:blank");
      for (const each of await first.browser.pages())
        if (each.url().startsWith("chrome-extension:")) await each.close();
      const again = await first.openWorkspace("/settings/sync");
      await says(again, "Your browser asks again for the folder");
      await again.bringToFront();
      await again.locator(named("button", "Allow")).click();
      await allowUntil(again, "Up to date");
    },
  );
});
