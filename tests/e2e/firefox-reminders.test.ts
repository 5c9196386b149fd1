import { afterAll, beforeAll, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { type Firefox, launchFirefox } from "@/tests/harness/firefox.ts";
import { eventually } from "@/tests/harness/wait.ts";
import { promiseRow, putRows } from "./reminding.ts";
import { alarmsStand } from "./reminding-start.ts";

/** In the pages that the functions passed to `evaluate` run in. */
declare const browser: WxtBrowser;

/** Reminders in Firefox, which forgets its alarms and puts the background to sleep. */
let firefox: Firefox;

beforeAll(async () => {
  firefox = await launchFirefox({ preferences: { "extensions.background.idle.timeout": 2_000 } });
  await alarmsStand(firefox);
});

afterAll(() => firefox?.close());

const wake = async (): Promise<unknown> =>
  (await firefox.control()).evaluate(() => browser.runtime.sendMessage({ kind: "changed" }));

test("the background that went to sleep wakes at its alarm", async () => {
  const now = Date.now();
  await putRows(await firefox.control(), "commitments", [
    promiseRow("c1", new Date(now).toISOString().slice(0, 10), { snoozedUntilAt: now + 6_000 }),
  ]);
  expect(await wake()).toEqual({ ok: true });
  await firefox.background.kill();
  await eventually(async () => (await firefox.badge()).text === "1", {
    what: "the number",
    timeoutMs: 40_000,
  });
});

test("alarms that were wiped are there again after a wake", async () => {
  await (await firefox.control()).evaluate(() => browser.alarms.clearAll());
  expect(await wake()).toEqual({ ok: true });
  await alarmsStand(firefox);
});

test("after a restart, which loses every alarm, both are there and what is due is counted", async () => {
  firefox = await firefox.relaunch();
  await alarmsStand(firefox);
  const names = (await firefox.alarms()).map(({ name }) => name).toSorted();
  expect(names).toEqual(["heartbeat", "next"]);
  await eventually(async () => (await firefox.badge()).text === "1", {
    what: "the number",
    timeoutMs: 30_000,
  });
});
