import fc from "fast-check";
import { expect, test } from "vitest";
import type { Stamp } from "@/lib/domain/hlc.ts";
import { mergeRows, withOtherId } from "@/lib/domain/merge.ts";
import { canonicalJson } from "@/lib/domain/canonical-json.ts";

const fields = ["title", "status", "dueOn"] as const;

/** A stamp goes with its value wherever it is: an edit is one thing. */
const row = fc
  .record(Object.fromEntries(fields.map((field) => [field, fc.option(fc.nat(20), { nil: undefined })])))
  .map((edits) => {
    const edited = Object.entries(edits).filter(([, at]) => at !== undefined) as [string, number][];
    return {
      id: "one",
      ...Object.fromEntries(edited.map(([field, at]) => [field, `${field} as of ${at}`])),
      _c: Object.fromEntries(edited.map(([field, at]): [string, Stamp] => [field, [at, 0, "w"]])),
    };
  });

test("merging edits is the same in whatever order, and as often as it is done", () => {
  fc.assert(
    fc.property(row, row, row, (a, b, c) => {
      const same = (left: unknown, right: unknown): void =>
        expect(canonicalJson(left)).toBe(canonicalJson(right));
      same(mergeRows(a, b), mergeRows(b, a));
      same(mergeRows(mergeRows(a, b), c), mergeRows(a, mergeRows(b, c)));
      same(mergeRows(a, a), a);
      expect(mergeRows(mergeRows(a, b), b)).toEqual(mergeRows(a, b));
    }),
  );
});

test("a field that nobody edited gives way, and fills what is missing", () => {
  const mine = { id: "one", title: "mine", _c: {} };
  const theirs = { id: "one", title: "theirs", dueOn: "2026-11-24", _c: {} };
  expect(mergeRows(mine, theirs)).toEqual({ ...mine, dueOn: "2026-11-24" });
  const edited = { ...theirs, _c: { title: [1, 0, "w"] as Stamp } };
  expect(mergeRows(mine, edited)).toMatchObject({ title: "theirs", _c: { title: [1, 0, "w"] } });
  expect(mergeRows(edited, mine)).toBe(edited);
});

test("another id is put where ids are, and never into what was written", () => {
  const before = {
    id: "note.m1.a",
    author: "a",
    meId: "a",
    partnerId: "b",
    meetingId: "m1",
    text: "a",
    title: "note.x.a",
  };
  expect(withOtherId(before, "a", "z")).toEqual({ ...before, id: "note.m1.z", author: "z", meId: "z" });
});
