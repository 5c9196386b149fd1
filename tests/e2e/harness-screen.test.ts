import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import type { TemporaryFolder } from "@/tests/harness/folders.ts";
import { throwawayExtension } from "@/tests/harness/throwaway-extension.ts";
import { canStartScreen, type Screen, startScreen } from "@/tests/harness/xvfb.ts";
import { findProgram } from "@/tests/tools/programs.ts";

const canUseScreen = canStartScreen() && ["xdotool", "import"].every((program) => findProgram(program));

describe.runIf(canUseScreen)("on a screen in memory", () => {
  let extension: TemporaryFolder;
  let screen: Screen;
  let chromium: Chromium;

  beforeAll(async () => {
    extension = throwawayExtension(
      { optional_permissions: ["notifications"] },
      {
        "page.html": `<!doctype html><button>Ask</button><script src="page.js"></script>`,
        "page.js": `
          document.querySelector("button").addEventListener("click", async () => {
            const granted = await chrome.permissions.request({ permissions: ["notifications"] });
            document.title = granted ? "granted" : "refused";
          });
        `,
      },
    );
    screen = await startScreen();
    chromium = await launchChromium({
      extension: extension.path,
      headless: false,
      env: screen.environment,
    });
  });

  afterAll(async () => {
    await chromium.close();
    await screen.stop();
    extension.remove();
  });

  // The browser's own dialog, out of reach of every driver; its first button is the one that refuses.
  test.each([
    ["refused", ["Return"]],
    ["granted", ["Tab", "Return"]],
  ])("a permission is %s with real keys", async (answer, keys) => {
    const page = await chromium.openTab(chromium.url("page.html"));
    await page.click("button");
    await expect
      .poll(
        async () => {
          await screen.press(...keys);
          return page.title();
        },
        { timeout: 10_000, interval: 1500 },
      )
      .toBe(answer);
    expect((await chromium.grantedPermissions()).permissions?.includes("notifications") ?? false).toBe(
      answer === "granted",
    );
    await page.close();
  });

  test("the whole screen is written as a picture", async () => {
    const file = join(extension.path, "screen.png");
    await screen.screenshotRoot(file);
    const png = readFileSync(file);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 800]);
  });
});
