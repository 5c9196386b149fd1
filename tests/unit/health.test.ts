import { expect, test } from "vitest";
import { ailmentOf, Canary, type Found } from "@/lib/domain/health.ts";

const canary: Canary = { dbId: "w1", counts: { goals: 3, notes: 2 }, lastN: 40, at: 0 };
const well: Found = { dbId: "w1", counts: { goals: 3, notes: 2 }, lastN: 40 };

test("what holds at least as much as is known is well", () => {
  expect(ailmentOf(canary, well)).toBeNull();
  expect(ailmentOf(canary, { ...well, counts: { goals: 4, notes: 2, topics: 1 }, lastN: 50 })).toBeNull();
});

test("without a canary, or with one that knows of nothing, nothing is missed", () => {
  const empty: Found = { dbId: null, counts: {}, lastN: 0 };
  expect(ailmentOf(null, empty)).toBeNull();
  expect(ailmentOf({ ...canary, counts: { goals: 0 } }, empty)).toBeNull();
});

test("a database without a name or with another one was emptied, whatever was written to it since", () => {
  expect(ailmentOf(canary, { dbId: null, counts: { goals: 0 }, lastN: 0 })).toBe("emptied");
  expect(ailmentOf(canary, { dbId: "w2", counts: { goals: 9, notes: 9 }, lastN: 90 })).toBe("emptied");
});

test("fewer rows of one table, or a shorter log, is a part", () => {
  expect(ailmentOf(canary, { ...well, counts: { goals: 3, notes: 1 } })).toBe("partial");
  expect(ailmentOf(canary, { ...well, counts: { goals: 3 } })).toBe("partial");
  expect(ailmentOf(canary, { ...well, lastN: 39 })).toBe("partial");
});

test("while rows are taken away on purpose there may be fewer, but not none", () => {
  const loose = { ...canary, loose: true };
  expect(ailmentOf(loose, { ...well, counts: {}, lastN: 41 })).toBeNull();
  expect(ailmentOf(loose, { ...well, dbId: "w2" })).toBeNull();
  expect(ailmentOf(loose, { dbId: null, counts: {}, lastN: 0 })).toBe("emptied");
});

test("where the person went on with a database that nothing was written to, its canary is well and misses nothing", () => {
  const nameless = { dbId: null, counts: { goals: 0 }, lastN: 0, at: 0 };
  expect(Canary.parse(nameless)).toEqual(nameless);
  expect(ailmentOf(nameless, well)).toBeNull();
});
