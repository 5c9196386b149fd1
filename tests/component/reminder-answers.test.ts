import { expect, test } from "vitest";
import { addCommitment } from "@/lib/db/commitments.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { addCapture, entriesOf } from "@/lib/db/entries.ts";
import { addExpectation } from "@/lib/db/expectations.ts";
import { claimDeliveries } from "@/lib/db/deliveries.ts";
import { answerNotice } from "@/lib/state/notice-clicks.ts";
import { addGoal } from "@/lib/db/goals.ts";
import { logMeeting } from "@/lib/db/meetings.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { answerKeepUpdated, setMentorshipRules, setTouch } from "@/lib/db/mentorship-edit.ts";
import { noticeDetails } from "@/lib/db/notice-details.ts";
import { addReminder, removeReminder, type ReminderForm } from "@/lib/db/reminders.ts";
import { remindersOf } from "@/lib/db/reminder-rows.ts";
import { finishReminder, snoozeReminders } from "@/lib/db/reminder-answers.ts";
import { readOccurrences } from "@/lib/db/reminder-records.ts";
import { undo } from "@/lib/db/undo.ts";
import { instantOf } from "@/lib/domain/civil-time.ts";
import { type Occurrence, occurrenceId } from "@/lib/domain/occurrence.ts";
import { usualPreferences } from "@/lib/domain/reminder-preferences.ts";
import { firstRun, freshDb, meetingForm, testNow, testZone } from "./fresh-db.ts";

const backup = { lastAt: 0, quietUntilAt: testNow + 400 * 86_400_000 };
const context = { timeZone: testZone, preferences: usualPreferences, backup };
const form: ReminderForm = {
  text: "",
  how: "before",
  before: "2 days 3 hours",
  on: "",
  time: "",
  every: null,
  urgent: false,
};

const ofKind = async (db: MilepostDb, kind: Occurrence["kind"]): Promise<Occurrence[]> =>
  (await readOccurrences(db, context)).filter((each) => each.kind === kind);

async function promise(db: MilepostDb): Promise<string> {
  const { id } = await addCommitment(db, {
    mentorshipId: null,
    title: "Send it",
    owner: "me",
    dueOn: "2026-12-10",
  });
  return id;
}

test("a record has several reminders of one's own, before its date and at a time, and each goes by undo", async () => {
  const db = freshDb();
  const id = await promise(db);
  const about = { table: "commitments", id } as const;
  await addReminder(db, about, form);
  await addReminder(db, about, { ...form, before: "17 min" });
  const { act } = await addReminder(db, about, { ...form, how: "at", on: "2026-12-01", time: "08:15" });
  expect((await ofKind(db, "own")).map(({ at }) => at)).toEqual([
    instantOf("2026-12-01", "08:15", testZone),
    instantOf("2026-12-08", "06:00", testZone),
    instantOf("2026-12-10", "08:43", testZone),
  ]);
  await undo(db, act ?? "");
  expect(await remindersOf(db, about)).toHaveLength(2);
  await removeReminder(db, (await remindersOf(db, about))[0]?.id ?? "");
  expect(await ofKind(db, "own")).toHaveLength(1);
});

test.each<[what: string, changed: Partial<ReminderForm>, code: string]>([
  ["a length that is none", { before: "soon" }, "badLead"],
  ["a day that does not exist", { how: "at", on: "2026-02-30", time: "08:00" }, "badDate"],
  ["no time", { how: "at", on: "2026-12-01", time: "" }, "badTime"],
])("%s is refused", async (_, changed, code) => {
  const db = freshDb();
  const about = { table: "commitments", id: await promise(db) } as const;
  await expect(addReminder(db, about, { ...form, ...changed })).rejects.toMatchObject({ code });
});

test("what has no date cannot be reminded of before it, but on a day", async () => {
  const db = freshDb();
  const { id: mentorshipId } = await startMentorship(db, firstRun);
  const { id } = await addGoal(db, mentorshipId, "Delegate");
  const about = { table: "goals", id } as const;
  await expect(addReminder(db, about, form)).rejects.toMatchObject({ code: "noMoment" });
  await addReminder(db, about, { ...form, how: "at", on: "2026-12-01", time: "08:15" });
  expect(await ofKind(db, "own")).toMatchObject([{ mentorshipId }]);
});

