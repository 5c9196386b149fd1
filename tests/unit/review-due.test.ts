import { describe, expect, test } from "vitest";
import type { Expectation } from "@/lib/domain/expectation.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import { usualPreferences } from "@/lib/domain/reminder-preferences.ts";
import { occurrencesOf } from "@/lib/domain/occurrences.ts";
import {
  reviewDays,
  type ReviewRecords,
  reviewPath,
  reviewsDue,
  staleExpectations,
} from "@/lib/domain/review-due.ts";

const zone = "Europe/Berlin";
const common = {
  author: "me",
  space: "personal",
  visibility: "private" as const,
  createdAt: Date.parse("2026-09-01T12:00Z"),
};
const someMentorship = (changed: Partial<Mentorship> = {}): Mentorship => ({
  ...common,
  id: "s1",
  role: "mentee",
  meId: "me",
  partnerId: "them",
  destination: "",
  visits: [],
  startsOn: "2026-09-01",
  ...changed,
});
const someExpectation = (changed: Partial<Expectation> = {}): Expectation => ({
  ...common,
  id: "e1",
  mentorshipId: "s1",
  about: "Answers",
  mine: "",
  theirs: "",
  state: "open",
  order: 0,
  ...changed,
});
const goal: Goal = {
  ...common,
  id: "g1",
  mentorshipId: "s1",
  title: "Speak up",
  status: "open",
  order: 0,
  reviewOn: "2026-12-01",
};
const records = (changed: Partial<ReviewRecords> & { of?: Partial<Mentorship> }): ReviewRecords => ({
  mentorships: [someMentorship(changed.of)],
  expectations: [],
  goals: [],
  ...changed,
});
const days = (changed: Parameters<typeof records>[0]) =>
  reviewDays(records(changed), zone).map(({ subject, on }) => `${subject} ${on}`);

describe("is to be looked at again", () => {
  test.each<[what: string, changed: Parameters<typeof records>[0], expected: string[]]>([
    ["nothing, without an agreed interval", { of: { agreementReviewedOn: "2026-09-01" } }, []],
    ["nothing, before anything was agreed", { of: { agreementEveryWeeks: 12 } }, []],
    [
      "the agreement, some weeks after it was agreed or looked at",
      { of: { agreementEveryWeeks: 12, agreementReviewedOn: "2026-09-01" } },
      ["agreementReview 2026-11-24"],
    ],
    [
      "what is given back, after its own interval",
      { of: { reciprocityEveryWeeks: 8, reciprocityReviewedOn: "2026-09-01" } },
      ["reciprocityReview 2026-10-27"],
    ],
    [
      "expectations, when the first of them is stale",
      {
        of: { expectationsEveryWeeks: 6 },
        expectations: [
          someExpectation({ reviewedOn: "2026-10-20" }),
          someExpectation({ id: "e2", reviewedOn: "2026-10-01" }),
        ],
      },
      ["expectationsReview 2026-11-12"],
    ],
    [
      "an expectation that was never looked at, counted from the day it was written",
      { of: { expectationsEveryWeeks: 6 }, expectations: [someExpectation()] },
      ["expectationsReview 2026-10-13"],
    ],
    ["a goal, on its own day", { goals: [goal] }, ["goalReview 2026-12-01"]],
    ["no goal that was reached", { goals: [{ ...goal, status: "reached" }] }, []],
    [
      "the way out, 14 days and 1 day before the planned review",
      { of: { reviewOn: "2027-03-01" } },
      ["exitReview 2027-02-15", "exitReview 2027-02-28"],
    ],
    [
      "the way out once more, after the first look",
      { of: { reviewOn: "2027-03-01", exitReviewedOn: "2027-02-16" } },
      ["exitReview 2027-02-28"],
    ],
    ["nothing of a mentorship in the trash", { of: { reviewOn: "2027-03-01", deletedAt: 1 } }, []],
  ])("%s", (_, changed, expected) => {
    expect(days(changed)).toEqual(expected);
  });
});

describe("is due", () => {
  const due = (changed: Parameters<typeof records>[0], today: string) =>
    reviewsDue(records(changed), today, zone);

  test("what has come, with the stale expectations by name, the longest first", () => {
    const expectations = [
      someExpectation({ reviewedOn: "2026-10-10" }),
      someExpectation({ id: "e2", about: "Candour", reviewedOn: "2026-10-01" }),
      someExpectation({ id: "e3", about: "Doors", reviewedOn: "2026-11-20" }),
      someExpectation({ id: "e4", about: "Gone", reviewedOn: "2026-01-01", deletedAt: 1 }),
    ];
    const changed = { of: { expectationsEveryWeeks: 6 }, expectations };
    expect(due(changed, "2026-11-24")).toMatchObject([
      { subject: "expectationsReview", names: ["Candour", "Answers"], on: "2026-11-12", daysLate: 12 },
    ]);
    expect(due(changed, "2026-11-11")).toEqual([]);
    expect(staleExpectations(expectations, null, "2026-11-24", zone)).toEqual([]);
  });

  test("the way out, dated with the day of the review, once and not late before it", () => {
    const changed = { of: { reviewOn: "2027-03-01" } };
    expect(due(changed, "2027-02-14")).toEqual([]);
    expect(due(changed, "2027-02-28")).toMatchObject([
      { subject: "exitReview", on: "2027-03-01", daysLate: 0 },
    ]);
    expect(due(changed, "2027-03-03")).toMatchObject([{ daysLate: 2 }]);
    expect(due({ of: { reviewOn: "2027-03-01", exitReviewedOn: "2027-02-28" } }, "2027-03-03")).toEqual([]);
  });
});

test("each look is announced at nine on its day, over a clock change too, and has a name that changes with the day", () => {
  const none = {
    meetings: [],
    over: [],
    milestones: [],
    commitments: [],
    own: [],
    advice: [],
    lastMetOn: new Map(),
    lastEntryAt: null,
    backupDueAt: null,
  };
  const at = (agreementReviewedOn: string) =>
    occurrencesOf(
      { ...none, reviews: records({ of: { agreementEveryWeeks: 4, agreementReviewedOn } }) },
      usualPreferences,
      zone,
      Date.parse("2026-10-01T12:00Z"),
    );
  expect(at("2026-09-20")).toMatchObject([
    {
      kind: "agreementReview",
      recordId: "s1",
      occurrence: "agreementReview-2026-10-18",
      at: Date.parse("2026-10-18T07:00Z"),
    },
  ]);
  expect(at("2026-10-01")).toMatchObject([
    { occurrence: "agreementReview-2026-10-29", at: Date.parse("2026-10-29T08:00Z") },
  ]);
});

test.each([
  ["agreementReview", "/agreement"],
  ["reciprocityReview", "/agreement"],
  ["expectationsReview", "/expectations"],
  ["exitReview", "/reviews"],
  ["goalReview", "/goals/g%201"],
] as const)("%s leads to %s", (subject, path) => {
  expect(reviewPath({ subject, recordId: "g 1" })).toBe(path);
});
