import { describe, expect, test } from "vitest";
import type { Patch } from "@/lib/domain/change.ts";
import { recordSchemas } from "@/lib/domain/record-schemas.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import { mark, searchDocument, wordsOf } from "@/lib/domain/search-document.ts";
import { searchFields, unsearchedFields } from "@/lib/domain/search-fields.ts";
import { hasWords, termsOf } from "@/lib/domain/search-match.ts";
import { parseQuery } from "@/lib/domain/search-query.ts";
import { type Piece, snippetOf } from "@/lib/domain/search-snippet.ts";

const document = (text: string, row: Patch = {}, table: TableName = "entries") =>
  searchDocument(table, { id: "e1", text, createdAt: 0, ...row }, "Europe/Berlin");

describe("what is found in what", () => {
  test.each([
    ["retry", "The Retry rules", true],
    ["ret", "The Retry rules", true],
    ["ret rules", "The Retry rules", false],
    ["rules retry", "The Retry rules", true],
    ['"retry rules"', "The Retry – rules", true],
    ['"rules retry"', "The Retry rules", false],
    ['"retry rul"', "The Retry rules", false],
    ['"retry rul', "The Retry rules", true],
    ["uber", "Über alles", true],
    ["Über", "uber alles", true],
    ["GRÖSSE", "Die Größe", true],
    ["yildiz", "Elif Yıldız", true],
    ["İSTANBUL", "istanbul'da", true],
    ["محمد", "مُحَمَّد قال", true],
    ["مدرسه", "المدرسة مدرسة", true],
    ["שלום", "שָׁלוֹם לך", true],
    ["日本", "私は日本語を話す", true],
    ["本語を", "私は日本語を話す", true],
    ["日語", "私は日本語を話す", false],
    ["日", "今日", true],
    ["语", "中文语言", true],
    ["中文 语言", "中文语言", true],
    ['"中文 语言"', "中文语言", false],
    ["ガイド", "ｶﾞｲﾄﾞ", true],
    ["rust 入", "Rust入門", true],
  ])("%s in %s: %s", (typed, text, expected) => {
    const { conditions } = parseQuery(typed);
    expect(hasWords(document(text), conditions)).toBe(expected);
    // What is found is in the index under all of its words; the rest is sorted out by reading.
    const words = [...wordsOf(document(text))];
    const indexed = conditions
      .flatMap(termsOf)
      .every(({ word, prefix }) => words.some((each) => (prefix ? each.startsWith(word) : each === word)));
    if (expected) expect(indexed).toBe(true);
  });

  test("a phrase does not go on from one text into the next", () => {
    const goal = searchDocument("goals", { id: "g", title: "Retry", why: "rules matter" }, "UTC");
    expect(hasWords(goal, parseQuery('"retry rules"').conditions)).toBe(false);
    expect(hasWords(goal, parseQuery("retry rules").conditions)).toBe(true);
  });
});

describe("a record is marked", () => {
  test("with its kind, what it belongs to, its day, state and tags", () => {
    const row = {
      id: "m1",
      mentorshipId: "s1",
      goalId: "g1",
      title: "Draft",
      dueOn: "2026-11-30",
      status: "open",
      tags: ["Größe"],
      worked: "All #retry but#not",
    };
    expect([...searchDocument("milestones", row, "UTC").marks].toSorted()).toEqual(
      [
        mark("table", "milestones"),
        mark("kind", "milestone"),
        mark("in", "milestones/m1"),
        mark("in", "mentorships/s1"),
        mark("in", "goals/g1"),
        mark("state", "open"),
        mark("day", "2026-11-30"),
        mark("tag", "grosse"),
        mark("tag", "retry"),
      ].toSorted(),
    );
  });

  test("with the day it was written where it says no other, in the zone of the reader", () => {
    const at = Date.parse("2026-11-24T23:30:00Z");
    expect(document("x", { createdAt: at }).marks).toContain(mark("day", "2026-11-25"));
  });

  test("whatever its fields are", () => {
    for (const table of tableNames) {
      const row = Object.fromEntries(
        [...searchFields[table].texts, "title", "tags", "visits", "goals", "on", "createdAt", "kind"].map(
          (name, index) => [name, [null, 7, {}, [[1], null], "\0\ud83d", Number.NaN][index % 6]],
        ),
      );
      for (const word of wordsOf(searchDocument(table, { ...row, id: "a\nb\u0001" }, "UTC"))) {
        expect(word.slice(1)).not.toMatch(/\p{Cc}/u);
      }
    }
  });
});

test("every text of every schema is found, or left out on purpose", () => {
  const inner = (schema: unknown): { type: string } => {
    const def = (schema as { _zod: { def: { type: string; innerType?: unknown } } })._zod.def;
    return def.innerType ? inner(def.innerType) : def;
  };
  const envelope = new Set(["id", "author", "space", "visibility"]);
  for (const table of tableNames) {
    const { shape } = recordSchemas[table]._zod.def as unknown as { shape: Record<string, unknown> };
    const texts = Object.keys(shape).filter(
      (name) =>
        inner(shape[name]).type === "string" && !envelope.has(name) && !/(?:Id|In|On|Time)$|^on$/.test(name),
    );
    const { title, texts: more } = searchFields[table];
    const known = [title, ...more, ...(unsearchedFields[table] ?? [])].filter(Boolean);
    expect(known.toSorted(), table).toEqual(texts.toSorted());
  }
});

describe("what was found is shown", () => {
  const shown = (pieces: readonly Piece[]): string =>
    pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");
  const snippet = (typed: string, text: string) =>
    shown(snippetOf(document(text), parseQuery(typed).conditions).text);

  test.each([
    ["retry", "The Retry rules", "The [Retry] rules"],
    ["ret", "The Retry rules", "The [Ret]ry rules"],
    ['"retry rules"', "The Retry, rules: retry", "The [Retry, rules]: retry"],
    ["gross", "Die Größe", "Die [Größe]"],
    ["本語", "私は日本語を話す", "私は日[本語]を話す"],
    ["yil", "Elif Yıldız", "Elif [Yıl]dız"],
    ["", "All of it", "All of it"],
    ["two", "# One\n\n- two\n* three > 2", "One · [two] · three > 2"],
    ["bold", "It is **bold** and *slanted*, 2*3 ** 4", "It is [bold] and slanted, 2*3 ** 4"],
  ])("%s in %s", (typed, text, expected) => {
    expect(snippet(typed, text)).toBe(expected);
  });

  test("out of a long text it is cut, at words", () => {
    const text = `${"one two three ".repeat(5_000)}needle${" four five six".repeat(5_000)}`;
    const cut = snippet("needle", text);
    expect(cut).toMatch(/^… (?:one|two|three) .*\[needle\] four .* …$/);
    expect(cut.length).toBeLessThan(220);
  });

  test("all of it together is the text", () => {
    const text = "Retry retry-rules and the retry";
    const pieces = snippetOf(document(text), parseQuery("retry r").conditions).text;
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  });
});
