import { describe, expect, test } from "vitest";
import { backupTables } from "@/lib/db/backup.ts";
import {
  addEvidence,
  editEvidence,
  type EvidenceForm,
  evidenceOf,
  removeEvidence,
} from "@/lib/db/evidence.ts";
import { agreeOnGoal, orderGoal, rateGoal } from "@/lib/db/goal-agreement.ts";
import {
  addGoal,
  addMilestones,
  completeMilestone,
  editGoal,
  editMilestone,
  removeGoal,
} from "@/lib/db/goals.ts";
import { goalsOf, milestonesOf } from "@/lib/db/goal-rows.ts";
import { recordHistory } from "@/lib/db/history.ts";
import { endMeeting, planMeeting, startNotes } from "@/lib/db/meetings.ts";
import {
  addMeasurement,
  addMetric,
  editMeasurement,
  editMetric,
  type MetricForm,
  metricsOf,
  removeMeasurement,
  removeMetric,
} from "@/lib/db/metrics.ts";
import { addOutcome, editOutcome, outcomesOf, removeOutcome } from "@/lib/db/outcomes.ts";
import {
  editStep,
  moveMilestoneToGoal,
  orderMilestone,
  setNeedsWork,
  shiftRoadmap,
  spreadMilestones,
  writeCheckpoint,
} from "@/lib/db/plan.ts";
import { lastStartMove } from "@/lib/db/start-moves.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { mutate } from "@/lib/db/mutate.ts";
import { addTopic } from "@/lib/db/topics.ts";
import { topicsOf } from "@/lib/db/topic-rows.ts";
import { undo } from "@/lib/db/undo.ts";
import { changedSinceAgreed } from "@/lib/domain/agreed.ts";
import { inPlanOrder } from "@/lib/domain/plan-order.ts";
import { UserError, type UserErrorCode } from "@/lib/domain/user-error.ts";
import { printBackup } from "@/lib/formats/backup.ts";
import { anotherTab, dump, firstRun, freshDb, meetingForm, testNow } from "./fresh-db.ts";

const step = (title: string, dueOn = "") => ({ title, phase: "discovery" as const, dueOn });

/** A goal with steps of those titles, and the ids of both. */
async function plan(db: ReturnType<typeof freshDb>, ...titles: string[]) {
  const { id } = await addGoal(db, "s1", "Run");
  if (titles.length > 0)
    await addMilestones(
      db,
      id,
      titles.map((title) => step(title)),
    );
  const ids = Object.fromEntries((await milestonesOf(db, "s1")).map((row) => [row.title, row.id]));
  const idOf = (title: string): string => ids[title] ?? "";
  const titlesNow = async (goalId = id) =>
    inPlanOrder((await milestonesOf(db, "s1")).filter((row) => row.goalId === goalId)).map(
      (row) => row.title,
    );
  return { id, idOf, titlesNow };
}

