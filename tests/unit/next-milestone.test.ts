import fc from "fast-check";
import { expect, test } from "vitest";
import type { Milestone } from "@/lib/domain/milestone.ts";
import { nextMilestone } from "@/lib/domain/next-milestone.ts";
import { someMilestone } from "./some.ts";

const today = "2026-11-24";
const on = (id: string, dueOn: string | null, changed: Partial<Milestone> = {}) =>
  someMilestone({ id, dueOn, ...changed });

test.each<[what: string, milestones: Milestone[], id: string | undefined]>([
  ["none where there is none", [], undefined],
  [
    "the earliest that is still to come",
    [on("b", "2026-12-10"), on("a", "2026-12-03"), on("c", "2027-01-01")],
    "a",
  ],
  ["the one that is due today", [on("a", "2026-12-03"), on("b", today)], "b"],
  ["one to come before one past its date", [on("a", "2026-11-20"), on("b", "2027-03-01")], "b"],
  ["the last of those past their date, if all are", [on("a", "2026-11-01"), on("b", "2026-11-20")], "b"],
  ["one past its date before one without", [on("a", null), on("b", "2026-11-20")], "b"],
  [
    "the first in order of those without a date",
    [on("a", null, { order: 2 }), on("b", null, { order: 1 })],
    "b",
  ],
  ["the first in order of the same day", [on("a", today, { order: 2 }), on("b", today, { order: 1 })], "b"],
  [
    "not what is reached, dropped or in the trash",
    [
      on("a", today, { status: "reached" }),
      on("b", today, { status: "dropped" }),
      on("c", today, { deletedAt: 1 }),
      on("d", "2027-03-01"),
    ],
    "d",
  ],
  ["none when all are reached", [on("a", today, { status: "reached" })], undefined],
])("the next milestone is %s", (_, milestones, id) => {
  expect(nextMilestone(milestones, today)?.id).toBe(id);
});

test("it does not depend on the order in which the milestones come", () => {
  const milestone = fc.record({
    dueOn: fc.constantFrom(null, "2026-11-01", "2026-11-20", today, "2026-12-03"),
    status: fc.constantFrom("open" as const, "reached" as const),
    order: fc.nat(2),
  });
  fc.assert(
    fc.property(
      fc.array(milestone, { maxLength: 8 }).chain((rows) => {
        const milestones = rows.map((row, n) => someMilestone({ ...row, id: `m${n}` }));
        return fc.tuple(
          fc.constant(milestones),
          fc.shuffledSubarray(milestones, { minLength: milestones.length }),
        );
      }),
      ([milestones, shuffled]) => {
        expect(nextMilestone(shuffled, today)).toEqual(nextMilestone(milestones, today));
      },
    ),
  );
});
