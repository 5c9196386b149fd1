import { describe, expect, test } from "vitest";
import { activitiesOf, addActivity, editActivity, setActivityState } from "@/lib/db/activities.ts";
import { becameRow, makeOfLine } from "@/lib/db/became.ts";
import { neededFor } from "@/lib/db/commitments.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { entriesOf, addCapture } from "@/lib/db/entries.ts";
import { addExpected, editExpected, expectedOf, removeExpected, sentenceOf } from "@/lib/db/expected.ts";
import { addGoal } from "@/lib/db/goals.ts";
import { goalsOf, milestonesOf } from "@/lib/db/goal-rows.ts";
import {
  addInventoryItem,
  editInventoryItem,
  hideInventoryItem,
  inventoryRows,
  keepOnlyHere,
  markUsed,
  removeInventoryItem,
  sayAsEverywhere,
  sayEverywhere,
} from "@/lib/db/inventory.ts";
import { orderLines } from "@/lib/db/lines.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { addResource, editResource, resourcesOf, setResourceState } from "@/lib/db/resources.ts";
import { removeSample } from "@/lib/db/sample.ts";
import { editSelf, editSurroundings, ownRow } from "@/lib/db/self.ts";
import {
  addSkill,
  editSkill,
  makeGoalOfSkill,
  makeStepOfSkill,
  rateSkill,
  removeSkill,
  setSkillNeeded,
  skillsOf,
} from "@/lib/db/skills.ts";
import { addTopic } from "@/lib/db/topics.ts";
import { topicsOf } from "@/lib/db/topic-rows.ts";
import { undo } from "@/lib/db/undo.ts";
import { activitySuggestions } from "@/lib/content/activities.ts";
import { agendaOf } from "@/lib/domain/carry-over.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { inventoryFor } from "@/lib/domain/inventory-lines.ts";
import { skillChange, skillGap } from "@/lib/domain/skill-rating.ts";
import type { InventoryKind } from "@/lib/domain/vocabulary.ts";
import { anotherTab, firstRun, freshDb, testNow } from "./fresh-db.ts";

const today = "2026-11-24";

/** Two mentorships of the same person. */
async function twoMentorships(): Promise<{ db: MilepostDb; here: Id; there: Id }> {
  const db = freshDb();
  const { id: here } = await startMentorship(db, firstRun);
  const { id: there } = await startMentorship(db, { ...firstRun, partnerName: "Jun Park" });
  return { db, here, there };
}

async function textsOf(
  db: MilepostDb,
  mentorshipId: Id,
  kind: InventoryKind = "strength",
): Promise<string[]> {
  const { lines } = inventoryFor(await inventoryRows(db), mentorshipId);
  return lines.filter(({ item }) => item.kind === kind).map(({ item }) => item.text);
}

async function lineId(db: MilepostDb, mentorshipId: Id, text: string): Promise<Id> {
  const { lines } = inventoryFor(await inventoryRows(db), mentorshipId);
  const line = lines.find(({ item }) => item.text === text);
  if (!line) throw new Error(`No line says "${text}".`);
  return line.item.id;
}

async function note(db: MilepostDb, mentorshipId: Id | null, kind: InventoryKind, ...texts: string[]) {
  for (const text of texts) await addInventoryItem(db, { mentorshipId, kind, text });
}

