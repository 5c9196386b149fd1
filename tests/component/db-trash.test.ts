import { expect, test } from "vitest";
import { addCommitment } from "@/lib/db/commitments.ts";
import { dueNow } from "@/lib/db/commitment-rows.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { removeGoal, removeMilestone } from "@/lib/db/goals.ts";
import { goalsOf, milestonesOf } from "@/lib/db/goal-rows.ts";
import { plannedMeetings } from "@/lib/db/meeting-rows.ts";
import { removeMentorship, setStage, startMentorship } from "@/lib/db/mentorships.ts";
import { usesOfRoom } from "@/lib/db/room-rows.ts";
import { allMentorships } from "@/lib/db/mentorship-rows.ts";
import { replayLog } from "@/lib/db/log.ts";
import { readReminders } from "@/lib/db/reminder-records.ts";
import { usualPreferences } from "@/lib/domain/reminder-preferences.ts";
import { deleteForGood, expiredTrash, restoreFromTrash, trashItems } from "@/lib/db/trash.ts";
import { undo } from "@/lib/db/undo.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { tableNames } from "@/lib/domain/records.ts";
import { firstRun, freshDb, testNow, testZone } from "./fresh-db.ts";

const day = 86_400_000;

/** A mentorship whose goal, meeting and promises are due. */
async function standing(clock = { now: testNow }) {
  const db = freshDb(clock);
  const due = { milestoneOn: "2026-11-20", meetingOn: "2026-11-25" };
  const { id: mentorshipId } = await startMentorship(db, { ...firstRun, ...due });
  const [goal] = await goalsOf(db, mentorshipId);
  const [milestone] = await milestonesOf(db, mentorshipId);
  const { id: promise } = await addCommitment(db, {
    mentorshipId,
    title: "Book a room",
    owner: "me",
    dueOn: "2026-11-23",
  });
  return { db, clock, mentorshipId, goal: goal?.id ?? "", milestone: milestone?.id ?? "", promise };
}

/** What the background does at a wake. */
async function tidyTrash(db: MilepostDb): Promise<void> {
  await deleteForGood(db, await expiredTrash(db));
}

async function seen(db: MilepostDb, mentorshipId: Id) {
  const backup = { lastAt: 0, quietUntilAt: 0 };
  const { records } = await readReminders(db, { timeZone: testZone, preferences: usualPreferences, backup });
  const { meetings, milestones, commitments } = records;
  return {
    mentorships: (await allMentorships(db)).length,
    milestones: (await milestonesOf(db, mentorshipId)).length,
    due: (await dueNow(db, testZone)).map((item) => item.title).toSorted(),
    planned: (await plannedMeetings(db, testZone)).length,
    inRoom: (await usesOfRoom(db, "meet:abc-defg-hij", db.now())).uses[0]?.meeting?.title ?? null,
    reminded: [meetings.length, milestones.length, commitments.length],
  };
}

test("what belongs to a goal in the trash is out of sight with it, and comes back with it", async () => {
  const { db, mentorshipId, goal } = await standing();
  const before = await seen(db, mentorshipId);
  expect(before).toMatchObject({ milestones: 1, due: ["Book a room", "Hold the first three"] });
  await removeGoal(db, goal);
  expect(await seen(db, mentorshipId)).toMatchObject({ milestones: 0, due: ["Book a room"] });
  expect(await trashItems(db)).toMatchObject([
    { table: "goals", id: goal, title: "Run good one-to-ones", contents: { milestones: 1 } },
  ]);
  await restoreFromTrash(db, "goals", goal);
  expect(await seen(db, mentorshipId)).toEqual(before);
  expect(await trashItems(db)).toEqual([]);
});

test("a mentorship goes with all that belongs to it, and reminds of nothing", async () => {
  const { db, mentorshipId } = await standing();
  const before = await seen(db, mentorshipId);
  expect(before).toMatchObject({ planned: 1, inRoom: "Kickoff", reminded: [1, 1, 1] });
  const act = await removeMentorship(db, mentorshipId);
  expect(await seen(db, mentorshipId)).toEqual({
    mentorships: 0,
    milestones: 0,
    due: [],
    planned: 0,
    inRoom: null,
    reminded: [0, 0, 0],
  });
  expect(await trashItems(db)).toMatchObject([
    {
      table: "mentorships",
      title: "Elif Yıldız",
      contents: { goals: 1, milestones: 1, meetings: 1, commitments: 1 },
    },
  ]);
  await undo(db, act ?? "");
  expect(await seen(db, mentorshipId)).toEqual(before);
});

test("what was removed before its goal was comes back on its own, and brings the goal along", async () => {
  const { db, mentorshipId, goal, milestone } = await standing();
  await removeMilestone(db, milestone);
  await removeGoal(db, goal);
  expect((await trashItems(db)).map((item) => item.id)).toEqual([goal]);
  await restoreFromTrash(db, "milestones", milestone);
  expect(await milestonesOf(db, mentorshipId)).toHaveLength(1);
  expect(await goalsOf(db, mentorshipId)).toHaveLength(1);
});

