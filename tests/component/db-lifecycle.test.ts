import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checklistItems } from "@/lib/content/checklists.ts";
import {
  addCheck,
  dismissHint,
  editCheck,
  hideShipped,
  removeCheck,
  tickOwn,
  tickShipped,
} from "@/lib/db/checks.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { addCapture } from "@/lib/db/entries.ts";
import { goalsOf, milestonesOf } from "@/lib/db/goal-rows.ts";
import { removeMeeting } from "@/lib/db/meetings.ts";
import { meetingsOf } from "@/lib/db/meeting-rows.ts";
import { editMentorship } from "@/lib/db/mentorship-edit.ts";
import { setStage, startMentorship } from "@/lib/db/mentorships.ts";
import { mutate } from "@/lib/db/mutate.ts";
import { recordHistory } from "@/lib/db/history.ts";
import { readStageRecords } from "@/lib/db/stage-records.ts";
import { trashItems } from "@/lib/db/trash.ts";
import { undo } from "@/lib/db/undo.ts";
import { addDays } from "@/lib/domain/civil-time.ts";
import { checklistOf } from "@/lib/domain/checklist.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { historyOf } from "@/lib/domain/history.ts";
import { hintsOf } from "@/lib/domain/hints.ts";
import { UserError, type UserErrorCode } from "@/lib/domain/user-error.ts";
import { type Stage, stages } from "@/lib/domain/vocabulary.ts";
import { firstRun, freshDb } from "./fresh-db.ts";

const today = "2026-11-24";

async function standing(): Promise<{ db: MilepostDb; id: Id }> {
  const db = freshDb();
  const { id } = await startMentorship(db, firstRun);
  return { db, id };
}

async function recordsOf(db: MilepostDb, id: Id) {
  const mentorship = await db.mentorships.get(id);
  if (!mentorship) throw new Error("The mentorship is there.");
  return readStageRecords(db, mentorship);
}

async function listOf(db: MilepostDb, id: Id, stage: Stage) {
  return checklistOf(checklistItems, stage, await recordsOf(db, id));
}

test("a mentorship walks through all stages, back to the cultivation, and ends in the redefinition", async () => {
  const { db, id } = await standing();
  const moves: [Stage, string, string][] = [
    ["initiation", "2026-12-01", "We met"],
    ["cultivation", "2027-01-10", "Goals agreed"],
    ["separation", "2027-06-01", "All goals reached"],
    ["cultivation", "2027-07-01", "A new challenge"],
    ["separation", "2027-10-01", "That one too"],
    ["redefinition", "2027-11-01", "Peers now"],
  ];
  const review = {
    mentorshipId: id,
    kind: "closing" as const,
    on: "2027-06-20",
    lessons: "Ask early",
    text: "",
  };
  for (const [stage, on, reason] of moves) {
    await setStage(db, id, { stage, on, reason }, on);
    if (on === "2027-06-01")
      await mutate(db, { did: "addReview" }, () => [{ table: "reviews", id: "r1", patch: review }]);
  }
  const visits = [
    { stage: "prepare", fromOn: today },
    ...moves.map(([stage, fromOn, why]) => ({ stage, fromOn, why })),
  ];
  expect((await db.mentorships.get(id))?.visits).toEqual(visits);
  const { log } = (await recordHistory(db, "mentorships", id)) ?? { log: [] };
  const told = historyOf(log, (field) => field === "visits");
  const reasons = told.filter((entry) => entry.did === "setStage").map((entry) => entry.why);
  expect(reasons).toEqual(moves.map(([, , why]) => why).toReversed());
  // The evaluation of the first end is still there.
  expect(await db.reviews.get("r1")).toMatchObject({ ...review });
});

test("random moves are taken back one by one until the walk is as it was", async () => {
  const move = fc.record({ stage: fc.constantFrom(...stages), days: fc.integer({ min: 0, max: 30 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 6 }), async (moves) => {
      const { db, id } = await standing();
      const walks: unknown[] = [];
      const acts: Id[] = [];
      let on = today;
      for (const { stage, days } of moves) {
        on = addDays(on, days);
        const before = (await db.mentorships.get(id))?.visits;
        const act = await setStage(db, id, { stage, on, reason: "why not" }, on);
        if (!act) continue;
        walks.push(before);
        acts.push(act);
      }
      for (const act of acts.toReversed()) {
        await undo(db, act);
        expect((await db.mentorships.get(id))?.visits).toEqual(walks.pop());
      }
    }),
    { numRuns: 8 },
  );
});

test("a day before the present stage began is refused, and nothing is changed", async () => {
  const { db, id } = await standing();
  await setStage(db, id, { stage: "initiation", on: "2026-12-01" }, "2026-12-01");
  const before = await db.mentorships.get(id);
  const back = setStage(db, id, { stage: "cultivation", on: "2026-11-30" }, "2026-12-05");
  await expect(back).rejects.toThrow(new UserError("stageTooEarly"));
  expect(await db.mentorships.get(id)).toEqual(before);
});

