import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { type TemporaryFolder, temporaryFolder } from "@/tests/harness/folders.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { canStartScreen, type Screen, startScreen } from "@/tests/harness/xvfb.ts";
import { findProgram } from "@/tests/tools/programs.ts";
import { goTo, sampleWorkspace } from "./on-the-page.ts";

/** The folder dialog of the system, and the browser's question after it, on a screen in memory. */
const canUseScreen = canStartScreen() && findProgram("xdotool") !== undefined;

describe.runIf(canUseScreen)("backups into a folder", () => {
  let screen: Screen;
  let folder: TemporaryFolder;
  let chromium: Chromium;

  afterEach(async () => {
    await chromium?.close();
    await screen?.stop();
    folder?.remove();
  });

  test(
    "the picked folder gets a dated backup, and other files in it are left alone",
    { timeout: 120_000 },
    async () => {
      folder = temporaryFolder("backups");
      const picked = join(folder.path, "Backup");
      mkdirSync(picked);
      writeFileSync(join(picked, "letter.txt"), "Dear Amara");
      screen = await startScreen();
      chromium = await launchChromium({ headless: false, env: screen.environment });
      const page = await sampleWorkspace(chromium);
      await goTo(page, "/settings/data");
      await page.locator("::-p-text(A folder)").click();
      await page.locator("::-p-text(Every week)").click();
      // Enter would answer the dialog with the folder it stands in.
      await screen.intoWindow("Select where", ["ctrl+l", "ctrl+a", { text: picked }, "alt+o"]);
      // The browser asks whether the page may edit files, in a dialog out of reach of every driver; its first button refuses.
      const found = (): string[] =>
        readdirSync(picked).filter((name) => /^milepost-\d{4}-\d\d-\d\d-[0-9a-z]{4}\.json$/.test(name));
      for (let attempt = 0; attempt < 10 && found().length === 0; attempt += 1) {
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        if (found().length === 0) await screen.press("Tab", "Return");
      }
      // The name is there before the content is.
      const written = await eventually(
        () => found().find((name) => readFileSync(join(picked, name), "utf8").trimEnd().endsWith("}")),
        { what: "a backup in the folder" },
      );
      const backup = JSON.parse(readFileSync(join(picked, written), "utf8"));
      expect(backup).toMatchObject({ format: "milepost-backup", counts: { goals: 4, milestones: 20 } });
      expect(readFileSync(join(picked, "letter.txt"), "utf8")).toBe("Dear Amara");
    },
  );
});