describe("the steps of a plan", () => {
  test("are added several at a time as one act, which one undo takes back", async () => {
    const db = freshDb();
    const { id } = await addGoal(db, "s1", "Run");
    const act = await addMilestones(db, id, [
      { ...step("Read"), must: true, tags: ["book"], owner: "both" },
      step("Run"),
      step("Rest"),
    ]);
    expect(await milestonesOf(db, "s1")).toMatchObject([
      { title: "Read", must: true, tags: ["book"], owner: "both", status: "open", order: 0 },
      { title: "Run", owner: "me", order: 1 },
      { title: "Rest", order: 2 },
    ]);
    await undo(db, act ?? "");
    expect(await milestonesOf(db, "s1")).toEqual([]);
  });

  test("keep the order they were put in, in another window too", async () => {
    const db = freshDb();
    const { idOf, titlesNow } = await plan(db, "a", "b", "c", "d");
    await orderMilestone(db, idOf("d"), -1);
    await orderMilestone(db, idOf("d"), -1);
    await orderMilestone(db, idOf("a"), { besideId: idOf("c"), after: true });
    expect(await titlesNow()).toEqual(["d", "b", "c", "a"]);
    const other = anotherTab(db.name);
    expect(inPlanOrder(await milestonesOf(other, "s1")).map((row) => row.title)).toEqual([
      "d",
      "b",
      "c",
      "a",
    ]);
    expect(await orderMilestone(db, idOf("d"), -1)).toBeNull();
  });

  test("go to the place of their date, unless they were put in an order of their own", async () => {
    const db = freshDb();
    const { id, idOf, titlesNow } = await plan(db);
    await addMilestones(db, id, [step("march", "2027-03-01"), step("may", "2027-05-01"), step("some day")]);
    await addMilestones(db, id, [step("april", "2027-04-01")]);
    expect(await titlesNow()).toEqual(["march", "april", "may", "some day"]);
    const ids = Object.fromEntries((await milestonesOf(db, "s1")).map((row) => [row.title, row.id]));
    await editMilestone(db, ids["march"] ?? "", { dueOn: "2027-04-15" });
    expect(await titlesNow()).toEqual(["april", "march", "may", "some day"]);
    await orderMilestone(db, ids["some day"] ?? "", -1);
    await editMilestone(db, ids["april"] ?? "", { dueOn: "2027-12-01" });
    expect(await titlesNow()).toEqual(["april", "march", "some day", "may"]);
    expect(idOf("none")).toBe("");
  });

  test("remember since when they stand in a phase that they were moved to", async () => {
    const db = freshDb();
    const { idOf } = await plan(db, "a");
    expect((await db.milestones.get(idOf("a")))?.phaseOn ?? null).toBeNull();
    await editMilestone(db, idOf("a"), { phase: "feedback" });
    expect(await db.milestones.get(idOf("a"))).toMatchObject({ phase: "feedback", phaseOn: "2026-11-24" });
  });

  test("are spread over months from a day, and a month that is too short takes its last day", async () => {
    const db = freshDb();
    const { id, idOf, titlesNow } = await plan(db, "a", "b", "c", "done");
    await completeMilestone(db, idOf("done"));
    await spreadMilestones(db, id, "2027-01-31", { every: 1, unit: "month" });
    const rows = await milestonesOf(db, "s1");
    expect(rows.map((row) => [row.title, row.dueOn])).toEqual([
      ["a", "2027-01-31"],
      ["b", "2027-02-28"],
      ["c", "2027-03-31"],
      ["done", null],
    ]);
    expect(await titlesNow()).toEqual(["done", "a", "b", "c"]);
    expect(() => spreadMilestones(db, id, "2027-01-31", { every: 0, unit: "day" })).toThrow(
      new UserError("badNumber"),
    );
    expect(() => spreadMilestones(db, id, "", { every: 1, unit: "day" })).toThrow(new UserError("badDate"));
  });

  test("move to another goal with their evidence, and never to one of another mentorship", async () => {
    const db = freshDb();
    const { id, idOf, titlesNow } = await plan(db, "a", "b");
    const { id: other } = await addGoal(db, "s1", "Swim");
    const { id: foreign } = await addGoal(db, "s2", "Fly");
    const form: EvidenceForm = { kind: "text", text: "Ran", url: "", on: "", meetingId: "", metricId: "" };
    await addEvidence(db, { goalId: id, milestoneId: idOf("a") }, form);
    await moveMilestoneToGoal(db, idOf("a"), other);
    expect([await titlesNow(), await titlesNow(other)]).toEqual([["b"], ["a"]]);
    expect(await evidenceOf(db, "s1")).toMatchObject([{ goalId: other, milestoneId: idOf("a") }]);
    await expect(moveMilestoneToGoal(db, idOf("b"), foreign)).rejects.toThrow(new UserError("notFound"));
  });

  test("one form changes all of a step as one act", async () => {
    const db = freshDb();
    const { idOf } = await plan(db, "a");
    const { id: other } = await addGoal(db, "s1", "Swim");
    const before = await db.milestones.get(idOf("a"));
    const act = await editStep(db, idOf("a"), {
      title: "Ask",
      phase: "practice",
      owner: "both",
      must: true,
      tags: ["growth"],
      needsWork: true,
      goalId: other,
      reason: "Too much at once",
    });
    const expected = {
      title: "Ask",
      owner: "both",
      must: true,
      tags: ["growth"],
      needsWork: true,
      goalId: other,
    };
    expect(await db.milestones.get(idOf("a"))).toMatchObject(expected);
    expect(await topicsOf(db, "s1")).toMatchObject([{ title: "Ask", fromId: idOf("a") }]);
    expect((await recordHistory(db, "milestones", idOf("a")))?.log.at(-1)).toMatchObject({
      act,
      why: "Too much at once",
    });
    await undo(db, act ?? "");
    expect(await db.milestones.get(idOf("a"))).toMatchObject({
      title: "a",
      goalId: before?.goalId,
      phase: "discovery",
    });
    expect(await topicsOf(db, "s1")).toEqual([]);
  });

  test("a checkpoint is kept, can be changed, and nothing has to be said", async () => {
    const db = freshDb();
    const { idOf } = await plan(db, "a");
    await completeMilestone(db, idOf("a"));
    await writeCheckpoint(db, idOf("a"), { worked: " Early ", didNot: "", adjust: "" });
    expect(await db.milestones.get(idOf("a"))).toMatchObject({ worked: "Early", status: "reached" });
    await writeCheckpoint(db, idOf("a"), { worked: "", didNot: "Late", adjust: "Begin sooner" });
    expect(await db.milestones.get(idOf("a"))).toMatchObject({ worked: "", didNot: "Late" });
  });
});

