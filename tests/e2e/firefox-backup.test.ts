import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type Firefox, launchFirefox } from "@/tests/harness/firefox.ts";
import type { FirefoxPage } from "@/tests/harness/firefox-page.ts";
import { temporaryFolder } from "@/tests/harness/folders.ts";
import { eventually } from "@/tests/harness/wait.ts";

/** A backup out of one Firefox and into another. */
const running = new Set<Firefox>();

afterEach(async () => {
  for (const firefox of running) await firefox.close();
  running.clear();
});

async function launch(route: string): Promise<{ firefox: Firefox; page: FirefoxPage }> {
  const firefox = await launchFirefox();
  running.add(firefox);
  return { firefox, page: await firefox.openWorkspace(route) };
}

async function says(page: FirefoxPage, words: string): Promise<void> {
  const text = (): Promise<string> => page.evaluate(() => document.body.innerText);
  await eventually(async () => (await text()).includes(words), { what: `"${words}"` });
}

test("a backup goes into another profile and the restore is undone", { timeout: 180_000 }, async () => {
  const folder = temporaryFolder("firefox-downloads");
  const first = await launch("/welcome?sample=1");
  await first.firefox.bidi.send("browser.setDownloadBehavior", {
    downloadBehavior: { type: "allowed", destinationFolder: folder.path },
  });
  await first.page.waitFor(() => location.hash === "#/today", "the first page");
  await first.page.evaluate(() => {
    location.hash = "/settings/data";
  });
  await first.page.click({ role: "button", name: "Download backup" });
  const name = await eventually(() => readdirSync(folder.path).find((each) => each.endsWith(".json")), {
    what: "the download",
  });
  const file = join(folder.path, name);
  await eventually(() => readFileSync(file, "utf8").endsWith("}"), { what: "the whole download" });
  await first.firefox.close();

  const { page } = await launch("/settings/data");
  await page.waitFor(() => document.querySelector("input[type=file]") !== null, "the file input");
  await page.chooseFiles("input[type=file]", [file]);
  await says(page, "only in the backup");
  await page.click({ role: "button", name: "Restore" });
  await says(page, "Restored from the backup");
  await page.evaluate(() => {
    location.hash = "/today";
  });
  await says(page, "Jonas");
  await page.evaluate(() => {
    location.hash = "/settings/data";
  });
  await page.click({ role: "button", name: "Undo the restore" });
  await says(page, "as it was before the restore");
  await says(page, "0 goals");
  expect(await page.evaluate(() => document.body.innerText)).not.toContain("Restored from");
  folder.remove();
});
