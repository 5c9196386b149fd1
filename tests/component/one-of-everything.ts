import { addActivity } from "@/lib/db/activities.ts";
import { agree, proposeAgreement } from "@/lib/db/agreements.ts";
import { addCalendar, chooseSeries } from "@/lib/db/calendars.ts";
import { tickShipped } from "@/lib/db/checks.ts";
import { addEvidence } from "@/lib/db/evidence.ts";
import { addExpectation } from "@/lib/db/expectations.ts";
import { addInventoryItem } from "@/lib/db/inventory.ts";
import { addMeasurement, addMetric } from "@/lib/db/metrics.ts";
import { addResource } from "@/lib/db/resources.ts";
import { addClosing } from "@/lib/db/reviews.ts";
import { addSkill, rateSkill } from "@/lib/db/skills.ts";
import { silenceRoom } from "@/lib/db/rooms.ts";
import { addPicture } from "@/lib/db/pictures.ts";
import { addTemplate } from "@/lib/db/templates.ts";
import { addCommitment } from "@/lib/db/commitments.ts";
import { MilepostDb } from "@/lib/db/database.ts";
import { claimDeliveries } from "@/lib/db/deliveries.ts";
import { keepDraft } from "@/lib/db/drafts.ts";
import { addCapture, editEntry } from "@/lib/db/entries.ts";
import { completeMilestone, editGoal, removeMilestone } from "@/lib/db/goals.ts";
import { leaveLastWords } from "@/lib/db/last-words.ts";
import { editMeeting, planMeeting } from "@/lib/db/meetings.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { openNote, saveNoteText } from "@/lib/db/notes.ts";
import { addTopic, setTopicDiscussed } from "@/lib/db/topics.ts";
import { addQuestion } from "@/lib/db/questions.ts";
import { ownRoomKey } from "@/lib/db/room-keys.ts";
import { shareRecords } from "@/lib/db/shared.ts";
import { addReminder } from "@/lib/db/reminders.ts";
import { undo } from "@/lib/db/undo.ts";
import { visitMeeting } from "@/lib/db/visits.ts";
import type { Copy } from "@/lib/domain/shared-copy.ts";
import { noteId } from "@/lib/domain/note-id.ts";
import { noStatus } from "@/lib/domain/space.ts";
import { firstRun, meetingForm, testNow } from "./fresh-db.ts";

/**
 * A database with at least one row in every table, made by the verbs of the day, with ids and times that are the same
 * on each run: what a fixture of a schema version is frozen from.
 */
export async function oneOfEverything(name: string): Promise<MilepostDb> {
  let ids = 0;
  let now = testNow;
  const db = new MilepostDb({
    name,
    now: () => now,
    newId: () => `id-${String((ids += 1)).padStart(4, "0")}`,
  });
  const later = (): void => {
    now += 60_000;
  };
  await db.open();
  const { id: mentorshipId } = await startMentorship(db, firstRun);
  later();
  const [goal] = await db.goals.toArray();
  const [milestone] = await db.milestones.toArray();
  const [kickoff] = await db.meetings.toArray();
  if (!goal || !milestone || !kickoff) throw new Error("The first run makes one of each.");
  await editGoal(db, goal.id, { title: "Run one-to-ones that people look forward to", dueOn: "2027-03-31" });
  later();
  const meeting = await planMeeting(db, { ...meetingForm, mentorshipId });
  later();
  await editMeeting(db, meeting, { ...meetingForm, mentorshipId, title: "Check-in, moved room" });
  await addCommitment(db, { mentorshipId, title: "Book a room", owner: "me", dueOn: "2026-11-20" });
  await addCapture(db, { kind: "win", text: "Slept well 😀 ليلة\u0000", mentorshipId, meetingId: meeting });
  later();
  const [entry] = await db.entries.toArray();
  await editEntry(db, entry?.id ?? "", { text: "Slept well" });
  await addTopic(db, mentorshipId, "What to cancel");
  const [topic] = await db.topics.toArray();
  await setTopicDiscussed(db, topic?.id ?? "", kickoff.id);
  later();
  const note = await openNote(db, { id: meeting, mentorshipId });
  await saveNoteText(db, note, "# Check-in\n\n- first\n- second", "act-note");
  later();
  const act = await completeMilestone(db, milestone.id);
  later();
  await undo(db, act ?? "");
  later();
  await removeMilestone(db, milestone.id);
  later();
  await roadmapRows(db, mentorshipId, goal.id);
  const text = "Ask how it went";
  const how = { how: "before" as const, before: "2 days 3 hours", on: "", time: "" };
  await addQuestion(db, {
    text: "What would you do differently today?",
    set: "Own",
    tags: ["career"],
    sensitive: false,
  });
  await addReminder(db, { table: "goals", id: goal.id }, { text, ...how, every: null, urgent: false });
  const copy = {
    kind: "goal",
    title: goal.title,
    text: null,
    dueOn: null,
    state: "open",
    who: null,
    url: null,
  };
  await shareRecords(db, mentorshipId, [{ table: "goals", id: goal.id, copy: copy as Copy }]);
  await ownRoomKey(db);
  await spaceRows(db, now);
  await visitMeeting(db, kickoff.id);
  keepDraft(db, { id: "popup", kind: "win", text: "half a thou" });
  leaveLastWords(db, noteId(meeting, note.identity.me), ["# Check-in"], "# Check-in\n\nand then");
  await claimDeliveries(
    db,
    [{ kind: "commitmentDue", recordId: "id-0001", occurrence: "due-2026-11-20", at: now, untilAt: now + 1 }],
    now,
  );
  return db;
}