describe("the inventory", () => {
  test("two lines in each of three lists are all there in order after a restart", async () => {
    const { db, here, there } = await twoMentorships();
    await note(db, null, "strength", "Calm", "Precise");
    await note(db, null, "growth", "Speak up", "Estimate");
    await note(db, null, "preference", "In writing first", "Mornings");
    const again = anotherTab(db.name);
    db.close();
    for (const mentorship of [here, there]) {
      expect(await textsOf(again, mentorship, "strength")).toEqual(["Calm", "Precise"]);
      expect(await textsOf(again, mentorship, "growth")).toEqual(["Speak up", "Estimate"]);
      expect(await textsOf(again, mentorship, "preference")).toEqual(["In writing first", "Mornings"]);
    }
  });

  test("an order that was made by hand is kept after a restart", async () => {
    const { db, here } = await twoMentorships();
    await note(db, here, "strength", "a", "b", "c");
    const ids = await Promise.all(["c", "a", "b"].map((text) => lineId(db, here, text)));
    const act = await orderLines(db, "inventory", [...ids, "gone"]);
    const again = anotherTab(db.name);
    expect(await textsOf(again, here)).toEqual(["c", "a", "b"]);
    await undo(again, act ?? "");
    expect(await textsOf(again, here)).toEqual(["a", "b", "c"]);
  });

  test("a line for all is changed, for all or here alone, put away here and shown again", async () => {
    const { db, here, there } = await twoMentorships();
    await note(db, null, "strength", "Calm");
    const id = await lineId(db, here, "Calm");
    await editInventoryItem(db, here, id, { text: "Calm, mostly", onlyHere: true });
    expect([await textsOf(db, here), await textsOf(db, there)]).toEqual([["Calm, mostly"], ["Calm"]]);
    await editInventoryItem(db, there, id, { text: "Very calm" });
    expect([await textsOf(db, here), await textsOf(db, there)]).toEqual([["Calm, mostly"], ["Very calm"]]);
    await sayAsEverywhere(db, here, id);
    expect(await textsOf(db, here)).toEqual(["Very calm"]);
    await editInventoryItem(db, here, id, { text: "Calm again" });
    expect([await textsOf(db, here), await textsOf(db, there)]).toEqual([["Calm again"], ["Calm again"]]);
    const act = await hideInventoryItem(db, here, id, true);
    expect([await textsOf(db, here), await textsOf(db, there)]).toEqual([[], ["Calm again"]]);
    await undo(db, act ?? "");
    expect(await textsOf(db, here)).toEqual(["Calm again"]);
    await hideInventoryItem(db, here, id, true);
    await hideInventoryItem(db, here, id, false);
    expect(await textsOf(db, here)).toEqual(["Calm again"]);
  });

  test("a line is kept in one mentorship, and shown in all", async () => {
    const { db, here, there } = await twoMentorships();
    await note(db, null, "strength", "Calm");
    const id = await lineId(db, here, "Calm");
    await keepOnlyHere(db, here, id);
    expect([await textsOf(db, here), await textsOf(db, there)]).toEqual([["Calm"], []]);
    await sayEverywhere(db, id);
    expect([await textsOf(db, here), await textsOf(db, there)]).toEqual([["Calm"], ["Calm"]]);
  });

  test("what holds of a line for all in one mentorship stays with it when it is kept there", async () => {
    const { db, here, there } = await twoMentorships();
    await note(db, null, "growth", "Speak up");
    await makeOfLine(db, here, await lineId(db, here, "Speak up"), "goals");
    await keepOnlyHere(db, here, await lineId(db, here, "Speak up"));
    const { lines } = inventoryFor(await inventoryRows(db), here);
    expect(lines).toMatchObject([{ reach: "here", item: { becameTable: "goals" } }]);
    expect(await textsOf(db, there, "growth")).toEqual([]);
  });

  test("removing takes a line for all from all, what was changed here only from here, and is taken back", async () => {
    const { db, here, there } = await twoMentorships();
    await note(db, null, "strength", "Calm", "Precise");
    await editInventoryItem(db, here, await lineId(db, here, "Calm"), { text: "Calmer", onlyHere: true });
    await removeInventoryItem(db, here, await lineId(db, here, "Calmer"));
    expect([await textsOf(db, here), await textsOf(db, there)]).toEqual([["Precise"], ["Calm", "Precise"]]);
    const act = await removeInventoryItem(db, here, await lineId(db, here, "Precise"));
    expect(await textsOf(db, there)).toEqual(["Calm"]);
    await undo(db, act ?? "");
    expect(await textsOf(db, there)).toEqual(["Calm", "Precise"]);
  });

  test("nothing is added of nothing, and a line that is gone is told", async () => {
    const { db, here } = await twoMentorships();
    await expect(note(db, here, "strength", "  ")).rejects.toMatchObject({ code: "emptyText" });
    await expect(editInventoryItem(db, here, "gone", { text: "x" })).rejects.toMatchObject({
      code: "notFound",
    });
  });

  test("an idea for rapport is stamped with the day and the meeting it was used in", async () => {
    const { db, here } = await twoMentorships();
    const [kickoff] = await db.meetings.where("mentorshipId").equals(here).toArray();
    await note(db, here, "rapport", "Ask about the choir");
    const id = await lineId(db, here, "Ask about the choir");
    await markUsed(db, here, id, { on: today, meetingId: kickoff?.id ?? null });
    expect(await db.inventory.get(id)).toMatchObject({ usedOn: today, usedInId: kickoff?.id });
    await markUsed(db, here, id, { on: null, meetingId: null });
    expect(await db.inventory.get(id)).toMatchObject({ usedOn: null, usedInId: null });
  });
});