test("weak parts of a plan go on the agenda before all else, linked and once, and come off it again", async () => {
  const db = freshDb();
  const { idOf } = await plan(db, "a", "b");
  await addTopic(db, "s1", "Coffee");
  await addTopic(db, "s1", "b", "topic", { table: "milestones", id: idOf("b") });
  await setNeedsWork(db, idOf("a"), true);
  await setNeedsWork(db, idOf("b"), true);
  await setNeedsWork(db, idOf("b"), true);
  const agenda = async () => (await topicsOf(db, "s1")).toSorted((x, y) => x.order - y.order);
  expect((await agenda()).map((topic) => topic.title)).toEqual(["b", "a", "Coffee"]);
  expect((await agenda())[1]).toMatchObject({ fromTable: "milestones", fromId: idOf("a"), state: "open" });
  await setNeedsWork(db, idOf("a"), false);
  expect((await agenda()).map((topic) => topic.title)).toEqual(["b", "Coffee"]);
});

describe("what a goal says", () => {
  test("all of it is kept, and emptied again", async () => {
    const db = freshDb();
    const { id } = await addGoal(db, "s1", "Run");
    const words = { why: "w", outcome: "o", measure: "m", strategy: "s", showBy: "p", progressNote: "n" };
    await editGoal(db, id, {
      ...words,
      startsOn: "2026-11-01",
      dueOn: "2027-01-01",
      reviewOn: "2026-12-01",
      horizon: "short",
      kind: "soft",
      progressBy: "hand",
      progressPercent: 40,
      skillIds: ["k1"],
    });
    expect(await db.goals.get(id)).toMatchObject({
      ...words,
      startsOn: "2026-11-01",
      reviewOn: "2026-12-01",
      horizon: "short",
      kind: "soft",
      progressPercent: 40,
      skillIds: ["k1"],
    });
    await editGoal(db, id, { startsOn: "", horizon: null, kind: null, strategy: "" });
    expect(await db.goals.get(id)).toMatchObject({ startsOn: null, horizon: null, kind: null, strategy: "" });
  });

  test.each<[what: string, edits: Parameters<typeof editGoal>[2][]]>([
    ["both at once", [{ startsOn: "2026-12-01", dueOn: "2026-11-30" }]],
    ["a date before the start that is there", [{ startsOn: "2026-12-01" }, { dueOn: "2026-11-30" }]],
    ["a start after the date that is there", [{ dueOn: "2026-11-30" }, { startsOn: "2026-12-01" }]],
  ])("a due date before the start is refused: %s", async (_, edits) => {
    const db = freshDb();
    const { id } = await addGoal(db, "s1", "Run");
    for (const edit of edits.slice(0, -1)) await editGoal(db, id, edit);
    const before = await dump(db);
    await expect(editGoal(db, id, edits.at(-1) ?? {})).rejects.toThrow(new UserError("dueBeforeStart"));
    expect(await dump(db)).toEqual(before);
    await editGoal(db, id, { startsOn: "2026-12-01", dueOn: "2026-12-01" });
  });

  test("an edit after both agreed marks it, and agreeing again on the same day clears that", async () => {
    const db = freshDb();
    const { id } = await addGoal(db, "s1", "Run");
    const changed = async () => changedSinceAgreed((await db.goals.get(id)) ?? {});
    await agreeOnGoal(db, id, "2026-11-24");
    await editGoal(db, id, { status: "reached" });
    await editGoal(db, id, { status: "open" });
    expect(await changed()).toEqual([]);
    // A form that was opened and saved says nothing new of what is empty.
    await editGoal(db, id, {
      title: "Run",
      why: "",
      outcome: "",
      measure: "",
      dueOn: "",
      startsOn: "",
      kind: null,
    });
    expect(await changed()).toEqual([]);
    await editGoal(db, id, { dueOn: "2027-02-01", reason: "The guild moved" });
    expect(await changed()).toEqual(["dueOn"]);
    await agreeOnGoal(db, id, "2026-11-24");
    expect(await changed()).toEqual([]);
    expect(await db.goals.get(id)).toMatchObject({ agreedOn: "2026-11-24" });
    await agreeOnGoal(db, id, null);
    expect(await db.goals.get(id)).toMatchObject({ agreedOn: null });
  });

  test("the mentor's view is kept with the meeting under way, else with the one held last", async () => {
    const clock = { now: testNow };
    const db = freshDb(clock);
    const { id } = await addGoal(db, "s1", "Run");
    const rating = { realism: "4", priority: "5", ratingNote: "Good" };
    await rateGoal(db, id, rating);
    expect(await db.goals.get(id)).toMatchObject({ realism: 4, priority: 5, ratingNote: "Good" });
    expect((await db.goals.get(id))?.ratedInId ?? null).toBeNull();
    const held = await planMeeting(db, meetingForm);
    await startNotes(db, held);
    clock.now += 60_000;
    await rateGoal(db, id, { ...rating, realism: "3" });
    expect(await db.goals.get(id)).toMatchObject({ realism: 3, ratedInId: held });
    await endMeeting(db, held);
    clock.now += 3_600_000;
    await rateGoal(db, id, { ...rating, realism: "", ratingNote: "" });
    expect(await db.goals.get(id)).toMatchObject({ realism: null, ratedInId: held });
    await expect(rateGoal(db, id, { ...rating, realism: "6" })).rejects.toThrow(new UserError("badNumber"));
  });

  test("goals are put in order, with a reason in their history", async () => {
    const db = freshDb();
    for (const title of ["a", "b", "c"]) await addGoal(db, "s1", title);
    const titles = async () => (await goalsOf(db, "s1")).map((goal) => goal.title);
    const [, , last] = await goalsOf(db, "s1");
    const act = await orderGoal(db, last?.id ?? "", 0, "It carries the others");
    expect(await titles()).toEqual(["c", "a", "b"]);
    expect((await recordHistory(db, "goals", last?.id ?? ""))?.log.at(-1)).toMatchObject({
      did: "orderGoals",
      why: "It carries the others",
    });
    expect(await orderGoal(db, last?.id ?? "", -1)).toBeNull();
    await undo(db, act ?? "");
    expect(await titles()).toEqual(["a", "b", "c"]);
  });
});

