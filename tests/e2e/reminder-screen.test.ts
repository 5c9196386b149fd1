import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { canForgeClock, type ForgedClock, forgeClock } from "@/tests/harness/clock.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { canStartScreen, type Screen, startScreen } from "@/tests/harness/xvfb.ts";
import { findProgram } from "@/tests/tools/programs.ts";
import { sampleWorkspace, says } from "./on-the-page.ts";
import { promiseRow, putRows, rowsOf, shownNotices, wakeBackground } from "./reminding.ts";

/** In the pages that the functions passed to `evaluate` run in. */
declare const chrome: WxtBrowser;

const canUseScreen = canStartScreen() && canForgeClock() && findProgram("xdotool") !== undefined;
const hour = 3_600_000;
/** Monday 7 December 2026, 10:00 in Berlin. */
const monday = Date.parse("2026-12-07T09:00:00Z");
/** Where the browser draws its notice on a screen of 1280 by 800: in the lower right corner. */
const notice = { body: [1_040, 705], later: [1_050, 762] } as const;

/** What the browser itself draws: its question for the permission, its notice, and the buttons of that. Rows 15 and 16. */
describe.runIf(canUseScreen)("on a screen in memory", () => {
  let screen: Screen;
  let clock: ForgedClock;
  let chromium: Chromium;

  beforeAll(async () => {
    screen = await startScreen();
    clock = forgeClock();
    await clock.jumpTo(monday);
    chromium = await launchChromium({
      headless: false,
      env: screen.environment,
      clock,
      timeZone: "Europe/Berlin",
    });
  });

  afterAll(async () => {
    await chromium?.close();
    await screen?.stop();
    clock?.remove();
  });

  async function announced(id: string): Promise<void> {
    const row = promiseRow(id, "2026-12-07", { snoozedUntilAt: clock.now() - 1_000 });
    await putRows(await chromium.control(), "commitments", [row]);
    expect(await wakeBackground(chromium)).toEqual({ ok: true });
  }

  /** The notice slides in: a click that came before it is made again. */
  async function clickOn([x, y]: readonly [number, number]): Promise<void> {
    await expect
      .poll(
        async () => {
          // A click while it moves is taken for a mistake.
          await delay(1_000);
          await screen.click(x, y);
          return (await shownNotices(chromium)).length;
        },
        { timeout: 20_000, interval: 2_000 },
      )
      .toBe(0);
  }

  const promiseOf = async (id: string): Promise<Record<string, unknown> | undefined> =>
    (await rowsOf(await chromium.control(), "commitments")).find((row) => row["id"] === id);

  test("the permission is asked for where reminders are switched on, and a notice is really shown", async () => {
    const page = await chromium.openWorkspace("/settings/reminders");
    await says(page, "Notifications are off");
    await page.locator("input.switch").click();
    await expect
      .poll(
        async () => {
          // The first button of the browser's question is the one that refuses.
          await screen.press("Tab", "Return");
          return (await chromium.grantedPermissions()).permissions?.includes("notifications");
        },
        { timeout: 20_000, interval: 1_500 },
      )
      .toBe(true);
    await says(page, "Notifications are on");
    await announced("c1");
    await eventually(async () => (await shownNotices(chromium)).length === 1, { what: "the notice" });
  });

  test("with the worker dead the button puts off: stored, the notice gone, the alarm moved", async () => {
    await chromium.worker.kill();
    await clickOn(notice.later);
    const until = Number((await promiseOf("c1"))?.["snoozedUntilAt"]);
    expect(until).toBeGreaterThan(clock.now() + 0.9 * hour);
    expect(until).toBeLessThanOrEqual(clock.now() + hour);
    await eventually(
      async () => (await chromium.alarms()).some((each) => Math.abs(each.scheduledTime - until) < 1_000),
      { what: "the alarm at that time" },
    );
    expect((await chromium.alarms()).map(({ name }) => name).toSorted()).toEqual(["heartbeat", "next"]);
  });

  test("with the worker dead a click on the words opens the thing itself, with its reminder beside it", async () => {
    await announced("c2");
    await eventually(async () => (await shownNotices(chromium)).length === 1, { what: "the notice" });
    await chromium.worker.kill();
    await clickOn(notice.body);
    await eventually(
      async () =>
        (await (await chromium.control()).evaluate(() => chrome.tabs.query({}))).some(({ url, pendingUrl }) =>
          /#\/actions\?notice=rem/u.test(url || pendingUrl || ""),
        ),
      { what: "the page with the promise" },
    );
  });

  test("a permission that is taken back leaves the number and the list, and no error", async () => {
    const taken = (await chromium.control()).evaluate(() =>
      chrome.permissions.remove({ permissions: ["notifications"] }),
    );
    expect(await taken).toBe(true);
    await announced("c3");
    await eventually(async () => (await chromium.badge()).text === "2", { what: "the number" });
    const deliveries = await rowsOf(await chromium.control(), "deliveries");
    expect(deliveries.filter((row) => row["recordId"] === "c3")).toMatchObject([{ state: "badge" }]);
    await sampleWorkspace(chromium);
    await says(await chromium.openWorkspace("/reminders"), "Promise c3");
  });
});
