import { expect, test } from "vitest";
import { sampleWrites } from "@/lib/content/sample.ts";
import { addCommitment, completeCommitment } from "@/lib/db/commitments.ts";
import { dueNow } from "@/lib/db/commitment-rows.ts";
import type { PastWrite } from "@/lib/domain/sample.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { addCapture, removeEntry } from "@/lib/db/entries.ts";
import { addGoal, addMilestone, editGoal } from "@/lib/db/goals.ts";
import { planMeeting } from "@/lib/db/meetings.ts";
import { plannedMeetings } from "@/lib/db/meeting-rows.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { focusedMentorship, focusMentorship } from "@/lib/db/mentorship-rows.ts";
import { mutate } from "@/lib/db/mutate.ts";
import { openNote, saveNoteText } from "@/lib/db/notes.ts";
import { setOwnName } from "@/lib/db/people.ts";
import { addSample, hasSample, ownId, removeSample } from "@/lib/db/sample.ts";
import { addTopic, setTopicDiscussed } from "@/lib/db/topics.ts";
import { undo } from "@/lib/db/undo.ts";
import { noteId } from "@/lib/domain/note-id.ts";
import { recordSchemas } from "@/lib/domain/record-schemas.ts";
import { tableNames } from "@/lib/domain/records.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { anotherTab, dump, firstRun, freshDb, replayed, testNow, testZone } from "./fresh-db.ts";

const mentorshipId = "sample-mentorship";

async function lookAround(db: MilepostDb): Promise<void> {
  await addSample(db, sampleWrites({ now: db.now(), timeZone: testZone, me: await ownId(db) }));
}

test("the sample is shown, is alive, and its log tells its rows", async () => {
  const db = freshDb();
  await lookAround(db);
  expect(await hasSample(db)).toBe(true);
  const view = await focusedMentorship(db);
  expect(view?.mentorship.id).toBe(mentorshipId);
  expect(view?.partner?.name).toBe("Dr. Amara Okafor");
  expect((await dueNow(db, testZone)).map((item) => item.daysLate)).toEqual([4, 4, 0]);
  expect((await plannedMeetings(db, testZone)).map((meeting) => meeting.title)).toEqual(["Check-in 7"]);
  for (const table of tableNames) {
    for (const row of await db.table<{ id: string }>(table).toArray()) {
      expect(await replayed(db, table, row.id), table).toEqual(row);
      expect(recordSchemas[table].safeParse(row), table).toMatchObject({ success: true });
    }
  }
});

test("what was done in one go in the story is one act, and can be undone like any other", async () => {
  const db = freshDb();
  await lookAround(db);
  const [wrapUp] = (await db.changes.toArray()).filter(
    (change) => change.id === "sample-meeting-check-in-7" && change.did === "finishWrapUp",
  );
  const together = await db.changes
    .where("act")
    .equals(wrapUp?.act ?? "")
    .toArray();
  expect(new Set(together.map((change) => change.table))).toEqual(
    new Set(["meetings", "topics", "commitments"]),
  );
  expect(new Set(together.map((change) => change.at)).size).toBe(1);
  const done = await completeCommitment(db, "sample-commitment-record");
  await undo(db, done ?? "");
  expect(await db.commitments.get("sample-commitment-record")).toMatchObject({ status: "open" });
});

test("a second sample is not added to the first", async () => {
  const db = freshDb();
  await lookAround(db);
  const before = await dump(db);
  await lookAround(db);
  expect(await dump(db)).toEqual(before);
});

test("a sample that cannot be written leaves nothing behind", async () => {
  const db = freshDb();
  const sample = sampleWrites({ now: db.now(), timeZone: testZone, me: await ownId(db) });
  const before = await dump(db);
  const broken = { ...sample.writes[0], patch: { name: () => "not data" } } as unknown as PastWrite;
  await expect(
    addSample(db, { ...sample, writes: [...sample.writes, { ...broken, id: "x" }] }),
  ).rejects.toThrow();
  expect(await dump(db)).toEqual(before);
});

test("without a sample there is nothing to remove", async () => {
  const db = freshDb();
  await startMentorship(db, firstRun);
  const before = await dump(db);
  await removeSample(db);
  expect(await dump(db)).toEqual(before);
});

test.each<[what: string, prepare: (db: MilepostDb) => Promise<unknown>]>([
  ["an empty database", () => Promise.resolve()],
  ["a mentorship of one's own", (db) => startMentorship(db, firstRun)],
  ["a mentorship whose user gave no name", (db) => startMentorship(db, { ...firstRun, myName: "" })],
  [
    "two mentorships, the older one in focus",
    async (db) => {
      const { id } = await startMentorship(db, firstRun);
      await startMentorship(db, { ...firstRun, partnerName: "Jun" });
      await focusMentorship(db, id);
    },
  ],
])("added to %s and removed again, every table is exactly as before", async (_, prepare) => {
  const db = freshDb();
  await ownId(db);
  await prepare(db);
  const before = await dump(db);
  await lookAround(db);
  expect(await dump(db)).not.toEqual(before);
  await removeSample(db);
  expect(await dump(db)).toEqual(before);
  expect(await hasSample(db)).toBe(false);
});