describe("what becomes of a line", () => {
  test("a development need becomes a goal in one act, with a link both ways, once", async () => {
    const { db, here, there } = await twoMentorships();
    await note(db, null, "growth", "Speak up");
    const id = await lineId(db, here, "Speak up");
    const act = await makeOfLine(db, here, id, "goals");
    const goal = (await goalsOf(db, here)).find(({ title }) => title === "Speak up");
    const line = inventoryFor(await inventoryRows(db), here).lines[0]?.item;
    expect(line && (await becameRow(db, here, line))).toEqual({
      table: "goals",
      id: goal?.id,
      title: "Speak up",
    });
    expect(await makeOfLine(db, here, id, "goals")).toBeNull();
    // In another mentorship it is another goal.
    const elsewhere = inventoryFor(await inventoryRows(db), there).lines[0]?.item;
    expect(elsewhere && (await becameRow(db, there, elsewhere))).toBeNull();
    await undo(db, act ?? "");
    expect(await goalsOf(db, here)).toHaveLength(1);
    expect(inventoryFor(await inventoryRows(db), here).lines[0]?.item.becameId ?? null).toBeNull();
  });

  test("a need becomes a resource or a promise of the other, and both know where they came from", async () => {
    const { db, here } = await twoMentorships();
    await note(db, here, "resource", "A course");
    await note(db, here, "support", "A word with my manager");
    await makeOfLine(db, here, await lineId(db, here, "A course"), "resources");
    await makeOfLine(db, here, await lineId(db, here, "A word with my manager"), "commitments");
    const [resource] = await resourcesOf(db, here);
    const [promise] = await db.commitments.toArray();
    expect(resource).toMatchObject({ title: "A course", state: "toDo" });
    expect(promise).toMatchObject({ title: "A word with my manager", owner: "them", status: "open" });
    const rows = await inventoryRows(db);
    expect(rows.map((row) => [row.text, row.becameTable, row.becameId])).toEqual([
      ["A course", "resources", resource?.id],
      ["A word with my manager", "commitments", promise?.id],
    ]);
    expect(await neededFor(db)).toEqual(new Map([[promise?.id, "A word with my manager"]]));
  });

  test("an opportunity becomes an activity; what is in the trash can be made again", async () => {
    const { db, here } = await twoMentorships();
    await note(db, here, "opportunity", "Sit in at the guild");
    const id = await lineId(db, here, "Sit in at the guild");
    await makeOfLine(db, here, id, "activities");
    const [first] = await activitiesOf(db, here);
    expect(first).toMatchObject({ title: "Sit in at the guild", state: "toDo" });
    await db.activities.update(first?.id ?? "", { deletedAt: testNow });
    expect(await makeOfLine(db, here, id, "activities")).not.toBeNull();
    expect(await activitiesOf(db, here)).toHaveLength(1);
  });
});

test("one of each list is on the agenda of the first meeting once, and knows its origin", async () => {
  const { db, here } = await twoMentorships();
  await addExpected(db, here, { of: "them", about: "I expect of Elif", text: "Plain words" });
  await note(db, here, "groundRule", "On time and prepared");
  const [expectation] = await expectedOf(db, here);
  const rule = await lineId(db, here, "On time and prepared");
  const [goal] = await goalsOf(db, here);
  const origins = [
    { table: "expectations", id: expectation?.id ?? "" },
    { table: "inventory", id: rule },
    { table: "goals", id: goal?.id ?? "" },
  ] as const;
  for (const from of [...origins, ...origins]) await addTopic(db, here, "To talk about", "topic", from);
  const topics = await topicsOf(db, here);
  expect(topics.map(({ fromTable, fromId }) => ({ table: fromTable, id: fromId }))).toEqual(origins);
  const meetings = await db.meetings.where("mentorshipId").equals(here).toArray();
  const [first] = meetings;
  expect(first && agendaOf(first, meetings, topics, testNow)).toHaveLength(3);
});

