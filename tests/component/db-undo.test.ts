import { expect, test } from "vitest";
import {
  addCommitment,
  completeCommitment,
  editCommitment,
  removeCommitment,
  reopenCommitment,
  snooze,
} from "@/lib/db/commitments.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { addCapture, editEntry, removeEntry } from "@/lib/db/entries.ts";
import {
  addGoal,
  addMilestone,
  completeMilestone,
  editGoal,
  editMilestone,
  removeGoal,
  removeMilestone,
  reopenMilestone,
} from "@/lib/db/goals.ts";
import { setAccomplished } from "@/lib/db/meeting-record.ts";
import {
  editMeeting,
  endMeeting,
  logMeeting,
  type MeetingForm,
  planMeeting,
  removeMeeting,
  setFocus,
  setMeetingStatus,
  startNotes,
} from "@/lib/db/meetings.ts";
import { moveMeeting } from "@/lib/db/move-meeting.ts";
import { finishWrapUp } from "@/lib/db/wrap-up.ts";
import { setDestination, startMentorship } from "@/lib/db/mentorships.ts";
import { rateMeeting } from "@/lib/db/reviews.ts";
import { openNote, saveNoteText } from "@/lib/db/notes.ts";
import { explainMeeting } from "@/lib/db/not-held.ts";
import { addTopic, removeTopic, setTopicDiscussed } from "@/lib/db/topics.ts";
import { undo } from "@/lib/db/undo.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { recordSchemas } from "@/lib/domain/record-schemas.ts";
import { type Records, type TableName, tableNames } from "@/lib/domain/records.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { firstRun, freshDb, testNow, testZone } from "./fresh-db.ts";

const form: MeetingForm = {
  mentorshipId: "",
  kind: "checkIn",
  title: "Check-in",
  on: "2026-12-08",
  time: "15:00",
  timeZone: testZone,
  minutes: 45,
  link: "https://us05web.zoom.us/j/81234567890",
};

/** A mentorship with one of everything. */
async function everything(db: MilepostDb) {
  const { id: mentorshipId } = await startMentorship(db, firstRun);
  const goal = await only(db, "goals");
  const milestone = await only(db, "milestones");
  const meeting = await only(db, "meetings");
  const { id: promise } = await addCommitment(db, {
    mentorshipId,
    title: "Book a room",
    owner: "me",
    dueOn: "",
  });
  await addCapture(db, { kind: "win", text: "Slept well", mentorshipId, meetingId: meeting });
  const entry = await only(db, "entries");
  await addTopic(db, mentorshipId, "What to cancel");
  const topic = await only(db, "topics");
  return { mentorshipId, goal, milestone, meeting, promise, entry, topic };
}

type Everything = Awaited<ReturnType<typeof everything>>;

async function only(db: MilepostDb, table: TableName): Promise<Id> {
  const [row] = await db.table<{ id: Id }>(table).toArray();
  return row?.id ?? "";
}

const verbs: readonly [verb: string, run: (db: MilepostDb, ids: Everything) => Promise<unknown>][] = [
  ["startMentorship", (db) => startMentorship(db, { ...firstRun, myName: "" })],
  ["setDestination", (db, { mentorshipId }) => setDestination(db, mentorshipId, "Lead two teams")],
  ["addGoal", (db, { mentorshipId }) => addGoal(db, mentorshipId, "Delegate")],
  ["editGoal, with a first reason", (db, { goal }) => editGoal(db, goal, { title: "Walk", why: "Knee" })],
  ["setGoalStatus", (db, { goal }) => editGoal(db, goal, { status: "dropped" })],
  ["removeGoal, with its milestones", (db, { goal }) => removeGoal(db, goal)],
  ["addMilestone", (db, { goal }) => addMilestone(db, goal, { title: "Four", phase: "practice", dueOn: "" })],
  ["moveMilestone", (db, { milestone }) => editMilestone(db, milestone, { dueOn: "2027-01-08" })],
  ["completeMilestone", (db, { milestone }) => completeMilestone(db, milestone)],
  ["removeMilestone", (db, { milestone }) => removeMilestone(db, milestone)],
  ["snooze", (db, { milestone }) => snooze(db, { table: "milestones", id: milestone }, testNow + 1)],
  ["planMeeting", (db, { mentorshipId }) => planMeeting(db, { ...form, mentorshipId })],
  ["editMeeting", (db, { mentorshipId, meeting }) => editMeeting(db, meeting, { ...form, mentorshipId })],
  ["setFocus, for the first time", (db, { meeting }) => setFocus(db, meeting, "What to cancel?")],
  ["setMeetingStatus", (db, { meeting }) => setMeetingStatus(db, meeting, "cancelled")],
  [
    "moveMeeting",
    (db, { mentorshipId, meeting }) => moveMeeting(db, meeting, { ...form, mentorshipId, on: "2026-12-01" }),
  ],
  ["logMeeting", (db, { mentorshipId }) => logMeeting(db, { ...form, mentorshipId, on: "2026-11-10" })],
  ["explainMeeting", (db, { meeting }) => explainMeeting(db, meeting, { why: "Ill", by: "me" })],
  ["setAccomplished", (db, { meeting, promise }) => setAccomplished(db, meeting, promise, false)],
  ["rateMeeting", (db, { meeting }) => rateMeeting(db, meeting, 4)],
  ["removeMeeting", (db, { meeting }) => removeMeeting(db, meeting)],
  ["startNotes", (db, { meeting }) => startNotes(db, meeting)],
  ["endMeeting", (db, { meeting }) => endMeeting(db, meeting)],
  [
    "finishWrapUp",
    (db, { mentorshipId, meeting, promise, entry }) =>
      finishWrapUp(db, meeting, {
        droppedIds: [promise, entry],
        next: { ...form, mentorshipId },
      }),
  ],
  [
    "writeNote",
    async (db, { mentorshipId, meeting }) =>
      saveNoteText(db, await openNote(db, { id: meeting, mentorshipId }), "Hello", db.newId()),
  ],
  ["addTopic", (db, { mentorshipId }) => addTopic(db, mentorshipId, "Budget", "question")],
  ["discussTopic", (db, { topic, meeting }) => setTopicDiscussed(db, topic, meeting)],
  ["removeTopic", (db, { topic }) => removeTopic(db, topic)],
  ["addCommitment", (db) => addCommitment(db, { mentorshipId: null, title: "Rest", owner: "me", dueOn: "" })],
  ["editCommitment", (db, { promise }) => editCommitment(db, promise, { title: "Book it", owner: "both" })],
  ["moveCommitment", (db, { promise }) => editCommitment(db, promise, { dueOn: "2026-12-24" })],
  ["completeCommitment", (db, { promise }) => completeCommitment(db, promise)],
  ["removeCommitment", (db, { promise }) => removeCommitment(db, promise)],
  ["addEntry", (db) => addCapture(db, { kind: "thought", text: "Hm", mentorshipId: null })],
  ["editEntry", (db, { entry }) => editEntry(db, entry, { text: "Slept very well", kind: "thought" })],
  ["removeEntry", (db, { entry }) => removeEntry(db, entry)],
];

