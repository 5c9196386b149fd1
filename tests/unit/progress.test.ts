import { expect, test } from "vitest";
import type { Milestone } from "@/lib/domain/milestone.ts";
import { goalProgress } from "@/lib/domain/progress.ts";
import { someMilestone } from "./some.ts";

const today = "2026-11-24";
const reached = someMilestone({ status: "reached" });
const open = someMilestone({ phase: "practice", dueOn: null });
const dropped = someMilestone({ status: "dropped", dueOn: "2026-01-01" });

test.each<[what: string, milestones: Milestone[], reached: number, total: number, fraction: number]>([
  ["no milestone", [], 0, 0, 0],
  ["none reached", [open], 0, 1, 0],
  ["one of two", [reached, open], 1, 2, 0.5],
  ["all reached", [reached, reached], 2, 2, 1],
  ["dropped ones, which do not count", [reached, dropped, open, open, dropped], 1, 3, 1 / 3],
  ["nothing but dropped ones", [dropped], 0, 0, 0],
])("with %s", (_, milestones, expectedReached, total, fraction) => {
  expect(goalProgress({ status: "open" }, milestones, today)).toMatchObject({
    reached: expectedReached,
    total,
    fraction,
  });
});

test("a goal that was reached is all the way there, whatever its milestones say", () => {
  expect(goalProgress({ status: "reached" }, [open], today)).toMatchObject({
    fraction: 1,
    reached: 0,
    total: 1,
  });
  expect(goalProgress({ status: "reached" }, [], today).fraction).toBe(1);
  expect(goalProgress({ status: "dropped" }, [reached, open], today).fraction).toBe(0.5);
});

test.each<[what: string, milestones: Milestone[], phase: string | null]>([
  ["that of the next open milestone", [reached, open], "practice"],
  ["the earliest one that has an open milestone", [someMilestone({ phase: "mastery" }), open], "practice"],
  ["mastery when all is reached", [reached], "mastery"],
  ["none without milestones", [], null],
  ["none with dropped ones alone", [dropped], null],
])("the phase is %s", (_, milestones, phase) => {
  expect(goalProgress({ status: "open" }, milestones, today).phase).toBe(phase);
});

test("late is what is open and past its date, not what is due today", () => {
  const milestones = [
    someMilestone({ dueOn: "2026-11-23" }),
    someMilestone({ dueOn: today }),
    someMilestone({ dueOn: "2026-11-25" }),
    someMilestone({ dueOn: null }),
    someMilestone({ dueOn: "2026-11-01", status: "reached" }),
    dropped,
  ];
  expect(goalProgress({ status: "open" }, milestones, today).late).toBe(1);
});
