import { beforeEach, expect, test } from "vitest";
import {
  addTopicTo,
  askAgain,
  editAgendaParts,
  editTopic,
  moveTopic,
  parkTopic,
  splitTopic,
} from "@/lib/db/agenda.ts";
import { addCapture } from "@/lib/db/entries.ts";
import { reportBack, tryAdvice } from "@/lib/db/entry-state.ts";
import { focusNextMeetingOn } from "@/lib/db/focus.ts";
import { removeGoal } from "@/lib/db/goals.ts";
import { addInventoryItem } from "@/lib/db/inventory.ts";
import { endMeeting, planMeeting, setFocus, setMeetingStatus } from "@/lib/db/meetings.ts";
import { moveMeeting } from "@/lib/db/move-meeting.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { addQuestion, hideQuestion, importQuestions } from "@/lib/db/questions.ts";
import { splitMeeting } from "@/lib/db/split-meeting.ts";
import { setTopicDiscussed } from "@/lib/db/topics.ts";
import { undo } from "@/lib/db/undo.ts";
import { finishWrapUp } from "@/lib/db/wrap-up.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { briefMarkdown, leftOutOfBrief } from "@/lib/state/brief-markdown.ts";
import { briefView, readBrief } from "@/lib/state/brief-view.ts";
import { db } from "@/lib/state/database.ts";
import { meetingView, readMeeting } from "@/lib/state/meeting-view.ts";
import { firstRun, meetingForm, testZone } from "./fresh-db.ts";

let mentorshipId: string;
let meetingId: string;

beforeEach(async () => {
  await db.open();
  await Promise.all(db.tables.map((table) => table.clear()));
  ({ id: mentorshipId } = await startMentorship(db, { ...firstRun, meetingOn: "2099-11-30" }));
  meetingId = (await db.meetings.toArray())[0]?.id ?? "";
});

async function view(id = meetingId) {
  const rows = await readMeeting(id);
  if (!rows) throw new Error("The meeting is there.");
  return meetingView(rows, Date.now(), testZone);
}

async function brief() {
  const [shown, rows] = [await view(), await readBrief(meetingId)];
  if (!rows) throw new Error("The meeting is there.");
  const more = briefView(rows, shown);
  return { more, text: briefMarkdown(shown, more), left: leftOutOfBrief(shown, more) };
}

const topicId = async (title: string): Promise<string> =>
  (await db.topics.toArray()).find((topic) => topic.title === title)?.id ?? "";
const titles = async (): Promise<string[]> => (await view()).agenda.map(({ title }) => title);

async function three(): Promise<void> {
  for (const title of ["Budget", "Hiring", "Travel"]) await addTopicTo(db, mentorshipId, { title });
}

test("a topic is moved, also into a part of the agenda, and back again", async () => {
  await three();
  const ids = (await view()).agenda.map(({ id }) => id);
  const { sections } = await view();
  expect(sections.map(({ id }) => id)).toEqual(["getToKnow", "goalAndPlan", "agreement", "nextMeeting"]);
  const act = await moveTopic(db, ids, sections, { id: await topicId("Budget"), to: 3 });
  expect(await titles()).toEqual(["Hiring", "Travel", "Budget"]);
  expect((await view()).agenda.at(-1)?.sectionId).toBe("getToKnow");
  await undo(db, act ?? "");
  expect(await titles()).toEqual(["Budget", "Hiring", "Travel"]);
});

test("a parked topic is on no agenda until it is brought back", async () => {
  await three();
  await parkTopic(db, await topicId("Hiring"), meetingId);
  expect(await titles()).toEqual(["Budget", "Travel"]);
  expect((await view()).parked.map(({ title }) => title)).toEqual(["Hiring"]);
  await parkTopic(db, await topicId("Hiring"), null);
  expect(await titles()).toEqual(["Budget", "Hiring", "Travel"]);
});

test("a topic that comes at every meeting is ticked off in one and open in the next", async () => {
  await three();
  const id = await topicId("Budget");
  await editTopic(db, id, { recurs: true });
  await setTopicDiscussed(db, id, meetingId);
  expect((await view()).agenda.find((row) => row.id === id)?.done).toBe(true);
  const next = await planMeeting(db, { ...meetingForm, mentorshipId, on: "2099-12-14" });
  await endMeeting(db, meetingId);
  expect((await view()).agenda.find((row) => row.id === id)?.done).toBe(true);
  expect((await view(next)).agenda.find((row) => row.id === id)).toMatchObject({ done: false, recurs: true });
  await setTopicDiscussed(db, id, null, meetingId);
  expect((await db.topics.get(id))?.talkedIn).toEqual([]);
});

