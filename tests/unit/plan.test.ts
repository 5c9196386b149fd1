import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  inPlanOrder,
  isChronological,
  placeAt,
  placeByDate,
  stepMove,
  stepPlace,
} from "@/lib/domain/plan-order.ts";
import { shiftedMilestones, spreadDays, type SpreadInterval, startMovedBy } from "@/lib/domain/spread.ts";
import type { Phase } from "@/lib/domain/vocabulary.ts";

const step = (
  id: string,
  order: number,
  more: { phase?: Phase; status?: "open" | "reached" | "dropped"; dueOn?: string; reachedAt?: number } = {},
) => ({ id, order, phase: "practice" as const, status: "open" as const, ...more });

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe("the order of a plan", () => {
  test("is by phase, what is reached first, then the person's own, whatever the dates", () => {
    const plan = [
      step("late", 2, { dueOn: "2026-01-01" }),
      step("soon", 1, { dueOn: "2027-01-01" }),
      step("dropped", 0, { status: "dropped" }),
      step("second", 9, { status: "reached", reachedAt: 2 }),
      step("first", 10, { status: "reached", reachedAt: 1 }),
      step("discovery", 99, { phase: "discovery" }),
    ];
    expect(ids(inPlanOrder(plan))).toEqual(["discovery", "first", "second", "soon", "late", "dropped"]);
  });

  test("putting a row anywhere writes as little as it can, and puts it there", () => {
    const orders = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(orders, fc.integer({ min: -2, max: 14 }), (ranks, at) => {
        const others = ranks.toSorted((a, b) => a - b).map((order) => ({ id: `r${order}`, order }));
        const placed = placeAt(others, "new", at);
        expect(placed).toHaveLength(1);
        const after = [...others, ...placed].toSorted((a, b) => a.order - b.order);
        expect(ids(after).indexOf("new")).toBe(Math.min(Math.max(at, 0), others.length));
      }),
    );
  });

  test("where no number is left between two rows, all are counted anew", () => {
    const others = [
      { id: "a", order: 1 },
      { id: "b", order: 1 },
      { id: "c", order: 1 + Number.EPSILON },
    ];
    for (const at of [1, 2]) {
      const placed = placeAt(others, "new", at);
      expect(ids(placed.toSorted((a, b) => a.order - b.order)).indexOf("new")).toBe(at);
      expect(new Set(placed.map(({ order }) => order)).size).toBe(4);
    }
  });

  test("a step moves past its neighbour, and past the end of its phase into the next", () => {
    const plan = inPlanOrder([
      step("a", 0),
      step("b", 1),
      step("c", 0, { phase: "feedback" }),
      step("done", 5, { status: "reached" }),
    ]);
    expect(stepMove(plan, "b", -1)).toMatchObject({ phase: "practice", placed: [{ id: "b", order: -1 }] });
    expect(stepMove(plan, "a", -1)).toBeNull();
    expect(stepMove(plan, "b", 1)).toEqual({ phase: "feedback", placed: [{ id: "b", order: 1 }] });
    expect(stepMove(plan, "c", 1)).toBeNull();
    expect(stepMove(plan, "done", 1)).toBeNull();
    expect(stepPlace(plan, "c", { besideId: "a", after: true })).toEqual({
      phase: "practice",
      placed: [{ id: "c", order: 0.5 }],
    });
    expect(stepPlace(plan, "c", { besideId: "c", after: true })).toBeNull();
    expect(stepPlace(plan, "c", { besideId: "done", after: true })).toBeNull();
  });

  test.each([
    [["2026-12-01", "2027-01-01"], "2026-12-15", 1],
    [["2026-12-01", "2027-01-01"], "2026-12-01", 1],
    [["2026-12-01", null], "2027-01-01", 1],
    [["2026-12-01", null], null, 2],
    [[], "2026-12-01", 0],
    [["2027-01-01", "2026-12-01"], "2026-12-15", null],
    [[null, "2026-12-01"], "2026-12-15", null],
  ])("among the dates %o one on %s goes to %o", (days, dueOn, at) => {
    const open = days.map((day) => ({ dueOn: day }));
    expect(placeByDate(open, dueOn)).toBe(at);
    expect(isChronological(open)).toBe(at !== null);
  });
});

describe("milestones at a regular interval", () => {
  test.each<[firstOn: string, interval: SpreadInterval, days: string[]]>([
    [
      "2026-01-31",
      { every: 1, unit: "month" },
      ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"],
    ],
    ["2028-01-31", { every: 1, unit: "month" }, ["2028-01-31", "2028-02-29", "2028-03-31"]],
    ["2026-11-30", { every: 3, unit: "month" }, ["2026-11-30", "2027-02-28", "2027-05-30", "2027-08-30"]],
    ["2027-12-31", { every: 1, unit: "month" }, ["2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31"]],
    ["2026-10-20", { every: 2, unit: "week" }, ["2026-10-20", "2026-11-03", "2026-11-17"]],
    ["2026-12-30", { every: 10, unit: "day" }, ["2026-12-30", "2027-01-09", "2027-01-19"]],
  ])("from %s by %o", (firstOn, interval, days) => {
    expect(spreadDays(firstOn, days.length, interval)).toEqual(days);
  });

  test("no milestones, no days", () => {
    expect(spreadDays("2026-01-31", 0, { every: 1, unit: "month" })).toEqual([]);
  });
});

describe("a start that moved", () => {
  test.each([
    ["2026-11-01", "2026-11-15", 14],
    ["2026-11-15", "2026-11-01", -14],
    ["2026-10-20", "2026-10-27", 7],
    [null, "2026-11-01", 0],
    ["2026-11-01", null, 0],
  ])("from %s to %s is %i days", (before, after, days) => {
    expect(startMovedBy(before, after)).toBe(days);
  });

  test("takes along what is open and dated, and nothing else", () => {
    const rows = [
      step("open", 0, { dueOn: "2026-12-20" }),
      step("undated", 1),
      step("reached", 2, { status: "reached", dueOn: "2026-11-01" }),
      step("dropped", 3, { status: "dropped", dueOn: "2026-11-01" }),
    ];
    expect(shiftedMilestones(rows, 14)).toEqual([{ id: "open", dueOn: "2027-01-03" }]);
    expect(shiftedMilestones(rows, -20)).toEqual([{ id: "open", dueOn: "2026-11-30" }]);
  });
});
