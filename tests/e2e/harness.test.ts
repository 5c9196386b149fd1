import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { canForgeClock, type ForgedClock, forgeClock } from "@/tests/harness/clock.ts";
import { type Firefox, launchFirefox } from "@/tests/harness/firefox.ts";
import type { TemporaryFolder } from "@/tests/harness/folders.ts";
import { type MeetServer, meetServer } from "@/tests/harness/meet-server.ts";
import { throwawayExtension } from "@/tests/harness/throwaway-extension.ts";

declare const chrome: WxtBrowser;
declare const browser: WxtBrowser;

const call = "https://meet.google.com/abc-defg-hij";
const threeDays = 3 * 24 * 60 * 60;
const rendered = (): boolean => (document.querySelector("#app")?.childElementCount ?? 0) > 0;

describe("badge, alarms and permissions can be read", () => {
  // Of an extension that nothing but this test writes to.
  let extension: TemporaryFolder;
  beforeAll(() => {
    extension = throwawayExtension(
      {
        permissions: ["alarms"],
        action: { default_title: "Probe" },
        background: { service_worker: "background.js", scripts: ["background.js"] },
        browser_specific_settings: { gecko: { id: "probe@example.org" } },
      },
      {
        "background.js": `
          chrome.action.setBadgeText({ text: "7" });
          chrome.alarms.create("probe", { delayInMinutes: 60 });
        `,
      },
    );
  });
  afterAll(() => extension.remove());

  test.each([
    ["Chromium", launchChromium],
    ["Firefox", launchFirefox],
  ])("in %s", async (_, launch) => {
    const started = await launch({ extension: extension.path });
    try {
      await expect.poll(() => started.badge()).toEqual({ text: "7", title: "Probe" });
      expect((await started.alarms()).map(({ name }) => name)).toEqual(["probe"]);
      expect((await started.grantedPermissions()).permissions).toEqual(["alarms"]);
    } finally {
      await started.close();
    }
  });
});

describe("Chromium", () => {
  let meet: MeetServer;
  let clock: ForgedClock | undefined;
  let chromium: Chromium;

  beforeAll(async () => {
    meet = await meetServer({ recordEverything: true });
    clock = canForgeClock() ? forgeClock() : undefined;
    chromium = await launchChromium({ meet, clock, timeZone: "America/New_York" });
  });

  afterAll(async () => {
    await chromium.close();
    await meet.close();
    clock?.remove();
  });

  test("the popup opens over a call and closes when the user goes on", async () => {
    const tab = await chromium.openTab(call);
    expect(await tab.title()).toBe("Meet - abc-defg-hij");
    const popup = await chromium.openPopup(tab);
    await popup.waitForFunction(rendered);
    // The click on the toolbar button is a real one: it has granted `activeTab`.
    expect(await popup.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.url)).toBe(call);
    await chromium.closePopup();
    expect(popup.isClosed()).toBe(true);
  });

  test("the panel opens beside the call and is not taken for the workspace", async () => {
    const workspace = await chromium.openWorkspace("/today");
    await workspace.waitForFunction(rendered);
    const panel = await chromium.openPanel();
    await panel.waitForFunction(rendered);
    expect(await panel.evaluate(() => innerWidth)).toBeLessThan(500);
    expect(await chromium.panel()).toBe(panel);
    expect(panel).not.toBe(workspace);
  });

  test("the service worker is killed and comes back", async () => {
    await chromium.worker.start();
    const before = await chromium.worker.evaluate(() => performance.timeOrigin);
    await chromium.worker.kill();
    expect(await chromium.worker.running()).toBe(false);
    expect(await chromium.worker.evaluate(() => performance.timeOrigin)).toBeGreaterThan(before);
  });

  test("axe finds what is wrong in a page with a strict policy", async () => {
    const page = await chromium.openTab(chromium.url("sidepanel.html"));
    await page.evaluate(() => document.body.append(document.createElement("img")));
    expect(await accessibilityProblems(page)).toContainEqual(
      expect.stringMatching(/^image-alt \(critical\)/),
    );
    await page.close();
  });

  test.runIf(canForgeClock())("the clock jumps three days in pages and worker alike", async () => {
    const control = await chromium.control();
    const before = await control.evaluate(() => Date.now());
    await clock?.jump(threeDays);
    const after = await control.evaluate(() => Date.now());
    expect((after - before) / 1000).toBeGreaterThanOrEqual(threeDays);
    expect(Math.abs((await chromium.worker.evaluate(() => Date.now())) - after)).toBeLessThan(5000);
    await clock?.jump(-threeDays);
  });

  test("after a crash the profile, the id and the data are the same", async () => {
    const { extensionId } = chromium;
    await (await chromium.control()).evaluate(() => chrome.storage.local.set({ probe: "kept" }));
    await chromium.kill();
    chromium = await chromium.relaunch();
    expect(chromium.extensionId).toBe(extensionId);
    const control = await chromium.control();
    expect(await control.evaluate(() => chrome.storage.local.get("probe"))).toEqual({ probe: "kept" });
  });

  test("nothing but the call was ever asked for over the network", () => {
    expect(meet.unexpected()).toEqual([]);
    expect(meet.requests).toContainEqual({
      host: "meet.google.com",
      path: "/abc-defg-hij",
      method: "GET",
    });
  });
});