test("the horizon of a goal is in the backup", async () => {
  const db = freshDb();
  const { id } = await addGoal(db, "s1", "Run");
  await editGoal(db, id, { horizon: "long" });
  const file = await printBackup(await backupTables(db, []), { app: "1.2.3", createdAt: testNow });
  expect(await file.text()).toContain('"horizon":"long"');
});

describe("metrics", () => {
  const form: MetricForm = {
    name: "Pace",
    unit: "min/km",
    direction: "lower",
    baseline: "7",
    target: "5,5",
    targetOn: "2027-03-01",
  };

  test("are kept with their dated values, the earliest first, and go with their goal", async () => {
    const db = freshDb();
    const { id } = await addGoal(db, "s1", "Run");
    await addMetric(db, id, form);
    const [metric] = await db.metrics.toArray();
    expect(metric).toMatchObject({ name: "Pace", direction: "lower", baseline: 7, target: 5.5, goalId: id });
    await addMeasurement(db, metric?.id ?? "", { on: "2026-11-20", value: "6.2", note: " Rain " });
    await addMeasurement(db, metric?.id ?? "", { on: "2026-11-01", value: "−1", note: "" });
    const [first] = await metricsOf(db, "s1");
    expect(first?.values.map(({ on, value, note }) => [on, value, note])).toEqual([
      ["2026-11-01", -1, ""],
      ["2026-11-20", 6.2, "Rain"],
    ]);
    const value = first?.values[0]?.id ?? "";
    await editMeasurement(db, value, { on: "2026-11-21", value: "6", note: "" });
    expect((await metricsOf(db, "s1"))[0]?.values.at(-1)).toMatchObject({ value: 6, on: "2026-11-21" });
    await removeMeasurement(db, value);
    expect((await metricsOf(db, "s1"))[0]?.values).toHaveLength(1);
    await editMetric(db, metric?.id ?? "", { ...form, baseline: "", target: "0" });
    expect((await metricsOf(db, "s1"))[0]?.metric).toMatchObject({ baseline: null, target: 0 });
    const act = await removeMetric(db, metric?.id ?? "");
    expect(await metricsOf(db, "s1")).toEqual([]);
    await undo(db, act ?? "");
    await removeGoal(db, id);
    expect(await metricsOf(db, "s1")).toEqual([]);
  });

  test.each<[what: string, value: { on: string; value: string }, code: UserErrorCode]>([
    ["words for a value", { on: "2026-11-20", value: "many" }, "badNumber"],
    ["no value", { on: "2026-11-20", value: " " }, "badNumber"],
    ["a number that runs on", { on: "2026-11-20", value: "1.2.3" }, "badNumber"],
    ["no day", { on: "", value: "1" }, "badDate"],
    ["a day that does not exist", { on: "2026-02-30", value: "1" }, "badDate"],
  ])("with %s are refused", async (_, value, code) => {
    const db = freshDb();
    const { id } = await addGoal(db, "s1", "Run");
    await addMetric(db, id, form);
    const [metric] = await db.metrics.toArray();
    await expect(addMeasurement(db, metric?.id ?? "", { ...value, note: "" })).rejects.toThrow(
      new UserError(code),
    );
    expect(await db.measurements.count()).toBe(0);
  });
});

