import { expect, test } from "vitest";
import { badgeCounting, badgeOf } from "@/lib/domain/badge.ts";

test.each([
  [0, 0, ""],
  [1, 0, "1"],
  [3, 2, "3"],
  [99, 99, "99"],
  [100, 1, "99+"],
  [100_000, 5, "99+"],
])("with %d due, %d of them late, the badge says “%s”", (due, late, text) => {
  const items = Array.from({ length: due }, (_, n) => ({ daysLate: n < late ? n + 1 : 0 }));
  expect(badgeOf(items)).toEqual({ text, due, late, week: due });
});

test.each([
  ["due", "3"],
  ["overdue", "2"],
  ["today", "1"],
  ["week", "7"],
  ["nothing", ""],
] as const)(
  "of three due things, two of them late and four more this week, a button that counts what is %s says “%s”",
  (counts, text) => {
    const badge = badgeOf([{ daysLate: 0 }, { daysLate: 1 }, { daysLate: 9 }], 7);
    expect(badgeCounting(badge, counts)).toEqual({ text, due: 3, late: 2, week: 7 });
  },
);
