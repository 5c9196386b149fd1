import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyWrite, type Change, type Patch } from "@/lib/domain/change.ts";
import { closings, isEmptyClosing, unrated } from "@/lib/domain/closing.ts";
import type { Stamped } from "@/lib/domain/envelope.ts";
import { folded, peopleNamed } from "@/lib/domain/find-people.ts";
import { type IntroPart, introNote, introParts } from "@/lib/domain/intro-note.ts";
import { kindPrefix } from "@/lib/domain/kind-prefix.ts";
import { byFit, fitOf } from "@/lib/domain/mentor-fit.ts";
import { personLinks } from "@/lib/domain/person-links.ts";
import { earlierPriorities } from "@/lib/domain/priorities.ts";
import { listed, relationsOf } from "@/lib/domain/relations.ts";

describe("somebody is found by three letters of their name", () => {
  const people = ["Dr. Amara Okafor", "Zoë Müller-Łukasz", "Ana María Núñez", "Đorđe O'Brien"].map(
    (name) => ({
      name,
    }),
  );

  test.each([
    ["ama", ["Dr. Amara Okafor"]],
    ["OKA", ["Dr. Amara Okafor"]],
    ["zoe", ["Zoë Müller-Łukasz"]],
    ["luk", ["Zoë Müller-Łukasz"]],
    ["nun", ["Ana María Núñez"]],
    ["ñuñ", ["Ana María Núñez"]],
    ["dor", ["Đorđe O'Brien"]],
    ["bri", ["Đorđe O'Brien"]],
    ["mar", ["Ana María Núñez", "Dr. Amara Okafor"]],
    ["ana nun", ["Ana María Núñez"]],
    ["nun ana", ["Ana María Núñez"]],
    ["xyz", []],
  ])("%s", (query, names) => {
    expect(peopleNamed(people, query).map((person) => person.name)).toEqual(names);
  });

  test("without letters there is everybody, by name", () => {
    expect(peopleNamed(people, " ").map((person) => person.name[0])).toEqual(["A", "Đ", "D", "Z"]);
  });

  test("each word of a name finds it, whatever its case and marks", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}]{3,12}( [\p{L}]{3,12})?$/u), (name) => {
        for (const word of name.split(" ")) {
          const letters = folded(word).slice(0, 3);
          if (letters) expect(peopleNamed([{ name }], letters)).toHaveLength(1);
        }
      }),
    );
  });
});

describe("candidates are ordered by the sum of three ratings", () => {
  test("what is missing is named, not counted as 0", () => {
    expect(fitOf({ experience: 5, time: null, willingness: 2 })).toEqual({ sum: 7, missing: ["time"] });
    expect(fitOf({})).toEqual({ sum: null, missing: ["experience", "time", "willingness"] });
    expect(fitOf({ experience: 1, time: 1, willingness: 1 })).toEqual({ sum: 3, missing: [] });
  });

  test("the best first; of two with the same sum the one that was rated wholly, then by name", () => {
    const rows = [
      { name: "Nobody rated" },
      { name: "Five", experience: 5 },
      { name: "Also five", experience: 2, time: 2, willingness: 1 },
      { name: "Best", experience: 5, time: 4, willingness: 5 },
      { name: "Alike", experience: 2, time: 2, willingness: 1 },
    ];
    expect(byFit(rows).map((row) => row.name)).toEqual([
      "Best",
      "Alike",
      "Also five",
      "Five",
      "Nobody rated",
    ]);
  });
});

describe("the introductory note", () => {
  const words = {
    greeting: (name: string) => `Dear ${name},`,
    plainGreeting: "Hello,",
    closing: "Kind regards",
  };
  const empty = { who: "", why: "", ask: "", offer: "" };

  test("says what was written, in its order, from one name to the other", () => {
    const parts = { who: "I am Carla.", why: "Your talk. ", ask: "A coffee?", offer: "A map." };
    expect(introNote(parts, { to: "Priya", from: "Carla" }, words)).toBe(
      "Dear Priya,\n\nI am Carla.\n\nYour talk.\n\nA coffee?\n\nA map.\n\nKind regards\nCarla",
    );
    expect(introNote({ ...empty, ask: "A coffee?" }, { to: "", from: "" }, words)).toBe(
      "Hello,\n\nA coffee?\n\nKind regards",
    );
    expect(introNote(empty, { to: "Priya", from: "Carla" }, words)).toBe("");
  });

  test("contains no unfilled placeholder, whatever is empty", () => {
    const text = fc.oneof(fc.constant(""), fc.constant("  \n "), fc.stringMatching(/^[a-z][a-z .\n]{0,40}$/));
    const record = fc.record(Object.fromEntries(introParts.map((part) => [part, text])));
    fc.assert(
      fc.property(record, text, text, (drawn, to, from) => {
        const parts = drawn as Record<IntroPart, string>;
        const note = introNote(parts, { to, from }, words);
        expect(note).not.toMatch(/[$[\]{}<>_]|undefined|null|\n{3}| ,|^\s|\s$/u);
        expect(note).not.toMatch(/Dear\s*,/u);
        for (const part of introParts) {
          const first = parts[part].trim().split("\n")[0]?.trim() ?? "";
          expect(note).toContain(first);
        }
      }),
    );
  });
});

