import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/domain/civil-time.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import { baselineMilestones, ghostsOf } from "@/lib/domain/roadmap-baseline.ts";
import { bandsOf, lanesOf, openGoalsOnly } from "@/lib/domain/roadmap-picture.ts";
import { stageLine } from "@/lib/domain/roadmap-stages.ts";
import { stepFrom, type Stop } from "@/lib/domain/roadmap-steps.ts";
import { kindMix, roadmapSums } from "@/lib/domain/roadmap-sums.ts";
import { sortedRows, type TableColumn, tableRows } from "@/lib/domain/roadmap-table.ts";
import { dayNumber } from "@/lib/domain/roadmap-time.ts";
import { someMilestone } from "./some.ts";

const today = "2026-11-24";
const zone = "Europe/Berlin";
const at = (days: number): string => addDays(today, days);
const number = (days: number): number => dayNumber(at(days));

function someGoal(changed: Partial<Goal> = {}): Goal {
  return {
    id: "g1",
    author: "me",
    space: "personal",
    visibility: "private",
    createdAt: Date.parse("2026-09-01T10:00:00Z"),
    mentorshipId: "s1",
    title: "Design an integration",
    status: "open",
    order: 0,
    ...changed,
  };
}
const reached = (id: string, days: number, changed: Partial<Milestone> = {}): Milestone =>
  someMilestone({
    id,
    status: "reached",
    reachedAt: Date.parse(`${at(days)}T12:00:00Z`),
    dueOn: at(days + 3),
    ...changed,
  });
const open = (id: string, days: number | null, changed: Partial<Milestone> = {}): Milestone =>
  someMilestone({ id, dueOn: days === null ? null : at(days), ...changed });

describe("a goal as a trail", () => {
  const milestones = [
    reached("map", -40),
    reached("draft", -11, { phase: "practice" }),
    open("merge", -4, { phase: "practice" }),
    open("guild", 9, { phase: "feedback" }),
    open("lead", 60, { phase: "mastery" }),
    open("gone", 30, { status: "dropped" }),
    open("some-day", null),
  ];
  const [lane] = lanesOf([someGoal()], milestones, today, zone);

  test("each milestone stands where it was reached, or on its date, with its state", () => {
    expect(lane?.marks.map(({ id, state, on }) => [id, state, on])).toEqual([
      ["map", "done", at(-40)],
      ["draft", "done", at(-11)],
      ["merge", "late", at(-4)],
      ["guild", "next", at(9)],
      ["gone", "drop", at(30)],
      ["lead", "ahead", at(60)],
    ]);
    expect(lane?.marks.find(({ id }) => id === "merge")?.daysLate).toBe(4);
    expect(lane?.undated).toBe(1);
  });

  test("is walked up to what is late, dashed to today, dotted from there to its end", () => {
    expect(lane).toMatchObject({
      walked: { from: dayNumber("2026-09-01"), to: number(-4) },
      over: { from: number(-4), to: number(0) },
      ahead: { from: number(0), to: number(60) },
    });
  });

  test("a reached goal ends at its last milestone; a dropped one is not drawn", () => {
    const lanes = lanesOf(
      [someGoal({ status: "reached" }), someGoal({ id: "g2", status: "dropped" })],
      [reached("map", -40), reached("draft", -11)],
      today,
      zone,
    );
    expect(lanes).toHaveLength(1);
    expect(lanes[0]).toMatchObject({ walked: { to: number(-11) }, ahead: null, over: null });
  });

  test("a goal without milestones is a way from its start to today", () => {
    expect(lanesOf([someGoal({ startsOn: at(-14) })], [], today, zone)[0]).toMatchObject({
      marks: [],
      bands: [],
      walked: { from: number(-14), to: number(0) },
      ahead: null,
    });
  });

  test("what is next is never in a goal that was let go", () => {
    const goals = [someGoal(), someGoal({ id: "g2", status: "dropped" })];
    expect(openGoalsOnly(goals, [open("a", 1, { goalId: "g2" }), open("b", 2)]).map(({ id }) => id)).toEqual([
      "b",
    ]);
  });
});

