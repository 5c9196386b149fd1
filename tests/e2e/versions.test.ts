import type { Page } from "puppeteer-core";
import { afterEach, expect, test } from "vitest";
import frozen from "@/tests/fixtures/database-v1.json" with { type: "json" };
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { eventually } from "@/tests/harness/wait.ts";
import type { WxtBrowser } from "wxt/browser";
import { named, sampleWorkspace, says, textOf } from "./on-the-page.ts";

/** In the pages that the functions passed to `evaluate` run in. */
declare const chrome: WxtBrowser;

/** Two versions of Milepost meet at one database. */
let chromium: Chromium;

afterEach(() => chromium?.close());

/** In the page that {@link holdOldDatabase} runs in. */
declare const held: IDBDatabase;

/**
 * Puts the database of schema version 1 there and keeps it open, as a window of that version does which does not make
 * way. What the background may have made is deleted.
 */
async function holdOldDatabase(page: Page): Promise<void> {
  await page.evaluate(async ({ stores, tables, nativeVersion }) => {
    const settled = (request: IDBRequest): Promise<unknown> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error));
      });
    await settled(indexedDB.deleteDatabase("milepost"));
    const open = indexedDB.open("milepost", nativeVersion);
    open.addEventListener("upgradeneeded", () => {
      for (const [name, schema] of Object.entries(stores)) {
        const [key = "", ...indexes] = schema.split(", ");
        const options = { keyPath: key.replace("++", ""), autoIncrement: key.startsWith("++") };
        const store = open.result.createObjectStore(name, options);
        for (const index of indexes) {
          store.createIndex(index, index.startsWith("[") ? index.slice(1, -1).split("+") : index);
        }
        for (const row of (tables as Record<string, unknown[]>)[name] ?? []) store.put(row);
      }
    });
    await settled(open);
    Object.assign(globalThis, { held: open.result });
  }, frozen);
}

test("a page that waits for another window says so and goes on by itself; the data was copied before it was raised", async () => {
  chromium = await launchChromium();
  const control = await chromium.control();
  await holdOldDatabase(control);
  const workspace = await chromium.openWorkspace("/today");
  await says(workspace, "Updating your data");
  await control.evaluate(() => held.close());
  await eventually(async () => !(await textOf(workspace)).includes("Updating"), {
    what: "the page to go on",
  });
  await says(workspace, "Elif");
  const names = await control.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("snapshots");
    return Array.fromAsync(folder.keys());
  });
  expect(names.filter((name) => name.includes(".upgrade."))).toHaveLength(1);
});

test("a page whose data another window took to a newer version lets go of it and asks to be reloaded", async () => {
  chromium = await launchChromium();
  const workspace = await sampleWorkspace(chromium);
  await says(workspace, "Ask Jonas");
  const raised = (await chromium.control()).evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const open = indexedDB.open("milepost", 990);
        open.addEventListener("success", () => {
          open.result.close();
          resolve("raised");
        });
        open.addEventListener("error", () => reject(open.error));
      }),
  );
  expect(await raised).toBe("raised");
  await says(workspace, "Milepost was updated in another window");
  await workspace.reload();
  await says(workspace, "Ask Jonas");
});

test("a background whose database hangs answers all the same", async () => {
  chromium = await launchChromium();
  const control = await chromium.control();
  // Killed before its first start was over, it would not be known to answer at all.
  await control.evaluate(() => chrome.runtime.sendMessage({ kind: "changed" }));
  await control.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const open = indexedDB.open("milepost", 990);
        open.addEventListener("upgradeneeded", () => {
          // A change of version that never ends: whoever opens waits.
          const store = open.result.createObjectStore("endless");
          const goOn = (): void => store.get(1).addEventListener("success", goOn);
          goOn();
          resolve();
        });
      }),
  );
  await chromium.worker.kill();
  const answer = await control.evaluate(() => chrome.runtime.sendMessage({ kind: "changed" }));
  expect([{ ok: true }, { ok: false, error: "timeout" }]).toContainEqual(answer);

  const popup = await chromium.openPopup();
  await says(popup, "Your data takes long to open");
  await popup.waitForSelector(named("textbox", "Quick capture"));
});
