import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { meetServer } from "@/tests/harness/meet-server.ts";
import { canStartScreen, startScreen } from "@/tests/harness/xvfb.ts";
import { goTo, named, sampleWorkspace, says } from "./on-the-page.ts";

/** Each screen, narrow as a panel and wide as a tab, light and dark: for everybody, and never wider than its window. */
let chromium: Chromium;
let workspace: Page;
const complaints: string[] = [];

beforeAll(async () => {
  chromium = await launchChromium();
  workspace = await chromium.openWorkspace("/welcome?sample=1");
  workspace.on("pageerror", (error) => complaints.push(String(error)));
  workspace.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn") complaints.push(message.text());
  });
  await workspace.waitForFunction(() => location.hash === "#/today");
});

afterAll(() => chromium?.close());

const meeting = "/meetings/sample-meeting-check-in-7";
const paths = [
  "/today",
  "/roadmap?view=goals",
  "/roadmap?view=picture",
  "/roadmap?view=board",
  "/roadmap?view=table",
  "/templates",
  "/goals/sample-goal-integration",
  "/goals/sample-goal-code",
  "/meetings",
  `${meeting}?at=brief`,
  `${meeting}?at=notes`,
  `${meeting}?at=wrap-up`,
  "/actions",
  "/journal",
  "/stages/cultivation",
  "/stages/initiation?set=move",
  "/stages/prepare?set=dates",
  "/meetings/sample-meeting-kickoff?at=brief",
  "/prepare",
  "/resources",
  "/room",
  "/people",
  "/people/sample-person-amara",
  "/people/sample-person-tobias",
  "/agreement",
  "/expectations",
  "/reviews",
  "/search",
  "/search?q=design",
  "/search?q=kind:goal%20zebra",
  "/settings/general",
  "/settings/reminders",
  "/settings/meetings",
  "/settings/data",
  "/settings/about",
  "/welcome",
  "/nowhere",
];

/** Without motion, since a colour that is still changing is no colour to judge. */
const inScheme = (scheme: string) => [
  { name: "prefers-color-scheme", value: scheme },
  { name: "prefers-reduced-motion", value: "reduce" },
];

test.each(paths)("%s is accessible and fits from 320 to 1400 px, light and dark", async (path) => {
  await workspace.evaluate((to) => {
    location.hash = to;
  }, path);
  await workspace.waitForFunction(
    (to) => location.hash === `#${to}` && document.querySelectorAll("h1").length === 1,
    {},
    path,
  );
  for (const scheme of ["light", "dark"]) {
    await workspace.emulateMediaFeatures(inScheme(scheme));
    for (const width of [320, 1400]) {
      await workspace.setViewport({ width, height: 800 });
      expect(await accessibilityProblems(workspace), `${scheme}, ${width} px`).toEqual([]);
      const overflow = await workspace.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `sideways scroll at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
  expect(complaints).toEqual([]);
});

test("the popup is accessible with things due, and before anything is there", async () => {
  for (const scheme of ["light", "dark"]) {
    const popup = await chromium.openPopup(workspace);
    await popup.emulateMediaFeatures(inScheme(scheme));
    await says(popup, "Send Amara the order-sync decision record");
    expect(await accessibilityProblems(popup), scheme).toEqual([]);
    await chromium.closePopup();
  }
});

test("removing the sample leaves the popup's first screen and empty tables", async () => {
  await workspace.setViewport({ width: 1200, height: 800 });
  await goTo(workspace, "/settings/data");
  await workspace.locator(named("button", "Remove sample data")).click();
  await workspace.locator("dialog[open] .btn.danger").click();
  await workspace.waitForSelector(named("textbox", "Your mentor’s name"));
  const left = await workspace.evaluate(
    () =>
      new Promise<Record<string, number>>((resolve) => {
        const open = indexedDB.open("milepost");
        open.addEventListener("success", async () => {
          const counts: Record<string, number> = {};
          for (const name of open.result.objectStoreNames) {
            counts[name] = await new Promise((counted) => {
              const count = open.result.transaction(name).objectStore(name).count();
              count.addEventListener("success", () => counted(count.result));
            });
          }
          open.result.close();
          resolve(counts);
        });
      }),
  );
  const { meta, ...records } = left;
  expect(records).toEqual(Object.fromEntries(Object.keys(records).map((name) => [name, 0])));
  // Whose it is, its version and that of the search, its counts, and where it was last copied.
  expect(meta).toBeLessThanOrEqual(6);

  const popup = await chromium.openPopup(workspace);
  await says(popup, "Where do you want to go?");
  expect(await accessibilityProblems(popup)).toEqual([]);
  await chromium.closePopup();
});

test.runIf(canStartScreen())("real keys open the popup and the panel", async () => {
  const screen = await startScreen();
  const meet = await meetServer();
  const headed = await launchChromium({ headless: false, env: screen.environment, meet });
  try {
    await sampleWorkspace(headed);
    await headed.openTab("https://us05web.zoom.us/wc/join/81234567890");
    await screen.click(400, 400);
    await screen.press("alt+shift+l");
    const panel = await headed.panel();
    await says(panel, "Check-in 7");
    await says(panel, "Retry rules");
  } finally {
    await headed.close();
    await meet.close();
    await screen.stop();
  }
});
