import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayFromWords } from "@/lib/domain/natural-day.ts";
import { type QuickStep, readQuickStep, readQuickSteps } from "@/lib/domain/quick-add.ts";

/** A Wednesday. */
const today = "2026-11-25";

test.each<[words: string, day: string | null]>([
  ["today", "2026-11-25"],
  ["Tomorrow", "2026-11-26"],
  ["fri", "2026-11-27"],
  ["friday", "2026-11-27"],
  ["wed", "2026-12-02"],
  ["next mon", "2026-11-30"],
  ["next fri", "2026-12-04"],
  ["next week", "2026-11-30"],
  ["next month", "2026-12-01"],
  ["end of month", "2026-11-30"],
  ["in 2 weeks", "2026-12-09"],
  ["in 3 days", "2026-11-28"],
  ["in a month", "2026-12-25"],
  ["in 1 year", "2027-11-25"],
  ["2w", "2026-12-09"],
  ["10d", "2026-12-05"],
  ["2026-12-18", "2026-12-18"],
  ["12 dec", "2026-12-12"],
  ["12. December", "2026-12-12"],
  ["dec 12", "2026-12-12"],
  ["12 dec 2027", "2027-12-12"],
  ["24 nov", "2027-11-24"],
  ["25 nov", "2026-11-25"],
  ["29 feb", "2028-02-29"],
  ["31 jan", "2027-01-31"],
  ["31 feb", null],
  ["29 feb 2027", null],
  ["2026-02-30", null],
  ["someday", null],
  ["fr", null],
  ["in weeks", null],
  ["", null],
])("“%s” is %s on Wednesday 25 November 2026", (words, day) => {
  expect(dayFromWords(words, today)).toBe(day);
});

test("a month that is too short ends on its last day", () => {
  expect(dayFromWords("in a month", "2027-01-31")).toBe("2027-02-28");
});

describe("a step in one line", () => {
  test.each<[line: string, step: Partial<QuickStep>]>([
    [
      "Read book @fri #growth !must",
      { title: "Read book", dueOn: "2026-11-27", tags: ["growth"], must: true, phase: null, owner: null },
    ],
    [
      "@in 2 weeks Show the draft #feedback @both",
      { title: "Show the draft", dueOn: "2026-12-09", phase: "feedback", owner: "both", tags: [] },
    ],
    ["Ask Jonas @12 dec 2027 about it", { title: "Ask Jonas about it", dueOn: "2027-12-12" }],
    ["Shadow @them #Practice #grün #wave_2", { owner: "them", phase: "practice", tags: ["grün", "wave_2"] }],
    ["Write to @jonas about issue #12", { title: "Write to @jonas about issue #12", tags: [], dueOn: null }],
    ["Call @me @someday !maybe", { title: "Call @me @someday !maybe", must: false, owner: null }],
    ["Mail a@fri.org", { title: "Mail a@fri.org", dueOn: null }],
    ["Twice @fri @mon", { title: "Twice @mon", dueOn: "2026-11-27" }],
    ["#practice #feedback both", { title: "both", phase: "practice", tags: ["feedback"] }],
    ["Tag #a #a", { tags: ["a"] }],
    ["#growth @fri", { title: "#growth @fri", tags: [], dueOn: null, understood: [] }],
    ["   ", { title: "" }],
  ])("%s", (line, step) => {
    expect(readQuickStep(line, today)).toMatchObject(step);
  });

  test("never throws, and what it does not understand stays, word for word and in its order", () => {
    const sign = fc.constantFrom(
      "@",
      "#",
      "!",
      "@fri",
      "#a",
      "!must",
      "@in",
      "2",
      "weeks",
      "@12",
      "dec",
      "@both",
    );
    const word = fc.oneof(sign, fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const line = words.join(" ");
        const step = readQuickStep(line, today);
        const said = line.split(/\s+/u).filter(Boolean);
        const kept = step.title.split(/\s+/u).filter(Boolean);
        expect([...kept, ...step.understood].toSorted()).toEqual(said.toSorted());
        let from = 0;
        for (const each of kept) {
          from = said.indexOf(each, from) + 1;
          expect(from).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test("each line of a pasted list is a step, without its bullet", () => {
  const text = "- Map it @fri\r\n* [ ] Draw it\n2. Show it\n\n  \n• Lead it #mastery\n– Rest\nplain";
  expect(readQuickSteps(text, today).map((step) => step.title)).toEqual([
    "Map it",
    "Draw it",
    "Show it",
    "Lead it",
    "Rest",
    "plain",
  ]);
  expect(readQuickSteps("-- not a list\n-x", today).map((step) => step.title)).toEqual([
    "-- not a list",
    "-x",
  ]);
});