/**
 * What a space leaves in this browser. Laid down by hand: its verbs need a storage, and keys cannot be written to a file,
 * so there are none in it.
 */
async function spaceRows(db: MilepostDb, at: number): Promise<void> {
  const space = "personal";
  await db.spaces.put({
    id: space,
    storage: { kind: "webdav", url: "https://cloud.example.org/dav/", user: "carla", password: "secret" },
    browserName: "Firefox at work",
    since: at,
    paused: true,
    codeConfirmedAt: null,
    keys: null,
    status: noStatus,
    failures: 0,
  });
  await db.batches.put({ space, hash: "00112233445566aa", mark: "applied" });
  await db.foreign.put({ id: "habits/id-9001", table: "habits", row: { id: "id-9001", title: "Later" } });
  await db.foreignEdits.put({ n: 1, op: null });
  await db.conflicts.put({
    key: '["goals","id-0001","title",[1700000000000,0,"00"]]',
    table: "goals",
    id: "id-0001",
    field: "title",
    kept: "One",
    lost: "Two",
    by: "me",
    writer: "00",
    at,
  });
  await db.syncEvents.put({ at, space, kind: "synced", sent: 2, received: 1 });
  await db.spaceTasks.put({ id: "task-1", at, answer: { ok: true } });
  const site = "https://cloud.example.org";
  await db.requests.put({ id: `sync ${site}`, why: "sync", site, count: 3, firstAt: at, lastAt: at });
}

/** At least one row in each table that came with the roadmap. */
async function roadmapRows(db: MilepostDb, mentorshipId: string, goalId: string): Promise<void> {
  await addInventoryItem(db, { mentorshipId: null, kind: "strength", text: "Listening" });
  await tickShipped(db, { mentorshipId, stage: "prepare", item: "vision" }, "2026-11-18");
  await addSkill(db, mentorshipId, "Delegation");
  const [skill] = await db.skills.toArray();
  await rateSkill(db, skill?.id ?? "", { moment: "start", value: 2, on: "2026-11-18" });
  await addMetric(db, goalId, {
    name: "Turnover",
    unit: "people",
    direction: "lower",
    baseline: "5",
    target: "1,5",
    targetOn: "2027-03-31",
  });
  const [metric] = await db.metrics.toArray();
  await addMeasurement(db, metric?.id ?? "", { on: "2026-11-18", value: "4", note: "" });
  const evidence = {
    kind: "link",
    text: "Notes",
    url: "https://example.org/notes",
    on: "2026-11-18",
  } as const;
  await addEvidence(db, { goalId }, { ...evidence, meetingId: "", metricId: "" });
  await addExpectation(db, mentorshipId, { about: "Time", mine: "An hour", theirs: "Half an hour" });
  const priorities = "Run one-to-ones";
  const { id: draft } = await proposeAgreement(db, mentorshipId, { priorities, reviewOn: "2027-05-18" });
  await agree(db, draft, {
    myName: "Carla",
    theirName: "Elif",
    mineOn: "2026-11-18",
    theirsOn: "2026-11-19",
  });
  await addResource(db, mentorshipId, { title: "A book", kind: "reading", url: "", goalId, takeaway: "" });
  const activity = {
    title: "Shadow a one-to-one",
    kind: "shadowing",
    goalId,
    startsOn: "2026-11-20",
  } as const;
  await addActivity(db, mentorshipId, { ...activity, text: "" }, "2026-11-18");
  const scores = { goalsMet: 4, expectationsMet: 5, relationship: null };
  await addClosing(db, mentorshipId, "2026-11-18", { ...scores, lessons: "Ask first", text: "" });
  await addTemplate(db, {
    name: "One-to-ones",
    about: "",
    goals: [
      {
        title: "Run good one-to-ones",
        kind: "soft",
        milestones: [{ title: "Hold three", phase: "practice", day: 30, owner: "me", must: false }],
      },
    ],
  });
  await silenceRoom(db, "meet:abc-defg-hij", true);
  const [meeting] = await db.meetings.toArray();
  if (meeting) {
    const picture = { name: "shot.png", type: "image/webp", data: "UklGRg==", width: 4, height: 3 } as const;
    await addPicture(db, meeting, picture);
  }
  await addCalendar(db, "https://example.org/secret.ics");
  await chooseSeries(db, [{ uid: "series@example.org", mentorshipId }]);
}

/** A database as it lies in a browser: its native version, its tables with their indexes, and every row. */
export interface Frozen {
  schemaVersion: number;
  nativeVersion: number;
  stores: Record<string, string>;
  tables: Record<string, unknown[]>;
}

/** The tables with their indexes, as Dexie writes them. */
export function storesOf(db: MilepostDb): Record<string, string> {
  const stores = db.tables.map(({ name, schema }): [string, string] => [
    name,
    [schema.primKey.src, ...schema.indexes.map((index) => index.src)].join(", "),
  ]);
  return Object.fromEntries(stores);
}

export async function freeze(db: MilepostDb, schemaVersion: number): Promise<Frozen> {
  // The index of the search is not kept over a change of version, but made anew.
  const lasting = db.tables.filter(({ name }) => !name.startsWith("search"));
  const tables = lasting.map(async (table) => [table.name, await table.toArray()] as const);
  return {
    schemaVersion,
    nativeVersion: db.backendDB().version,
    stores: storesOf(db),
    tables: Object.fromEntries(await Promise.all(tables)),
  };
}
