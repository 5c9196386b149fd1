import { expect, test } from "vitest";
import {
  agree,
  agreementsOf,
  editAgreement,
  proposeAgreement,
  removeAgreement,
  type Signatures,
} from "@/lib/db/agreements.ts";
import { backupTables } from "@/lib/db/backup.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { addGoal, addMilestone, editGoal, editMilestone } from "@/lib/db/goals.ts";
import { goalsOf } from "@/lib/db/goal-rows.ts";
import { restoreValues } from "@/lib/db/history.ts";
import { lastStamp, replayLog } from "@/lib/db/log.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { restoreBackup } from "@/lib/db/restore.ts";
import { roadmapAt, roadmapLog, roadmapNow } from "@/lib/db/roadmap-at.ts";
import { addSample, ownId } from "@/lib/db/sample.ts";
import { restoreFromTrash } from "@/lib/db/trash.ts";
import { undo } from "@/lib/db/undo.ts";
import { createSectionForm } from "@/lib/state/section-form.ts";
import { sampleWrites } from "@/lib/content/sample.ts";
import { copyOf } from "@/lib/domain/agreement-draft.ts";
import { type Agreement, Agreement as AgreementSchema } from "@/lib/domain/agreement.ts";
import { baselineText } from "@/lib/domain/baseline.ts";
import { nextByAgreement } from "@/lib/domain/cadence.ts";
import type { Stamp } from "@/lib/domain/hlc.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { printBackup } from "@/lib/formats/backup.ts";
import { readBackup } from "@/lib/formats/read-backup.ts";
import { firstRun, freshDb, type TestClock, testNow, testZone } from "./fresh-db.ts";

const signed: Signatures = {
  myName: "Noor Haddad",
  theirName: "Elif Yıldız",
  mineOn: "2026-11-24",
  theirsOn: "2026-11-25",
};

async function withDraft(clock?: TestClock): Promise<{ db: MilepostDb; mentorshipId: string; id: string }> {
  const db = freshDb(clock);
  const { id: mentorshipId } = await startMentorship(db, firstRun);
  const { id } = await proposeAgreement(db, mentorshipId, {
    priorities: "1. Good one-to-ones",
    cadence: { every: 2, unit: "week" },
    meetingMinutes: 45,
    startsOn: "2026-11-24",
    endsOn: "2027-05-24",
    reviewOn: "2027-05-24",
    agreementEveryWeeks: 12,
    expectationsEveryWeeks: 6,
    reciprocityEveryWeeks: 8,
  });
  return { db, mentorshipId, id };
}

const rowOf = async (db: MilepostDb, id: string): Promise<Agreement> => {
  const row = await db.agreements.get(id);
  if (!row) throw new Error("It is not there.");
  return row;
};

test("a draft is saved without a word in it, section by section, and is well-formed", async () => {
  const db = freshDb();
  const { id: mentorshipId } = await startMentorship(db, firstRun);
  const { id } = await proposeAgreement(db, mentorshipId, {});
  expect(AgreementSchema.safeParse(await rowOf(db, id))).toMatchObject({ success: true });
  await editAgreement(db, id, { ending: "  Without blame. \n" });
  await editAgreement(db, id, { reviewOn: "", cadence: null, meetingMinutes: null });
  expect(await rowOf(db, id)).toMatchObject({
    version: 1,
    status: "draft",
    ending: "Without blame.",
  });
  expect((await rowOf(db, id)).reviewOn ?? null).toBeNull();
  await expect(editAgreement(db, id, { reviewOn: "2027-02-30" })).rejects.toThrow("badDate");
  expect(AgreementSchema.safeParse(await rowOf(db, id))).toMatchObject({ success: true });
});

test("nobody agrees over words of a section that are not saved yet", async () => {
  const { db, id } = await withDraft();
  const by = { myName: "Noor", theirName: "Elif", mineOn: "2026-11-24", theirsOn: "2026-11-24" };
  await db.drafts.put({ id: `agreement.${id}.measures`, kind: "form", text: "{}", updatedAt: 1 });
  await expect(agree(db, id, by)).rejects.toThrow("agreementUnsaved");
  expect((await rowOf(db, id)).status).toBe("draft");
  await db.drafts.clear();
  await agree(db, id, by);
  expect((await rowOf(db, id)).status).toBe("agreed");
});

test("there is one draft at a time, and one that is thrown away makes room", async () => {
  const { db, mentorshipId, id } = await withDraft();
  const again = await proposeAgreement(db, mentorshipId, { priorities: "Other" });
  expect(again).toEqual({ id, act: null });
  await removeAgreement(db, id);
  expect(await agreementsOf(db, mentorshipId)).toEqual([]);
  expect((await proposeAgreement(db, mentorshipId, {})).id).not.toBe(id);
});