test("a milestone that was removed apart stays in the trash when its goal is put back", async () => {
  const { db, clock, mentorshipId, goal, milestone } = await standing();
  await removeMilestone(db, milestone);
  clock.now += 1_000;
  await removeGoal(db, goal);
  await restoreFromTrash(db, "goals", goal);
  expect(await milestonesOf(db, mentorshipId)).toEqual([]);
  expect((await trashItems(db)).map((item) => item.id)).toEqual([milestone]);
});

test("an undone start leaves one thing in the trash, and putting it back brings the people too", async () => {
  const clock = { now: testNow };
  const db = freshDb(clock);
  const { id, act } = await startMentorship(db, firstRun);
  // A clock that goes on between any two looks at it.
  Object.defineProperty(db, "now", { value: () => (clock.now += 1) });
  await undo(db, act ?? "");
  expect((await trashItems(db)).map(({ table }) => table)).not.toContain("goals");
  await restoreFromTrash(db, "mentorships", id);
  const [view] = await allMentorships(db);
  expect(view?.partner).toMatchObject({ name: "Elif Yıldız", deletedAt: null });
  expect(await goalsOf(db, id)).toHaveLength(1);
  expect(await milestonesOf(db, id)).toHaveLength(1);
});

test("deleted for good leaves no trace of it, and nothing else is touched", async () => {
  const { db, mentorshipId } = await standing();
  const other = await startMentorship(db, { ...firstRun, partnerName: "Tom Adeyemi", myName: "" });
  await removeMentorship(db, mentorshipId);
  await deleteForGood(db, await trashItems(db));
  for (const name of tableNames) {
    const rows = await db.table(name).toArray();
    expect(JSON.stringify(rows), name).not.toContain(mentorshipId);
  }
  expect(JSON.stringify(await db.changes.toArray())).not.toContain(mentorshipId);
  expect(JSON.stringify(await db.people.toArray())).not.toContain("Elif");
  expect((await allMentorships(db)).map(({ mentorship }) => mentorship.id)).toEqual([other.id]);
  expect(await milestonesOf(db, other.id)).toHaveLength(1);
  const tally = await db.metaOf("tally");
  expect(tally?.counts).toMatchObject({ mentorships: 1, people: await db.people.count(), goals: 1 });
});

test("what was taken out of the trash meanwhile is not deleted", async () => {
  const { db, mentorshipId, goal } = await standing();
  await removeGoal(db, goal);
  const items = await trashItems(db);
  await restoreFromTrash(db, "goals", goal);
  expect(await deleteForGood(db, items)).toBe(0);
  expect(await milestonesOf(db, mentorshipId)).toHaveLength(1);
});

test("the trash is emptied of what is older than 30 days, day by day, and not by a clock that was set ahead", async () => {
  const { db, clock, goal } = await standing();
  await tidyTrash(db);
  await removeGoal(db, goal);
  for (let passed = 1; passed <= 30; passed += 1) {
    clock.now += day;
    await tidyTrash(db);
  }
  expect(await trashItems(db)).toHaveLength(1);
  clock.now += 300 * day;
  await tidyTrash(db);
  clock.now += 60_000;
  await tidyTrash(db);
  expect(await trashItems(db)).toHaveLength(1);
  clock.now -= 300 * day;
  await tidyTrash(db);
  expect(await trashItems(db)).toHaveLength(1);
  clock.now += day;
  await tidyTrash(db);
  expect(await trashItems(db)).toHaveLength(0);
  expect(await db.milestones.count()).toBe(0);
});

test("a goal of the first version took its milestones along by their own mark, and they come back with it", async () => {
  const { db, mentorshipId, goal, milestone } = await standing();
  await removeGoal(db, goal);
  const marked = await db.goals.get(goal);
  await db.milestones.update(milestone, { deletedAt: marked?.deletedAt ?? null });
  await restoreFromTrash(db, "goals", goal);
  expect(await milestonesOf(db, mentorshipId)).toHaveLength(1);
});

test("a stage is moved in any direction with a reason, and the walk so far is kept", async () => {
  const { db, mentorshipId } = await standing();
  await setStage(
    db,
    mentorshipId,
    { stage: "cultivation", on: "2026-12-01", reason: "Goals agreed" },
    "2026-11-24",
  );
  await setStage(
    db,
    mentorshipId,
    { stage: "initiation", on: "2027-01-10", reason: " New team " },
    "2026-11-24",
  );
  const mentorship = await db.mentorships.get(mentorshipId);
  expect(mentorship?.visits).toEqual([
    { stage: "prepare", fromOn: "2026-11-24" },
    { stage: "cultivation", fromOn: "2026-12-01", why: "Goals agreed" },
    { stage: "initiation", fromOn: "2027-01-10", why: "New team" },
  ]);
  const log = await db.changes.where("[table+id]").equals(["mentorships", mentorshipId]).toArray();
  expect(log.map(({ did, why }) => [did, why]).slice(1)).toEqual([
    ["setStage", "Goals agreed"],
    ["setStage", "New team"],
  ]);
  expect((await replayLog(db)).get(`mentorships/${mentorshipId}`)?.row).toEqual(mentorship);
});
