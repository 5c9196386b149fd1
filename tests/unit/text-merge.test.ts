import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdit } from "@/lib/domain/text-edit.ts";
import { mergeTexts } from "@/lib/formats/text-merge.ts";

const merged = (base: string, mine: string, theirs: string): string => mergeTexts(base, mine, theirs).text;

test.each([
  ["only mine changed", "a", "a b", "a", "a b"],
  ["only theirs changed", "a", "a", "a b", "a b"],
  ["two lines apart", "one\ntwo\nthree", "ONE\ntwo\nthree", "one\ntwo\nTHREE", "ONE\ntwo\nTHREE"],
  ["a line between two of mine", "a\nb\nc\n", "A\nb\nC\n", "a\nB\nc\n", "A\nB\nC\n"],
  ["both at the same end, mine first", "Agenda", "Agenda: x", "Agenda, y", "Agenda: x, y"],
  ["a word going on where the other wrote", "hel", "hello", "helwor", "hellowor"],
  ["they removed what I changed", "keep this word", "keep this wOrd", "keep this ", "keep this wOrd"],
  ["I removed what they changed", "keep this word", "keep this ", "keep this wOrd", "keep this wOrd"],
  ["they removed what I wrote on at", "keep this word", "keep this wording", "keep this ", "keep this ing"],
  ["both removed the same", "a b c", "a c", "a c", "a c"],
  ["both changed one word", "the colour of it", "the color of it", "the colours of it", "the colors of it"],
  ["both put another word there", "see Ana soon", "see Bo soon", "see Cem soon", "see Bo Cem soon"],
  [
    "the same long words that came two ways",
    "",
    "Ask about the budget",
    "Ask about the budget",
    "Ask about the budget",
  ],
  ["the same letter from two hands", "", "a", "a", "aa"],
  ["an insertion before what they replaced", "x y", "x new y", "x z", "x new z"],
  ["signs of two units", "😀 b", "😁 b", " b", "😁 b"],
])("%s", (_, base, mine, theirs, expected) => {
  expect(merged(base, mine, theirs)).toBe(expected);
});

const text = fc.array(fc.constantFrom("a", "b ", "one ", "two ", "\n", "- ", "😀", "é"), { maxLength: 30 });

test("the edits lead from mine to the merged text", () => {
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const result = mergeTexts(base.join(""), mine.join(""), theirs.join(""));
      expect(result.edits.toReversed().reduce(applyEdit, mine.join(""))).toBe(result.text);
      expect(result.text.isWellFormed()).toBe(true);
    }),
  );
});

test("what one side did alone is the result", () => {
  fc.assert(
    fc.property(text, text, (base, other) => {
      expect(merged(base.join(""), other.join(""), base.join(""))).toBe(other.join(""));
      expect(merged(base.join(""), base.join(""), other.join(""))).toBe(other.join(""));
    }),
  );
});

test("no word that either side wrote is lost", () => {
  const edits = fc.array(fc.tuple(fc.nat(60), fc.nat(12)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(text, edits, edits, (words, my, their) => {
      const base = words.join("");
      // Each side writes words of its own and removes some of what was there, never what it wrote itself.
      const write = (side: string, from: readonly (readonly [number, number])[]): string =>
        from
          .map(([at, length], index) => ({
            at: Math.min(at, base.length),
            length,
            word: `<${side}${index}>`,
          }))
          .toSorted((a, b) => b.at - a.at)
          .reduce(
            ({ text: before, end }, { at, length, word }) => ({
              text: before.slice(0, at) + word + before.slice(Math.min(at + length, end)),
              end: at,
            }),
            { text: base, end: base.length },
          ).text;
      const mine = write("m", my);
      const theirs = write("t", their);
      const result = merged(base, mine, theirs);
      for (let index = 0; index < my.length; index += 1) expect(result).toContain(`m${index}`);
      for (let index = 0; index < their.length; index += 1) expect(result).toContain(`t${index}`);
    }),
    { numRuns: 2_000 },
  );
});
