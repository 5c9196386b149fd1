import { expect, test } from "vitest";
import { ratingsOf, skillChange, skillGap } from "@/lib/domain/skill-rating.ts";
import type { Skill } from "@/lib/domain/skill.ts";

type Rated = Pick<Skill, "needed" | "start" | "middle" | "end">;

test.each<[string, Rated, number | null]>([
  ["rated 2 against a needed 4", { needed: 4, start: 2 }, 2],
  ["the latest rating counts", { needed: 4, start: 2, middle: 3 }, 1],
  ["also where the middle was left out", { needed: 5, start: 2, end: 4 }, 1],
  ["more than is needed is no gap below nothing", { needed: 2, start: 5 }, 0],
  ["not rated is not 0", { needed: 4 }, null],
  ["a rating that was taken back is not 0", { needed: 4, start: null }, null],
  ["nothing is needed yet", { start: 2 }, null],
])("the gap: %s", (_, skill, gap) => {
  expect(skillGap(skill)).toBe(gap);
});

test.each<[string, Rated, ReturnType<typeof skillChange>]>([
  [
    "from the first rating to the latest",
    { start: 2, middle: 3, end: 4 },
    { from: { moment: "start", rating: 2 }, to: { moment: "end", rating: 4 }, by: 2 },
  ],
  [
    "a step back is one",
    { start: 3, middle: 2 },
    { from: { moment: "start", rating: 3 }, to: { moment: "middle", rating: 2 }, by: -1 },
  ],
  [
    "no change is a change of 0",
    { middle: 3, end: 3 },
    { from: { moment: "middle", rating: 3 }, to: { moment: "end", rating: 3 }, by: 0 },
  ],
  [
    "a second rating that is missing is missing, not 0",
    { start: 2, middle: null },
    { from: { moment: "start", rating: 2 }, to: null, by: null },
  ],
  ["never rated, nothing to tell", { needed: 4 }, null],
])("the change: %s", (_, skill, change) => {
  expect(skillChange(skill)).toEqual(change);
});

test("ratings stand in the order of a mentorship", () => {
  expect(ratingsOf({ end: 5, start: 1 }).map(({ moment }) => moment)).toEqual(["start", "end"]);
});
