import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bundled } from "@/lib/domain/roadmap-bundles.ts";
import { type LabelWish, narrowestLabel, placeLabels, widestLabel } from "@/lib/domain/roadmap-labels.ts";

const wish = (at: number, wanted = 100, first = false): LabelWish => ({ at, wanted, first });
const sides = (wishes: LabelWish[], length = 1_000): string =>
  placeLabels(wishes, length)
    .map(({ up, width }) => (width === null ? "-" : up ? "u" : "d"))
    .join("");

describe("labels", () => {
  test.each([
    ["stand above and below in turn", [wish(100), wish(200), wish(300), wish(400)], "udud"],
    ["share a side where there is room", [wish(100), wish(120), wish(500)], "udu"],
    ["are left out where both sides are taken", [wish(200), wish(210), wish(220), wish(400)], "ud-u"],
    ["come first where something is next or late", [wish(200), wish(210), wish(220, 100, true)], "u-d"],
    ["do not reach beyond the ends", [wish(20), wish(980)], "--"],
  ])("%s", (_, wishes, expected) => {
    expect(sides(wishes)).toBe(expected);
  });

  test.each([
    ["as wide as its words", [wish(500, 120)], [120]],
    ["never wider than the widest", [wish(500, 400)], [widestLabel]],
    ["never narrower than the narrowest", [wish(500, 20)], [narrowestLabel]],
    [
      "what a neighbour does not need is the other's",
      [wish(200, 144), wish(250, 144), wish(300, 80)],
      [108, 144, 80],
    ],
    ["both the same where both want more", [wish(200, 144), wish(250, 144), wish(300, 144)], [94, 144, 94]],
  ])("a label is %s", (_, wishes, widths) => {
    expect(placeLabels(wishes, 1_000).map(({ width }) => width)).toEqual(widths);
  });

  test("never lie on each other, whatever the milestones", () => {
    const wishes = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 2_000 }),
        wanted: fc.integer({ min: 0, max: 400 }),
        first: fc.boolean(),
      }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(wishes, (unordered) => {
        const inOrder = unordered.toSorted((a, b) => a.at - b.at);
        const places = placeLabels(inOrder, 2_000);
        expect(places).toHaveLength(inOrder.length);
        for (const up of [true, false]) {
          const boxes = inOrder.flatMap(({ at }, index) => {
            const place = places[index];
            return place && place.width !== null && place.up === up
              ? [{ from: at - place.width / 2, to: at + place.width / 2, width: place.width }]
              : [];
          });
          for (const [index, box] of boxes.entries()) {
            expect(box.width).toBeGreaterThanOrEqual(narrowestLabel);
            expect(box.width).toBeLessThanOrEqual(widestLabel);
            expect(box.from).toBeGreaterThanOrEqual(0);
            expect(box.to).toBeLessThanOrEqual(2_000);
            expect(box.from).toBeGreaterThan(boxes[index - 1]?.to ?? -1);
          }
        }
      }),
    );
  });
});

describe("milestones that stand too close", () => {
  const sizes = (days: number[]): number[] => bundled(days, (day) => day).map(({ items }) => items.length);
  test.each([
    ["far apart are drawn one by one", [0, 20, 40], [1, 1, 1]],
    ["a few that touch are still drawn one by one", [0, 4, 8], [1, 1, 1]],
    ["four in a heap are one", [0, 13, 26, 39, 60], [4, 1]],
    [
      "a long row of them is several, so that each still says when",
      Array.from({ length: 20 }, (_, n) => n * 4),
      [11, 9],
    ],
    ["none is nothing", [], []],
  ])("%s", (_, days, expected) => {
    expect(sizes(days)).toEqual(expected);
  });

  test("are all there, in their order, and no more marks than the lane has room for", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 800 }), { maxLength: 2_000 }), (unordered) => {
        const days = unordered.toSorted((a, b) => a - b);
        const bundles = bundled(days, (day) => day);
        expect(bundles.flatMap(({ items }) => items)).toEqual(days);
        expect(bundles.length).toBeLessThan((800 / 40) * 3 + 4);
      }),
    );
  });
});