describe("evidence", () => {
  const form: EvidenceForm = {
    kind: "text",
    text: "",
    url: "",
    on: "2026-11-24",
    meetingId: "",
    metricId: "",
  };

  test("is words, a link, the name of a file or a metric, and knows the meeting whose notes it is from", async () => {
    const db = freshDb();
    const { id } = await addGoal(db, "s1", "Run");
    await addMetric(db, id, {
      name: "Pace",
      unit: "",
      direction: "lower",
      baseline: "",
      target: "",
      targetOn: "",
    });
    const [metric] = await db.metrics.toArray();
    const meetingId = await planMeeting(db, meetingForm);
    await addEvidence(db, { goalId: id }, { ...form, text: "Ran 10 km", meetingId });
    await addEvidence(db, { goalId: id }, { ...form, kind: "link", url: "example.org/run" });
    await addEvidence(db, { goalId: id }, { ...form, kind: "file", text: "race.pdf" });
    await addEvidence(db, { goalId: id }, { ...form, kind: "metric", metricId: metric?.id ?? "" });
    expect(await evidenceOf(db, "s1")).toMatchObject([
      { kind: "text", text: "Ran 10 km", meetingId, url: null },
      { kind: "link", text: "example.org", url: "https://example.org/run", meetingId: null },
      { kind: "file", text: "race.pdf" },
      { kind: "metric", text: "Pace", metricId: metric?.id },
    ]);
    const [first] = await evidenceOf(db, "s1");
    await editEvidence(db, first?.id ?? "", { ...form, text: "Ran 12 km" });
    expect(await db.evidence.get(first?.id ?? "")).toMatchObject({ text: "Ran 12 km", meetingId: null });
    await removeEvidence(db, first?.id ?? "");
    expect(await evidenceOf(db, "s1")).toHaveLength(3);
  });

  test("belongs to the goal as a whole, or to one of its milestones", async () => {
    const db = freshDb();
    const { id, idOf } = await plan(db, "a");
    await addEvidence(db, { goalId: id }, { ...form, text: "Ran", milestoneId: idOf("a") });
    const [evidence] = await evidenceOf(db, "s1");
    expect(evidence).toMatchObject({ milestoneId: idOf("a") });
    await editEvidence(db, evidence?.id ?? "", { ...form, text: "Ran", milestoneId: "" });
    expect(await evidenceOf(db, "s1")).toMatchObject([{ milestoneId: null }]);
  });

  test.each<[Partial<EvidenceForm>, UserErrorCode]>([
    [{}, "emptyText"],
    [{ kind: "link", text: "Notes" }, "badLink"],
    [{ kind: "link", url: "javascript:alert(1)" }, "badLink"],
    [{ text: "x", on: "2026-13-01" }, "badDate"],
  ])("of %o is refused", async (more, code) => {
    const db = freshDb();
    const { id } = await addGoal(db, "s1", "Run");
    await expect(addEvidence(db, { goalId: id }, { ...form, ...more })).rejects.toThrow(new UserError(code));
    expect(await db.evidence.count()).toBe(0);
  });
});