test("a topic is split in its place, and both parts are open once", async () => {
  await three();
  await splitTopic(db, await topicId("Budget"), ["Budget this year", "Budget next year"]);
  expect(await titles()).toEqual(["Budget this year", "Budget next year", "Hiring", "Travel"]);
});

test("a meeting is split: the first keeps what is left of the time, and every open topic", async () => {
  await three();
  const before = (await db.meetings.get(meetingId))?.plannedMinutes ?? 0;
  const second = await splitMeeting(db, meetingId, {
    ...meetingForm,
    mentorshipId,
    on: "2099-12-02",
    minutes: 20,
  });
  expect((await db.meetings.get(meetingId))?.plannedMinutes).toBe(before - 20);
  expect((await view(second)).agenda).toEqual([]);
  await setTopicDiscussed(db, await topicId("Budget"), meetingId);
  await endMeeting(db, meetingId);
  expect((await view(second)).agenda.map(({ title }) => title)).toEqual(["Hiring", "Travel"]);
});

test("a sensitive topic is left out of what is copied; homework is told, and its lack too", async () => {
  await addTopicTo(db, mentorshipId, { title: "SECRET pay", kind: "question", sensitive: true });
  await addTopicTo(db, mentorshipId, { title: "Which course?", kind: "question" });
  expect((await brief()).more.noHomework.map(({ title }) => title)).toEqual(["SECRET pay", "Which course?"]);
  await editTopic(db, await topicId("Which course?"), { homework: "Two are free" });
  const { more, text, left } = await brief();
  expect(more.noHomework.map(({ title }) => title)).toEqual(["SECRET pay"]);
  expect(text).toContain("- Which course?\n  Two are free");
  expect(text).not.toContain("SECRET");
  expect(left).toBe(1);
});

test("the parts of a kind's agendas are changed for one mentorship, and are as they ship again", async () => {
  const { sections, meeting } = await view();
  await editAgendaParts(db, mentorshipId, meeting.kind, ["Get to know each other", "Walk"], sections);
  expect((await view()).sections.map(({ title }) => title)).toEqual(["Get to know each other", "Walk"]);
  expect((await view()).sections[0]?.fill).toBe("questions");
  await editAgendaParts(db, mentorshipId, meeting.kind, null, sections);
  expect((await view()).sections).toEqual(sections);
});

test("a question of the bank is stamped with its meeting and not suggested again until it may be", async () => {
  const first = (await brief()).more.suggested[0];
  if (!first) throw new Error("A kickoff has questions.");
  const from = { table: "questions" as const, id: first.id };
  await addTopicTo(db, mentorshipId, { title: first.text, kind: "question", from });
  const suggested = async () => (await brief()).more.suggested.map(({ id }) => id);
  expect(await suggested()).not.toContain(first.id);
  const id = await topicId(first.text);
  await setTopicDiscussed(db, id, meetingId);
  expect(await suggested()).not.toContain(first.id);
  await askAgain(db, [id]);
  expect(await suggested()).toContain(first.id);
  await hideQuestion(db, first, true);
  expect(await suggested()).not.toContain(first.id);
});

test("questions of the bank stand in the agenda of a kickoff, or beside one that has no part for them", async () => {
  const { more: kickoff } = await brief();
  expect(kickoff.suggested.length).toBeGreaterThan(0);
  expect(kickoff.suggestedBeside).toEqual([]);
  const { sections, meeting } = await view();
  const others = sections.filter(({ fill }) => fill !== "questions").map(({ title }) => title);
  await editAgendaParts(db, mentorshipId, meeting.kind, others, sections);
  expect((await brief()).more.suggestedBeside).toEqual(kickoff.suggested);
});

test("questions are taken in from a file once", async () => {
  const own = { text: "Why?", set: "Mine", tags: [], sensitive: false };
  await addQuestion(db, own);
  expect(await importQuestions(db, [own], new Set(["Why?"]))).toBeNull();
  await importQuestions(db, [own, { ...own, text: "How?" }], new Set(["Why?"]));
  expect((await db.questions.toArray()).map(({ text }) => text).toSorted()).toEqual(["How?", "Why?"]);
});

