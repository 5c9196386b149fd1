import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/domain/civil-time.ts";
import { stageNumber, turnOf } from "@/lib/domain/life-cycle.ts";
import type { StageVisit } from "@/lib/domain/mentorship.ts";
import { ringOf } from "@/lib/domain/ring.ts";
import { isLongVisit, moveStage, walkOf, weekOfVisit } from "@/lib/domain/stage-walk.ts";
import { currentVisit } from "@/lib/domain/stages.ts";
import { type Stage, stages } from "@/lib/domain/vocabulary.ts";

const today = "2026-11-24";
const visits: StageVisit[] = [
  { stage: "prepare", fromOn: "2026-08-24" },
  { stage: "initiation", fromOn: "2026-09-01" },
  { stage: "cultivation", fromOn: "2026-09-15", why: "Goals agreed" },
];

describe("one timeline under two names", () => {
  test.each([
    ["prepare", "prepare", 1, 1],
    ["initiation", "initiate", 2, 2],
    ["cultivation", "cultivate", 3, 3],
    ["separation", "evaluate", 4, 4],
    ["redefinition", "evaluate", 5, 4],
  ] as const)("%s is a part of %s: stage %d of 5, %d of 4", (stage, turn, five, four) => {
    expect(turnOf(stage)).toBe(turn);
    expect(stageNumber(stage, "five")).toEqual({ number: five, of: 5 });
    expect(stageNumber(stage, "four")).toEqual({ number: four, of: 4 });
  });
});

describe("a move", () => {
  const pairs = stages.flatMap((from) => stages.filter((to) => to !== from).map((to) => [from, to] as const));

  test.each(pairs)("from %s to %s is a new visit, in either direction", (from, to) => {
    const walk: StageVisit[] = [{ stage: from, fromOn: "2026-09-01" }];
    const move = { stage: to, fromOn: today, why: "A new challenge" };
    expect(moveStage(walk, move, today)).toEqual([...walk, move]);
  });

  test.each<[string, StageVisit, StageVisit[] | null]>([
    ["to where one is already changes nothing", { stage: "cultivation", fromOn: today }, visits],
    [
      "on the day of the last one takes its place",
      { stage: "separation", fromOn: "2026-09-15" },
      [...visits.slice(0, 2), { stage: "separation", fromOn: "2026-09-15" }],
    ],
    [
      "back on the day of the last one leaves the one before",
      { stage: "initiation", fromOn: "2026-09-15" },
      visits.slice(0, 2),
    ],
    ["to a day before the present visit is refused", { stage: "separation", fromOn: "2026-09-14" }, null],
    [
      "to the present stage on an earlier day puts its first day there, and keeps the reason",
      { stage: "cultivation", fromOn: "2026-09-10" },
      [...visits.slice(0, 2), { stage: "cultivation", fromOn: "2026-09-10", why: "Goals agreed" }],
    ],
    ["never reaches behind the visit before", { stage: "cultivation", fromOn: "2026-09-01" }, null],
    [
      "ahead is a plan",
      { stage: "separation", fromOn: "2027-02-01" },
      [...visits, { stage: "separation", fromOn: "2027-02-01" }],
    ],
  ])("%s", (_, move, expected) => {
    expect(moveStage(visits, move, today)).toEqual(expected);
  });

  test("plans for later give way to one that comes before them", () => {
    const planned: StageVisit[] = [...visits, { stage: "separation", fromOn: "2027-02-01" }];
    const move: StageVisit = { stage: "initiation", fromOn: today };
    expect(moveStage(planned, move, today)).toEqual([...visits, move]);
  });
});

test("random moves in both directions keep the whole history", () => {
  const move = fc.record({ stage: fc.constantFrom(...stages), days: fc.integer({ min: 1, max: 40 }) });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      let day = "2026-01-01";
      let walk: readonly StageVisit[] = [{ stage: "prepare", fromOn: day }];
      const told: StageVisit[] = [...walk];
      for (const { stage, days } of moves) {
        day = addDays(day, days);
        const before = walk;
        const made = moveStage(walk, { stage, fromOn: day, why: `to ${stage}` }, day);
        expect(made).not.toBeNull();
        walk = made ?? [];
        expect(walk.slice(0, before.length)).toEqual(before);
        expect(currentVisit({ visits: [...walk] }, day).stage).toBe(stage);
        if (told.at(-1)?.stage !== stage) told.push({ stage, fromOn: day, why: `to ${stage}` });
      }
      expect(walk).toEqual(told);
      const backs = walkOf(walk, day).filter((visit) => visit.back).length;
      const steps = told.map((visit) => stages.indexOf(visit.stage));
      expect(backs).toBe(steps.filter((step, index) => step < (steps[index - 1] ?? -1)).length);
    }),
  );
});

test("the walk says which visit is past, present and planned, and which of them led back", () => {
  const walk = walkOf(
    [
      ...visits,
      { stage: "initiation", fromOn: "2026-10-19" },
      { stage: "cultivation", fromOn: "2027-01-01" },
    ],
    today,
  );
  expect(walk.map(({ stage, state, back, again, untilOn }) => [stage, state, back, again, untilOn])).toEqual([
    ["prepare", "past", false, false, "2026-09-01"],
    ["initiation", "past", false, false, "2026-09-15"],
    ["cultivation", "past", false, false, "2026-10-19"],
    ["initiation", "present", true, true, "2027-01-01"],
    ["cultivation", "planned", false, true, null],
  ]);
});

test.each([
  ["2026-09-01", 1],
  ["2026-09-07", 1],
  ["2026-09-08", 2],
  ["2026-10-05", 5],
])("on %s it is week %d of a visit that began on 1 September", (on, week) => {
  expect(weekOfVisit({ fromOn: "2026-09-01" }, on)).toBe(week);
});

test.each<[Stage, string, string, boolean]>([
  ["initiation", "2026-09-01", "2026-12-01", false],
  ["initiation", "2026-09-01", "2026-12-02", true],
  ["initiation", "2026-11-30", "2027-02-28", false],
  ["initiation", "2026-11-30", "2027-03-01", true],
  ["cultivation", "2026-01-01", "2027-03-01", false],
])("%s since %s is long on %s: %s", (stage, fromOn, on, long) => {
  expect(isLongVisit({ stage, fromOn }, on)).toBe(long);
});

describe("the circle", () => {
  const at = (stage: Stage, inStage: number, walk: StageVisit[] = []) =>
    ringOf({ stage, inStage }, walkOf(walk, today));

  test.each([
    ["prepare", 0, 0],
    ["prepare", 0.5, 45],
    ["initiation", 0.5, 135],
    ["cultivation", 0.2, 198],
    ["separation", 0.95, 355.5],
    ["redefinition", 0.3, 360],
  ] as const)("in %s, %d of it behind, is walked for %d degrees", (stage, inStage, degrees) => {
    expect(at(stage, inStage).at).toBeCloseTo(degrees);
    expect(at(stage, inStage).beyond).toBe(stage === "redefinition");
  });

  test("each way back is drawn once", () => {
    const again: StageVisit[] = [
      ...visits,
      { stage: "initiation", fromOn: "2026-10-01" },
      { stage: "cultivation", fromOn: "2026-10-10" },
      { stage: "initiation", fromOn: "2026-10-20" },
    ];
    const { loops } = at("initiation", 0.5, again);
    expect(loops).toHaveLength(1);
    expect(loops[0]?.from).toBeGreaterThan(180);
    expect(loops[0]?.to).toBeLessThan(180);
  });
});