test("outcomes belong to a goal, or say that they do not yet", async () => {
  const db = freshDb();
  const { id } = await addGoal(db, "s1", "Run");
  await addOutcome(db, "s1", { text: "A medal", goalId: id });
  await addOutcome(db, "s1", { text: "A new role", goalId: "" });
  const [, second] = await outcomesOf(db, "s1");
  expect((await outcomesOf(db, "s1")).map((row) => row.goalId)).toEqual([id, null]);
  await editOutcome(db, second?.id ?? "", { text: "A role", goalId: id });
  expect(await db.inventory.get(second?.id ?? "")).toMatchObject({
    text: "A role",
    goalId: id,
    kind: "outcome",
  });
  await removeOutcome(db, second?.id ?? "");
  expect(await outcomesOf(db, "s1")).toHaveLength(1);
});

describe("a start that moved", () => {
  async function dated(clock = { now: testNow }) {
    const db = freshDb(clock);
    const { id, idOf } = await plan(db, "a", "done", "undated");
    await editMilestone(db, idOf("a"), { dueOn: "2026-12-20" });
    await editMilestone(db, idOf("done"), { dueOn: "2026-11-20" });
    await completeMilestone(db, idOf("done"));
    await editGoal(db, id, { startsOn: "2026-11-01" });
    const since = () => db.now() - 24 * 3_600_000;
    const daysNow = async () =>
      Object.fromEntries((await milestonesOf(db, "s1")).map((row) => [row.title, row.dueOn]));
    return { db, id, idOf, since, daysNow };
  }

  test("is found in the log, and what is undone moves with it until that is taken back", async () => {
    const { db, id, since, daysNow } = await dated();
    expect(await lastStartMove(db, "s1", since())).toBeNull();
    await editGoal(db, id, { startsOn: "2026-11-15" });
    const move = await lastStartMove(db, "s1", since());
    expect(move).toMatchObject({ goalId: id, days: 14 });
    const act = await shiftRoadmap(db, { mentorshipId: "s1", goalId: id }, move?.days ?? 0);
    expect(await daysNow()).toEqual({ a: "2027-01-03", done: "2026-11-20", undated: null });
    expect(await lastStartMove(db, "s1", since())).toBeNull();
    await undo(db, act ?? "");
    expect(await daysNow()).toEqual({ a: "2026-12-20", done: "2026-11-20", undated: null });
  });

  test("of the mentorship moves what is undone of all its goals", async () => {
    const db = freshDb();
    const { id: mentorshipId } = await startMentorship(db, firstRun);
    const startsOn = "2026-12-01";
    await mutate(db, { did: "editMentorship" }, () => [
      { table: "mentorships", id: mentorshipId, patch: { startsOn } },
    ]);
    const move = await lastStartMove(db, mentorshipId, testNow - 60_000);
    expect(move).toMatchObject({ goalId: null, days: 7 });
    await shiftRoadmap(db, { mentorshipId }, move?.days ?? 0);
    expect(await milestonesOf(db, mentorshipId)).toMatchObject([{ dueOn: "2026-12-17" }]);
  });

  test("of which nothing is left is none: taken back, or a day ago", async () => {
    const clock = { now: testNow };
    const { db, id, since } = await dated(clock);
    const act = await editGoal(db, id, { startsOn: "2026-11-15" });
    await undo(db, act ?? "");
    expect(await lastStartMove(db, "s1", since())).toBeNull();
    await editGoal(db, id, { startsOn: "2026-10-25" });
    expect(await lastStartMove(db, "s1", since())).toMatchObject({ days: -7 });
    clock.now += 25 * 3_600_000;
    expect(await lastStartMove(db, "s1", since())).toBeNull();
  });
});
