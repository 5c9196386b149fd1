import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { canForgeClock, forgeClock } from "@/tests/harness/clock.ts";
import type { TemporaryFolder } from "@/tests/harness/folders.ts";
import { throwawayExtension } from "@/tests/harness/throwaway-extension.ts";
import { eventually } from "@/tests/harness/wait.ts";

declare const chrome: WxtBrowser;

const threeDays = 3 * 24 * 60 * 60;

/** Writes down what happens to it. */
const diary = `
  let last = Promise.resolve();
  const note = (event) => {
    last = last.then(async () => {
      const { events = [] } = await chrome.storage.local.get("events");
      await chrome.storage.local.set({ events: [...events, event] });
    });
  };
  chrome.runtime.onInstalled.addListener(({ reason }) => note(reason));
  chrome.runtime.onStartup.addListener(() => note("startup"));
  chrome.alarms.onAlarm.addListener(({ name }) => note(name));
`;

let extension: TemporaryFolder;
let chromium: Chromium | undefined;

beforeEach(() => {
  extension = throwawayExtension(
    { permissions: ["alarms", "storage"], background: { service_worker: "background.js" } },
    { "background.js": diary },
  );
});

afterEach(async () => {
  await chromium?.close();
  chromium = undefined;
  extension.remove();
});

async function events(of: Chromium): Promise<readonly string[]> {
  const control = await of.control();
  const { events: all = [] } = await control.evaluate(() => chrome.storage.local.get("events"));
  return all as readonly string[];
}

test.runIf(canForgeClock())(
  "an alarm that came due while the browser was closed fires when it starts",
  async () => {
    const clock = forgeClock();
    chromium = await launchChromium({ extension: extension.path, packedAs: "1.0.0", clock });
    const first = chromium;
    await eventually(async () => (await events(first)).includes("install"));
    await (await first.control()).evaluate(() => chrome.alarms.create("in an hour", { delayInMinutes: 60 }));
    await first.quit();
    await clock.jump(threeDays);
    chromium = await first.relaunch();
    const second = chromium;
    await expect
      .poll(() => events(second))
      .toEqual(expect.arrayContaining(["install", "startup", "in an hour"]));
    clock.remove();
  },
);

test.runIf(process.platform === "linux")(
  "a higher version is taken up while the browser runs, and an update at the next start",
  async () => {
    chromium = await launchChromium({ extension: extension.path, packedAs: "1.0.0" });
    const { profile, extensionId } = chromium;
    const first = chromium;
    await eventually(async () => (await events(first)).includes("install"));
    chromium = await first.relaunch({ packedAs: "1.0.1" });
    const unpacked = join(profile, "Default", "Extensions", extensionId, "1.0.1_0");
    await eventually(() => existsSync(unpacked), { what: "the new version", timeoutMs: 20_000 });
    chromium = await chromium.relaunch();
    const updated = chromium;
    await expect.poll(() => events(updated)).toContain("update");
    expect(updated.extensionId).toBe(extensionId);
    expect(await (await updated.control()).evaluate(() => chrome.runtime.getManifest().version)).toBe(
      "1.0.1",
    );
  },
);
