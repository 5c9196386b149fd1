import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dayNumber,
  dayOfNumber,
  inside,
  monthTicks,
  percentAt,
  shownSpan,
  weekTicks,
  wholeSpan,
  zoomed,
} from "@/lib/domain/roadmap-time.ts";

const today = dayNumber("2026-11-24");
const start = dayNumber("2026-08-24");
const day = (number: number): string => dayOfNumber(number);

test.each(["1970-01-01", "2024-02-29", "2026-03-29", "2026-10-25", "2099-12-31"])(
  "%s is a number and back",
  (on) => {
    expect(dayOfNumber(dayNumber(on))).toBe(on);
  },
);

describe("all the time there is", () => {
  test("holds everything dated, with room at both ends", () => {
    const whole = wholeSpan([dayNumber("2026-03-08"), dayNumber("2027-02-06")], today, {
      from: start,
      to: null,
    });
    expect(day(whole.from) < "2026-02-22").toBe(true);
    expect(day(whole.from + whole.days) > "2027-02-20").toBe(true);
  });
  test("is half a year and more before anything is dated", () => {
    const whole = wholeSpan([], today, { from: start, to: null });
    expect(whole.days).toBeGreaterThanOrEqual(210);
    expect(whole.from).toBeLessThan(start);
    expect(whole.from + whole.days).toBeGreaterThan(today);
  });
  test("does not run away with a year that was mistyped", () => {
    const whole = wholeSpan([dayNumber("9999-01-01")], today, { from: start, to: null });
    expect(whole.days).toBeLessThan(25 * 366);
  });
});

describe("what is shown at first", () => {
  const whole = wholeSpan([dayNumber("2025-12-01"), dayNumber("2027-06-01")], today, {
    from: start,
    to: null,
  });
  test("half a year begins a week before the mentorship", () => {
    expect(shownSpan("half", whole, today, start)).toEqual({ from: start - 7, days: 210 });
  });
  test("late in a long mentorship it lies around today", () => {
    const late = shownSpan("half", whole, today, dayNumber("2025-12-10"));
    expect(percentAt(today, late)).toBeCloseTo(45);
  });
  test("a quarter lies around today, and all is all", () => {
    expect(shownSpan("quarter", whole, today, start)).toMatchObject({ days: 91 });
    expect(shownSpan("all", whole, today, start)).toEqual(whole);
  });
});

test("moving and zooming never leave the whole, and a zoom keeps its day in place", () => {
  const whole = { from: 0, days: 1_000 };
  fc.assert(
    fc.property(
      fc.double({ min: -5_000, max: 5_000, noNaN: true }),
      fc.double({ min: 1, max: 2_000, noNaN: true }),
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (from, days, factor, share) => {
        const span = inside({ from, days }, whole);
        const around = span.from + share * span.days;
        for (const next of [span, zoomed(span, factor, around, whole)]) {
          expect(next.from).toBeGreaterThanOrEqual(0);
          expect(next.from + next.days).toBeLessThanOrEqual(1_000 + 1e-6);
          expect(next.days).toBeGreaterThanOrEqual(7 - 1e-9);
        }
      },
    ),
  );
  const near = zoomed({ from: 400, days: 200 }, 0.5, 500, whole);
  expect(near).toEqual({ from: 450, days: 100 });
});

describe("the axis", () => {
  const span = { from: dayNumber("2026-08-17"), days: 210 };
  test("has the months, with the year where it begins", () => {
    expect(monthTicks(span, 20).map(({ on, year }) => `${on}${year ? " year" : ""}`)).toEqual([
      "2026-09-01 year",
      "2026-10-01",
      "2026-11-01",
      "2026-12-01",
      "2027-01-01 year",
      "2027-02-01",
      "2027-03-01",
    ]);
  });
  test.each([
    [80, ["2026-10-01", "2027-01-01"]],
    [300, ["2027-01-01"]],
  ])("thins them out where %i days must lie between two", (fewest, months) => {
    expect(monthTicks(span, fewest).map(({ on }) => on)).toEqual(months);
  });
  test("counts the weeks of the mentorship", () => {
    expect(weekTicks(span, start, 20).map(({ week }) => week)).toEqual([1, 4, 8, 12, 16, 20, 24, 28]);
    expect(weekTicks({ from: start + 100, days: 21 }, start, 7).map(({ week }) => week)).toEqual([
      15, 16, 17,
    ]);
  });
});
