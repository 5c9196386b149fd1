import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEmptyQuery, parseQuery, type SearchQuery } from "@/lib/domain/search-query.ts";

const words = (query: SearchQuery): string[] =>
  query.conditions.map(({ parts, prefix }) => parts.map(({ word }) => word).join("+") + (prefix ? "*" : ""));

describe("what was typed is read", () => {
  test.each([
    ["retry", ["retry*"]],
    ["Retry Rules", ["retry", "rules*"]],
    ["retry rules ", ["retry", "rules*"]],
    ["retry -", ["retry*"]],
    ['"retry rules"', ["retry+rules"]],
    ['"retry ru', ["retry+ru*"]],
    ["„Über alles“", ["uber+alles"]],
    ['plan "order sync" dra', ["plan", "order+sync", "dra*"]],
    ["日本語", ["日本語"]],
    ["rust入門", ["rust", "入門"]],
    ["follow-up", ["follow", "up*"]],
    ["https://example.org", ["https", "example", "org*"]],
    ["note:this", ["note", "this*"]],
    ["mankind:x", ["mankind", "x*"]],
    ["!?", []],
  ])("%s", (typed, expected) => {
    expect(words(parseQuery(typed))).toEqual(expected);
  });

  test.each<[string, Partial<SearchQuery>]>([
    ["kind:goal", { kinds: ["goal"] }],
    ["kind:Goals", { kinds: ["goal"] }],
    ["kind:adv", { kinds: ["advice"] }],
    ["kind:win kind:lesson", { kinds: ["win", "lesson"] }],
    ["kind:", {}],
    ["kind:dragon", { unknown: ["kind:dragon"] }],
    ['person:"Amara Okafor"', { people: ["Amara Okafor"] }],
    ["person:amara", { people: ["amara"] }],
    ['goal:"design an', { goals: ["design an"] }],
    ["tag:#Hiring", { tags: ["hiring"] }],
    ["is:open", { states: ["open"] }],
    ["is:trash IS:DONE", { states: ["trash", "done"] }],
    ["is:late", { unknown: ["is:late"] }],
    ["from:2026", { days: { from: "2026", to: "9999-99-99" } }],
    ["from:2026-1", { days: { from: "2026", to: "9999-99-99" } }],
    ["to:2026-10", { days: { from: "0000", to: "2026-10-99" } }],
    ["from:2026-10-05 to:2026-11-24", { days: { from: "2026-10-05", to: "2026-11-24" } }],
    ["from:yesterday", { unknown: ["from:yesterday"] }],
  ])("filter %s", (typed, expected) => {
    expect(parseQuery(typed)).toEqual({ ...parseQuery(""), ...expected });
  });

  test("words and filters stand in any order", () => {
    const query = parseQuery('kind:advice retry person:"Amara" is:open rul');
    expect(words(query)).toEqual(["retry", "rul*"]);
    expect(query).toMatchObject({ kinds: ["advice"], people: ["Amara"], states: ["open"] });
  });

  test("anything can be typed, and it takes no time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (typed) => {
        expect(parseQuery(typed).conditions.length).toBeLessThanOrEqual(24);
      }),
    );
    const startedAt = performance.now();
    parseQuery('"'.repeat(1_000_000));
    parseQuery("kind:".repeat(1_000_000));
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  test("nothing to look for is known", () => {
    expect(["", "  ", '"', "…", "kind:"].map((typed) => isEmptyQuery(parseQuery(typed)))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(isEmptyQuery(parseQuery("is:open"))).toBe(false);
  });
});
