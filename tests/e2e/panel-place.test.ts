import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { named, says } from "./on-the-page.ts";

/** The panel on the tabs on which it is wanted, and on no other. */
let chromium: Chromium;

beforeAll(async () => {
  chromium = await launchChromium();
});

afterAll(async () => {
  await chromium?.close();
});

test("a panel that is wanted only where it was opened shows nothing on other tabs, and keeps half a word", async () => {
  const first = await chromium.openWorkspace("/welcome?sample=1");
  await first.waitForFunction(() => location.hash === "#/today");
  await chromium.openPanel();
  const panel = await chromium.panel();
  const line = named("textbox", "Capture");
  await panel.waitForSelector("#app:not([hidden]) main");
  await panel.locator(line).fill("Half a wor");

  const second = await chromium.openWorkspace("/settings/general");
  // On every tab, as long as nothing else was said.
  expect(await panel.$eval("#app", (app) => (app as HTMLElement).hidden)).toBe(false);
  await second.locator("::-p-text(Only where I opened it)").click();
  await says(panel, "Milepost is on another tab");
  expect(await panel.$eval("#app", (app) => (app as HTMLElement).hidden)).toBe(true);
  expect(await panel.$eval("body", (body) => body.innerText)).not.toContain("Amara");
  expect(await accessibilityProblems(panel)).toEqual([]);

  await first.bringToFront();
  await panel.waitForSelector("#app:not([hidden]) main");
  expect(await panel.$eval(line, (each) => (each as HTMLInputElement).value)).toBe("Half a wor");

  await second.bringToFront();
  await says(panel, "Milepost is on another tab");
  await panel.locator(named("button", "Show it here")).click();
  await panel.waitForSelector("#app:not([hidden]) main");
  await first.bringToFront();
  await says(panel, "Milepost is on another tab");
  await panel.locator(named("button", "Show it on every tab")).click();
  await panel.waitForSelector("#app:not([hidden]) main");
  await second.bringToFront();
  await second.locator("::-p-text(On every tab)").click();
  expect(await panel.$eval("#app", (app) => (app as HTMLElement).hidden)).toBe(false);
});
