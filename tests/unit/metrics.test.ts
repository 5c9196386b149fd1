import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chartOf } from "@/lib/domain/metric-chart.ts";
import { inOrderOfDay, meetsTarget, metricPercent } from "@/lib/domain/metric-progress.ts";
import { directions } from "@/lib/domain/vocabulary.ts";

describe("the way of a metric", () => {
  test.each([
    ["higher", 0, 10, 0, 0],
    ["higher", 0, 10, 4, 40],
    ["higher", 0, 10, 10, 100],
    ["higher", 0, 10, 14, 100],
    ["higher", 0, 10, -3, 0],
    ["higher", 2, 4, 2.5, 25],
    ["lower", 9, 0, 9, 0],
    ["lower", 9, 0, 3, 67],
    ["lower", 9, 0, 0, 100],
    ["lower", 9, 0, -1, 100],
    ["lower", 9, 0, 12, 0],
    ["lower", -2, -10, -6, 50],
    // The baseline had met the target: it is met, or it is not.
    ["higher", 10, 5, 7, 100],
    ["higher", 10, 5, 3, 0],
    ["lower", 5, 10, 7, 100],
    ["lower", 5, 10, 12, 0],
    ["higher", 5, 5, 5, 100],
    ["higher", 5, 5, 4, 0],
    ["higher", null, 5, 4, null],
    ["higher", 0, null, 4, null],
    ["higher", 0, 5, null, null],
  ] as const)(
    "that is better %s, from %o to %o, at %o: %o",
    (direction, baseline, target, value, percent) => {
      expect(metricPercent({ direction, baseline, target }, value)).toBe(percent);
    },
  );

  test("is a whole number from 0 to 100, and never goes back while the value gets better", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(
        fc.constantFrom(...directions),
        number,
        number,
        number,
        number,
        (direction, from, to, a, b) => {
          const metric = { direction, baseline: from, target: to };
          const [worse, better] = (direction === "higher") === a < b ? [a, b] : [b, a];
          const [low, high] = [metricPercent(metric, worse) ?? -1, metricPercent(metric, better) ?? -1];
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(100);
          expect(Number.isInteger(low) && Number.isInteger(high)).toBe(true);
          expect(high).toBeGreaterThanOrEqual(low);
          if (meetsTarget(metric, better)) expect(high).toBe(100);
        },
      ),
      { numRuns: 500 },
    );
  });
});

test("values stand in the order of their days, of the same day as they were taken down", () => {
  const values = [
    { id: "c", on: "2026-11-02", createdAt: 2 },
    { id: "a", on: "2026-10-31", createdAt: 9 },
    { id: "b", on: "2026-11-02", createdAt: 1 },
  ];
  expect(inOrderOfDay(values).map(({ id }) => id)).toEqual(["a", "b", "c"]);
});

describe("the chart of a metric", () => {
  const value = (id: string, on: string, amount: number) => ({ id, on, value: amount });

  test("stands by day across and by value up, with baseline and target in sight", () => {
    const chart = chartOf({ baseline: 0, target: 10 }, [
      value("a", "2026-11-01", 0),
      value("b", "2026-11-06", 5),
      value("c", "2026-11-11", 10),
    ]);
    expect(chart?.points.map(({ x, y }) => [x, y])).toEqual([
      [0, 88],
      [50, 50],
      [100, 12],
    ]);
    expect(chart).toMatchObject({ baselineY: 88, targetY: 12, fromOn: "2026-11-01", toOn: "2026-11-11" });
  });

  test("of one value is one point, and of none there is none", () => {
    expect(chartOf({}, [value("a", "2026-11-01", 3)])?.points).toEqual([{ id: "a", x: 100, y: 50 }]);
    expect(chartOf({ baseline: 0, target: 1 }, [])).toBeNull();
  });

  test("keeps all that it draws inside", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
    const day = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(day, number), { minLength: 1 }),
        fc.option(number),
        fc.option(number),
        (points, baseline, target) => {
          const values = points
            .toSorted(([a], [b]) => a - b)
            .map(([days, amount], n) =>
              value(`${n}`, Temporal.PlainDate.from("2026-01-01").add({ days }).toString(), amount),
            );
          const chart = chartOf({ baseline, target }, values);
          const all = [
            ...(chart?.points.flatMap(({ x, y }) => [x, y]) ?? []),
            chart?.baselineY ?? 50,
            chart?.targetY ?? 50,
          ];
          for (const place of all) {
            expect(place).toBeGreaterThanOrEqual(-1e-6);
            expect(place).toBeLessThanOrEqual(100 + 1e-6);
          }
        },
      ),
    );
  });
});
