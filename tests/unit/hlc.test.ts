import fc from "fast-check";
import { expect, test } from "vitest";
import { compareStamps, nextStamp, type Stamp } from "@/lib/domain/hlc.ts";

test.each<[what: string, seen: (Stamp | undefined)[], now: number, expected: Stamp]>([
  ["the wall time, when nothing was seen", [], 100, [100, 0, "me"]],
  ["the wall time, when all that was seen is older", [[99, 7, "you"]], 100, [100, 0, "me"]],
  ["one more within the same millisecond", [[100, 3, "me"]], 100, [100, 4, "me"]],
  [
    "the highest of the same millisecond and one",
    [
      [100, 1, "a"],
      [100, 5, "b"],
      [100, 2, "c"],
    ],
    100,
    [100, 6, "me"],
  ],
  ["past a clock that is ahead", [[250, 2, "you"]], 100, [250, 3, "me"]],
  [
    "without the counter of an older stamp",
    [
      [99, 9, "a"],
      [250, 0, "b"],
    ],
    100,
    [250, 1, "me"],
  ],
  ["as if an absent stamp were not there", [undefined, [100, 0, "me"]], 100, [100, 1, "me"]],
])("the next stamp is %s", (_, seen, now, expected) => {
  expect(nextStamp(seen, now, "me")).toEqual(expected);
});

const stamp: fc.Arbitrary<Stamp> = fc.tuple(fc.nat(5), fc.nat(3), fc.constantFrom("a", "b", "me"));

test("the next stamp is later than everything seen and not before the wall clock", () => {
  fc.assert(
    fc.property(fc.array(stamp), fc.nat(6), (seen, now) => {
      const next = nextStamp(seen, now, "me");
      expect(next[0]).toBeGreaterThanOrEqual(now);
      for (const each of seen) expect(compareStamps(next, each)).toBeGreaterThan(0);
    }),
  );
});

test("stamps are in one order, whichever browser compares them", () => {
  fc.assert(
    fc.property(stamp, stamp, stamp, (a, b, c) => {
      expect(Math.sign(compareStamps(a, b))).toBe(-Math.sign(compareStamps(b, a)) + 0);
      if (compareStamps(a, b) === 0) expect(a).toEqual(b);
      if (compareStamps(a, b) <= 0 && compareStamps(b, c) <= 0) {
        expect(compareStamps(a, c)).toBeLessThanOrEqual(0);
      }
    }),
  );
});

test("time counts before the counter, the counter before the writer", () => {
  const sorted: Stamp[] = [
    [1, 0, "b"],
    [1, 1, "a"],
    [1, 1, "b"],
    [2, 0, "a"],
    [10, 0, "a"],
  ];
  expect(sorted.toReversed().toSorted(compareStamps)).toEqual(sorted);
});
