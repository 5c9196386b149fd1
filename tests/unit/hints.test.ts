import { describe, expect, test } from "vitest";
import { checkId } from "@/lib/domain/checklist.ts";
import { hintsOf } from "@/lib/domain/hints.ts";
import type { StageRecords } from "@/lib/domain/stage-records.ts";
import type { Stage } from "@/lib/domain/vocabulary.ts";
import { hintPath } from "@/lib/state/stage-hint.ts";
import { someStageRecords } from "./some-stage.ts";

const today = "2026-11-24";
const since = (stage: Stage, fromOn = "2026-11-01") => ({ visits: [{ stage, fromOn }] });
const goal = (id: string, changed: Partial<StageRecords["goals"][number]> = {}) => ({
  id,
  status: "open" as const,
  measure: "Five people",
  ...changed,
});
const kinds = (records: StageRecords, ready = false, on = today): string[] =>
  hintsOf(records, ready, on).map((hint) => hint.kind);

/** An initiation to which nothing is missing. */
const whole = someStageRecords(
  {
    goals: [goal("a"), goal("b"), goal("c")],
    meetings: [{ kind: "checkIn", status: "planned", startsOn: "2026-12-01" }],
  },
  { ...since("initiation"), cadence: { every: 2, unit: "week" }, reviewOn: "2027-05-01" },
);
const but = (changed: Partial<StageRecords>, mentorship: Partial<StageRecords["mentorship"]> = {}) => ({
  ...whole,
  ...changed,
  mentorship: { ...whole.mentorship, ...mentorship },
});

describe("what is missing", () => {
  test("nothing is said where nothing is missing", () => {
    expect(kinds(whole)).toEqual([]);
  });

  test.each<[string, StageRecords, string[]]>([
    [
      "no goal says how it is measured",
      but({ goals: ["a", "b", "c"].map((id) => ({ id, status: "open" as const })) }),
      ["noMeasurableGoal"],
    ],
    ["no goals at all", but({ goals: [] }), ["noMeasurableGoal"]],
    ["no exit date", but({}, { reviewOn: null }), ["noExitDate"]],
    ["no rhythm", but({}, { cadence: null }), ["noRhythm"]],
    ["no meeting", but({ meetings: [] }), ["noMeeting"]],
    [
      "a planned meeting whose day has passed",
      but({ meetings: [{ kind: "checkIn", status: "planned", startsOn: "2026-11-23" }] }),
      ["noMeeting"],
    ],
    ["two goals", but({ goals: [goal("a"), goal("b"), goal("c", { status: "reached" })] }), ["fewGoals"]],
    ["six goals", but({ goals: ["a", "b", "c", "d", "e", "f"].map((id) => goal(id)) }), ["manyGoals"]],
    ["five goals", but({ goals: ["a", "b", "c", "d", "e"].map((id) => goal(id)) }), []],
    ["a long initiation", but({}, since("initiation", "2026-08-01")), ["longInitiation"]],
    ["in preparation nothing is missing yet", someStageRecords(), []],
    ["in the redefinition nothing is missing any more", someStageRecords({}, since("redefinition")), []],
    ["a separation only needs its next meeting", someStageRecords({}, since("separation")), ["noMeeting"]],
  ])("%s", (_, records, expected) => {
    expect(kinds(records)).toEqual(expected);
  });

  test("everything at once comes in the order of its weight", () => {
    const bare = someStageRecords(
      { goals: [{ id: "g", status: "open" }] },
      since("initiation", "2026-06-01"),
    );
    expect(kinds(bare)).toEqual([
      "noMeasurableGoal",
      "noExitDate",
      "noRhythm",
      "noMeeting",
      "fewGoals",
      "longInitiation",
    ]);
  });

  test("each leads to where it can be mended", () => {
    const bare = someStageRecords(
      { goals: [{ id: "g", status: "open" }] },
      since("initiation", "2026-06-01"),
    );
    expect(hintsOf(bare, false, today).map((hint) => hintPath(hint, "initiation"))).toEqual([
      "/goals/g",
      "/stages/initiation?set=dates",
      "/agreement",
      "/meetings",
      "/roadmap",
      "/stages/initiation?set=move",
    ]);
    expect(hintsOf(but({ goals: [] }), false, today).map((hint) => hintPath(hint, "initiation"))).toEqual([
      "/roadmap",
    ]);
  });

  test("three months and a day into the initiation a hint appears, and once put away it does not come back", () => {
    const records = but({}, since("initiation", "2026-09-01"));
    expect(kinds(records, false, "2026-12-01")).not.toContain("longInitiation");
    const [hint] = hintsOf(records, false, "2026-12-02").filter(({ kind }) => kind === "longInitiation");
    expect(hint).toBeDefined();
    expect(kinds(dismissed(records, hint?.item ?? ""), false, "2026-12-20")).not.toContain("longInitiation");
  });
});