test("reminders of every kind are put off in one act, and undo brings all of them back", async () => {
  const db = freshDb({ now: instantOf("2026-12-20", "10:00", testZone) });
  const { id: mentorshipId } = await startMentorship(db, firstRun);
  await promise(db);
  await setTouch(db, mentorshipId, { touchEveryWeeks: 2, touchedOn: "2026-12-01" });
  const due = (await readOccurrences(db, context)).filter((each) => each.at <= db.now());
  expect(due.map(({ kind }) => kind).toSorted()).toEqual(["commitmentDue", "keepInTouch", "milestoneDue"]);
  const until = db.now() + 600_000;
  const act = await snoozeReminders(db, due, until);
  const later = await readOccurrences(db, context);
  expect(later.filter((each) => each.at <= db.now())).toEqual([]);
  expect(later.filter((each) => each.at === until)).toHaveLength(3);
  await undo(db, act ?? "");
  expect((await readOccurrences(db, context)).filter((each) => each.at <= db.now())).toEqual(due);
});

test("what the buttons of a notification say is kept, whatever else is dead", async () => {
  const db = freshDb({ now: instantOf("2026-12-10", "10:00", testZone) });
  const id = await promise(db);
  const claim = async () => {
    const due = (await readOccurrences(db, context)).filter((each) => each.at <= db.now());
    return claimDeliveries(db, due, db.now());
  };
  const [first] = await claim();
  await answerNotice(db, occurrenceId(first ?? { recordId: "", occurrence: "" }), 1, testZone);
  expect((await db.commitments.get(id))?.snoozedUntilAt).toBe(db.now() + 3_600_000);
  await db.commitments.update(id, { snoozedUntilAt: db.now() - 1 });
  const [second] = await claim();
  await answerNotice(db, occurrenceId(second ?? { recordId: "", occurrence: "" }), 0, testZone);
  expect((await db.commitments.get(id))?.status).toBe("done");
});

test("being in touch counts from that day, and comes once an interval", async () => {
  const db = freshDb({ now: instantOf("2026-12-20", "10:00", testZone) });
  const { id } = await startMentorship(db, firstRun);
  await setTouch(db, id, { touchEveryWeeks: 2, touchedOn: "2026-12-01" });
  const [touch, next] = await ofKind(db, "keepInTouch");
  if (!touch) throw new Error("It is time.");
  const act = await finishReminder(db, touch, testZone);
  expect((await ofKind(db, "keepInTouch")).map(({ occurrence }) => occurrence)).toEqual(["touch-2027-01-03"]);
  await undo(db, act ?? "");
  expect(await ofKind(db, "keepInTouch")).toEqual([touch, next]);
  await answerKeepUpdated(db, id, "no");
  expect(await ofKind(db, "keepInTouch")).toEqual([]);
});

test("a yes to news brings a rhythm, from the last meeting, which undo takes back; one that is there stays", async () => {
  const db = freshDb({ now: instantOf("2026-12-20", "10:00", testZone) });
  const { id } = await startMentorship(db, firstRun);
  await logMeeting(db, { ...meetingForm, mentorshipId: id, on: "2026-12-18" });
  const act = await answerKeepUpdated(db, id, "yes");
  expect((await ofKind(db, "keepInTouch")).map(({ occurrence }) => occurrence)).toEqual(["touch-2027-03-12"]);
  await undo(db, act ?? "");
  expect(await ofKind(db, "keepInTouch")).toEqual([]);
  await setTouch(db, id, { touchEveryWeeks: 4 });
  await answerKeepUpdated(db, id, "yes");
  expect((await ofKind(db, "keepInTouch")).map(({ occurrence }) => occurrence)).toEqual(["touch-2027-01-15"]);
});