test.each([
  ["https://example.org/talk", "https://example.org/talk"],
  ["example.org", "https://example.org/"],
  ["priya@example.org", "mailto:priya@example.org"],
  ["mailto:priya@example.org", "mailto:priya@example.org"],
  ["javascript:alert(1)", null],
  ["data:text/html,hi", null],
  ["https://user:secret@example.org", null],
  ["file:///etc/passwd", null],
  ["chrome://settings", null],
  ["Her desk, third floor", null],
  ["localhost", null],
])("a line of links: %s leads to %s", (text, href) => {
  expect(personLinks(`\n ${text} \n`)).toEqual([{ text, href }]);
});

test("what somebody is follows from the mentorships with them", () => {
  const with_ = (role: "mentee" | "mentor" | "both") => [{ partnerId: "p", role }];
  const person = { id: "p", candidate: false };
  expect(relationsOf(person, with_("mentee"))).toEqual(["mentor"]);
  expect(relationsOf(person, with_("mentor"))).toEqual(["mentee"]);
  expect(relationsOf(person, with_("both"))).toEqual(["mentor", "mentee"]);
  expect(relationsOf({ ...person, candidate: true }, with_("mentor"))).toEqual(["mentee", "candidate"]);
  expect(relationsOf({ ...person, candidate: true }, [])).toEqual(["candidate"]);
  expect(relationsOf(person, [{ partnerId: "other", role: "mentee" }])).toEqual(["peer"]);
});

test("a stand-in without a name is listed only while a mentorship is with it; oneself and the trash never", () => {
  const people = [
    { id: "me", name: "Carla", deletedAt: null },
    { id: "a", name: "Amara", deletedAt: null },
    { id: "gone", name: "Gone", deletedAt: 1 },
    { id: "stand-in", name: "", deletedAt: null },
  ];
  const ids = (partnerId: string) => listed(people, [{ partnerId, meId: "me" }], "me").map((row) => row.id);
  expect(ids("stand-in")).toEqual(["a", "stand-in"]);
  expect(ids("a")).toEqual(["a"]);
});

describe("priorities", () => {
  const hour = 3_600_000;
  /** The log of a person whose priorities were these, at these hours. */
  function logOf(...said: readonly (readonly [at: number, text: string, undoes?: string])[]): Change[] {
    let row: (Stamped & Patch) | undefined;
    return said.flatMap(([at, text, undoes], index) => {
      const write = { table: "people" as const, id: "p", patch: { name: "Amara", priorities: text } };
      const last = index === 0 ? undefined : ([(at - 1) * hour, 0, "w"] as const);
      const applied = applyWrite(row, write, {
        now: at * hour,
        writer: "w",
        author: "me",
        act: `act-${index}`,
        did: undoes ? "undo" : "editPerson",
        undoes,
        last: last && [...last],
      });
      row = applied?.row ?? row;
      return applied ? [applied.change] : [];
    });
  }

  test("new ones keep the old with its days, the latest first", () => {
    expect(earlierPriorities(logOf([1, "Migration"], [5, "Guild"], [9, "Hiring"]))).toEqual([
      { text: "Guild", since: 5 * hour, until: 9 * hour },
      { text: "Migration", since: 1 * hour, until: 5 * hour },
    ]);
  });

  test("a correction right after leaves nothing behind, nor does what was taken back", () => {
    expect(earlierPriorities(logOf([1, "Migartion"], [1.1, "Migration"]))).toEqual([]);
    expect(earlierPriorities(logOf([1, "Migration"], [5, "Oops"], [6, "Migration", "act-1"]))).toEqual([]);
  });
});

test("a closing evaluation says what was not rated, and is empty only where there is nothing in it", () => {
  const nothing = { goalsMet: null, lessons: " ", text: "" };
  expect(isEmptyClosing(nothing)).toBe(true);
  expect(isEmptyClosing({ ...nothing, relationship: 1 })).toBe(false);
  expect(isEmptyClosing({ ...nothing, text: "Thank you" })).toBe(false);
  expect(unrated({ goalsMet: 3, relationship: 1 })).toEqual(["expectationsMet"]);
});

test("closing evaluations stand with the latest day first", () => {
  const row = (on: string, createdAt: number, deletedAt: number | null = null) => ({
    kind: "closing" as const,
    on,
    createdAt,
    deletedAt,
  });
  const rows = [row("2026-01-05", 1), row("2026-03-01", 2), row("2026-03-01", 3), row("2026-04-01", 4, 9)];
  expect(closings(rows).map((each) => each.createdAt)).toEqual([3, 2, 1]);
});

describe("the kind that a line begins with", () => {
  const names = [
    ["lesson", "Lesson"],
    ["question", "Question"],
  ] as const;

  test.each([
    ["lesson: ask first", { kind: "lesson", rest: "ask first" }],
    ["  QUESTION :  why", { kind: "question", rest: "why" }],
    ["lesson: ", { kind: "lesson", rest: "" }],
    ["lesson:", null],
    ["lesson:https://example.org", null],
    ["lessons: two", null],
    ["A lesson: ask first", null],
    [": nothing", null],
    ["no kind at all", null],
  ])("%j", (line, expected) => {
    expect(kindPrefix(line, names)).toEqual(expected);
  });
});
