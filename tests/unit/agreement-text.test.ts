import { describe, expect, test } from "vitest";
import { agreementSections } from "@/lib/domain/agreement.ts";
import {
  changedSections,
  hasClause,
  missingSections,
  sectionText,
  withClause,
  withoutClause,
} from "@/lib/domain/agreement-text.ts";
import { clausesFor, termWords } from "@/lib/state/agreement-words.ts";
import { someAgreement } from "./some-agreement.ts";

const whole = { priorities: "1. One", focus: "Reviews", measures: "- Fewer comments", meetings: "By video" };

test.each<[what: string, without: object, missing: string[]]>([
  ["whole", {}, []],
  ["without priorities", { priorities: "" }, ["priorities"]],
  ["with white space for its focus", { focus: " \n" }, ["focus"]],
  ["without measures", { measures: "" }, ["measures"]],
  ["without a word or a rhythm for its meetings", { meetings: "" }, ["meetings"]],
  ["with a rhythm alone for its meetings", { meetings: "", cadence: { every: 2, unit: "week" } }, []],
  [
    "with none of the four",
    { priorities: "", focus: "", measures: "", meetings: "" },
    ["priorities", "focus", "measures", "meetings"],
  ],
])("an agreement %s is told which of the four sections are missing", (_, without, missing) => {
  expect(missingSections({ ...whole, ...without })).toEqual(missing);
});

describe("a clause", () => {
  const clause = "On time and prepared.";

  test.each([
    ["nothing", "", "- On time and prepared."],
    ["a list", "- We answer", "- We answer\n- On time and prepared."],
    ["a paragraph", "We answer.", "We answer.\n\n- On time and prepared."],
    ["itself", "* On time and prepared.", "* On time and prepared."],
  ])("that is ticked becomes part of %s", (_, text, expected) => {
    expect(withClause(text, clause)).toBe(expected);
    expect(hasClause(withClause(text, clause), clause)).toBe(true);
  });

  test.each([
    ["a list", "- We answer\n- On time and prepared.\n- We smile", "- We answer\n- We smile"],
    ["a paragraph and it", "We answer.\n\n- On time and prepared.", "We answer."],
    ["a text without it", "We answer.", "We answer."],
  ])("that is unticked leaves the rest of %s as it is", (_, text, expected) => {
    expect(withoutClause(text, clause)).toBe(expected);
    expect(hasClause(expected, clause)).toBe(false);
  });

  test("on speaking openly, honestly, without defending oneself and with respect is offered, can be ticked and taken out", () => {
    const [, open = ""] = clausesFor({ role: "mentee", myName: "", partnerName: "" }).groundRules ?? [];
    for (const word of ["openly", "honestly", "without defending", "respect"]) expect(open).toContain(word);
    const ticked = withClause("- On time and prepared.", open);
    expect(hasClause(ticked, open)).toBe(true);
    expect(withoutClause(ticked, open)).toBe("- On time and prepared.");
  });

  test("on conversations and on data is offered for confidentiality, and ways to reach each other with a time to answer", () => {
    const clauses = clausesFor({ role: "mentor", myName: "Amara", partnerName: "Carla" });
    expect(clauses.confidentiality?.join(" ")).toMatch(/said here.*data/u);
    for (const way of ["Video", "phone", "in person", "mail", "chat"]) {
      expect(clauses.communication?.join(" ")).toContain(way);
    }
    expect(clauses.communication?.join(" ")).toMatch(/within two working days/u);
    expect(clauses.concerns?.join(" ")).toMatch(/^If one of us is worried, we will/u);
    expect(clauses.roles?.join(" ")).toMatch(/^Carla sets the topics.*Amara listens/u);
  });

  test("is never worded like a contract", () => {
    const words = Object.values(clausesFor({ role: "both", myName: "", partnerName: "" }))
      .flat()
      .join(" ");
    expect(words).not.toMatch(
      /\b(shall|hereby|liab\w*|breach|terminat\w*|parties|oblig\w*|binding|warrant\w*)\b/iu,
    );
  });
});

test("what a section sets is said before its words", () => {
  const row = someAgreement({
    cadence: { every: 2, unit: "week" },
    meetingMinutes: 45,
    meetings: "By video.",
  });
  expect(sectionText(row, "meetings", termWords)).toBe("We meet every 2 weeks, for 45 minutes.\n\nBy video.");
  expect(sectionText(someAgreement({}), "accommodations", termWords)).toBe("");
});

test.each<[what: string, changed: object, sections: string[]]>([
  ["nothing", {}, []],
  ["words of two sections", { priorities: "1. Other", ending: "Kindly" }, ["priorities", "ending"]],
  ["white space", { priorities: " 1. One\n" }, []],
  ["the rhythm", { cadence: { every: 1, unit: "week" } }, ["meetings"]],
  ["the day of the review", { reviewOn: "2027-06-01" }, ["duration"]],
  ["the interval for giving back", { reciprocityEveryWeeks: 4 }, ["reciprocity"]],
  ["only the reason", { reason: "A new team" }, []],
])("two versions that differ in %s differ in these sections", (_, changed, sections) => {
  const before = someAgreement({ priorities: "1. One", cadence: { every: 2, unit: "week" } });
  expect(changedSections(before, { ...before, ...changed })).toEqual(sections);
});

test("the four sections of the source come first", () => {
  expect(agreementSections.slice(0, 4)).toEqual(["priorities", "focus", "measures", "meetings"]);
});