test("an expectation is one sentence, the own side of it", async () => {
  const { db, here } = await twoMentorships();
  await addExpected(db, here, { of: "me", about: "I expect of myself", text: " Topics the  evening before" });
  const [row] = await expectedOf(db, here);
  expect(row).toMatchObject({
    of: "me",
    about: "I expect of myself",
    mine: "Topics the evening before",
    theirs: "",
    state: "open",
  });
  await editExpected(db, row?.id ?? "", "Topics a day before");
  expect(await expectedOf(db, here)).toMatchObject([
    { about: "I expect of myself", mine: "Topics a day before" },
  ]);
  await db.expectations.update(row?.id ?? "", { mine: "" });
  await editExpected(db, row?.id ?? "", "Topics in time");
  const [edited] = await expectedOf(db, here);
  expect(edited && sentenceOf(edited)).toBe("Topics in time");
  await removeExpected(db, row?.id ?? "");
  expect(await expectedOf(db, here)).toEqual([]);
});

describe("where I am and where I want to be", () => {
  test("is entered once for all mentorships, also by whom never gave a name", async () => {
    const db = freshDb();
    const { id } = await startMentorship(db, { ...firstRun, myName: "" });
    await editSelf(db, { role: "Administrator" });
    await editSelf(db, { ambition: "Design what others build from" });
    expect(await ownRow(db)).toMatchObject({
      name: "",
      role: "Administrator",
      ambition: "Design what others build from",
    });
    await editSelf(db, { role: " " });
    expect((await ownRow(db))?.role).toBeNull();
    await editSurroundings(db, id, { targetRole: "Architect", context: "Two teams were merged" });
    expect(await db.mentorships.get(id)).toMatchObject({
      targetRole: "Architect",
      context: "Two teams were merged",
    });
  });

  test("what was written in the sample's own row goes with the sample", async () => {
    const db = freshDb();
    const { sampleWrites } = await import("@/lib/content/sample.ts");
    const { addSample, ownId } = await import("@/lib/db/sample.ts");
    const me = await ownId(db);
    await addSample(db, sampleWrites({ now: testNow, timeZone: "Europe/Berlin", me }));
    await editSelf(db, { role: "Somebody else" });
    await removeSample(db);
    expect(await db.people.toArray()).toEqual([]);
    expect(await db.inventory.toArray()).toEqual([]);
  });
});

test("a reflection is a dated entry of the journal", async () => {
  const { db, here } = await twoMentorships();
  await addCapture(db, { kind: "reflection", text: "How do I learn?\n\nBy doing.", mentorshipId: here });
  expect(await entriesOf(db, here)).toMatchObject([{ kind: "reflection", createdAt: testNow }]);
});