describe("phases as bands", () => {
  const mark = (phase: Milestone["phase"], days: number) => ({ phase, at: number(days) });
  test("follow each other without a gap, each a little longer than its last milestone", () => {
    const bands = bandsOf(
      [
        mark("discovery", -60),
        mark("practice", -50),
        mark("practice", -20),
        mark("feedback", -17),
        mark("mastery", 40),
      ],
      number(-80),
      "mastery",
      number(0),
    );
    expect(bands.map(({ phase, from, to }) => [phase, from - number(0), to - number(0)])).toEqual([
      ["discovery", -80, -56],
      ["practice", -56, -18.5],
      ["feedback", -18.5, -13],
      ["mastery", -13, 44],
    ]);
    expect(bands.filter(({ current }) => current).map(({ phase }) => phase)).toEqual(["mastery"]);
  });
  test("the present one reaches today; one without milestones is left out", () => {
    const bands = bandsOf([mark("practice", -30), mark("mastery", 50)], number(-40), "practice", number(0));
    expect(bands.map(({ phase, to }) => [phase, to - number(0)])).toEqual([
      ["practice", 1],
      ["mastery", 54],
    ]);
  });
});

describe("the stages", () => {
  const visits = [
    { stage: "prepare" as const, fromOn: at(-100) },
    { stage: "initiation" as const, fromOn: at(-84) },
    { stage: "cultivation" as const, fromOn: at(-70) },
    { stage: "initiation" as const, fromOn: at(-36), why: "A new team" },
    { stage: "cultivation" as const, fromOn: at(-28) },
  ];
  const words = (line: ReturnType<typeof stageLine>) =>
    line.legs.map(({ stage, from, to, walked, current }) =>
      [stage ?? "…", from - number(0), to - number(0), walked ? "walked" : "ahead", current ? "now" : ""]
        .join(" ")
        .trim(),
    );
  test("a step back that was taken back is a loop, and the rest is planned up to the end", () => {
    const line = stageLine({ visits, endsOn: at(90) }, today, number(120));
    expect(words(line)).toEqual([
      "prepare -100 -84 walked",
      "initiation -84 -70 walked",
      "cultivation -70 0 walked now",
      "… 0 62 ahead",
      "separation 62 90 ahead",
      "redefinition 90 120 ahead",
    ]);
    expect(line.loops).toEqual([
      { stage: "initiation", fromOn: at(-36), toOn: at(-28), why: "A new team", at: number(-32) },
    ]);
  });
  test("who is back now stands in a loop that is open", () => {
    const line = stageLine({ visits: visits.slice(0, 4), endsOn: null }, today, number(120));
    expect(line.loops).toMatchObject([{ stage: "initiation", toOn: null }]);
    expect(line.legs.at(-1)).toMatchObject({ stage: null, walked: false, to: number(120) });
  });
  test("a visit to come is not walked yet", () => {
    const line = stageLine(
      { visits: [...visits, { stage: "separation", fromOn: at(5) }] },
      today,
      number(120),
    );
    expect(line.legs.some(({ stage }) => stage === "separation")).toBe(false);
  });
});

