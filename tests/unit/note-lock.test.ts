import { expect, test } from "vitest";
import { isNoteOld } from "@/lib/domain/note-lock.ts";

const day = 86_400_000;

test.each([
  ["never", 400, false],
  ["day", 1, true],
  ["week", 6.9, false],
  ["week", 7, true],
  ["month", 30, true],
] as const)("locked after %s, %d days on: %s", (choice, days, locked) => {
  expect(isNoteOld({ endedAt: day }, choice, day + days * day)).toBe(locked);
});

test("notes of a meeting that never ended stay open", () => {
  expect(isNoteOld({ endedAt: null }, "day", 100 * day)).toBe(false);
});