describe("Firefox", () => {
  let meet: MeetServer;
  let clock: ForgedClock | undefined;
  let firefox: Firefox;

  beforeAll(async () => {
    meet = await meetServer();
    clock = canForgeClock() ? forgeClock() : undefined;
    firefox = await launchFirefox({ meet, clock });
  });

  afterAll(async () => {
    await firefox.close();
    await meet.close();
    clock?.remove();
  });

  test("the popup takes real clicks and keys", async () => {
    const popup = await firefox.openPopup();
    await popup.waitFor(rendered);
    await popup.evaluate(() => {
      const field = document.createElement("input");
      field.setAttribute("aria-label", "Probe");
      document.body.prepend(field);
    });
    await popup.click({ role: "textbox", name: "Probe" });
    await popup.type("Straße");
    expect(await popup.evaluate(() => document.querySelector("input")?.value)).toBe("Straße");
    await firefox.closePopup();
  });

  test("the sidebar opens beside a call", async () => {
    const tab = await firefox.openTab(call);
    expect(await tab.evaluate(() => document.title)).toBe("Meet - abc-defg-hij");
    const sidebar = await firefox.openPanel();
    await sidebar.waitFor(rendered);
    expect(await sidebar.url()).toMatch(/\/sidepanel\.html/);
    expect(await accessibilityProblems(sidebar)).toEqual([]);
  });

  test("the event page is killed and comes back", async () => {
    await firefox.background.start();
    await firefox.background.kill();
    expect(await firefox.background.running()).toBe(false);
    await firefox.background.start();
    expect(await firefox.background.running()).toBe(true);
  });

  test.runIf(canForgeClock())("the clock jumps three days", async () => {
    const control = await firefox.control();
    const before = await control.evaluate(() => Date.now());
    await clock?.jump(threeDays);
    expect((await control.evaluate(() => Date.now())) - before).toBeGreaterThanOrEqual(threeDays * 1000);
    await clock?.jump(-threeDays);
  });

  test("after a restart the add-on and its data are still there", async () => {
    await (await firefox.control()).evaluate(() => browser.storage.local.set({ probe: "kept" }));
    firefox = await firefox.relaunch();
    const control = await firefox.control();
    expect(await control.evaluate(() => browser.storage.local.get("probe"))).toEqual({ probe: "kept" });
  });

  test("nothing but the call was ever asked for over the network", () => {
    expect(meet.unexpected()).toEqual([]);
  });
});
