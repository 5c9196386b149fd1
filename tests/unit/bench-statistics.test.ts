import { expect, test } from "vitest";
import { compare, quantile } from "@/tests/bench/statistics.ts";

test.each([
  [[5], 0.5, 5],
  [[1, 2, 3], 0.5, 2],
  [[4, 1, 3, 2], 0.5, 2.5],
  [[0, 10], 0.95, 9.5],
])("of %j, the share %d lies below %d", (values, share, expected) => {
  expect(quantile(values, share)).toBeCloseTo(expected);
});

test("nothing measured has no median", () => {
  expect(() => quantile([], 0.5)).toThrow("Nothing was measured.");
});

test("a comparison is between medians", () => {
  expect(compare("a thing", [30, 10, 20], [10, 10, 10])).toMatchObject({ ratio: 2, samples: 3 });
});