test("deleting a meeting leaves goals, advice and journal as they were", async () => {
  const { db, id } = await standing();
  const [kickoff] = await meetingsOf(db, id);
  if (!kickoff) throw new Error("The first run plans a kickoff.");
  const entry = { mentorshipId: id, text: "Draw it twice", meetingId: kickoff.id };
  await addCapture(db, { ...entry, kind: "advice" });
  await addCapture(db, { ...entry, kind: "reflection", meetingId: null });
  const left = async () => [await goalsOf(db, id), await milestonesOf(db, id), await db.entries.toArray()];
  const before = await left();
  expect(before.map((rows) => rows.length)).toEqual([1, 1, 2]);
  await removeMeeting(db, kickoff.id);
  expect(await meetingsOf(db, id)).toEqual([]);
  expect(await left()).toEqual(before);
});

describe("a checklist", () => {
  test("keeps ticks, and what was put away, across another opening of the database", async () => {
    const { db, id } = await standing();
    const item = (name: string) => ({ mentorshipId: id, stage: "initiation" as const, item: name });
    await tickShipped(db, item("agreeRules"), today);
    await tickShipped(db, item("discussPlan"), today);
    await tickShipped(db, item("discussPlan"), null);
    await hideShipped(db, item("quietSpace"), true);
    db.close();
    await db.open();
    const list = await listOf(db, id, "initiation");
    expect(list.items.filter(({ done }) => done).map(({ shipped }) => shipped?.id)).toEqual([
      "rhythm",
      "agreeRules",
    ]);
    expect(list.putAway.map(({ shipped }) => shipped?.id)).toEqual(["quietSpace"]);
    await hideShipped(db, item("quietSpace"), false);
    expect((await listOf(db, id, "initiation")).putAway).toEqual([]);
  });

  test("takes items of one's own, changed and removed with undo", async () => {
    const { db, id } = await standing();
    await addCheck(db, id, "prepare", "  Ask   Jonas ");
    const [own] = (await listOf(db, id, "prepare")).items.slice(-1);
    expect(own).toMatchObject({ text: "Ask Jonas", done: false });
    await tickOwn(db, own?.id ?? "", today);
    await editCheck(db, own?.id ?? "", "Ask Mira");
    const act = await removeCheck(db, own?.id ?? "");
    expect((await listOf(db, id, "prepare")).total).toBe(8);
    await undo(db, act ?? "");
    expect((await listOf(db, id, "prepare")).items.at(-1)).toMatchObject({ text: "Ask Mira", done: true });
    await expect(addCheck(db, id, "prepare", " ")).rejects.toThrow(new UserError("emptyText"));
  });

  test("ticks again what an undo had taken back", async () => {
    const { db, id } = await standing();
    const item = { mentorshipId: id, stage: "initiation" as const, item: "openMind" };
    const act = await tickShipped(db, item, today);
    await undo(db, act ?? "");
    const isDone = async () =>
      (await listOf(db, id, "initiation")).items.find(({ shipped }) => shipped?.id === "openMind")?.done;
    expect(await isDone()).toBe(false);
    // Nobody wrote anything, so there is nothing to find in the trash.
    expect(await trashItems(db)).toEqual([]);
    await tickShipped(db, item, today);
    expect(await isDone()).toBe(true);
  });
});

test("a hint is gone when it was mended, comes back when it is missing again, and stays away once put away", async () => {
  const { db, id } = await standing();
  await setStage(db, id, { stage: "initiation", on: today }, today);
  const kinds = async () => hintsOf(await recordsOf(db, id), false, today).map((hint) => hint.kind);
  expect(await kinds()).toEqual(["noMeasurableGoal", "noExitDate", "fewGoals"]);
  await editMentorship(db, id, { reviewOn: "2027-05-01" });
  expect(await kinds()).toEqual(["noMeasurableGoal", "fewGoals"]);
  await editMentorship(db, id, { reviewOn: "" });
  const act = await dismissHint(db, id, "hint.noExitDate");
  expect(await kinds()).toEqual(["noMeasurableGoal", "fewGoals"]);
  await undo(db, act ?? "");
  expect(await kinds()).toContain("noExitDate");
  await dismissHint(db, id, "hint.noExitDate");
  expect(await kinds()).not.toContain("noExitDate");
});

describe("what a mentorship is for", () => {
  test("is kept with its kind, role and days, and with the reason", async () => {
    const { db, id } = await standing();
    await editMentorship(db, id, {
      role: "mentor",
      scope: " To lead a team ",
      scopeType: "promotion",
      startsOn: "2026-11-01",
      endsOn: "2027-05-01",
      reason: "Elif asked",
    });
    expect(await db.mentorships.get(id)).toMatchObject({
      role: "mentor",
      scope: "To lead a team",
      scopeType: "promotion",
      startsOn: "2026-11-01",
      endsOn: "2027-05-01",
    });
    expect((await db.changes.toArray()).at(-1)).toMatchObject({ did: "editMentorship", why: "Elif asked" });
  });

  test.each<[string, Parameters<typeof editMentorship>[2], UserErrorCode]>([
    ["an end before the start", { endsOn: "2026-11-23" }, "endBeforeStart"],
    ["a start after the end", { startsOn: "2027-06-01" }, "endBeforeStart"],
    ["no start", { startsOn: "" }, "badDate"],
    ["a day that does not exist", { reviewOn: "2027-02-30" }, "badDate"],
  ])("%s is refused", async (_, edit, code) => {
    const { db, id } = await standing();
    const before = await db.mentorships.get(id);
    await expect(async () => editMentorship(db, id, edit)).rejects.toThrow(new UserError(code));
    expect(await db.mentorships.get(id)).toEqual(before);
  });
});
