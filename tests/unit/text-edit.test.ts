import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdit, editsBetween } from "@/lib/domain/text-edit.ts";

const text = fc
  .array(fc.constantFrom("a", "b ", "one", "\n", "\n\n", "- x\n", "😀"), { maxLength: 60 })
  .map((parts) => parts.join(""));

test("the edits make the other text, from back to front, and none touches another", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edits = editsBetween(before, after);
      expect(edits.toReversed().reduce(applyEdit, before)).toBe(after);
      for (const [index, { from }] of edits.entries()) {
        expect(from).toBeGreaterThanOrEqual(edits[index - 1]?.to ?? 0);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("words at several places of a long text are as many small edits, also with lines put in and taken out", () => {
  const lines = Array.from({ length: 5_000 }, (_, n) => `Line ${n} of what was said`);
  const before = lines.join("\n");
  lines[10] += ", one";
  lines.splice(2_000, 3, "put in", "and this");
  lines[4_990] = "last";
  const edits = editsBetween(before, lines.join("\n"));
  expect(edits.toReversed().reduce(applyEdit, before)).toBe(lines.join("\n"));
  expect(edits).toHaveLength(3);
  expect(edits.reduce((sum, { insert }) => sum + insert.length, 0)).toBeLessThan(100);
});

test("of two texts that have nothing in common it is one edit, and soon found", () => {
  const [before, after] = ["a", "b"].map((word) =>
    Array.from({ length: 20_000 }, (_, n) => `${word}${n}`).join("\n"),
  ) as [string, string];
  const edits = editsBetween(before, after);
  expect(edits).toHaveLength(1);
  expect(edits.reduce(applyEdit, before)).toBe(after);
});