describe("a suggestion to move on", () => {
  const agreed = (status: "open" | "reached" | "dropped") => goal(status, { status, agreedOn: "2026-10-01" });

  test.each<[string, StageRecords, boolean, string[]]>([
    ["the preparation is complete", someStageRecords(), true, ["prepared"]],
    ["the preparation is not complete", someStageRecords(), false, []],
    [
      "a kickoff was held",
      someStageRecords({ meetings: [{ kind: "kickoff", status: "held", startsOn: "2026-11-01" }] }),
      false,
      ["prepared"],
    ],
    ["the agreement stands", but({ agreements: [{ status: "agreed" }] }), false, ["agreed"]],
    [
      "the last agreed goal is achieved",
      someStageRecords({ goals: [agreed("reached"), agreed("dropped"), goal("x")] }, since("cultivation")),
      false,
      ["goalsReached"],
    ],
    [
      "one agreed goal is open",
      someStageRecords({ goals: [agreed("reached"), agreed("open")] }, since("cultivation")),
      false,
      [],
    ],
    [
      "goals are reached that nobody agreed on",
      someStageRecords({ goals: [goal("x", { status: "reached" })] }, since("cultivation")),
      false,
      [],
    ],
    ["no goals", someStageRecords({}, since("cultivation")), false, []],
    [
      "the last meeting was held",
      someStageRecords(
        { meetings: [{ kind: "final", status: "held", startsOn: "2026-11-01" }] },
        since("separation"),
      ),
      false,
      ["closed"],
    ],
    ["after all there is nowhere to move on to", someStageRecords({}, since("redefinition")), true, []],
  ])("%s", (_, records, ready, expected) => {
    const suggested = hintsOf(records, ready, today).filter((hint) => "to" in hint);
    expect(suggested.map((hint) => hint.kind)).toEqual(expected);
  });

  test("one dismissal is remembered, until the stage is visited anew", () => {
    const reached = someStageRecords({ goals: [agreed("reached")] }, since("cultivation"));
    const [hint] = hintsOf(reached, false, today);
    expect(hint).toMatchObject({ kind: "goalsReached", to: "separation" });
    const away = dismissed(reached, hint?.item ?? "");
    expect(kinds(away)).not.toContain("goalsReached");
    const again = { ...away, mentorship: { ...away.mentorship, ...since("cultivation", "2026-11-20") } };
    expect(kinds(again)).toContain("goalsReached");
  });

  test("it comes before what is missing", () => {
    const reached = someStageRecords({ goals: [agreed("reached")] }, since("cultivation"));
    expect(kinds(reached)[0]).toBe("goalsReached");
    expect(kinds(reached).length).toBeGreaterThan(1);
  });
});

function dismissed(records: StageRecords, item: string): StageRecords {
  const row = { id: checkId("s1", item), item, text: "", hidden: true, order: 0, createdAt: 0 };
  return { ...records, checks: [...records.checks, row] };
}
