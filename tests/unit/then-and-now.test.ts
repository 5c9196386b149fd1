import { describe, expect, test } from "vitest";
import { type Baseline, baselineFrom, baselineOf, baselineText } from "@/lib/domain/baseline.ts";
import { changeReasons } from "@/lib/domain/change-reasons.ts";
import type { Change } from "@/lib/domain/change.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import { ratingAt } from "@/lib/domain/skill-rating.ts";
import { thenNowPicture } from "@/lib/domain/then-and-now-picture.ts";
import { type MilestoneThenNow, sumsOf, thenAndNow } from "@/lib/domain/then-and-now.ts";
import { someMilestone } from "./some.ts";

const zone = "Europe/Berlin";
const someGoal = (changed: Partial<Goal> = {}): Goal => ({
  id: "g1",
  author: "me",
  space: "personal",
  visibility: "private",
  createdAt: 0,
  mentorshipId: "s1",
  title: "Design an integration",
  status: "open",
  dueOn: "2027-02-01",
  order: 0,
  ...changed,
});
const roadmap = (goals: Goal[], milestones: Milestone[] = []): Baseline => ({
  goals,
  milestones,
  metrics: [],
});
const compare = (then: Baseline, now: Baseline) => thenAndNow(then, now, zone);
const at = (on: string): number => Date.parse(`${on}T12:00:00Z`);

describe("a milestone", () => {
  test.each<
    [
      what: string,
      before: Partial<Milestone> | null,
      after: Partial<Milestone> | null,
      expected: Partial<MilestoneThenNow>,
    ]
  >([
    ["that is as it was", {}, {}, { fate: "kept", movedDays: 0, done: false, changed: [] }],
    ["that came", null, {}, { fate: "added", thenOn: null, nowOn: "2026-11-24" }],
    ["that was removed", {}, null, { fate: "dropped", thenOn: "2026-11-24", nowOn: null }],
    ["that was let go", {}, { status: "dropped" }, { fate: "dropped", nowOn: null }],
    ["that was taken up again", { status: "dropped" }, {}, { fate: "added" }],
    ["that moved later", {}, { dueOn: "2026-12-01" }, { fate: "kept", movedDays: 7, nowOn: "2026-12-01" }],
    [
      "that moved earlier over a clock change",
      { dueOn: "2026-11-01" },
      { dueOn: "2026-10-20" },
      { movedDays: -12 },
    ],
    ["that got a date", { dueOn: null }, {}, { movedDays: 0, thenOn: null, nowOn: "2026-11-24" }],
    [
      "that was reached in time",
      {},
      { status: "reached", reachedAt: at("2026-11-23") },
      {
        done: true,
        reached: true,
        nowOn: "2026-11-23",
        earlierDays: 0,
      },
    ],
    ["that was reached early", {}, { status: "reached", reachedAt: at("2026-11-18") }, { earlierDays: 6 }],
    [
      "that was reached late",
      {},
      { status: "reached", reachedAt: at("2026-11-30") },
      { done: true, earlierDays: 0 },
    ],
    [
      "that had been reached",
      { status: "reached", reachedAt: at("2026-11-01") },
      { status: "reached", reachedAt: at("2026-11-01") },
      {
        done: false,
        reached: true,
        thenOn: "2026-11-01",
      },
    ],
    ["that says something else", {}, { title: "Other", phase: "practice" }, { changed: ["title", "phase"] }],
    ["whose field was only written out", { must: null }, {}, { changed: [] }],
  ])("%s", (_, before, after, expected) => {
    const rows = (changed: Partial<Milestone> | null): Milestone[] =>
      changed ? [someMilestone(changed)] : [];
    const [goal] = compare(roadmap([someGoal()], rows(before)), roadmap([someGoal()], rows(after)));
    expect(goal?.milestones).toMatchObject([expected]);
  });

  test("that was let go at both looks, or came and went in between, is in neither", () => {
    const gone = someMilestone({ status: "dropped" });
    const [goal] = compare(roadmap([someGoal()], [gone]), roadmap([someGoal()], [gone]));
    expect(goal?.milestones).toEqual([]);
  });

  test("that moved to another goal is told there", () => {
    const goals = [someGoal(), someGoal({ id: "g2", order: 1 })];
    const found = compare(
      roadmap(goals, [someMilestone()]),
      roadmap(goals, [someMilestone({ goalId: "g2" })]),
    );
    expect(found.map((goal) => goal.milestones.length)).toEqual([0, 1]);
    expect(found[1]?.milestones[0]).toMatchObject({ fate: "kept", changed: ["goalId"] });
  });
});

test("goals that were added, let go, reached, moved and put in other words are told apart", () => {
  const then = roadmap([
    someGoal(),
    someGoal({ id: "g2", title: "Reporting", order: 1 }),
    someGoal({ id: "g3", order: 2 }),
  ]);
  const now = roadmap([
    someGoal({ dueOn: "2027-02-15", title: "Design two" }),
    someGoal({ id: "g2", title: "Reporting", order: 1, status: "dropped" }),
    someGoal({ id: "g3", order: 2, status: "reached" }),
    someGoal({ id: "g4", order: 3 }),
  ]);
  const found = compare(then, now);
  expect(found.map(({ id, fate, done, movedDays, changed }) => [id, fate, done, movedDays, changed])).toEqual(
    [
      ["g1", "kept", false, 14, ["title"]],
      ["g3", "kept", true, 0, []],
      ["g4", "added", false, 0, []],
      ["g2", "dropped", false, 0, []],
    ],
  );
  const sums = sumsOf(found);
  expect(
    [sums.goalsAdded, sums.goalsDropped, sums.goalsDone, sums.goalsMoved].map((rows) => rows.length),
  ).toEqual([1, 1, 1, 1]);
});

