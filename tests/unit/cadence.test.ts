import fc from "fast-check";
import { expect, test } from "vitest";
import { nextByAgreement, nextByCadence } from "@/lib/domain/cadence.ts";
import { addDays, instantOf, weekdayOf } from "@/lib/domain/civil-time.ts";

test.each([
  ["two weeks on", "2026-11-24", 2, "week", "2026-11-24", "2026-12-08"],
  ["the anchor itself, when it lies ahead", "2026-11-24", 2, "week", "2026-11-20", "2026-11-24"],
  [
    "the next in the row, when the last meeting was late",
    "2026-11-24",
    2,
    "week",
    "2026-11-26",
    "2026-12-08",
  ],
  ["far along the row", "2026-01-06", 1, "week", "2026-12-29", "2027-01-05"],
  ["the last day of a shorter month", "2026-01-31", 1, "month", "2026-01-31", "2026-02-28"],
  ["the last day of February in a leap year", "2028-01-31", 1, "month", "2028-01-31", "2028-02-29"],
  ["the 31st again after a shorter month", "2026-01-31", 1, "month", "2026-02-28", "2026-03-31"],
  ["the 30th of April", "2026-01-31", 1, "month", "2026-03-31", "2026-04-30"],
  ["a leap day's anniversary", "2028-02-29", 12, "month", "2028-02-29", "2029-02-28"],
  ["the leap day again four years on", "2028-02-29", 12, "month", "2031-02-28", "2032-02-29"],
  ["a quarter on, over the year's end", "2026-11-30", 3, "month", "2026-11-30", "2027-02-28"],
] as const)("the next day is %s", (_, anchor, every, unit, after, expected) => {
  expect(nextByCadence(anchor, { every, unit }, after)).toBe(expected);
});

test("every two weeks stays at its wall-clock time when the clocks change, so that it is 14 days and an hour apart", () => {
  const first = "2026-10-20";
  const next = nextByCadence(first, { every: 2, unit: "week" }, first);
  expect(next).toBe("2026-11-03");
  const at = (on: string): number => instantOf(on, "15:00", "Europe/Berlin");
  expect([at(first), at(next)]).toEqual([
    Date.parse("2026-10-20T13:00:00Z"),
    Date.parse("2026-11-03T14:00:00Z"),
  ]);
});

test.each([
  ["what was agreed", { cadence: { every: 3, unit: "week" }, meetingMinutes: 60 }, 30, "2026-12-15", 60],
  ["the last length, where none was agreed", { cadence: { every: 1, unit: "month" } }, 30, "2026-12-24", 30],
  ["what is usual, where nothing is known", {}, undefined, "2026-12-08", 45],
] as const)("the next meeting follows %s", (_, agreed, lastMinutes, on, minutes) => {
  const last =
    lastMinutes === undefined ? undefined : { startsOn: "2026-11-24", plannedMinutes: lastMinutes };
  expect(nextByAgreement(agreed, last, "2026-11-24")).toEqual({ on, minutes });
});

const day = fc.integer({ min: 0, max: 6_000 }).map((days) => addDays("2020-01-01", days));

test("it is the first day of the row after the given one, never the given one", () => {
  fc.assert(
    fc.property(
      day,
      day,
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom("week", "month"),
      (anchor, after, every, unit) => {
        const next = nextByCadence(anchor, { every, unit }, after);
        expect(next > after).toBe(true);
        expect(next >= anchor).toBe(true);
        const row = Array.from({ length: 900 }, (_, n) => stepOf(anchor, unit, n * every));
        expect(next).toBe(row.find((each) => each > after));
      },
    ),
    { numRuns: 200 },
  );
});

test("a weekly cadence stays on its weekday", () => {
  fc.assert(
    fc.property(day, day, fc.integer({ min: 1, max: 52 }), (anchor, after, every) => {
      expect(weekdayOf(nextByCadence(anchor, { every, unit: "week" }, after))).toBe(weekdayOf(anchor));
    }),
  );
});

function stepOf(anchor: string, unit: "week" | "month", count: number): string {
  if (unit === "week") return addDays(anchor, 7 * count);
  const [year = 0, month = 0, dayOfMonth = 0] = anchor.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(dayOfMonth, last));
  return first.toISOString().slice(0, 10);
}
