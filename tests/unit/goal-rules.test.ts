import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedSinceAgreed } from "@/lib/domain/agreed.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import { goalCount, goalMix, onlyKind } from "@/lib/domain/goal-count.ts";
import { sortedGoals } from "@/lib/domain/goal-order.ts";
import type { Stamp } from "@/lib/domain/hlc.ts";
import { horizonOf } from "@/lib/domain/horizon.ts";
import { meetingDuring, meetingOfRating } from "@/lib/domain/meeting-during.ts";
import { shownProgress } from "@/lib/domain/shown-progress.ts";
import { isMeasured, smartLights } from "@/lib/domain/smart.ts";
import { type GoalKind, horizons } from "@/lib/domain/vocabulary.ts";

const today = "2026-11-25";

describe("the lane of a goal", () => {
  test.each<[goal: Pick<Goal, "horizon" | "dueOn">, horizon: string]>([
    [{ dueOn: "2026-01-01" }, "short"],
    [{ dueOn: "2027-05-25" }, "short"],
    [{ dueOn: "2027-05-26" }, "medium"],
    [{ dueOn: "2028-11-25" }, "medium"],
    [{ dueOn: "2028-11-26" }, "long"],
    [{ dueOn: null }, "medium"],
    [{ horizon: "long", dueOn: "2026-12-01" }, "long"],
    [{ horizon: "short" }, "short"],
  ])("of %o is %s", (goal, horizon) => {
    expect(horizonOf(goal, today)).toBe(horizon);
  });

  test("each goal is in exactly one lane", () => {
    const day = fc.integer({ min: -4000, max: 4000 }).map((days) => {
      return Temporal.PlainDate.from(today).add({ days }).toString();
    });
    const goal = fc.record({ horizon: fc.option(fc.constantFrom(...horizons)), dueOn: fc.option(day) });
    fc.assert(
      fc.property(fc.array(goal), (goals) => {
        const lanes = horizons.map((lane) => goals.filter((each) => horizonOf(each, today) === lane));
        expect(lanes.flat()).toHaveLength(goals.length);
      }),
    );
  });
});

describe("the five letters", () => {
  const bare = { title: "Speak up" };
  const letters = (goal: Parameters<typeof smartLights>[0], steps = 0, targets: (number | null)[] = []) =>
    smartLights(
      goal,
      Array.from({ length: steps }, () => ({ status: "open" as const })),
      targets.map((target) => ({ target })),
    )
      .filter(({ filled }) => filled)
      .map(({ letter }) => letter);

  test("are open for two words alone", () => {
    expect(letters(bare)).toEqual([]);
    expect(letters({ title: "  Speak   up ", why: " ", measure: "\n", outcome: "", strategy: null })).toEqual(
      [],
    );
  });

  test.each([
    [{ ...bare, outcome: "I chair one" }, 0, [], ["specific"]],
    [{ title: "Speak up in reviews" }, 0, [], ["specific"]],
    [{ ...bare, measure: "Two reviewers say so" }, 0, [], ["measurable"]],
    [bare, 0, [6], ["measurable"]],
    [bare, 0, [0], ["measurable"]],
    [bare, 0, [null], []],
    [{ ...bare, realism: 3 }, 0, [], ["attainable"]],
    [{ ...bare, strategy: "Ask one question" }, 0, [], ["attainable"]],
    [bare, 1, [], ["attainable"]],
    [{ ...bare, why: "It helps while it can" }, 0, [], ["relevant"]],
    [{ ...bare, dueOn: "2027-01-01" }, 0, [], ["timeBound"]],
  ])("of %o with %i steps and the targets %o: %o are filled", (goal, steps, targets, filled) => {
    expect(letters(goal, steps, targets)).toEqual(filled);
  });

  test("a step that was dropped does not make a goal attainable", () => {
    expect(smartLights(bare, [{ status: "dropped" }], []).some(({ filled }) => filled)).toBe(false);
  });

  test("no measure leaves M open, no date leaves T open", () => {
    const full = {
      title: "Speak up in design reviews",
      outcome: "o",
      why: "w",
      strategy: "s",
      measure: "m",
      dueOn: "2027-01-01",
    };
    expect(letters(full)).toHaveLength(5);
    expect(letters({ ...full, measure: "" })).not.toContain("measurable");
    expect(letters({ ...full, dueOn: null })).not.toContain("timeBound");
  });

  test("a goal is measured by words or by a target", () => {
    expect(isMeasured({ measure: "x" }, [])).toBe(true);
    expect(isMeasured({}, [{ target: 0 }])).toBe(true);
    expect(isMeasured({}, [{ target: null }])).toBe(false);
  });
});

test.each([
  [0, "few"],
  [2, "few"],
  [3, "right"],
  [5, "right"],
  [6, "many"],
])("%i goals are %s", (count, judged) => {
  expect(goalCount(count)).toBe(judged);
});