test("a draft that was thrown away comes back when no other is open, after the versions that there are since", async () => {
  const { db, mentorshipId, id } = await withDraft();
  await removeAgreement(db, id);
  const second = await proposeAgreement(db, mentorshipId, { priorities: "2. Feedback" });
  expect((await rowOf(db, second.id)).version).toBe(1);
  await expect(restoreFromTrash(db, "agreements", id)).rejects.toThrow(new UserError("draftAlready"));
  expect((await rowOf(db, id)).deletedAt).not.toBeNull();
  await agree(db, second.id, signed);
  await restoreFromTrash(db, "agreements", id);
  expect((await agreementsOf(db, mentorshipId)).map((row) => [row.id, row.version])).toEqual([
    [second.id, 1],
    [id, 2],
  ]);
});

test("agreeing needs two names and two days, and nothing is changed without them", async () => {
  const { db, id } = await withDraft();
  for (const [broken, why] of [
    [{ myName: " " }, "emptyText"],
    [{ theirName: "" }, "emptyText"],
    [{ mineOn: "" }, "badDate"],
    [{ theirsOn: "2026-02-30" }, "badDate"],
  ] as const) {
    await expect(agree(db, id, { ...signed, ...broken })).rejects.toThrow(why);
  }
  expect(await rowOf(db, id)).toMatchObject({ status: "draft" });
  expect(
    await db.changes
      .where("act")
      .equals((await db.changes.toArray()).at(-1)?.act ?? "")
      .count(),
  ).toBe(1);
});

test("what both agreed on sets rhythm, dates and intervals of the mentorship, and the open goals are agreed on, in one act", async () => {
  const { db, mentorshipId, id } = await withDraft();
  const { id: dropped } = await addGoal(db, mentorshipId, "Let go");
  await editGoal(db, dropped, { status: "dropped" });
  const act = await agree(db, id, signed);
  expect(await db.mentorships.get(mentorshipId)).toMatchObject({
    cadence: { every: 2, unit: "week" },
    meetingMinutes: 45,
    startsOn: "2026-11-24",
    endsOn: "2027-05-24",
    reviewOn: "2027-05-24",
    agreementEveryWeeks: 12,
    expectationsEveryWeeks: 6,
    reciprocityEveryWeeks: 8,
    agreementReviewedOn: "2026-11-25",
    reciprocityReviewedOn: "2026-11-25",
  });
  expect((await goalsOf(db, mentorshipId)).map((goal) => goal.agreedOn ?? null)).toEqual([
    "2026-11-25",
    null,
  ]);
  expect(await rowOf(db, id)).toMatchObject({
    status: "agreed",
    agreedAt: testNow,
    myName: signed.myName,
  });
  expect(
    new Set((await db.changes.toArray()).filter((each) => each.did === "agree").map((each) => each.act)),
  ).toEqual(new Set([act]));
  await undo(db, act ?? "");
  expect(await rowOf(db, id)).toMatchObject({ status: "draft", baseline: null });
  expect((await goalsOf(db, mentorshipId))[0]?.agreedOn ?? null).toBeNull();
});

test("a version that was agreed on is not changed by editing, by bringing earlier words back or by undoing an edit", async () => {
  const { db, mentorshipId, id } = await withDraft();
  const edit = await editAgreement(db, id, { priorities: "1. Better one-to-ones" });
  await agree(db, id, signed);
  const before = await rowOf(db, id);
  await expect(editAgreement(db, id, { priorities: "1. Other" })).rejects.toThrow("agreedAlready");
  await expect(agree(db, id, signed)).rejects.toThrow("agreedAlready");
  await expect(removeAgreement(db, id)).rejects.toThrow("agreedAlready");
  await expect(restoreValues(db, "agreements", id, { priorities: "1. Good one-to-ones" })).rejects.toThrow(
    "agreedAlready",
  );
  await expect(restoreValues(db, "agreements", id, { status: "draft" })).rejects.toThrow("agreedAlready");
  await expect(undo(db, edit ?? "")).rejects.toThrow("agreedAlready");
  expect(await rowOf(db, id)).toEqual(before);
  // Whatever becomes of the roadmap, the picture that was kept of it stays.
  await addGoal(db, mentorshipId, "Later");
  expect((await rowOf(db, id)).baseline).toBe(before.baseline);
});

