import { afterAll, beforeAll, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { type ForgedClock, forgeClock } from "@/tests/harness/clock.ts";
import { type Firefox, launchFirefox } from "@/tests/harness/firefox.ts";
import type { TemporaryFolder } from "@/tests/harness/folders.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { ownRow, promiseRow, putRows, remindingBuild, rowsOf } from "./reminding.ts";
import { alarmsStand } from "./reminding-start.ts";

/** In the pages that the functions passed to `evaluate` run in. */
declare const browser: WxtBrowser;

/** What can go wrong with a Firefox that is to remind: its clock, several pages at once, notices that it does not show. */
let clock: ForgedClock;
let folder: TemporaryFolder;
let firefox: Firefox;

beforeAll(async () => {
  clock = forgeClock();
  folder = remindingBuild({ target: "firefox" });
  // Monday, 10:00 in Berlin.
  await clock.jumpTo(Date.parse("2026-12-07T09:00:00Z"));
  firefox = await launchFirefox({ extension: folder.path, clock, timeZone: "Europe/Berlin" });
  await alarmsStand(firefox);
});

afterAll(async () => {
  await firefox?.close();
  clock?.remove();
  folder?.remove();
});

const wake = async (): Promise<unknown> =>
  (await firefox.control()).evaluate(() => browser.runtime.sendMessage({ kind: "changed" }));

const deliveries = async (): Promise<Record<string, unknown>[]> =>
  rowsOf(await firefox.control(), "deliveries");

test("an option that Firefox does not know is not given to it, and where it shows nothing the number tells", async () => {
  const page = await firefox.control();
  await putRows(page, "commitments", [
    promiseRow("c1", "2026-12-07", { snoozedUntilAt: clock.now() - 1_000 }),
  ]);
  expect(await wake()).toEqual({ ok: true });
  await eventually(async () => (await firefox.badge()).text === "1", { what: "the number" });
  const [told, ...more] = await deliveries();
  expect(more).toEqual([]);
  // Without a screen Firefox takes a notice, says no word against it, and has none afterwards.
  expect(await page.evaluate(() => browser.notifications.getAll().then(Object.keys))).toEqual([]);
  expect(told).toMatchObject({ recordId: "c1", state: "badge" });
});

test("after a jump of the clock what is due is told within a heartbeat, after one back nothing is told twice", async () => {
  await putRows(await firefox.control(), "reminders", [ownRow("r1", "2026-12-07", "10:50")]);
  await wake();
  await clock.jump(3_660);
  // Claimed first, and settled when Firefox was looked at again.
  const settled = (row: Record<string, unknown>): boolean =>
    row["recordId"] === "r1" && row["state"] !== "claimed";
  await eventually(async () => (await deliveries()).some(settled), {
    what: "the announcement",
    timeoutMs: 90_000,
  });
  const told = await deliveries();
  await clock.jump(-300);
  await wake();
  expect(await deliveries()).toEqual(told);
  await clock.jump(-3_600);
  await wake();
  const heartbeat = (await firefox.alarms()).find(({ name }) => name === "heartbeat");
  expect(heartbeat?.scheduledTime).toBeLessThanOrEqual(clock.now() + 301_000);
}, 180_000);

test("sidebar and workspace are open, and one thing is entered once", async () => {
  // Where all of them are due: the promise of the beginning, the reminder of 10:50 and what is entered now.
  await clock.jump(3_600);
  await firefox.openWorkspace("/today");
  await firefox.openPanel();
  await putRows(await firefox.control(), "commitments", [
    promiseRow("c2", "2026-12-07", { snoozedUntilAt: clock.now() - 1_000 }),
  ]);
  await Promise.all([wake(), wake(), wake()]);
  await eventually(async () => (await firefox.badge()).text === "3", { what: "the number" });
  expect((await deliveries()).filter((row) => row["recordId"] === "c2")).toHaveLength(1);
});