describe("the agreed plan", () => {
  const json = JSON.stringify({
    goals: [],
    metrics: [],
    milestones: [
      { id: "same", goalId: "g1", title: "Same", dueOn: at(1), anything: "else" },
      { id: "moved", goalId: "g1", title: "Moved", dueOn: at(2) },
      { id: "gone", goalId: "g1", title: "Gone", dueOn: at(3) },
      { id: "let-go", goalId: "g1", title: "Let go", dueOn: null },
      { id: "broken", title: 3 },
    ],
  });
  test("is compared milestone by milestone with what stands now", () => {
    const now = [
      open("same", 1, { title: "Same" }),
      open("moved", 9, { title: "Moved and renamed" }),
      open("let-go", 4, { status: "dropped" }),
      open("new", 5, { title: "New" }),
    ];
    const ghosts = ghostsOf(baselineMilestones(json) ?? [], now);
    expect(ghosts.map(({ title, change, days }) => [title, change, days])).toEqual([
      ["Same", "same", 0],
      ["Moved and renamed", "moved", 7],
      ["Gone", "dropped", 0],
      ["Hold the first three", "dropped", 0],
      ["New", "added", 0],
    ]);
  });
  test.each([
    ["none", null],
    ["not JSON", "{"],
    ["another thing", "[]"],
    ["without milestones", "{}"],
  ])("that is %s is no plan", (_, text) => {
    expect(baselineMilestones(text)).toBeNull();
  });
});

test("the picture says its sums", () => {
  const lanes = lanesOf(
    [someGoal(), someGoal({ id: "g2" })],
    [reached("a", -3), open("b", -1), open("c", 4, { goalId: "g2" })],
    today,
    zone,
  );
  expect(roadmapSums(lanes)).toEqual({ goals: 2, reached: 1, total: 3, late: 1 });
});

test.each([
  [["technical", "technical"], "technical"],
  [["soft", "soft", "soft"], "soft"],
  [["technical", "soft"], null],
  [["technical"], null],
  [["technical", "technical", null], null],
  [["other", "other"], null],
  [[], null],
] as const)("goals of the kinds %j have only %s", (kinds, only) => {
  const mix = kindMix(kinds.map((kind) => ({ kind, status: "open" as const })));
  expect(mix.only).toBe(only);
  expect(mix.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(kinds.filter(Boolean).length);
});

describe("the arrow keys", () => {
  const lanes: Stop[][] = [
    [
      { id: "a1", at: 0 },
      { id: "a2", at: 50 },
      { id: "a3", at: 90 },
    ],
    [],
    [
      { id: "c1", at: 20 },
      { id: "c2", at: 60 },
    ],
  ];
  test.each([
    ["a1", "next", "a2"],
    ["a2", "previous", "a1"],
    ["a3", "next", null],
    ["a2", "first", "a1"],
    ["a2", "last", "a3"],
    ["a2", "down", "c2"],
    ["c1", "up", "a1"],
    ["a1", "up", null],
    ["c1", "down", null],
    ["unknown", "next", "a1"],
  ] as const)("from %s %s is %s", (from, step, to) => {
    expect(stepFrom(lanes, from, step)?.id ?? null).toBe(to);
  });
});

describe("the table", () => {
  const goals = [someGoal(), someGoal({ id: "g2", title: "Speak up", status: "dropped" })];
  const milestones = [
    open("b", 4, { title: "beta", phase: "mastery", owner: "them" }),
    open("a", null, { title: "Alpha", owner: "both" }),
    reached("c", -9, { title: "Gamma", phase: "practice" }),
    open("d", -2, { title: "delta", goalId: "g2" }),
    open("x", 1, { goalId: "nowhere" }),
  ];
  const rows = tableRows(goals, milestones, today, zone);
  const sorted = (by: TableColumn, down = false): string =>
    sortedRows(rows, by, down, (a, b) => a.localeCompare(b, "en"))
      .map(({ id }) => id)
      .join("");

  test("has every milestone of every goal, of those that were let go too", () => {
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      ["b", "next"],
      ["a", "ahead"],
      ["c", "done"],
      ["d", "late"],
    ]);
  });
  test.each([
    ["goal", false, "cbad"],
    ["goal", true, "dcba"],
    ["milestone", false, "abdc"],
    ["phase", false, "adcb"],
    ["date", false, "cdba"],
    ["date", true, "bdca"],
    ["owner", false, "cdba"],
    ["state", false, "dbac"],
  ] as const)("by %s, descending %s, is %s", (by, down, order) => {
    expect(sorted(by, down)).toBe(order);
  });
});
