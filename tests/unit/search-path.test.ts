import { expect, test } from "vitest";
import type { Patch } from "@/lib/domain/change.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import { searchDocument } from "@/lib/domain/search-document.ts";
import { routeOf } from "@/lib/state/route.ts";
import { pathOfHit } from "@/lib/state/search-path.ts";

const context = { me: "me", next: new Map([["s1", "m9"]]) };

function pathOf(table: TableName, row: Patch): string {
  const whole = { id: "a/b", mentorshipId: "s1", ...row };
  return pathOfHit(
    { table, id: whole.id, row: whole, document: searchDocument(table, whole, "UTC") },
    context,
  );
}

test.each<[TableName, Patch, string]>([
  ["goals", {}, "/goals/a%2Fb"],
  ["milestones", { goalId: "g" }, "/goals/g"],
  ["evidence", { goalId: "g" }, "/goals/g"],
  ["metrics", { goalId: null }, "/roadmap"],
  ["meetings", {}, "/meetings/a%2Fb"],
  ["notes", { meetingId: "m" }, "/meetings/m?at=notes"],
  ["topics", { discussedIn: "m" }, "/meetings/m?at=brief"],
  ["topics", {}, "/meetings/m9?at=brief"],
  ["topics", { mentorshipId: "s2" }, "/meetings"],
  ["entries", { meetingId: "m" }, "/meetings/m?at=notes"],
  ["entries", { meetingId: null }, "/journal"],
  ["commitments", {}, "/actions"],
  ["people", {}, "/people/a%2Fb"],
  ["checks", { stage: "cultivation" }, "/stages/cultivation"],
  ["goals", { deletedAt: 1 }, "/trash"],
])("%s %o is seen at %s", (table, row, path) => {
  expect(pathOf(table, row)).toBe(path);
});

test("every kind of record is seen somewhere, whatever is in it", () => {
  for (const table of tableNames) {
    for (const row of [{}, { goalId: 7, meetingId: null, stage: "?" }, { goalId: "g", meetingId: "m" }]) {
      expect(routeOf(`#${pathOf(table, row)}`).page, table).not.toBe("unknown");
    }
  }
});
