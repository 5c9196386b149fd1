import { describe, expect, test } from "vitest";
import { addWords, flatten, fold, partsOf } from "@/lib/domain/search-words.ts";

describe("a text is folded", () => {
  test.each([
    ["Café Zoë", "cafe zoe"],
    ["Cafe\u0301", "cafe"],
    ["Straße, Maß, GROẞ", "strasse, mass, gross"],
    ["Übung Äpfel", "ubung apfel"],
    ["İstanbul ISPARTA ığdır Yıldız", "istanbul isparta igdir yildiz"],
    ["Łódź Øresund æther", "lodz oresund aether"],
    ["ΟΔΟΣ οδός", "οδοσ οδοσ"],
    ["йогурт ёлка", "иогурт елка"],
    ["مُحَمَّد أحمد إلى مدرسة كـــتاب", "محمد احمد الي مدرسه كتاب"],
    ["שָׁלוֹם", "שלום"],
    ["ｶﾞｲﾄﾞ ガイド が", "ガイド ガイド が"],
    ["２０２４ ﬁne", "2024 fine"],
    ["한국어", "한국어"],
    ["हिन्दी", "हिन्दी"],
  ])("%s → %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe("a text is found by these words", () => {
  const words = (text: string): string[] => {
    const found = new Set<string>();
    addWords(text, found);
    return [...found];
  };
  test.each([
    ["Retry rules, v2 (draft)", ["retry", "rules", "v2", "draft"]],
    ["Amara’s one-to-one", ["amara", "s", "one", "to"]],
    ["Überblick über alles", ["uberblick", "uber", "alles"]],
    ["日本語", ["日本", "本語", "語"]],
    ["Rust入門 2", ["rust", "入門", "門", "2"]],
    ["学", ["学"]],
    ["𠮷野家", ["𠮷野", "野家", "家"]],
    ["½ cup", ["1", "2", "cup"]],
    ["👩‍👩‍👧 🏔️ \ud83d", []],
    ["", []],
  ])("%s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test("a word that never ends is known by its beginning", () => {
    expect(words("x".repeat(1_000_000))).toEqual(["x".repeat(64)]);
  });

  test("the quick way for English gives what the other gives", () => {
    const text = "The quick brown-fox, 12 times: __proto__ [x](https://example.org/a?b=c)\n\n- done";
    expect(flatten(text)).toBe(` ${Array.from(partsOf(text), ({ word }) => word).join(" ")} `);
  });

  test("each word knows where it stands", () => {
    const text = "Ein Größenwahn in 日本語, ½";
    const found = Array.from(partsOf(text), ({ from, to }) => text.slice(from, to));
    expect(found).toEqual(["Ein", "Größenwahn", "in", "日本語", "½", "½"]);
  });
});
