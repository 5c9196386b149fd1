import fc from "fast-check";
import { expect, test } from "vitest";
import { extractCaptures, timeMarkOf } from "@/lib/domain/wrap-up.ts";
import corpus from "@/tests/fixtures/notes.tsv?raw";

/** Tuesday 24 November 2026, 16:30 in Berlin. */
const calendar = (locale: string) => ({
  now: Date.parse("2026-11-24T15:30:00Z"),
  timeZone: "Europe/Berlin",
  locale,
});

const rows = corpus
  .split("\n")
  .filter(Boolean)
  .map((line) => line.split("\t") as [locale: string, note: string, expected: string]);

const unescaped = (note: string): string => note.replaceAll("\\r", "\r").replaceAll("\\n", "\n");

const spelled = (note: string, locale: string): string =>
  extractCaptures(note, calendar(locale))
    .map((each) =>
      [
        each.kind,
        each.owner ?? "",
        each.ownerName ?? "",
        each.dueOn ?? "",
        each.kind === "action" && !each.must ? "nice" : "",
        each.text,
      ].join("|"),
    )
    .join(" ;; ") || "none";

test("the corpus has at least 150 notes", () => {
  expect(rows.length).toBeGreaterThanOrEqual(150);
});

test.each(rows)("%s: %s gives %s", (locale, note, expected) => {
  expect(spelled(unescaped(note), locale)).toBe(expected);
});

test("a capture knows its line and its words as they were written", () => {
  const [first, second] = extractCaptures("Talked\n\n- ! Send it\n=> Guild first", calendar("en-GB"));
  expect(first).toMatchObject({ line: 2, source: "- ! Send it" });
  expect(second).toMatchObject({ line: 3, source: "=> Guild first" });
});

test.each([
  ["[06:42] ! Send it", 402],
  ["- [1:06:42] => Guild first", 4_002],
  ["> 2. [00:00] win: begun", 0],
  ["! Send it", null],
  ["! Send it at [06:42] sharp", null],
  ["14:30 is no time since the start", null],
  ["[14:75] is none at all", null],
])("the time mark of %s is %s", (line, seconds) => {
  expect(timeMarkOf(line)).toBe(seconds);
});

test("today is today all day, and the zone decides which day that is", () => {
  const late = Date.parse("2026-11-24T23:30:00Z");
  const on = (timeZone: string) =>
    extractCaptures("! send it today", { now: late, timeZone, locale: "en-GB" })[0]?.dueOn;
  expect(on("UTC")).toBe("2026-11-24");
  expect(on("Europe/Berlin")).toBe("2026-11-25");
  expect(on("America/New_York")).toBe("2026-11-24");
});

const notes = fc.array(
  fc.oneof(
    fc.constantFrom(...rows.map(([, note]) => unescaped(note))),
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      "! ",
      "? ",
      "=> ",
      "```",
      "@",
      "@both ",
      "by ",
      "\0",
      "\u202e",
      "- [ ] ",
      "1.1.",
      "next ",
    ),
  ),
  { maxLength: 12 },
);

test("whatever stands in the notes, nothing is invented and nothing breaks", () => {
  fc.assert(
    fc.property(notes, fc.constantFrom("en-GB", "en-US", "de-DE", "x"), (lines, locale) => {
      const markdown = lines.join("\n");
      const found = extractCaptures(markdown, calendar(locale));
      expect(extractCaptures(markdown, calendar(locale))).toEqual(found);
      for (const { text, source, dueOn, line } of found) {
        expect(markdown.split(/\r\n|[\n\r]/u)[line]).toBe(source);
        const letters = (words: string) => words.match(/[\p{L}\p{N}]/gu) ?? [];
        expect(letters(source).join("")).toContain(letters(text)[0] ?? "");
        expect(letters(text).every((letter) => source.includes(letter))).toBe(true);
        if (dueOn !== null) expect(dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("a very long note is read in a time that grows with its length", () => {
  const long = `win: a${"-".repeat(400_000)}x\n${"x".repeat(200_000)}\n! ${"@a ".repeat(60_000)}\n${"! send it by Friday\n".repeat(500)}`;
  expect(extractCaptures(long, calendar("en-GB")).length).toBeGreaterThan(0);
});