test("advice is taken up as a promise once, and what came of it makes it applied", async () => {
  await addCapture(db, { kind: "advice", text: "Draw first", mentorshipId });
  const advice = (await db.entries.toArray()).find((row) => row.kind === "advice");
  await tryAdvice(db, advice?.id ?? "");
  await tryAdvice(db, advice?.id ?? "");
  const promises = (await db.commitments.toArray()).filter((row) => row.fromId === advice?.id);
  expect(promises).toMatchObject([{ title: "Draw first", owner: "me", status: "open" }]);
  await reportBack(db, promises[0]?.id ?? "", "They saw it at once");
  expect((await db.entries.get(advice?.id ?? ""))?.state).toBe("applied");
});

test("an obstacle is in the brief as long as it stands in the way", async () => {
  await addCapture(db, { kind: "obstacle", text: "No test data", mentorshipId });
  expect((await brief()).more.obstacles.map(({ text }) => text)).toEqual(["No test data"]);
  expect((await brief()).text).toContain("No test data");
});

test("what is made the focus is that of the next meeting, names where it comes from, and goes along when it moves", async () => {
  const goal = (await db.goals.toArray())[0];
  if (!goal) throw new Error("The first run makes a goal.");
  await focusNextMeetingOn(db, mentorshipId, goal.title, { table: "goals", id: goal.id });
  expect((await view()).meeting.focus).toBe(goal.title);
  expect((await view()).focusOrigin).toMatchObject({ table: "goals", title: goal.title });

  await setFocus(db, meetingId, "Am I ready?", { table: "goals", id: goal.id });
  expect((await brief()).text).toContain(`> Am I ready?\n>\n> Focus, from ${goal.title}`);
  const moved = await moveMeeting(db, meetingId, { ...meetingForm, mentorshipId, on: "2099-12-03" });
  expect((await view(moved)).focusOrigin?.id).toBe(goal.id);

  await removeGoal(db, goal.id);
  expect((await view(moved)).meeting.focus).toBe("Am I ready?");
  expect((await view(moved)).focusOrigin).toBeNull();

  const act = await setFocus(db, moved, "");
  expect(await db.meetings.get(moved)).toMatchObject({ focus: "", focusTable: null, focusId: null });
  await undo(db, act ?? "");
  expect((await db.meetings.get(moved))?.focusId).toBe(goal.id);
  await setMeetingStatus(db, moved, "cancelled");
  await expect(
    focusNextMeetingOn(db, mentorshipId, "Speak up", { table: "goals", id: goal.id }),
  ).rejects.toThrow(new UserError("noMeetingAhead"));
});

test("what is said of a development need stays out of the copy when it becomes the focus", async () => {
  await addInventoryItem(db, { mentorshipId, kind: "growth", text: "I freeze in front of directors" });
  const need = (await db.inventory.toArray()).find((row) => row.kind === "growth");
  await setFocus(db, meetingId, "How do you prepare?", { table: "inventory", id: need?.id ?? "" });
  expect((await view()).focusOrigin).toMatchObject({ table: "inventory", path: "/prepare" });
  expect((await brief()).text).not.toContain("I freeze");
});

test("a meeting tells of each topic that it did not get to where it is now", async () => {
  await three();
  await parkTopic(db, await topicId("Travel"), meetingId);
  const where = async () =>
    (await view()).left.map(({ title, now, meeting }) => [title, now, meeting?.title]);
  expect((await view()).parkedHere.map(({ title }) => title)).toEqual(["Travel"]);
  expect(await where()).toEqual([
    ["Budget", "waits", undefined],
    ["Hiring", "waits", undefined],
  ]);
  await endMeeting(db, meetingId);
  await finishWrapUp(db, meetingId, { droppedIds: [], next: null });
  expect((await where()).map(([, now]) => now)).toEqual(["waits", "waits"]);
  const next = await planMeeting(db, { ...meetingForm, mentorshipId, title: "Second", on: "2099-12-14" });
  await setTopicDiscussed(db, await topicId("Budget"), next);
  expect(await where()).toEqual([
    ["Budget", "discussed", "Second"],
    ["Hiring", "ahead", "Second"],
  ]);
  await parkTopic(db, await topicId("Hiring"), next);
  expect((await where())[1]).toEqual(["Hiring", "parked", undefined]);
  await parkTopic(db, await topicId("Travel"), null);
  expect((await view()).parkedHere).toEqual([]);
});
