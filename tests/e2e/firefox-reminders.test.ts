import { afterAll, beforeAll, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { type Firefox, launchFirefox } from "@/tests/harness/firefox.ts";
import { eventually } from "@/tests/harness/wait.ts";

/** In the pages that the functions passed to `evaluate` run in. */
declare const browser: WxtBrowser;

/** Reminders in Firefox, which forgets its alarms and puts the background to sleep. */
let firefox: Firefox;

beforeAll(async () => {
  firefox = await launchFirefox({ preferences: { "extensions.background.idle.timeout": 2_000 } });
  await eventually(async () => (await firefox.alarms()).length === 2, {
    what: "the alarms",
    timeoutMs: 30_000,
  });
});

afterAll(() => firefox?.close());

/** Puts a promise into the database that is put off for some seconds, past the app. */
async function promiseIn(id: string, ms: number): Promise<void> {
  await (
    await firefox.control()
  ).evaluate(
    (rowId, wait) =>
      new Promise<void>((resolve, reject) => {
        const today = new Date().toISOString().slice(0, 10);
        const open = indexedDB.open("milepost");
        open.addEventListener("error", () => reject(open.error));
        open.addEventListener("success", () => {
          const transaction = open.result.transaction("commitments", "readwrite");
          transaction.objectStore("commitments").put({
            id: rowId,
            author: "me",
            space: "personal",
            visibility: "private",
            createdAt: 1,
            mentorshipId: null,
            title: "Call",
            owner: "me",
            must: true,
            status: "open",
            dueOn: today,
            snoozedUntilAt: Date.now() + wait,
          });
          transaction.addEventListener("complete", () => {
            open.result.close();
            resolve();
          });
        });
      }),
    id,
    ms,
  );
}

const wake = async (): Promise<unknown> =>
  (await firefox.control()).evaluate(() => browser.runtime.sendMessage({ kind: "changed" }));

test("the background that went to sleep wakes at its alarm", async () => {
  await promiseIn("c1", 6_000);
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
  await eventually(async () => (await firefox.alarms()).length === 2, { what: "the alarms" });
});

test("after a restart, which loses every alarm, both are there and what is due is counted", async () => {
  firefox = await firefox.relaunch();
  await eventually(async () => (await firefox.alarms()).length === 2, {
    what: "the alarms",
    timeoutMs: 30_000,
  });
  const names = (await firefox.alarms()).map(({ name }) => name).toSorted();
  expect(names).toEqual(["heartbeat", "next"]);
  await eventually(async () => (await firefox.badge()).text === "1", {
    what: "the number",
    timeoutMs: 30_000,
  });
});
