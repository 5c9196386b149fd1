import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdit, editBetween, type Stretch, stretchAfter } from "@/lib/domain/text-edit.ts";
import { mergeTexts } from "@/lib/formats/text-merge.ts";

const merged = (base: string, mine: string, theirs: string): string => mergeTexts(base, mine, theirs).text;

test.each([
  ["only mine changed", "a", "a b", "a", "a b"],
  ["only theirs changed", "a", "a", "a b", "a b"],
  ["two lines apart", "one\ntwo\nthree", "ONE\ntwo\nthree", "one\ntwo\nTHREE", "ONE\ntwo\nTHREE"],
  ["a line between two of mine", "a\nb\nc\n", "A\nb\nC\n", "a\nB\nc\n", "A\nB\nC\n"],
  ["both at the same end, mine first", "Agenda", "Agenda: x", "Agenda, y", "Agenda: x\n, y"],
  ["both at the same end, each with a line of its own", "A", "A\nmine", "A\ntheirs", "A\nmine\ntheirs"],
  ["both within a line", "see  soon", "see Bo soon", "see Cem soon", "see Bo Cem soon"],
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
  ["the same letter from two hands", "", "a", "a", "a\na"],
  ["an insertion before what they replaced", "x y", "x new y", "x z", "x new z"],
  ["signs of two units", "😀 b", "😁 b", " b", "😁 b"],
])("%s", (_, base, mine, theirs, expected) => {
  expect(merged(base, mine, theirs)).toBe(expected);
});

test("a word is gone on with by whoever began it, whichever window puts the two together", () => {
  expect(mergeTexts("hel", "hello", "helwor", 3).text).toBe("hello\nwor");
  expect(mergeTexts("hel", "helwor", "hello", -1)).toEqual({
    text: "hello\nwor",
    edits: [{ from: 3, to: 3, insert: "lo\n" }],
  });
  expect(mergeTexts("hel", "hel, and", "hello", 1).text).toBe("hello\n, and");
});

test("two hands that begin at the same place and go on never come between each other's words", () => {
  const typing = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 4 })), { maxLength: 40 });
  fc.assert(
    fc.property(fc.constantFrom<string>("", "so far", "so far.\n"), typing, (start, turns) => {
      const sentences = ["alpha beta gamma delta epsilon", "one two three four five six seven"];
      const windows = sentences.map((sentence) => {
        return { sentence, words: start, saved: start, at: start.length, own: null as Stretch | null };
      });
      let stored = start;
      const save = (window: (typeof windows)[number]): void => {
        if (stored !== window.saved) {
          const joined = mergeTexts(window.saved, window.words, stored, window.own?.to ?? -1);
          // A caret stays before what is put in where it stands.
          for (const edit of joined.edits.toReversed())
            if (edit.from < window.at) window.at += edit.insert.length;
          const edit = editBetween(window.saved, stored);
          if (edit) window.own = stretchAfter(window.own, edit, false);
          window.words = joined.text;
        }
        const edit = editBetween(stored, window.words);
        if (edit) window.own = stretchAfter(window.own, edit, true);
        stored = window.saved = window.words;
      };
      const type = (window: (typeof windows)[number], count: number): void => {
        const keys = window.sentence.slice(0, count);
        window.words = window.words.slice(0, window.at) + keys + window.words.slice(window.at);
        window.at += keys.length;
        window.sentence = window.sentence.slice(count);
      };
      // Both have begun before either is saved.
      for (const window of windows) type(window, 1);
      for (const [first, count] of turns) {
        const window = windows[first ? 0 : 1];
        if (!window) continue;
        type(window, count);
        if (count % 2 === 0) save(window);
      }
      for (const window of windows) type(window, 50);
      for (const window of [...windows, ...windows]) save(window);
      for (const sentence of sentences) expect(stored).toContain(sentence);
      expect(stored.split("\n").filter(Boolean).length).toBeGreaterThanOrEqual(2);
    }),
    { numRuns: 1_000 },
  );
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
