import { expect, test } from "vitest";
import { eventually } from "@/tests/harness/wait.ts";
import { ownRow, promiseRow, putRows, rowsOf, shownNotices, wakeBackground } from "./reminding.ts";
import { nextAlarm, remindingChromium } from "./reminding-start.ts";

/** Moments at which one thing might be said twice or never, in the real browser. Rows 3 and 9. */

const started = (at: string, timeZone: string) => remindingChromium(Date.parse(at), { timeZone });

test("a worker that was killed between claim and notice leaves it to the next one, which says it once", async () => {
  const { browser, forged, page } = await started("2026-12-07T09:00:00Z", "Europe/Berlin");
  const id = "rem:c1:due-2026-12-07";
  const of = { kind: "commitmentDue", recordId: "c1", occurrence: "due-2026-12-07", mentorshipId: null };
  // What the ledger holds when a run dies at that point; before the promise, as a run of the start may still go on.
  await putRows(page, "deliveries", [
    { id, noticeId: id, dueAt: forged.now() - 1, claimedAt: forged.now(), state: "claimed", ...of },
  ]);
  await putRows(page, "commitments", [promiseRow("c1", "2026-12-07")]);
  await browser.worker.kill();
  expect(await wakeBackground(browser)).toEqual({ ok: true });
  expect(await shownNotices(browser)).toEqual([]);
  await browser.worker.kill();
  await forged.jump(90);
  await wakeBackground(browser);
  await eventually(async () => (await shownNotices(browser)).length === 1, { what: "the notice" });
  await wakeBackground(browser);
  expect(await shownNotices(browser)).toEqual([id]);
  expect(await rowsOf(page, "deliveries")).toMatchObject([{ id, state: "shown" }]);
});

test("a time that comes twice is said at the first, one that is left out at the later, each once", async () => {
  const { browser, forged, page } = await started("2026-11-01T05:00:00Z", "America/New_York");
  const saidOf = async (recordId: string): Promise<number> =>
    (await rowsOf(page, "deliveries")).filter(
      (row) => row["recordId"] === recordId && row["state"] === "shown",
    ).length;
  await putRows(page, "reminders", [ownRow("twice", "2026-11-01", "01:30")]);
  await wakeBackground(browser);
  expect(await nextAlarm(browser)).toBe(Date.parse("2026-11-01T05:30:00Z"));
  await forged.jumpTo(Date.parse("2026-11-01T05:30:02Z"));
  await wakeBackground(browser);
  await eventually(async () => (await saidOf("twice")) === 1, { what: "the notice" });
  const told = await rowsOf(page, "deliveries");
  await forged.jumpTo(Date.parse("2026-11-01T06:30:02Z"));
  await wakeBackground(browser);
  expect(await rowsOf(page, "deliveries")).toEqual(told);

  await putRows(page, "reminders", [ownRow("never", "2027-03-14", "02:30")]);
  await forged.jumpTo(Date.parse("2027-03-14T06:59:00Z"));
  await wakeBackground(browser);
  expect(await saidOf("never")).toBe(0);
  expect(await nextAlarm(browser)).toBe(Date.parse("2027-03-14T07:30:00Z"));
  await forged.jumpTo(Date.parse("2027-03-14T07:30:02Z"));
  await wakeBackground(browser);
  await eventually(async () => (await saidOf("never")) === 1, { what: "the notice" });
});