test("what was said and what it gave is the log of being in touch, the interval begins anew, and undo takes both back", async () => {
  const db = freshDb({ now: instantOf("2026-12-20", "10:00", testZone) });
  const { id } = await startMentorship(db, firstRun);
  await setTouch(db, id, { touchEveryWeeks: 2, touchedOn: "2026-12-01" });
  const due = await ofKind(db, "keepInTouch");
  expect(due.map((each) => each.occurrence)).toEqual(["touch-2026-12-15", "touch-2026-12-29"]);
  const words = { kind: "touch", text: "Sent her the article; she knows somebody there" } as const;
  const act = await addCapture(db, { ...words, mentorshipId: id, on: "2026-12-20" });
  expect((await entriesOf(db, id)).filter(({ kind }) => kind === "touch")).toMatchObject([words]);
  expect((await ofKind(db, "keepInTouch")).map(({ occurrence }) => occurrence)).toEqual(["touch-2027-01-03"]);
  await undo(db, act ?? "");
  expect((await entriesOf(db, id)).filter(({ kind }) => kind === "touch")).toEqual([]);
  expect(await ofKind(db, "keepInTouch")).toEqual(due);
});

test("one mentorship has times of its own, which a mute keeps, undo takes back and an empty field gives up", async () => {
  const db = freshDb();
  const { id } = await startMentorship(db, firstRun);
  const leads = async () => [...new Set((await ofKind(db, "meetingSoon")).map(({ lead }) => lead))];
  const usual = await leads();
  const act = await setMentorshipRules(db, id, { meetingSoon: { leads: [45] } });
  expect(await leads()).toEqual([45]);
  await undo(db, act ?? "");
  expect(await leads()).toEqual(usual);
  await setMentorshipRules(db, id, { meetingSoon: { leads: [45] } });
  await setMentorshipRules(db, id, { meetingSoon: { on: false } });
  expect(await leads()).toEqual([]);
  await setMentorshipRules(db, id, { meetingSoon: { on: true } });
  expect(await leads()).toEqual([45]);
  await setMentorshipRules(db, id, { meetingSoon: { leads: [] } });
  expect(await leads()).toEqual(usual);
  expect((await db.mentorships.get(id))?.reminders).toEqual({ meetingSoon: { on: true } });
});

test("a kind that is muted for one mentorship is silent, and undo brings it back", async () => {
  const db = freshDb();
  const { id } = await startMentorship(db, firstRun);
  expect(await ofKind(db, "meetingSoon")).not.toEqual([]);
  const act = await setMentorshipRules(db, id, { meetingSoon: { on: false } });
  expect(await ofKind(db, "meetingSoon")).toEqual([]);
  await undo(db, act ?? "");
  expect(await ofKind(db, "meetingSoon")).not.toEqual([]);
});

test("a notice may name a title and a person, never what is confidential nor the text of an entry", async () => {
  const db = freshDb();
  const { id: mentorshipId } = await startMentorship(db, firstRun);
  const secret = await promise(db);
  await db.commitments.update(secret, { confidential: true });
  const [milestone] = await db.milestones.toArray();
  await db.mentorships.update(mentorshipId, { expectationsEveryWeeks: 4 });
  for (const about of ["Answers", "Candour"]) {
    const mine = "SECRET: never in a notice";
    await addExpectation(db, mentorshipId, { about, mine, theirs: "" });
  }
  await db.expectations.toCollection().modify({ reviewedOn: "2025-01-01" });
  const of = (kind: Occurrence["kind"], recordId: string) => ({
    kind,
    recordId,
    occurrence: "o",
    mentorshipId,
  });
  const details = await noticeDetails(db, [
    of("milestoneDue", milestone?.id ?? ""),
    of("commitmentDue", secret),
    of("untriedAdvice", "e1"),
    of("expectationsReview", mentorshipId),
  ]);
  expect([...details.values()]).toEqual([
    { title: "Hold the first three", person: "Elif Yıldız" },
    { title: "", person: "Elif Yıldız" },
    { title: "", person: "Elif Yıldız" },
    { title: "Answers, Candour", person: "Elif Yıldız" },
  ]);
});
