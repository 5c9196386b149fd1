import { expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import type { ChromiumOptions } from "@/tests/harness/chromium-launch.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { sampleWorkspace, says } from "./on-the-page.ts";
import { ownRow, promiseRow, putRows, rowsOf, shownNotices, wakeBackground } from "./reminding.ts";
import { alarmsStand, nextAlarm, relaunched, remindingChromium } from "./reminding-start.ts";

/** In the pages that the functions passed to `evaluate` run in. */
declare const chrome: WxtBrowser;

/** What can go wrong with a browser that is to remind, each in the real one. */

/** Monday 7 December 2026, 10:00 in Berlin. */
const monday = Date.parse("2026-12-07T09:00:00Z");
const hour = 3_600_000;

const started = (options: ChromiumOptions & { icon?: boolean } = {}) =>
  remindingChromium(monday, { timeZone: "Europe/Berlin", ...options });

test("a killed worker wakes at its alarm and says what is due", async () => {
  const { browser, forged, page } = await started();
  await putRows(page, "commitments", [
    promiseRow("c1", "2026-12-07", { snoozedUntilAt: forged.now() + 8_000 }),
  ]);
  await wakeBackground(browser);
  await browser.worker.kill();
  await eventually(async () => (await shownNotices(browser)).length === 1, {
    what: "the notice",
    timeoutMs: 30_000,
  });
});

test("what came due in three closed days is one notice, the number is right, and each thing can be reached", async () => {
  const { browser, forged, page } = await started({ packedAs: "1.0.0" });
  await sampleWorkspace(browser);
  // Of the sample nothing is to be due.
  const own = (await rowsOf(page, "commitments")).map((row) => ({ ...row, status: "done" }));
  const steps = (await rowsOf(page, "milestones")).map((row) => ({ ...row, status: "reached" }));
  await putRows(page, "milestones", steps);
  await putRows(page, "commitments", own);
  await putRows(
    page,
    "commitments",
    Array.from({ length: 12 }, (_, n) => promiseRow(`c${n}`, "2026-12-09")),
  );
  await wakeBackground(browser);
  await browser.quit();
  await forged.jump(3 * 86_400);
  const again = await relaunched(browser.relaunch());
  const told = async (): Promise<Record<string, unknown>[]> =>
    (await rowsOf(await again.control(), "deliveries")).filter(
      (row) => row["occurrence"] === "due-2026-12-09" && row["state"] === "shown",
    );
  await eventually(async () => (await told()).length === 12, { what: "the notice", timeoutMs: 30_000 });
  expect(new Set((await told()).map((row) => row["noticeId"])).size).toBe(1);
  await eventually(async () => Number((await again.badge()).text) >= 12, { what: "the number" });
  const workspace = await again.openWorkspace("/reminders");
  for (let n = 0; n < 12; n += 1) await says(workspace, `Promise c${n}`);
});

test("after a jump of the clock what is due is said within a heartbeat, after one back nothing is said twice", async () => {
  const { browser, forged, page } = await started();
  await putRows(page, "reminders", [ownRow("r1", "2026-12-07", "10:50")]);
  await wakeBackground(browser);
  await forged.jump(3_660);
  await eventually(async () => (await shownNotices(browser)).length === 1, {
    what: "the notice",
    timeoutMs: 90_000,
  });
  const told = await rowsOf(page, "deliveries");
  await forged.jump(-600);
  await wakeBackground(browser);
  expect(await rowsOf(page, "deliveries")).toEqual(told);
  for (const alarm of await browser.alarms()) {
    if (alarm.name === "heartbeat") expect(alarm.scheduledTime).toBeLessThanOrEqual(forged.now() + 301_000);
  }
  await forged.jump(-3_600);
  await wakeBackground(browser);
  for (const alarm of await browser.alarms()) {
    if (alarm.name === "heartbeat") expect(alarm.scheduledTime).toBeLessThanOrEqual(forged.now() + 301_000);
  }
}, 180_000);

test("civil times go with the person to another zone, and what was put off keeps its moment", async () => {
  const { browser, page } = await started();
  await putRows(page, "reminders", [ownRow("r1", "2026-12-07", "15:00")]);
  await wakeBackground(browser);
  expect(await nextAlarm(browser)).toBe(Date.parse("2026-12-07T14:00:00Z"));
  const away = await relaunched(browser.relaunch({ timeZone: "America/New_York" }));
  await eventually(async () => (await nextAlarm(away)) === Date.parse("2026-12-07T20:00:00Z"), {
    what: "three o'clock of the other zone",
    timeoutMs: 30_000,
  });
  await putRows(await away.control(), "reminders", [
    ownRow("r1", "2026-12-07", "15:00", { snoozedUntilAt: Date.parse("2026-12-07T17:00:00Z") }),
  ]);
  await wakeBackground(away);
  expect(await nextAlarm(away)).toBe(Date.parse("2026-12-07T17:00:00Z"));
  await putRows(await away.control(), "reminders", [ownRow("r1", "2026-12-07", "15:00")]);
  await wakeBackground(away);
  expect(await nextAlarm(away)).toBe(Date.parse("2026-12-07T20:00:00Z"));
});

test("alarms that were wiped are there again after any wake, two of them for five thousand reminders", async () => {
  const { browser, page } = await started();
  await putRows(
    page,
    "reminders",
    Array.from({ length: 5_000 }, (_, n) =>
      ownRow(`r${n}`, "2026-12-08", `${String(n % 24).padStart(2, "0")}:30`),
    ),
  );
  await page.evaluate(() => chrome.alarms.clearAll());
  await wakeBackground(browser);
  await alarmsStand(browser);
  expect((await browser.alarms()).map(({ name }) => name).toSorted()).toEqual(["heartbeat", "next"]);
  await eventually(async () => (await nextAlarm(browser)) === Date.parse("2026-12-07T23:00:00Z"), {
    what: "the next at midnight",
  });
});

test("switched off and on again, which tells nobody, it goes on reminding", async () => {
  const { browser } = await started();
  const extensions = await browser.openTab("chrome://extensions");
  await extensions.evaluate(async (id) => {
    await chrome.management.setEnabled(id, false);
    await chrome.management.setEnabled(id, true);
  }, browser.extensionId);
  await alarmsStand(browser);
  const page = await browser.control();
  await putRows(page, "commitments", [promiseRow("c1", "2026-12-07")]);
  await wakeBackground(browser);
  await eventually(async () => (await shownNotices(browser)).length === 1, { what: "the notice" });
});

test("popup, panel and workspace are open, and one thing is said once", async () => {
  const { browser, forged, page } = await started();
  await browser.openWorkspace("/today");
  await browser.openPanel();
  await putRows(page, "commitments", [
    promiseRow("c1", "2026-12-07", { snoozedUntilAt: forged.now() + 6_000 }),
  ]);
  await Promise.all([wakeBackground(browser), wakeBackground(browser), wakeBackground(browser)]);
  await eventually(async () => (await shownNotices(browser)).length === 1, {
    what: "the notice",
    timeoutMs: 30_000,
  });
  expect(await rowsOf(page, "deliveries")).toHaveLength(1);
});

test("where the system shows nothing, the number and the list tell it all the same", async () => {
  const { browser, page } = await started({ icon: false });
  await putRows(page, "commitments", [promiseRow("c1", "2026-12-07")]);
  expect(await wakeBackground(browser)).toEqual({ ok: true });
  await eventually(async () => (await browser.badge()).text === "1", { what: "the number" });
  expect(await shownNotices(browser)).toEqual([]);
  expect(await rowsOf(page, "deliveries")).toMatchObject([{ state: "badge" }]);
});

test("in quiet hours nothing pops up, the number counts, and it is said when they are over", async () => {
  const { browser, forged, page } = await started();
  await page.evaluate(() =>
    chrome.storage.local.set({ "settings.reminders": { quiet: { from: "09:30", to: "11:00" } } }),
  );
  await putRows(page, "commitments", [
    promiseRow("c1", "2026-12-07", { snoozedUntilAt: forged.now() - 1_000 }),
  ]);
  await wakeBackground(browser);
  await eventually(async () => (await browser.badge()).text === "1", { what: "the number" });
  expect(await shownNotices(browser)).toEqual([]);
  expect(await nextAlarm(browser)).toBe(monday + hour);
  await forged.jumpTo(monday + hour + 1_000);
  await wakeBackground(browser);
  await eventually(async () => (await shownNotices(browser)).length === 1, { what: "the notice" });
});

test("an update leaves the alarms and what was announced", async () => {
  const { browser, page } = await started({ packedAs: "1.0.0" });
  await putRows(page, "commitments", [promiseRow("c1", "2026-12-07")]);
  await wakeBackground(browser);
  await eventually(async () => (await rowsOf(page, "deliveries")).length === 1, { what: "the announcement" });
  const told = await rowsOf(page, "deliveries");
  const unpacking = await relaunched(browser.relaunch({ packedAs: "1.0.1" }));
  const updated = await relaunched(unpacking.relaunch());
  await alarmsStand(updated);
  await wakeBackground(updated);
  expect(await rowsOf(await updated.control(), "deliveries")).toEqual(told);
});