test.each(verbs)("%s is taken back and done again", async (_, run) => {
  const db = freshDb();
  const ids = await everything(db);
  const before = await visible(db);
  await run(db, ids);
  const after = await visible(db);
  expect(after).not.toEqual(before);
  const undone = await undo(db, await latestAct(db));
  expect(await visible(db)).toEqual(before);
  await undo(db, undone);
  expect(await visible(db)).toEqual(after);
  await expectWellFormed(db);
});

test("verbs are taken back one after the other, the latest first, also on one row", async () => {
  const clock = { now: testNow };
  const db = freshDb(clock);
  const { promise, milestone } = await everything(db);
  const steps = [
    () => editCommitment(db, promise, { title: "Book a bigger room" }),
    () => completeCommitment(db, promise),
    () => completeMilestone(db, milestone),
    () => editCommitment(db, promise, { title: "Book the hall" }),
    () => reopenCommitment(db, promise),
    () => reopenMilestone(db, milestone),
    () => removeCommitment(db, promise),
  ];
  const states = [await visible(db)];
  const acts: Id[] = [];
  for (const step of steps) {
    clock.now += 60_000;
    acts.push((await step()) ?? "");
    states.push(await visible(db));
  }
  for (const act of acts.toReversed()) {
    await undo(db, act);
    states.pop();
    expect(await visible(db)).toEqual(states.at(-1));
  }
  await expectWellFormed(db);
});

test("undo leaves alone what was changed since, and refuses when that is all", async () => {
  const db = freshDb();
  const { promise } = await everything(db);
  const renamed = await editCommitment(db, promise, { title: "Book the hall", owner: "both" });
  await editCommitment(db, promise, { title: "Book nothing" });
  await undo(db, renamed ?? "");
  expect(await db.commitments.get(promise)).toMatchObject({ title: "Book nothing", owner: "me" });
  const log = await db.changes.count();
  await expect(undo(db, renamed ?? "")).rejects.toThrow(new UserError("changedSince"));
  expect(await db.changes.count()).toBe(log);
});

test("undo refuses an act that is unknown, and one that is in the trash already", async () => {
  const clock = { now: testNow };
  const db = freshDb(clock);
  await everything(db);
  await expect(undo(db, "unknown")).rejects.toThrow(new UserError("nothingToUndo"));
  const { act } = await addCommitment(db, { mentorshipId: null, title: "Rest", owner: "me", dueOn: "" });
  await undo(db, act ?? "");
  clock.now += 60_000;
  await expect(undo(db, act ?? "")).rejects.toThrow(new UserError("nothingToUndo"));
});

/** What there is to see: rows that are not in the trash, without stamps and without fields that say nothing. */
async function visible(db: MilepostDb): Promise<unknown> {
  const seen: Record<string, unknown> = {};
  for (const name of tableNames) {
    const rows = (await db.table(name).toArray()) as Records[TableName][];
    seen[name] = rows
      .filter((row) => !row.deletedAt)
      .map((row) =>
        Object.fromEntries(Object.entries(row).filter(([key, value]) => key !== "_c" && value !== null)),
      );
  }
  return seen;
}

async function latestAct(db: MilepostDb): Promise<Id> {
  return (await db.changes.toCollection().last())?.act ?? "";
}

async function expectWellFormed(db: MilepostDb): Promise<void> {
  for (const name of tableNames) {
    for (const row of await db.table(name).toArray()) {
      expect(recordSchemas[name].safeParse(row), name).toMatchObject({ success: true });
    }
  }
}
