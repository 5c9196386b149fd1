import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/domain/civil-time.ts";
import type { StageVisit } from "@/lib/domain/mentorship.ts";
import { currentVisit, lifePosition } from "@/lib/domain/stages.ts";
import { stages } from "@/lib/domain/vocabulary.ts";

const visits: StageVisit[] = [
  { stage: "prepare", fromOn: "2026-08-24" },
  { stage: "initiation", fromOn: "2026-09-01" },
  { stage: "cultivation", fromOn: "2026-09-15" },
  { stage: "initiation", fromOn: "2026-10-19" },
  { stage: "cultivation", fromOn: "2026-10-27" },
];
const half = { visits, startsOn: "2026-08-24", endsOn: "2027-02-22" };

test.each([
  ["2026-08-01", "prepare", 0],
  ["2026-09-01", "initiation", 1],
  ["2026-10-18", "cultivation", 2],
  ["2026-10-19", "initiation", 3],
  ["2027-06-01", "cultivation", 4],
] as const)("on %s the visit is the one to %s that has begun last", (today, stage, index) => {
  expect(currentVisit(half, today)).toBe(visits[index]);
  expect(currentVisit(half, today).stage).toBe(stage);
});

test("without any visit it is preparation", () => {
  expect(currentVisit({ visits: [] }, "2026-08-01")).toEqual({ stage: "prepare", fromOn: "2026-08-01" });
});

describe("where a mentorship stands", () => {
  test.each([
    ["before its first day", "2026-08-23", 0],
    ["on its first day", "2026-08-24", 1],
    ["on its seventh day", "2026-08-30", 1],
    ["on its eighth day", "2026-08-31", 2],
    ["in its fourteenth week", "2026-11-24", 14],
    ["after its planned end", "2027-03-01", 28],
  ])("%s is week %s", (_, today, week) => {
    expect(lifePosition(half, today).week).toBe(week);
  });

  test.each([
    ["half a year", "2027-02-22", 26],
    ["a day more", "2027-02-23", 27],
    ["one day", "2026-08-25", 1],
    ["an end that is its start", "2026-08-24", null],
    ["an end before its start", "2026-08-01", null],
    ["no end", null, null],
    ["no word of an end", undefined, null],
  ])("%s has %s weeks", (_, endsOn, weeks) => {
    expect(lifePosition({ ...half, endsOn }, "2026-11-24").weeks).toBe(weeks);
  });

  test("a stage is entered again only from the second visit on", () => {
    expect(lifePosition(half, "2026-10-18")).toMatchObject({
      stage: "cultivation",
      stageNumber: 3,
      again: false,
    });
    expect(lifePosition(half, "2026-10-19")).toMatchObject({
      stage: "initiation",
      stageNumber: 2,
      again: true,
    });
    expect(lifePosition(half, "2026-10-27")).toMatchObject({
      stage: "cultivation",
      stageNumber: 3,
      again: true,
    });
  });

  test("going back a stage goes back on the line", () => {
    expect(lifePosition(half, "2026-10-19").fraction).toBeLessThan(lifePosition(half, "2026-10-18").fraction);
  });

  test("a planned visit to come does not count yet", () => {
    const planned = { ...half, visits: [...visits, { stage: "separation" as const, fromOn: "2027-02-01" }] };
    expect(lifePosition(planned, "2027-01-31").stage).toBe("cultivation");
    expect(lifePosition(planned, "2027-02-01").stage).toBe("separation");
  });
});

const day = fc.integer({ min: -300, max: 600 }).map((days) => addDays("2026-08-24", days));

test("the position is within the present stage and never goes back from one day to the next in one visit", () => {
  fc.assert(
    fc.property(fc.constantFrom(...stages), day, fc.option(day), day, (stage, fromOn, endsOn, today) => {
      const mentorship = { visits: [{ stage, fromOn }], startsOn: "2026-08-24", endsOn };
      const { fraction, stageNumber } = lifePosition(mentorship, today);
      const tomorrow = lifePosition(mentorship, addDays(today, 1)).fraction;
      expect(fraction).toBeGreaterThan((stageNumber - 1) / 7);
      expect(fraction).toBeLessThan(1);
      expect(tomorrow).toBeGreaterThanOrEqual(fraction);
      const earlier = stages[stageNumber - 2];
      if (!earlier) return;
      const before = lifePosition({ ...mentorship, visits: [{ stage: earlier, fromOn }] }, today).fraction;
      expect(before).toBeLessThan(fraction);
    }),
  );
});
