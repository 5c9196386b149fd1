import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "@/lib/domain/canonical-json.ts";

test("keys stand in the order of their code units at every depth, without white space", () => {
  const value = {
    b: [{ z: 1, a: null }],
    "10": 1,
    "9": 2,
    "": 3,
    "\ue000": 4,
    "\u{10000}": 5,
    ä: 6,
    a: true,
  };
  expect(canonicalJson(value)).toBe(
    '{"":3,"10":1,"9":2,"a":true,"b":[{"a":null,"z":1}],"ä":6,"\u{10000}":5,"\ue000":4}',
  );
});

test("what JSON cannot say is left out as JSON.stringify does it", () => {
  expect(canonicalJson({ a: undefined, b: [undefined, Number.NaN], c: -0, d: 1e21 })).toBe(
    '{"b":[null,null],"c":0,"d":1e+21}',
  );
  expect(canonicalJson("\u0000\u2028\ud83d")).toBe('"\\u0000\u2028\\ud83d"');
});

test(
  "says the same of a value whatever the order of its keys, and loses nothing",
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);
        const read: unknown = JSON.parse(text);
        expect(canonicalJson(read)).toBe(text);
        expect(canonicalJson(turned(value))).toBe(text);
        expect(read).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  },
);

/** The same with all keys in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => turned(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, field]) => [key, turned(field)]),
  );
}
