import { afterEach, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { type ForgedClock, forgeClock } from "@/tests/harness/clock.ts";
import { type Firefox, launchFirefox } from "@/tests/harness/firefox.ts";
import type { TemporaryFolder } from "@/tests/harness/folders.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { ownRow, promiseRow, putRows, remindingBuild, rowsOf } from "./reminding.ts";

/** In the pages that the functions passed to `evaluate` run in. */
declare const browser: WxtBrowser;

/**
 * Times of day in Firefox: a change of the clocks, and quiet hours. Rows 9 and 18. Without a screen Firefox shows no notice,
 * so what was said is told by the ledger, as `badge`.
 */
let firefox: Firefox | undefined;
let clock: ForgedClock | undefined;
let folder: TemporaryFolder | undefined;

afterEach(async () => {
  await firefox?.close();
  clock?.remove();
  folder?.remove();
  firefox = undefined;
  clock = undefined;
  folder = undefined;
});

async function started(at: string, timeZone: string) {
  clock = forgeClock();
  folder = remindingBuild({ target: "firefox" });
  await clock.jumpTo(Date.parse(at));
  firefox = await launchFirefox({ extension: folder.path, clock, timeZone });
  const launched = firefox;
  await eventually(async () => (await launched.alarms()).length === 2, {
    what: "the alarms",
    timeoutMs: 30_000,
  });
  const page = await launched.control();
  return {
    page,
    forged: clock,
    wake: () => page.evaluate(() => browser.runtime.sendMessage({ kind: "changed" })),
    saidOf: async (recordId: string): Promise<number> =>
      (await rowsOf(page, "deliveries")).filter(
        (row) => row["recordId"] === recordId && row["state"] === "badge",
      ).length,
    nextAlarm: async (): Promise<number> =>
      (await launched.alarms()).find(({ name }) => name === "next")?.scheduledTime ?? 0,
    badge: async () => (await launched.badge()).text,
  };
}

test("a time that comes twice is said at the first in Firefox too, one that is left out at the later", async () => {
  const { page, forged, wake, saidOf, nextAlarm } = await started("2026-11-01T05:00:00Z", "America/New_York");
  await putRows(page, "reminders", [ownRow("twice", "2026-11-01", "01:30")]);
  await wake();
  expect(await nextAlarm()).toBe(Date.parse("2026-11-01T05:30:00Z"));
  await forged.jumpTo(Date.parse("2026-11-01T05:30:02Z"));
  await wake();
  await eventually(async () => (await saidOf("twice")) === 1, { what: "the announcement" });
  const told = await rowsOf(page, "deliveries");
  await forged.jumpTo(Date.parse("2026-11-01T06:30:02Z"));
  await wake();
  expect(await rowsOf(page, "deliveries")).toEqual(told);

  await putRows(page, "reminders", [ownRow("never", "2027-03-14", "02:30")]);
  await forged.jumpTo(Date.parse("2027-03-14T06:59:00Z"));
  await wake();
  expect(await saidOf("never")).toBe(0);
  expect(await nextAlarm()).toBe(Date.parse("2027-03-14T07:30:00Z"));
}, 120_000);

test("in quiet hours Firefox says nothing and counts, and says it when they are over", async () => {
  const { page, forged, wake, saidOf, nextAlarm, badge } = await started(
    "2026-12-07T09:00:00Z",
    "Europe/Berlin",
  );
  await page.evaluate(() =>
    browser.storage.local.set({ "settings.reminders": { quiet: { from: "09:30", to: "11:00" } } }),
  );
  await putRows(page, "commitments", [
    promiseRow("c1", "2026-12-07", { snoozedUntilAt: forged.now() - 1_000 }),
  ]);
  await wake();
  await eventually(async () => (await badge()) === "1", { what: "the number" });
  expect(await saidOf("c1")).toBe(0);
  expect(await nextAlarm()).toBe(Date.parse("2026-12-07T10:00:00Z"));
  await forged.jumpTo(Date.parse("2026-12-07T10:00:01Z"));
  await wake();
  await eventually(async () => (await saidOf("c1")) === 1, { what: "the announcement" });
}, 120_000);