describe("competencies", () => {
  async function oneSkill() {
    const { db, here } = await twoMentorships();
    await addSkill(db, here, "Integration design");
    const [skill] = await skillsOf(db, here);
    const id = skill?.id ?? "";
    await setSkillNeeded(db, id, 4);
    await rateSkill(db, id, { moment: "start", value: 2, on: today });
    const now = async () => {
      const [row] = await skillsOf(db, here);
      if (!row) throw new Error("The skill is gone.");
      return row;
    };
    return { db, here, id, now };
  }

  test("rated 2 of 5 against a needed 4 is a gap of 2, which becomes a goal that names it", async () => {
    const { db, here, id, now } = await oneSkill();
    expect(skillGap(await now())).toBe(2);
    await makeGoalOfSkill(db, here, id, "Integration design, from 2 to 4");
    expect((await goalsOf(db, here)).at(-1)).toMatchObject({
      title: "Integration design, from 2 to 4",
      skillIds: [id],
    });
  });

  test("a gap becomes a step of a goal, which names the competency from then on, once", async () => {
    const { db, here, id } = await oneSkill();
    const [goal] = await goalsOf(db, here);
    const step = { title: "Draw one integration", dueOn: "2026-12-20" };
    await makeStepOfSkill(db, goal?.id ?? "", id, step);
    await makeStepOfSkill(db, goal?.id ?? "", id, { ...step, title: "Draw another" });
    expect((await milestonesOf(db, here)).map(({ title }) => title)).toContain("Draw one integration");
    expect((await goalsOf(db, here))[0]?.skillIds).toEqual([id]);
  });

  test("a second rating makes a change, and one that is taken back makes none", async () => {
    const { db, id, now } = await oneSkill();
    expect(skillChange(await now())).toMatchObject({ to: null });
    await rateSkill(db, id, { moment: "middle", value: 3, on: "2026-12-01" });
    expect(await now()).toMatchObject({ middle: 3, middleOn: "2026-12-01", startOn: today });
    expect(skillChange(await now())).toMatchObject({ by: 1 });
    await rateSkill(db, id, { moment: "middle", value: null, on: "2026-12-02" });
    expect(await now()).toMatchObject({ middle: null, middleOn: null });
    await rateSkill(db, id, { moment: "end", value: 9, on: today });
    expect((await now()).end ?? null).toBeNull();
  });

  test("goals are linked and unlinked in one act with the name, others are left alone", async () => {
    const { db, here, id } = await oneSkill();
    const second = await addGoal(db, here, "Second");
    const [first] = await goalsOf(db, here);
    await editSkill(db, here, id, { name: "Design", goalIds: [first?.id ?? "", second.id] });
    expect((await goalsOf(db, here)).map(({ skillIds }) => skillIds)).toEqual([[id], [id]]);
    const act = await editSkill(db, here, id, { name: "Designing", goalIds: [second.id] });
    expect((await goalsOf(db, here)).map(({ skillIds }) => skillIds)).toEqual([[], [id]]);
    await undo(db, act ?? "");
    expect((await goalsOf(db, here)).map(({ skillIds }) => skillIds)).toEqual([[id], [id]]);
    await removeSkill(db, id);
    expect(await skillsOf(db, here)).toEqual([]);
  });
});

describe("resources and activities", () => {
  const resource = { title: "A book", kind: "reading", goalId: null, takeaway: "", url: "" } as const;

  test("a resource has a safe link, a state and a takeaway", async () => {
    const { db, here } = await twoMentorships();
    await expect(addResource(db, here, { ...resource, url: "javascript:alert(1)" })).rejects.toMatchObject({
      code: "badLink",
    });
    await addResource(db, here, { ...resource, url: "example.org/book" });
    const [row] = await resourcesOf(db, here);
    expect(row).toMatchObject({ url: "https://example.org/book", state: "toDo", takeaway: null });
    await setResourceState(db, row?.id ?? "", "done");
    await editResource(db, row?.id ?? "", { ...resource, takeaway: "Name the retry rule first" });
    expect(await resourcesOf(db, here)).toMatchObject([
      { state: "done", takeaway: "Name the retry rule first", url: null },
    ]);
  });

  test("starting a suggestion makes a dated activity that is linked to a goal", async () => {
    const { db, here } = await twoMentorships();
    const [goal] = await goalsOf(db, here);
    const [suggestion] = activitySuggestions;
    const form = { title: "Mock interview", kind: "practice", text: "" } as const;
    const goalId = goal?.id ?? null;
    await addActivity(db, here, { ...form, goalId, startsOn: today }, today, suggestion.key);
    const [row] = await activitiesOf(db, here);
    expect(row).toMatchObject({ goalId, startsOn: today, state: "doing", suggestion: suggestion.key });
    await setActivityState(db, row?.id ?? "", "done");
    await editActivity(db, row?.id ?? "", { ...form, goalId: null, startsOn: "", text: "It went well" });
    expect(await activitiesOf(db, here)).toMatchObject([
      { state: "done", goalId: null, startsOn: null, text: "It went well", suggestion: suggestion.key },
    ]);
  });

  test("the library holds what the sources name for the time of cultivation", () => {
    const keys = activitySuggestions.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(["careerPlan", "resume", "companies", "interview", "pitch"]));
  });
});