test("two looks that are equal have nothing to tell, whatever the order of their rows", () => {
  const rows = [
    someMilestone(),
    someMilestone({ id: "ms2", status: "reached", reachedAt: at("2026-11-01") }),
  ];
  const then = roadmap([someGoal()], rows);
  const sums = sumsOf(compare(then, roadmap([someGoal()], rows.toReversed())));
  expect(
    Object.entries(sums).filter(([name, value]) => name !== "reached" && (value as unknown[]).length > 0),
  ).toEqual([]);
  expect(sums.reached).toBe(1);
});

describe("the kept picture of a roadmap", () => {
  const metric = {
    id: "x",
    author: "me",
    space: "personal",
    visibility: "private" as const,
    createdAt: 0,
    mentorshipId: "s1",
    goalId: "g1",
    name: "Comments",
    unit: "",
    direction: "lower" as const,
    order: 0,
  };
  const rows = { goals: [someGoal()], milestones: [someMilestone()], metrics: [metric] };

  test("holds goals, milestones and metrics of one mentorship, without clocks, in one way to write them", () => {
    const stamped = { ...someGoal(), _c: { title: [1, 0, "w"] } };
    const other = someGoal({ id: "g0", mentorshipId: "s2" });
    const text = baselineText(baselineOf({ ...rows, goals: [stamped, other] }, "s1"));
    expect(text).toMatch(/^\{"goals":\[\{.*\}\],"metrics":\[\{.*\}\],"milestones":\[\{.*\}\]\}$/u);
    expect(text).not.toContain("_c");
    expect(text).not.toContain('"g0"');
    const reordered = Object.fromEntries(Object.entries(stamped).toReversed());
    expect(baselineText(baselineOf({ ...rows, goals: [other, reordered] }, "s1"))).toBe(text);
    expect(baselineFrom(text)).toEqual(baselineOf(rows, "s1"));
  });

  test("leaves out what was in the trash, by itself or with its goal", () => {
    expect(baselineOf({ ...rows, milestones: [someMilestone({ deletedAt: 1 })] }, "s1").milestones).toEqual(
      [],
    );
    expect(baselineOf({ ...rows, goals: [someGoal({ deletedAt: 1 })] }, "s1")).toEqual({
      goals: [],
      milestones: [],
      metrics: [],
    });
  });

  test.each([[null], [""], ["{"], ["[]"], ['{"goals":[]}'], ["null"]])("is not read from %j", (text) => {
    expect(baselineFrom(text)).toBeNull();
  });
});

test("the picture places both dates in the shown time and leaves out what had been reached before", () => {
  const then = roadmap(
    [someGoal()],
    [
      someMilestone({ id: "old", status: "reached", reachedAt: at("2026-01-10") }),
      someMilestone({ dueOn: "2026-11-01" }),
      someMilestone({ id: "moved", dueOn: "2026-12-01" }),
      someMilestone({ id: "after", dueOn: "2026-12-20" }),
    ],
  );
  const now: Baseline = {
    ...then,
    milestones: then.milestones.map((row) => (row.id === "moved" ? { ...row, dueOn: "2026-12-08" } : row)),
  };
  const picture = thenNowPicture(compare(then, now), "2026-10-15", "2026-11-24");
  expect(picture.months.map(({ on }) => on)).toEqual(["2026-10-01", "2026-11-01", "2026-12-01"]);
  expect(picture.months[0]?.x).toBe(0);
  const marks = picture.lanes[0]?.marks ?? [];
  expect(marks.map(({ id, moved, state }) => [id, moved, state])).toEqual([
    ["ms1", false, "late"],
    ["moved", true, "next"],
    ["after", false, "ahead"],
  ]);
  expect(marks[1]?.nowX).toBeGreaterThan(marks[1]?.thenX ?? 100);
  for (const { thenX, nowX } of marks) {
    for (const x of [thenX, nowX]) expect(x !== null && x >= 0 && x <= 100).toBe(true);
  }
});

test.each([
  ["before any rating", "2026-08-31", null],
  ["after the first", "2026-09-01", 2],
  ["after the second, which counts though it is lower", "2026-12-01", 1],
  ["long after", "2027-12-01", 4],
])("a skill is rated, %s", (_, on, expected) => {
  const skill = {
    start: 2,
    startOn: "2026-09-01",
    middle: 1,
    middleOn: "2026-11-01",
    end: 4,
    endOn: "2027-02-01",
  };
  expect(ratingAt(skill, on)).toBe(expected);
});

test("a rating that is missing is missing, and one without a day counts from ever", () => {
  expect(ratingAt({}, "2026-09-01")).toBeNull();
  expect(ratingAt({ start: 3 }, "2020-01-01")).toBe(3);
  expect(ratingAt({ start: 3, end: null, middle: null }, "2026-09-01")).toBe(3);
});

test("of each record the last reason in between is told", () => {
  const change = (atMs: number, patch: object, why?: string): Change =>
    ({ table: "goals", id: "g1", patch, at: atMs, why }) as Change;
  const log = [
    change(1, { status: "open" }, "too early"),
    change(5, { dueOn: "2026-12-01" }, "moved"),
    change(6, { title: "Other" }, "not about the plan"),
    change(9, { status: "dropped" }, "too late"),
  ];
  expect([...changeReasons(log, 1, 8)]).toEqual([["g1", { at: 5, why: "moved" }]]);
});