test("the next version is a copy with a reason, and the first stays readable after the second", async () => {
  const { db, mentorshipId, id } = await withDraft();
  await agree(db, id, signed);
  const first = await rowOf(db, id);
  const { id: second } = await proposeAgreement(db, mentorshipId, copyOf(first, first), "A new team");
  await editAgreement(db, second, { priorities: `${first.priorities}\n2. A new team` });
  await agree(db, second, { ...signed, mineOn: "2026-12-24", theirsOn: "2026-12-24" });
  const versions = await agreementsOf(db, mentorshipId);
  expect(versions.map(({ version, status, reason }) => [version, status, reason])).toEqual([
    [1, "agreed", ""],
    [2, "agreed", "A new team"],
  ]);
  expect(versions[0]).toEqual(first);
  expect(versions[1]?.priorities).toContain("2. A new team");
});

test("another rhythm in the second version changes the dates that are proposed next", async () => {
  const { db, mentorshipId, id } = await withDraft();
  await agree(db, id, signed);
  const proposed = async () => {
    const mentorship = await db.mentorships.get(mentorshipId);
    if (!mentorship) throw new Error("It is not there.");
    return nextByAgreement(mentorship, { startsOn: "2026-11-24", plannedMinutes: 30 }, "2026-11-24");
  };
  expect(await proposed()).toEqual({ on: "2026-12-08", minutes: 45 });
  const { id: second } = await proposeAgreement(db, mentorshipId, copyOf(await rowOf(db, id), {}));
  await editAgreement(db, second, { cadence: { every: 1, unit: "month" }, meetingMinutes: 60 });
  // A draft sets nothing yet.
  expect(await proposed()).toEqual({ on: "2026-12-08", minutes: 45 });
  await agree(db, second, signed);
  expect(await proposed()).toEqual({ on: "2026-12-24", minutes: 60 });
});

test("replaying the log to the moment of an agreement gives the roadmap that was kept with it", async () => {
  const clock = { now: testNow };
  const { db, mentorshipId, id } = await withDraft(clock);
  const { id: goal } = await addGoal(db, mentorshipId, "Delegate");
  await addMilestone(db, goal, { title: "Give one away", phase: "practice", dueOn: "2027-01-08" });
  await agree(db, id, signed);
  const stamp = (await rowOf(db, id))._c?.["agreedAt"];
  // In the same millisecond, and later.
  const [milestone] = await db.milestones.toArray();
  await editMilestone(db, milestone?.id ?? "", { dueOn: "2027-02-01" });
  clock.now += 86_400_000;
  await editGoal(db, goal, { status: "dropped" });
  const { baseline } = await rowOf(db, id);
  const replayed = roadmapAt(await roadmapLog(db), mentorshipId, stamp as Stamp);
  expect(baselineText(replayed)).toBe(baseline);
  expect(baselineText(await roadmapNow(db, mentorshipId))).not.toBe(baseline);
  expect(JSON.parse(baseline ?? "")).toMatchObject({
    goals: [{ agreedOn: "2026-11-25" }, { agreedOn: "2026-11-25" }],
  });
});

test("the agreements of the sample were kept with the roadmap that its story tells of", async () => {
  const db = freshDb();
  const sample = sampleWrites({ now: testNow, timeZone: testZone, me: await ownId(db) });
  await addSample(db, sample);
  const log = await roadmapLog(db);
  const versions = await agreementsOf(db, sample.mentorshipId);
  expect(versions).toHaveLength(2);
  for (const { baseline, _c, version } of versions) {
    const replayed = roadmapAt(log, sample.mentorshipId, _c?.["agreedAt"] as Stamp);
    expect(baselineText(replayed), `version ${version}`).toBe(baseline);
    expect(replayed.goals).toHaveLength(version === 1 ? 3 : 4);
  }
});

test("an agreement comes back from a backup as it was, with its picture of the roadmap and its log", async () => {
  const { db, id } = await withDraft();
  await agree(db, id, signed);
  const about = { app: "1.2.3", createdAt: testNow };
  const other = freshDb();
  await restoreBackup(other, await readBackup(await printBackup(await backupTables(db, []), about)), "merge");
  expect(await rowOf(other, id)).toEqual(await rowOf(db, id));
  expect((await replayLog(other, (await lastStamp(db)) ?? undefined)).get(`agreements/${id}`)?.row).toEqual(
    await rowOf(db, id),
  );
});

test("two windows in one section: what the second one did not touch stays as the first one set it", async () => {
  const { db, id } = await withDraft();
  const [first, second] = [
    createSectionForm(await rowOf(db, id), "meetings"),
    createSectionForm(await rowOf(db, id), "meetings"),
  ];
  first.set({ every: "3", meetingMinutes: "60" });
  await editAgreement(db, id, first.edit());
  second.set({ text: "Always on Tuesdays" });
  await editAgreement(db, id, second.edit());
  expect(await rowOf(db, id)).toMatchObject({
    cadence: { every: 3, unit: "week" },
    meetingMinutes: 60,
    meetings: "Always on Tuesdays",
  });
  first.clear();
  second.clear();
});
