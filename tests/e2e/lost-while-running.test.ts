import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { named, sampleWorkspace, says } from "./on-the-page.ts";

declare const chrome: WxtBrowser;

/** Chromium can take a store away while it runs, and a crash can take the canary with the database. */
let chromium: Chromium;

afterEach(() => chromium?.close());

async function sampleWithCopy(): Promise<void> {
  chromium = await launchChromium();
  await sampleWorkspace(chromium);
  await eventually(
    async () =>
      (await chromium.control()).evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle("snapshots", { create: true });
        for await (const [, handle] of folder.entries()) {
          if (handle.kind === "file" && (await handle.getFile()).size > 0) return true;
        }
        return false;
      }),
    { what: "a copy to be taken", timeoutMs: 20_000 },
  );
  await eventually(
    async () =>
      (await chromium.control()).evaluate(async () => {
        const { canary } = await chrome.storage.local.get("canary");
        return ((canary as { lastN?: number } | undefined)?.lastN ?? 0) > 200;
      }),
    { what: "the canary to know of the sample" },
  );
}

test("a database that is gone while the browser runs is not taken for a new one", async () => {
  await sampleWithCopy();
  const control = await chromium.control();
  await control.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase("milepost").addEventListener("success", resolve);
      }),
  );
  const popup = await chromium.openPopup();
  await popup.waitForSelector("textarea");
  await popup.type("textarea", "A destination that is written into the void");
  const workspace = await chromium.openWorkspace("/welcome");
  await workspace.locator(named("textbox", "Your mentor’s name")).fill("Somebody");
  await workspace.locator(named("button", "Open Milepost")).click();
  await says(workspace, "Your data is not where it was");
  await says(workspace, "There is a copy of your data");
});

test("where the canary is gone with the database the copies tell that there was something", async () => {
  await sampleWithCopy();
  await (await chromium.control()).evaluate(() => chrome.storage.local.clear());
  await chromium.quit();
  const folder = join(
    chromium.profile,
    `Default/IndexedDB/chrome-extension_${chromium.extensionId}_0.indexeddb.leveldb`,
  );
  for (const name of readdirSync(folder)) if (name.endsWith(".log")) rmSync(join(folder, name));
  chromium = await chromium.relaunch();
  const workspace = await chromium.openWorkspace("/today");
  await says(workspace, "Your data is not where it was");
  await workspace.locator(named("button", "Restore")).click();
  await says(workspace, "Your data is back");
  expect(await workspace.$("text/Open Milepost")).not.toBeNull();
});
