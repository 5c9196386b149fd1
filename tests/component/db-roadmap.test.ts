import { describe, expect, test } from "vitest";
import { shippedTemplates } from "@/lib/content/templates/templates.ts";
import { addGoal, addMilestone, completeMilestone } from "@/lib/db/goals.ts";
import { goalsOf, milestonesOf } from "@/lib/db/goal-rows.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import {
  agreedPlan,
  earlierDates,
  evidenceCount,
  moveMilestone,
  moveToPhase,
  shiftMilestone,
} from "@/lib/db/roadmap.ts";
import {
  addTemplate,
  applyTemplate,
  ownTemplates,
  removeTemplate,
  renameTemplate,
  saveAsTemplate,
} from "@/lib/db/templates.ts";
import { undo } from "@/lib/db/undo.ts";
import { addDays, daysBetween } from "@/lib/domain/civil-time.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { readTemplate, templateFile } from "@/lib/formats/template-file.ts";
import { dump, firstRun, freshDb, testNow } from "./fresh-db.ts";

const bare = { ...firstRun, goal: "", milestone: "", milestoneOn: "", meetingOn: "", meetingTime: "" };
const example = (key: string) => {
  const found = shippedTemplates.find((template) => template.key === key);
  if (!found) throw new Error(`There is no template ${key}.`);
  return found;
};

async function withMilestone() {
  const clock = { now: testNow };
  const db = freshDb(clock);
  const { id } = await startMentorship(db, bare);
  const goal = await addGoal(db, id, "Lead");
  await addMilestone(db, goal.id, { title: "First", phase: "discovery", dueOn: "2026-12-10" });
  const [milestone] = await milestonesOf(db, id);
  return { db, clock, mentorshipId: id, milestone: milestone?.id ?? "", goalId: goal.id };
}

describe("a milestone", () => {
  test("that is moved to another phase keeps the day of it, and comes back with undo", async () => {
    const { db, milestone } = await withMilestone();
    const act = await moveToPhase(db, milestone, "practice", "2026-11-24");
    expect(await db.milestones.get(milestone)).toMatchObject({ phase: "practice", phaseOn: "2026-11-24" });
    expect(await moveToPhase(db, milestone, "practice", "2026-11-25")).toBeNull();
    await undo(db, act ?? "");
    expect((await db.milestones.get(milestone))?.phase).toBe("discovery");
  });

  test("that is moved day by day is moved once: one entry of the history, one undo", async () => {
    const { db, clock, milestone } = await withMilestone();
    const act = (await shiftMilestone(db, milestone, 1)) ?? "";
    for (let day = 0; day < 3; day += 1) {
      clock.now += 100;
      expect(await shiftMilestone(db, milestone, 1, act)).toBe(act);
    }
    expect((await db.milestones.get(milestone))?.dueOn).toBe("2026-12-14");
    expect(await db.changes.where("act").equals(act).count()).toBe(1);
    expect(await earlierDates(db, milestone)).toEqual(["2026-12-10"]);
    await undo(db, act);
    expect((await db.milestones.get(milestone))?.dueOn).toBe("2026-12-10");
  });

  test("that is reached, or has no date, is not moved by the keys", async () => {
    const { db, milestone } = await withMilestone();
    await moveMilestone(db, milestone, { on: "" });
    expect(await shiftMilestone(db, milestone, 1)).toBeNull();
    await moveMilestone(db, milestone, { on: "2026-12-10" });
    await completeMilestone(db, milestone);
    expect(await shiftMilestone(db, milestone, 1)).toBeNull();
  });

  test("tells the dates that it had, and how much shows it", async () => {
    const { db, milestone, goalId } = await withMilestone();
    expect(await earlierDates(db, milestone)).toEqual([]);
    await moveMilestone(db, milestone, { on: "2026-12-12", reason: "The guild meets later" });
    await moveMilestone(db, milestone, { on: "2026-12-15" });
    expect(await earlierDates(db, milestone)).toEqual(["2026-12-10", "2026-12-12"]);
    const taken = await undo(db, (await moveMilestone(db, milestone, { on: "2026-12-20" })) ?? "");
    expect(await earlierDates(db, milestone)).toEqual(["2026-12-10", "2026-12-12"]);
    await undo(db, taken ?? "");
    expect(await earlierDates(db, milestone)).toEqual(["2026-12-10", "2026-12-12", "2026-12-15"]);
    expect(await evidenceCount(db, { id: milestone, goalId })).toBe(0);
    await expect(moveMilestone(db, milestone, { on: "2026-02-30" })).rejects.toThrow(
      new UserError("badDate"),
    );
  });
});

test("the plan that is shown is that of the latest version both agreed on", async () => {
  const { db, mentorshipId } = await withMilestone();
  expect(await agreedPlan(db, mentorshipId)).toBeNull();
  const row = (version: number, status: "draft" | "agreed", baseline: string | null) => ({
    id: `v${version}`,
    author: "me",
    space: "personal",
    visibility: "private" as const,
    createdAt: testNow,
    mentorshipId,
    version,
    status,
    baseline,
  });
  await db.agreements.bulkPut([
    row(1, "agreed", "{}"),
    row(2, "agreed", '{"milestones":[]}'),
    row(3, "draft", null),
  ] as never);
  expect((await agreedPlan(db, mentorshipId))?.baseline).toBe('{"milestones":[]}');
});

