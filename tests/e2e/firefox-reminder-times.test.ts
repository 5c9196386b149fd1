import { expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { eventually } from "@/tests/harness/wait.ts";
import { ownRow, promiseRow, putRows, rowsOf } from "./reminding.ts";
import { nextAlarm, remindingFirefox } from "./reminding-start.ts";

/** In the pages that the functions passed to `evaluate` run in. */
declare const browser: WxtBrowser;

/**
 * Times of day in Firefox: a change of the clocks, and quiet hours. Rows 9 and 18. Without a screen Firefox shows no notice,
 * so what was said is told by the ledger, as `badge`.
 */

async function started(at: string, timeZone: string) {
  const { firefox, forged } = await remindingFirefox(Date.parse(at), { timeZone });
  const page = await firefox.control();
  return {
    page,
    forged,
    wake: () => page.evaluate(() => browser.runtime.sendMessage({ kind: "changed" })),
    saidOf: async (recordId: string): Promise<number> =>
      (await rowsOf(page, "deliveries")).filter(
        (row) => row["recordId"] === recordId && row["state"] === "badge",
      ).length,
    wakesAt: () => nextAlarm(firefox),
    badge: async () => (await firefox.badge()).text,
  };
}

test("a time that comes twice is said at the first in Firefox too, one that is left out at the later", async () => {
  const { page, forged, wake, saidOf, wakesAt } = await started("2026-11-01T05:00:00Z", "America/New_York");
  await putRows(page, "reminders", [ownRow("twice", "2026-11-01", "01:30")]);
  await wake();
  expect(await wakesAt()).toBe(Date.parse("2026-11-01T05:30:00Z"));
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
  expect(await wakesAt()).toBe(Date.parse("2027-03-14T07:30:00Z"));
}, 120_000);

test("in quiet hours Firefox says nothing and counts, and says it when they are over", async () => {
  const { page, forged, wake, saidOf, wakesAt, badge } = await started(
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
  expect(await wakesAt()).toBe(Date.parse("2026-12-07T10:00:00Z"));
  await forged.jumpTo(Date.parse("2026-12-07T10:00:01Z"));
  await wake();
  await eventually(async () => (await saidOf("c1")) === 1, { what: "the announcement" });
}, 120_000);
