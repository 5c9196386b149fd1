import { expect, test } from "vitest";
import { badgeOf } from "@/lib/domain/badge.ts";

test.each([
  [0, 0, ""],
  [1, 0, "1"],
  [3, 2, "3"],
  [99, 99, "99"],
  [100, 1, "99+"],
  [100_000, 5, "99+"],
])("with %d due, %d of them late, the badge says “%s”", (due, late, text) => {
  const items = Array.from({ length: due }, (_, n) => ({ daysLate: n < late ? n + 1 : 0 }));
  expect(badgeOf(items)).toEqual({ text, due, late });
});