describe("a template", () => {
  test.each([
    ["first-job", 5],
    ["new-role", 4],
  ])("%s makes one goal with exactly %i dated steps, marked as from it, as one act", async (key, steps) => {
    const db = freshDb();
    const { id } = await startMentorship(db, bare);
    const template = example(key);
    const act = await applyTemplate(db, id, template, "2026-12-01");
    const goals = await goalsOf(db, id);
    expect(goals).toMatchObject([{ template: template.name, startsOn: "2026-12-01", status: "open" }]);
    const milestones = await milestonesOf(db, id);
    expect(milestones.map(({ title, dueOn, phase }) => ({ title, dueOn, phase }))).toEqual(
      template.goals[0]?.milestones.map(({ title, day, phase }) => ({
        title,
        dueOn: addDays("2026-12-01", day),
        phase,
      })),
    );
    expect(milestones).toHaveLength(steps);
    await undo(db, act ?? "");
    expect(await goalsOf(db, id)).toEqual([]);
    expect(await milestonesOf(db, id)).toEqual([]);
  });

  test("comes after the goals that are there", async () => {
    const { db, mentorshipId } = await withMilestone();
    await applyTemplate(db, mentorshipId, example("promotion"), "2026-12-01");
    expect((await goalsOf(db, mentorshipId)).map(({ title, order }) => [title, order])).toEqual([
      ["Lead", 0],
      ["Work at the next level", 1],
      ["Be seen for it", 2],
    ]);
  });

  test("is refused without a day or a mentorship, and nothing is changed", async () => {
    const { db, mentorshipId } = await withMilestone();
    const before = await dump(db);
    for (const [id, day, code] of [
      [mentorshipId, "", "badDate"],
      [mentorshipId, "2026-02-30", "badDate"],
      ["unknown", "2026-12-01", "notFound"],
    ] as const) {
      await expect(applyTemplate(db, id, example("new-role"), day)).rejects.toThrow(new UserError(code));
    }
    expect(await dump(db)).toEqual(before);
  });

  test("goes out in a file and into a clean profile, and gives the same milestones from a new start", async () => {
    const { db, mentorshipId } = await withMilestone();
    await applyTemplate(db, mentorshipId, example("launch"), "2026-12-01");
    await saveAsTemplate(db, mentorshipId, { name: "Our launch", about: "With a first step" });
    const [saved] = await ownTemplates(db);
    if (!saved) throw new Error("Nothing was saved.");
    const file = new Blob([templateFile(saved)]);

    const other = freshDb();
    const { id } = await startMentorship(other, bare);
    await addTemplate(other, await readTemplate(file));
    const [taken] = await ownTemplates(other);
    expect(taken).toMatchObject({ name: "Our launch", about: "With a first step" });
    if (!taken) throw new Error("Nothing was taken in.");
    await applyTemplate(other, id, taken, "2027-03-01");

    const told = async (of: typeof db, mentorship: string, start: string) =>
      (await milestonesOf(of, mentorship))
        .map(({ title, phase, owner, must, dueOn }) => [
          title,
          phase,
          owner,
          must ?? false,
          daysBetween(start, dueOn ?? start),
        ])
        .toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));
    // The first profile's days count from the start of its mentorship, the day of the test.
    expect(await told(other, id, "2027-03-01")).toEqual(await told(db, mentorshipId, "2026-11-24"));
    expect(await milestonesOf(other, id)).toHaveLength(9);
  });

  test("a file that is none changes nothing", async () => {
    const { db } = await withMilestone();
    const before = await dump(db);
    await expect(readTemplate(new Blob(['{"format":"milepost-template"}']))).rejects.toThrow(
      new UserError("templateDamaged"),
    );
    expect(await dump(db)).toEqual(before);
  });

  test("a roadmap that no template could hold makes none", async () => {
    const { db, mentorshipId } = await withMilestone();
    for (let count = 0; count < 50; count++) await addGoal(db, mentorshipId, `Goal ${count}`);
    await expect(saveAsTemplate(db, mentorshipId, { name: "All", about: "" })).rejects.toThrow(
      new UserError("roadmapTooLarge"),
    );
    expect(await ownTemplates(db)).toEqual([]);
  });

  test("is renamed and removed, and a roadmap without milestones makes none", async () => {
    const { db, mentorshipId } = await withMilestone();
    await saveAsTemplate(db, mentorshipId, { name: " Mine ", about: "" });
    const id = (await ownTemplates(db))[0]?.id ?? "";
    await renameTemplate(db, id, { name: "Ours", about: "For the team" });
    expect(await ownTemplates(db)).toMatchObject([{ name: "Ours", about: "For the team" }]);
    const act = await removeTemplate(db, id);
    expect(await ownTemplates(db)).toEqual([]);
    await undo(db, act ?? "");
    expect(await ownTemplates(db)).toHaveLength(1);
    await expect(saveAsTemplate(db, mentorshipId, { name: "  ", about: "" })).rejects.toThrow(
      new UserError("emptyText"),
    );
    const empty = await startMentorship(db, bare);
    await expect(saveAsTemplate(db, empty.id, { name: "None", about: "" })).rejects.toThrow(
      new UserError("templateEmpty"),
    );
  });
});
