import { expect, test } from "vitest";
import type { Commitment } from "@/lib/domain/commitment.ts";
import { dueItems } from "@/lib/domain/due.ts";
import { someCommitment, someMilestone } from "./some.ts";

const today = "2026-11-24";
const now = Date.parse("2026-11-24T13:22:00Z");

test.each<[what: string, changed: Partial<Commitment>, daysLate: number | null]>([
  ["due today", {}, 0],
  ["due yesterday", { dueOn: "2026-11-23" }, 1],
  ["due last year", { dueOn: "2025-11-24" }, 365],
  ["due tomorrow", { dueOn: "2026-11-25" }, null],
  ["without a date", { dueOn: null }, null],
  ["that both owe", { owner: "both" }, 0],
  ["that the other owes", { owner: "them" }, null],
  ["that is done", { status: "done" }, null],
  ["that was dropped", { status: "dropped" }, null],
  ["that is only proposed", { status: "proposed" }, null],
  ["in the trash", { deletedAt: 1 }, null],
  ["taken out of the trash again", { deletedAt: null }, 0],
  ["put off until later", { snoozedUntilAt: now + 1 }, null],
  ["put off until now", { snoozedUntilAt: now }, 0],
])("a promise %s", (_, changed, daysLate) => {
  const items = dueItems([someCommitment(changed)], [], today, now);
  expect(items.map((item) => item.daysLate)).toEqual(daysLate === null ? [] : [daysLate]);
});

test("a milestone is due like a promise, but not once it is reached", () => {
  expect(dueItems([], [someMilestone({ dueOn: "2026-11-20" })], today, now)).toEqual([
    {
      table: "milestones",
      id: "ms1",
      mentorshipId: "s1",
      title: "Hold the first three",
      dueOn: "2026-11-20",
      daysLate: 4,
    },
  ]);
  expect(dueItems([], [someMilestone({ status: "reached" })], today, now)).toEqual([]);
});

test("the longest overdue comes first, whatever it is", () => {
  const items = dueItems(
    [someCommitment({ id: "c2" }), someCommitment({ id: "c1", dueOn: "2026-11-20" })],
    [someMilestone({ id: "a1" }), someMilestone({ id: "a2", dueOn: "2026-11-01" })],
    today,
    now,
  );
  expect(items.map((item) => item.id)).toEqual(["a2", "c1", "a1", "c2"]);
});

test("what belongs to no mentorship is due too", () => {
  const [item] = dueItems([someCommitment({ mentorshipId: undefined })], [], today, now);
  expect(item?.mentorshipId).toBeNull();
});