test.each<[kinds: (GoalKind | null)[], only: GoalKind | null]>([
  [["technical", "technical"], "technical"],
  [["soft", "soft", "soft"], "soft"],
  [["soft", "technical"], null],
  [["technical", null], null],
  [["technical"], null],
  [[], null],
])("goals of the kinds %o are all of the kind %s", (kinds, only) => {
  const goals = kinds.map((kind) => ({ kind }));
  expect(onlyKind(goals)).toBe(only);
  expect(Object.values(goalMix(goals)).reduce((sum, each) => sum + each, 0)).toBe(
    kinds.filter(Boolean).length,
  );
});

test("goals are sorted by their own order, by priority or by date, what has none last", () => {
  const goals = [
    { id: "a", order: 2, priority: null, dueOn: "2027-01-01" },
    { id: "b", order: 0, priority: 5, dueOn: null },
    { id: "c", order: 1, priority: 2, dueOn: "2026-12-01" },
    { id: "d", order: 3, priority: 5 },
  ];
  const ids = (sort: Parameters<typeof sortedGoals>[1]) => sortedGoals(goals, sort).map(({ id }) => id);
  expect(ids("own")).toEqual(["b", "c", "a", "d"]);
  expect(ids("priority")).toEqual(["b", "d", "c", "a"]);
  expect(ids("date")).toEqual(["c", "a", "b", "d"]);
});

describe("changed since agreed", () => {
  const at = (ms: number, counter = 0): Stamp => [ms, counter, "w"];
  test.each<[what: string, goal: Parameters<typeof changedSinceAgreed>[0], changed: string[]]>([
    ["not agreed on", { agreedOn: null, _c: { title: at(9), agreedOn: at(5) } }, []],
    ["untouched", { agreedOn: today, _c: { title: at(1), dueOn: at(5), agreedOn: at(5) } }, []],
    [
      "with a later date",
      { agreedOn: today, _c: { dueOn: at(5, 1), title: at(4), agreedOn: at(5) } },
      ["dueOn"],
    ],
    [
      "with later words",
      { agreedOn: today, _c: { strategy: at(9), title: at(8), agreedOn: at(5) } },
      ["title", "strategy"],
    ],
    [
      "whose state, progress and rank went on",
      {
        agreedOn: today,
        _c: { status: at(9), order: at(9), progressPercent: at(9), priority: at(9), agreedOn: at(5) },
      },
      [],
    ],
    ["without stamps", { agreedOn: today }, []],
  ])("a goal %s", (_, goal, changed) => {
    expect(changedSinceAgreed(goal)).toEqual(changed);
  });
});

describe("the progress of a goal", () => {
  const walk = { fraction: 0.4, total: 5 };
  const metric = { name: "Merged", direction: "higher" as const, baseline: 0, target: 8 };
  test.each([
    ["by milestones unless chosen", { status: "open" }, walk, [], { by: "milestones", percent: 40 }],
    ["none without milestones", { status: "open" }, { fraction: 0, total: 0 }, [], { percent: null }],
    [
      "by its metric",
      { status: "open", progressBy: "metric" },
      walk,
      [{ metric, latest: 2 }],
      { by: "metric", percent: 25, metricName: "Merged" },
    ],
    [
      "by the first metric that can be computed",
      { status: "open", progressBy: "metric" },
      walk,
      [
        { metric: { ...metric, baseline: null }, latest: 7 },
        { metric, latest: 4 },
      ],
      { percent: 50 },
    ],
    [
      "none by a metric without a value",
      { status: "open", progressBy: "metric" },
      walk,
      [{ metric, latest: null }],
      { percent: null },
    ],
    [
      "by hand, with its comment",
      { status: "open", progressBy: "hand", progressPercent: 65, progressNote: "Most is drawn" },
      walk,
      [],
      { by: "hand", percent: 65, note: "Most is drawn" },
    ],
    ["none by hand before it was said", { status: "open", progressBy: "hand" }, walk, [], { percent: null }],
    [
      "all of it once reached",
      { status: "reached", progressBy: "hand", progressPercent: 20 },
      walk,
      [],
      { percent: 100 },
    ],
  ] as const)("is %s", (_, goal, progress, metrics, shown) => {
    expect(shownProgress(goal, progress, metrics)).toMatchObject(shown);
  });
});

describe("the meeting of a moment", () => {
  const hour = 3_600_000;
  const first = { id: "first", startedAt: 10 * hour, endedAt: 11 * hour, status: "held" as const };
  const running = { id: "running", startedAt: 20 * hour, endedAt: null, status: "planned" as const };
  const planned = { id: "planned", startedAt: null, endedAt: null, status: "planned" as const };
  const meetings = [planned, first, running];
  test.each([
    [9 * hour, undefined],
    [10 * hour, "first"],
    [11 * hour, "first"],
    [12 * hour, undefined],
    [21 * hour, "running"],
    [33 * hour, undefined],
  ])("at %i is %s", (at, id) => {
    expect(meetingDuring(meetings, at)?.id).toBe(id);
  });

  test.each([
    [21 * hour, "running"],
    [15 * hour, "first"],
    [9 * hour, undefined],
  ])("what is said of the goals at %i belongs to %s", (now, id) => {
    expect(meetingOfRating(meetings, now)?.id).toBe(id);
  });
});
