import { describe, expect, test } from "vitest";
import { checklistItems, kickoffGroups } from "@/lib/content/checklists.ts";
import { type CheckRule, checkRules } from "@/lib/domain/check-rules.ts";
import { checkId, checklistOf } from "@/lib/domain/checklist.ts";
import type { StageRecords } from "@/lib/domain/stage-records.ts";
import { type Role, type Stage, stages } from "@/lib/domain/vocabulary.ts";
import { someStageRecords } from "./some-stage.ts";

const list = (stage: Stage, records: StageRecords) => checklistOf(checklistItems, stage, records);
const inGroup = (stage: Stage, group: string, role: Role = "mentee") =>
  list(stage, someStageRecords({}, { role })).items.filter(({ shipped }) => shipped?.group === group).length;

describe("every item of the sources is there", () => {
  test.each<[Stage, string, number]>([
    ["prepare", "before", 8],
    ["initiation", "ice", 4],
    ["initiation", "agree", 5],
    ["initiation", "discuss", 5],
    ["cultivation", "take", 4],
    ["cultivation", "conduct", 5],
    ["separation", "evaluate", 3],
    ["separation", "close", 3],
    ["separation", "part", 4],
    ["redefinition", "after", 3],
  ])("%s, %s: %d, for mentee and mentor", (stage, group, count) => {
    expect(inGroup(stage, group)).toBe(count);
    expect(inGroup(stage, group, "mentor")).toBe(count);
  });

  test("no two have the same id", () => {
    const ids = checklistItems.map((item) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("the role decides which items there are, and who is both sees those of either", () => {
  const ids = (role: Role): (string | undefined)[] =>
    list("cultivation", someStageRecords({}, { role })).items.map((item) => item.shipped?.id);
  expect(ids("mentee")).toContain("homework");
  expect(ids("mentee")).not.toContain("specificFeedback");
  expect(ids("mentor")).toContain("specificFeedback");
  expect(ids("mentor")).not.toContain("homework");
  expect(ids("both")).toEqual(expect.arrayContaining(["homework", "specificFeedback"]));
});

test("readiness is what is ticked of what there is", () => {
  const records = someStageRecords(
    {
      milestones: [{ status: "open" }],
      inventory: [
        { id: "1", kind: "preference", hidden: false },
        { id: "2", kind: "strength", hidden: false },
        { id: "3", kind: "growth", hidden: false },
        { id: "4", kind: "offer", hidden: false },
      ],
      checks: [someCheckOf("horizons", "prepare", { doneOn: "2026-11-01" })],
    },
    { destination: "Lead a team of five" },
  );
  expect(list("prepare", records)).toMatchObject({ done: 6, total: 8 });
});

test("what is put away does not count, and is still there to bring back", () => {
  const records = someStageRecords({
    checks: [
      someCheckOf("newKind", "redefinition", { doneOn: "2026-11-01" }),
      someCheckOf("shareNews", "redefinition", { hidden: true }),
    ],
  });
  const { done, total, putAway } = list("redefinition", records);
  expect([done, total]).toEqual([1, 2]);
  expect(putAway.map((item) => item.shipped?.id)).toEqual(["shareNews"]);
});

test("one's own items come last, in the order in which they were added, in their stage alone", () => {
  const own = (id: string, stage: Stage, order: number) => ({
    ...someCheckOf("", stage, {}),
    id,
    text: `Own ${id}`,
    order,
  });
  const records = someStageRecords({
    checks: [own("b", "prepare", 1), own("a", "prepare", 0), own("c", "cultivation", 2)],
  });
  expect(
    list("prepare", records)
      .items.slice(8)
      .map((item) => item.text),
  ).toEqual(["Own a", "Own b"]);
});

test("a kickoff goes through ten lines, all ticked by hand, so that a tick is a tick", () => {
  const lines = checklistItems.filter((item) => kickoffGroups.some((group) => group === item.group));
  expect(lines).toHaveLength(10);
  expect(lines.filter((item) => "rule" in item)).toEqual([]);
});

describe("an item that ticks itself is open without what it asks for, and done with it", () => {
  const line = (kind: "preference" | "strength" | "growth" | "offer" | "rapport") => ({
    id: kind,
    kind,
    hidden: false,
  });
  const fulfilled: Record<CheckRule, StageRecords> = {
    destination: someStageRecords({}, { destination: "Lead a team" }),
    plan: someStageRecords({ milestones: [{ status: "open" }] }),
    preferences: someStageRecords({ inventory: [line("preference")] }),
    strengths: someStageRecords({ inventory: [line("strength"), line("growth")] }),
    offers: someStageRecords({ inventory: [line("offer")] }),
    rapport: someStageRecords({ inventory: [line("rapport")] }),
    expectations: someStageRecords({ expectations: [{ id: "e" }] }),
    scope: someStageRecords({}, { scope: "To lead", scopeType: "promotion" }),
    measurableGoal: someStageRecords({ goals: [{ id: "g", status: "open", measure: "Five people" }] }),
    rhythm: someStageRecords({}, { cadence: { every: 2, unit: "week" } }),
    exit: someStageRecords({}, { reviewOn: "2027-05-01" }),
    agreement: someStageRecords({ agreements: [{ status: "agreed" }] }),
    finalMeeting: someStageRecords({
      meetings: [{ kind: "final", status: "planned", startsOn: "2027-01-01" }],
    }),
    closingReview: someStageRecords({ reviews: [{ kind: "closing" }] }),
  };

  test.each(Object.entries(fulfilled))("%s", (rule, records) => {
    expect(checkRules[rule as CheckRule](someStageRecords())).toBe(false);
    expect(checkRules[rule as CheckRule](records)).toBe(true);
  });

  test.each<[string, CheckRule, StageRecords]>([
    ["a scope without its kind", "scope", someStageRecords({}, { scope: "To lead" })],
    ["only spaces", "destination", someStageRecords({}, { destination: "  " })],
    ["a strength without a need", "strengths", someStageRecords({ inventory: [line("strength")] })],
    ["a draft", "agreement", someStageRecords({ agreements: [{ status: "draft" }] })],
    [
      "a measure of a goal that was dropped",
      "measurableGoal",
      someStageRecords({ goals: [{ id: "g", status: "dropped", measure: "Five" }] }),
    ],
    [
      "a last meeting that was cancelled",
      "finalMeeting",
      someStageRecords({ meetings: [{ kind: "final", status: "cancelled", startsOn: "2027-01-01" }] }),
    ],
    [
      "a general line that this mentorship hides",
      "offers",
      someStageRecords({
        inventory: [
          line("offer"),
          { id: "own", mentorshipId: "s1", kind: "offer", replacesId: "offer", hidden: true },
        ],
      }),
    ],
    [
      "a line of another mentorship",
      "offers",
      someStageRecords({ inventory: [{ ...line("offer"), mentorshipId: "other" }] }),
    ],
  ])("%s is not enough", (_, rule, records) => {
    expect(checkRules[rule](records)).toBe(false);
  });

  test("a goal with a metric is measurable", () => {
    const records = someStageRecords({ goals: [{ id: "g", status: "open" }], metrics: [{ goalId: "g" }] });
    expect(checkRules.measurableGoal(records)).toBe(true);
  });
});

test("each stage has a list", () => {
  for (const stage of stages) expect(list(stage, someStageRecords()).total).toBeGreaterThan(0);
});

function someCheckOf(item: string, stage: Stage, changed: { doneOn?: string; hidden?: boolean }) {
  return {
    id: checkId("s1", item),
    stage,
    item,
    text: "",
    hidden: false,
    order: 0,
    createdAt: 0,
    ...changed,
  };
}