test("what was added and changed while looking around goes too, what is one's own stays", async () => {
  const db = freshDb();
  const { id: own } = await startMentorship(db, firstRun);
  await addCapture(db, { kind: "thought", text: "About nobody", mentorshipId: null });
  await db.drafts.put({ id: "popup", kind: "win", text: "Half a th", updatedAt: testNow });
  await db.deliveries.put({
    id: "rem:mine:due-2026-11-24",
    noticeId: "rem:x",
    dueAt: 1,
    claimedAt: 2,
    state: "shown",
  });
  const before = await dump(db);
  await lookAround(db);

  const { id: goal } = await addGoal(db, mentorshipId, "Look around");
  await addMilestone(db, goal, { title: "See all of it", phase: "practice", dueOn: "2026-12-01" });
  await addTopic(db, mentorshipId, "Is this real?");
  await addCommitment(db, { mentorshipId, title: "Try it myself", owner: "me", dueOn: "" });
  await undo(db, (await addCapture(db, { kind: "win", text: "I see", mentorshipId })) ?? "");
  await completeCommitment(db, "sample-commitment-record");
  const meeting = await planMeeting(db, {
    mentorshipId,
    kind: "adHoc",
    title: "Another one",
    on: "2026-12-01",
    time: "10:00",
    timeZone: testZone,
    minutes: 30,
    link: "",
  });
  await saveNoteText(db, await openNote(db, { id: meeting, mentorshipId }), "Hello", "stretch");
  await mutate(db, { did: "renamePerson" }, () => [
    { table: "people", id: "sample-person-amara", patch: { name: "Amara" } },
  ]);
  await db.drafts.put({ id: meeting, kind: "win", text: "Half", updatedAt: testNow });
  await db.deliveries.bulkPut([
    { id: `rem:${meeting}:soon-2026-12-01T10:00`, noticeId: "rem:x", dueAt: 1, claimedAt: 2, state: "shown" },
    {
      id: "rem:sample-commitment-record:due-2026-11-20",
      noticeId: "rem:x",
      dueAt: 1,
      claimedAt: 2,
      state: "badge",
    },
  ]);

  await removeSample(db);
  const after = await dump(db);
  // The clock went on with the edits; it is no trace of what was edited.
  const clockless = (tables: Record<string, unknown[]>) => ({
    ...tables,
    meta: tables["meta"]?.filter((row) => (row as { key: string }).key !== "clock"),
  });
  expect(clockless(after)).toEqual(clockless(before));
  expect((await focusedMentorship(db))?.mentorship.id).toBe(own);
  expect(JSON.stringify(after)).not.toMatch(/sample|Carla|Amara/);
});

test("a window that still shows the sample when it is removed leaves no fragment of it behind", async () => {
  const db = freshDb();
  const other = anotherTab(db.name);
  await lookAround(db);
  await removeSample(db);
  const before = await dump(db);
  for (const late of [
    () => completeCommitment(other, "sample-commitment-record"),
    () => editGoal(other, "sample-goal-code", { title: "Mine" }),
    () => addMilestone(other, "sample-goal-code", { title: "Mine", phase: "practice", dueOn: "" }),
    () => setTopicDiscussed(other, "sample-topic-retry", "sample-meeting-check-in-7"),
    () => removeEntry(other, "sample-entry-01"),
  ]) {
    await expect(late()).rejects.toThrow(new UserError("notFound"));
  }
  expect(await dump(db)).toEqual(before);
});

test("a focus that was chosen while looking around stays", async () => {
  const db = freshDb();
  await lookAround(db);
  const { id } = await startMentorship(db, firstRun);
  await removeSample(db);
  expect(await db.metaOf("focus")).toEqual({ key: "focus", mentorshipId: id });
});

test("the user's own name is not replaced by that of the sample", async () => {
  const db = freshDb();
  await startMentorship(db, firstRun);
  const me = await ownId(db);
  await lookAround(db);
  expect(await db.people.get(me)).toMatchObject({ name: "Noor Haddad" });
  expect(await db.notes.get(noteId("sample-meeting-kickoff", me))).toBeDefined();
});

test.each<[what: string, live: (db: MilepostDb) => Promise<unknown>, name: string | undefined]>([
  ["in a mentorship of one's own, stays", (db) => startMentorship(db, firstRun), "Noor Haddad"],
  ["in the settings, stays", (db) => setOwnName(db, "Noor"), "Noor"],
  [
    "twice, stays as it was given last",
    async (db) => {
      await setOwnName(db, "Nor");
      await startMentorship(db, firstRun);
    },
    "Noor Haddad",
  ],
  ["nowhere, is not that of the sample", (db) => startMentorship(db, { ...firstRun, myName: "" }), undefined],
])("a name that the user gives while looking around, %s", async (_, live, name) => {
  const db = freshDb();
  await lookAround(db);
  const me = await ownId(db);
  await live(db);
  await removeSample(db);
  const row = await db.people.get(me);
  expect(row?.name).toBe(name);
  expect(await replayed(db, "people", me)).toEqual(row);
  expect(row === undefined || recordSchemas.people.safeParse(row).success).toBe(true);
  expect(JSON.stringify(await dump(db))).not.toMatch(/sample|Carla|Amara/);
});
