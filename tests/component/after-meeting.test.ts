import { effect } from "@preact/signals";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { backupTables } from "@/lib/db/backup.ts";
import { completeCommitment, addCommitment } from "@/lib/db/commitments.ts";
import { addCapture, editEntry } from "@/lib/db/entries.ts";
import { setAccomplished } from "@/lib/db/meeting-record.ts";
import {
  editMeeting,
  endMeeting,
  logMeeting,
  markHeld,
  planMeeting,
  removeMeeting,
  setFocus,
  setMeetingStatus,
  startNotes,
} from "@/lib/db/meetings.ts";
import { moveMeeting } from "@/lib/db/move-meeting.ts";
import { splitMeeting } from "@/lib/db/split-meeting.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { mutate } from "@/lib/db/mutate.ts";
import { ownNoteText } from "@/lib/db/note-rows.ts";
import { explainMeeting } from "@/lib/db/not-held.ts";
import { markNote, openNote, saveNoteText } from "@/lib/db/notes.ts";
import { addPicture, findPicture } from "@/lib/db/pictures.ts";
import { rateMeeting, ratingsOf } from "@/lib/db/reviews.ts";
import { addTopic } from "@/lib/db/topics.ts";
import { topicsOf } from "@/lib/db/topic-rows.ts";
import { deleteForGood } from "@/lib/db/trash.ts";
import { undo } from "@/lib/db/undo.ts";
import { finishWrapUp } from "@/lib/db/wrap-up.ts";
import { meetingsOf } from "@/lib/db/meeting-rows.ts";
import { agendaOf } from "@/lib/domain/carry-over.ts";
import { parentsOf } from "@/lib/domain/parents.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { pictureMarkdown } from "@/lib/domain/picture-line.ts";
import { printBackup } from "@/lib/formats/backup.ts";
import { createAfterMeeting } from "@/lib/state/after-meeting.ts";
import { createWrapUp } from "@/lib/state/meeting-wrap-up.ts";
import { db } from "@/lib/state/database.ts";
import { failure } from "@/lib/state/failure.ts";
import { createMeeting } from "@/lib/state/meeting.ts";
import { createTracker, recapOfRow, tableOf } from "@/lib/state/tracker.ts";
import { firstRun, meetingForm, testZone } from "./fresh-db.ts";

let mentorshipId: string;
let form: typeof meetingForm;

beforeEach(async () => {
  await db.open();
  await Promise.all(db.tables.map((table) => table.clear()));
  ({ id: mentorshipId } = await startMentorship(db, { ...firstRun, meetingOn: "" }));
  form = { ...meetingForm, mentorshipId, on: "2099-11-24" };
});

/** The signals of a model, watched as a screen does. */
function watched<T>(read: () => T): () => T {
  let last = read();
  const stop = effect(() => void (last = read()));
  onTestFinished(stop);
  return () => last;
}

async function noted(meetingId: string, text: string): Promise<void> {
  const note = await openNote(db, { id: meetingId, mentorshipId });
  await saveNoteText(db, note, text, db.newId());
}

async function agendaOn(meetingId: string): Promise<string[]> {
  const meetings = await meetingsOf(db, mentorshipId);
  const meeting = meetings.find(({ id }) => id === meetingId);
  if (!meeting) return [];
  return agendaOf(meeting, meetings, await topicsOf(db, mentorshipId), db.now()).map(
    ({ topic }) => topic.title,
  );
}

describe("a meeting that another window has removed", () => {
  const acts: [string, (id: string) => Promise<unknown>][] = [
    ["started", (id) => startNotes(db, id)],
    ["ended", (id) => endMeeting(db, id)],
    ["edited", (id) => editMeeting(db, id, form)],
    ["moved", (id) => moveMeeting(db, id, form)],
    ["split", (id) => splitMeeting(db, id, form)],
    ["taken for held", (id) => markHeld(db, id)],
    ["cancelled", (id) => setMeetingStatus(db, id, "cancelled")],
    ["rated", (id) => rateMeeting(db, id, 4)],
    ["wrapped up", (id) => finishWrapUp(db, id, { droppedIds: [], next: { ...form, on: "2099-12-01" } })],
  ];

  test.each(acts)("is not %s: nothing is written, in the trash or gone for good", async (_, act) => {
    const meetingId = await planMeeting(db, form);
    await noted(meetingId, "! Prepare the plan");
    await removeMeeting(db, meetingId);
    const before = JSON.stringify(await db.meetings.toArray());
    await expect(act(meetingId)).rejects.toThrow(new UserError("notFound"));
    expect(JSON.stringify(await db.meetings.toArray())).toBe(before);
    await deleteForGood(db, [{ table: "meetings", id: meetingId }]);
    await expect(act(meetingId)).rejects.toThrow(new UserError("notFound"));
    expect(await db.meetings.count()).toBe(0);
  });

  test("has what is still being written in its notes when it is brought back", async () => {
    const meetingId = await planMeeting(db, form);
    const note = await openNote(db, { id: meetingId, mentorshipId });
    await saveNoteText(db, note, "We talked", db.newId());
    const act = await removeMeeting(db, meetingId);
    await saveNoteText(db, note, "We talked about the budget", db.newId());
    await undo(db, act ?? "");
    expect(await ownNoteText(db, meetingId)).toBe("We talked about the budget");
  });
});

describe("a meeting that is moved", () => {
  test("takes along its focus, its notes, what waits to be confirmed and its topics, and is taken back whole", async () => {
    const meetingId = await planMeeting(db, form);
    await setFocus(db, meetingId, "Why?");
    await noted(meetingId, "! Prepare the plan");
    await markNote(db, { id: meetingId, mentorshipId }, true);
    await startNotes(db, meetingId);
    await addCapture(db, { kind: "action", text: "Book a room", mentorshipId, meetingId });
    await addTopic(db, mentorshipId, "Budget");
    const act = db.newId();
    const nextId = await moveMeeting(db, meetingId, { ...form, on: "2099-12-01" }, act, {
      why: " Another  meeting ",
      by: "them",
    });

    expect(await db.meetings.get(meetingId)).toMatchObject({
      status: "moved",
      movedToId: nextId,
      notHeldWhy: "Another meeting",
      notHeldBy: "them",
      startedAt: null,
    });
    expect(await db.meetings.get(nextId)).toMatchObject({
      status: "planned",
      focus: "Why?",
      startsOn: "2099-12-01",
    });
    expect(await ownNoteText(db, nextId)).toBe("! Prepare the plan");
    expect((await db.notes.toArray()).every(({ confidential }) => confidential)).toBe(true);
    expect((await db.commitments.toArray())[0]).toMatchObject({ meetingId: nextId, status: "proposed" });
    expect([await agendaOn(meetingId), await agendaOn(nextId)]).toEqual([[], ["Budget"]]);

    await undo(db, act);
    expect(await db.meetings.get(meetingId)).toMatchObject({ status: "planned" });
    expect((await meetingsOf(db, mentorshipId)).map(({ id }) => id)).toEqual([meetingId]);
    expect((await db.commitments.toArray())[0]).toMatchObject({ meetingId });
    expect(await agendaOn(meetingId)).toEqual(["Budget"]);
  });

  test("takes along the pictures that its notes show, and only those", async () => {
    const meetingId = await planMeeting(db, form);
    const picture = { name: "shot", type: "image/webp" as const, data: "AAAA", width: 2, height: 1 };
    const shown = await addPicture(db, { id: meetingId, mentorshipId }, picture);
    const takenOut = await addPicture(db, { id: meetingId, mentorshipId }, picture);
    await noted(meetingId, `Look:\n${pictureMarkdown("The board", shown.id)}\n`);
    const act = db.newId();
    const nextId = await moveMeeting(db, meetingId, { ...form, on: "2099-12-01" }, act);
    const meetingOf = async (id: string) => (await db.pictures.get(id))?.meetingId;
    expect([await meetingOf(shown.id), await meetingOf(takenOut.id)]).toEqual([nextId, meetingId]);

    await undo(db, act);
    expect(await meetingOf(shown.id)).toBe(meetingId);

    // The old date may go for good: the new one shows the picture all the same.
    const again = await moveMeeting(db, meetingId, { ...form, on: "2099-12-02" });
    await removeMeeting(db, meetingId);
    await deleteForGood(db, [{ table: "meetings", id: meetingId }]);
    expect(await ownNoteText(db, again)).toContain(shown.id);
    expect(await findPicture(db, shown.id)).toBeDefined();
    expect(await findPicture(db, takenOut.id)).toBeUndefined();
  });

  test("by two windows at once has one new date, and the second is told", async () => {
    const meetingId = await planMeeting(db, form);
    await noted(meetingId, "! Prepare the plan");
    const [first, second] = await Promise.allSettled([
      moveMeeting(db, meetingId, { ...form, on: "2099-12-01" }),
      moveMeeting(db, meetingId, { ...form, on: "2099-12-02" }),
    ]);
    expect(first.status).toBe("fulfilled");
    expect(second).toEqual({ status: "rejected", reason: new UserError("movedAlready") });
    const meetings = await meetingsOf(db, mentorshipId);
    expect(meetings.filter(({ status }) => status === "planned")).toMatchObject([{ startsOn: "2099-12-01" }]);

    // A new date that was thrown away is no new date.
    const [planned] = meetings.filter(({ status }) => status === "planned");
    await removeMeeting(db, planned?.id ?? "");
    const again = await moveMeeting(db, meetingId, { ...form, on: "2099-12-03" });
    expect(await db.meetings.get(meetingId)).toMatchObject({ movedToId: again });
  });

  test("because nobody came stays what it was, and its topics go on to the new date", async () => {
    const meetingId = await planMeeting(db, form);
    await addTopic(db, mentorshipId, "Budget");
    await startNotes(db, meetingId);
    await setMeetingStatus(db, meetingId, "noShow");
    await explainMeeting(db, meetingId, { why: "Train", by: "me" });
    expect(await db.meetings.get(meetingId)).toMatchObject({ status: "noShow", startedAt: null });
    const nextId = await moveMeeting(db, meetingId, { ...form, on: "2099-12-01" });
    expect(await db.meetings.get(meetingId)).toMatchObject({
      status: "noShow",
      movedToId: nextId,
      notHeldWhy: "Train",
    });
    expect(await agendaOn(nextId)).toEqual(["Budget"]);
    expect((await db.topics.toArray())[0]?.carriedFrom).toEqual([]);
  });

  test("that is planned after all has no reason any more why not", async () => {
    const meetingId = await planMeeting(db, form);
    await setMeetingStatus(db, meetingId, "cancelled");
    await explainMeeting(db, meetingId, { why: "Ill", by: "both" });
    await setMeetingStatus(db, meetingId, "planned");
    expect(await db.meetings.get(meetingId)).toMatchObject({
      status: "planned",
      notHeldWhy: null,
      notHeldBy: null,
    });
  });
});

describe("how useful a meeting was", () => {
  test("is one record of the person's own, changed and taken back, and goes for good with the meeting", async () => {
    const meetingId = await logMeeting(db, { ...form, on: "2026-01-10" });
    await rateMeeting(db, meetingId, 4);
    const act = await rateMeeting(db, meetingId, 2);
    expect(await ratingsOf(db, mentorshipId)).toMatchObject([
      { useful: 2, space: "personal", visibility: "private" },
    ]);
    await undo(db, act ?? "");
    expect(await ratingsOf(db, mentorshipId)).toMatchObject([{ useful: 4, on: "2026-01-10" }]);
    expect((await db.meetings.get(meetingId)) ?? {}).not.toHaveProperty("useful");
    const [rating] = await ratingsOf(db, mentorshipId);
    expect(parentsOf("reviews", rating ?? {})).toContainEqual(["meetings", meetingId]);
  });
});

describe("after a meeting", () => {
  async function after(meetingId: string) {
    const meeting = createMeeting(meetingId);
    const model = createAfterMeeting(meetingId, meeting, meeting.openWrapUp(createWrapUp));
    onTestFinished(() => meeting[Symbol.dispose]());
    const letter = watched(() => model.letter.value);
    const mail = watched(() => decodeURIComponent(model.recapMail.value ?? ""));
    const rest = watched(() => [
      model.read.value,
      model.thanked.value?.text,
      meeting.view.value?.meeting.title,
      model.accomplished.value.map(({ each, belongs }) => [each.text, belongs]),
    ]);
    await expect.poll(() => [rest()[0], rest()[2]]).toEqual([true, "Check-in"]);
    return { meeting, model, letter, mail, rest };
  }

  test("thanks are proposed from what may be told, and given they are in the journal", async () => {
    const meetingId = await planMeeting(db, { ...form, on: "2026-01-10" });
    await addCapture(db, { kind: "advice", text: "SECRET advice", mentorshipId, meetingId });
    await editEntry(db, (await db.entries.toArray())[0]?.id ?? "", { confidential: true });
    await addCapture(db, { kind: "advice", text: "Ask first.", mentorshipId, meetingId });
    await addCapture(db, { kind: "action", text: "Book a room", mentorshipId, meetingId });
    await endMeeting(db, meetingId);
    const { model, letter, rest } = await after(meetingId);
    await expect.poll(letter).toContain("“Ask first” is what I take along. My next step: Book a room.");
    expect(letter()).not.toContain("SECRET");
    await model.thank();
    await expect.poll(() => rest()[1]).toContain("Ask first");
    const thanks = (await db.entries.toArray()).filter(({ kind }) => kind === "thanks");
    expect(thanks).toMatchObject([{ meetingId, mentorshipId }]);
  });

  test("the mail tells what came of it, not the notes, not what is confidential and not how useful it was", async () => {
    const { id } = await addCommitment(db, { mentorshipId, title: "SECRET promise", owner: "me", dueOn: "" });
    await mutate(db, { did: "editCommitment" }, () => [
      { table: "commitments", id, patch: { confidential: true } },
    ]);
    await completeCommitment(db, id);
    await addCapture(db, { kind: "win", text: "It works", mentorshipId });
    const meetingId = await planMeeting(db, { ...form, on: "2026-01-10" });
    await addCapture(db, { kind: "decision", text: "We go north", mentorshipId, meetingId });
    await noted(meetingId, "SECRET of the notes");
    await endMeeting(db, meetingId);
    await rateMeeting(db, meetingId, 5);
    const { model, mail, rest } = await after(meetingId);
    await expect.poll(mail).toContain("Decision: We go north");
    expect(mail()).toContain("It works");
    expect(mail()).not.toMatch(/SECRET|useful/iu);

    const win = (await db.entries.toArray()).find(({ kind }) => kind === "win");
    await model.belong(win?.id ?? "", false);
    await expect.poll(() => rest()[3]).toContainEqual(["It works", false]);
    await expect.poll(mail).not.toContain("It works");
  });
});

test("the record that is handed on has no private word, and the backup has them all", async () => {
  const meetingId = await logMeeting(db, { ...form, on: "2026-01-10" });
  await addCapture(db, { kind: "decision", text: "We go north", mentorshipId, meetingId });
  await addCapture(db, { kind: "decision", text: "SECRET decision", mentorshipId, meetingId });
  await addCapture(db, { kind: "win", text: "Left out", mentorshipId, meetingId });
  const entries = await db.entries.toArray();
  const idOf = (text: string): string => entries.find((row) => row.text === text)?.id ?? "";
  await editEntry(db, idOf("SECRET decision"), { confidential: true });
  await setAccomplished(db, meetingId, idOf("Left out"), false);
  await rateMeeting(db, meetingId, 5);
  const tracker = createTracker();
  const rows = watched(() => tracker.view.value?.rows ?? []);
  await expect.poll(() => rows().length).toBe(1);
  const [row] = rows();
  if (!row) throw new Error("The meeting has a row.");
  expect(row.useful).toBe(5);
  const shared = JSON.stringify([tableOf(rows()), recapOfRow(row, "", "2026-01-11")]);
  expect(shared).toContain("We go north");
  expect(shared).not.toMatch(/SECRET|Left out|seful/u);
  const backup = await (await printBackup(await backupTables(db, []), { app: "1", createdAt: 0 })).text();
  expect(backup).toContain("SECRET decision");
  expect(backup).toContain('"useful":5');
});

test("in Separation the wrap-up proposes a month after the first meeting there, whatever was agreed on", async () => {
  await mutate(db, { did: "setStage" }, () => [
    {
      table: "mentorships",
      id: mentorshipId,
      patch: { visits: [{ stage: "separation", fromOn: "2026-01-01" }], cadence: { every: 2, unit: "week" } },
    },
  ]);
  const meetingId = await planMeeting(db, { ...form, on: "2099-11-24", timeZone: testZone });
  await startNotes(db, meetingId);
  const meeting = createMeeting(meetingId);
  onTestFinished(() => meeting[Symbol.dispose]());
  const wrapUp = meeting.openWrapUp(createWrapUp);
  const offer = watched(() => wrapUp.proposal.value);
  await wrapUp.read();
  await expect.poll(() => offer()?.rhythm.on).toBe("2099-12-24");
  expect(offer()).toMatchObject({ tapers: true, cadence: { every: 1, unit: "month" } });
});

test("what was refused at the wrap-up stays so when it is opened again, and when it was taken back", async () => {
  const meetingId = await planMeeting(db, form);
  await noted(meetingId, "! Book a room\n! Send the plan");
  await startNotes(db, meetingId);
  await addCapture(db, { kind: "action", text: "Ask Lena", mentorshipId, meetingId });
  await endMeeting(db, meetingId);
  const opened = async (count: number) => {
    const meeting = createMeeting(meetingId);
    onTestFinished(() => meeting[Symbol.dispose]());
    const wrapUp = meeting.openWrapUp(createWrapUp);
    const steps = watched(() =>
      wrapUp.steps.value.map(({ row, keep }) => `${keep ? "+" : "-"} ${row.title}`),
    );
    await wrapUp.read();
    await expect.poll(() => steps().length).toBe(count);
    return { wrapUp, steps };
  };
  const first = await opened(3);
  for (const { row } of first.wrapUp.steps.peek()) {
    if (row.title !== "Send the plan") first.wrapUp.keep(row.id, false);
  }
  expect(first.steps()).toEqual(["- Ask Lena", "- Book a room", "+ Send the plan"]);
  expect(await first.wrapUp.finish()).toBe(true);

  const again = await opened(2);
  again.wrapUp.change();
  await expect.poll(again.steps).toEqual(["+ Send the plan", "- Book a room"]);
  const finished = (await db.changes.toArray()).find(({ did }) => did === "finishWrapUp");
  await undo(db, finished?.act ?? "");
  await expect.poll(again.steps).toEqual(["- Ask Lena", "- Book a room", "+ Send the plan"]);
});

test("the title of a step that is being rewritten outlives the panel, and is what Finish keeps", async () => {
  const meetingId = await planMeeting(db, form);
  await noted(meetingId, "! Send the plan");
  await startNotes(db, meetingId);
  await addCapture(db, { kind: "action", text: "Ask Lena", mentorshipId, meetingId });
  await endMeeting(db, meetingId);
  const opened = async () => {
    const meeting = createMeeting(meetingId);
    onTestFinished(() => meeting[Symbol.dispose]());
    const wrapUp = meeting.openWrapUp(createWrapUp);
    const ids = watched(() => wrapUp.steps.value.map(({ row }) => row.id));
    const typed = watched(() => Object.values(wrapUp.titles.value));
    await wrapUp.read();
    await expect.poll(() => ids().length).toBe(2);
    return { meeting, wrapUp, ids, typed };
  };
  const first = await opened();
  const [captured = "", read = ""] = first.ids();
  first.wrapUp.retitle(captured, "Ask Lena about the bud");
  first.wrapUp.retitle(read, "Send the new plan");
  first.meeting[Symbol.dispose]();

  const second = await opened();
  await expect.poll(second.typed).toEqual(["Ask Lena about the bud", "Send the new plan"]);
  // Without words a title is as it was.
  second.wrapUp.retitle(read, " ");
  expect(await second.wrapUp.settleTitle(read)).toBe(true);
  expect(second.typed()).toEqual(["Ask Lena about the bud"]);
  expect(await second.wrapUp.finish()).toBe(true);
  expect((await db.commitments.toArray()).map(({ title }) => title).toSorted()).toEqual([
    "Ask Lena about the bud",
    "Send the plan",
  ]);
  expect(second.typed()).toEqual([]);
});

test("of two windows that finish one wrap-up with different ticks the second is told, and can save its own", async () => {
  const meetingId = await planMeeting(db, form);
  await startNotes(db, meetingId);
  await addCapture(db, { kind: "action", text: "Book a room", mentorshipId, meetingId });
  await endMeeting(db, meetingId);
  const opened = async () => {
    const meeting = createMeeting(meetingId);
    onTestFinished(() => meeting[Symbol.dispose]());
    const wrapUp = meeting.openWrapUp(createWrapUp);
    const offer = watched(() => wrapUp.proposal.value);
    const ids = watched(() => wrapUp.steps.value.map(({ row }) => row.id));
    const next = watched(() => meeting.view.value?.following?.startsOn);
    await wrapUp.read();
    await expect.poll(() => offer()).toBeTruthy();
    return { wrapUp, ids, next };
  };
  const [first, second] = [await opened(), await opened()];
  first.wrapUp.choose("rhythm");
  second.wrapUp.keep(second.ids()[0] ?? "", false);
  second.wrapUp.choose("later");
  failure.value = null;
  expect(await first.wrapUp.finish()).toBe(true);
  expect(failure.peek()).toBe(null);
  expect(await second.wrapUp.finish()).toBe(false);
  expect(failure.peek()).toBe("wrappedUpAlready");
  expect(await db.commitments.toArray()).toMatchObject([{ status: "open" }]);

  await expect.poll(second.next).toBeDefined();
  second.wrapUp.change();
  expect(await second.wrapUp.finish()).toBe(true);
  expect(await db.commitments.toArray()).toMatchObject([{ status: "dropped" }]);
  // Its own next meeting is not planned beside the one that is there by now.
  expect(await meetingsOf(db, mentorshipId)).toHaveLength(2);
});

test("the next date that was chosen outlives the panel, until Finish", async () => {
  const meetingId = await planMeeting(db, form);
  await startNotes(db, meetingId);
  await endMeeting(db, meetingId);
  const opened = async () => {
    const meeting = createMeeting(meetingId);
    onTestFinished(() => meeting[Symbol.dispose]());
    const wrapUp = meeting.openWrapUp(createWrapUp);
    const offer = watched(() => wrapUp.proposal.value);
    const chosen = watched(() => wrapUp.next.value);
    await wrapUp.read();
    await expect.poll(() => offer()).toBeTruthy();
    return { meeting, wrapUp, chosen };
  };
  const first = await opened();
  first.wrapUp.choose("other");
  first.wrapUp.chooseOther({ on: "2099-12-03", time: "08:30" });
  first.meeting[Symbol.dispose]();

  const second = await opened();
  await expect.poll(second.chosen).toBe("other");
  expect(second.wrapUp.other.value).toMatchObject({ on: "2099-12-03", time: "08:30" });
  expect(await second.wrapUp.finish()).toBe(true);
  const planned = (await meetingsOf(db, mentorshipId)).find(({ id }) => id !== meetingId);
  expect(planned).toMatchObject({ startsOn: "2099-12-03", startsTime: "08:30", status: "planned" });
  expect(await db.drafts.get(`${meetingId}.next`)).toBeUndefined();
});

test("a promise that is taken down says whose it is and for when, and leaves no draft behind", async () => {
  const meetingId = await planMeeting(db, form);
  await startNotes(db, meetingId);
  const meeting = createMeeting(meetingId);
  onTestFinished(() => meeting[Symbol.dispose]());
  const title = watched(() => meeting.view.value?.meeting.title);
  await expect.poll(title).toBe("Check-in");
  const them = meeting.view.peek()?.partnerName.split(" ").at(-1) ?? "";
  meeting.capture.type(`Send the slides @${them} on 5 January 2100`);
  expect(await meeting.capture.add()).toBe(true);
  meeting.capture.type("Just think");
  expect(await meeting.capture.add()).toBe(true);
  expect(await db.commitments.orderBy("id").toArray()).toMatchObject([
    { title: "Send the slides", owner: "them", dueOn: "2100-01-05", status: "proposed" },
    { title: "Just think", owner: "me", dueOn: null, status: "proposed" },
  ]);
  expect(await db.drafts.count()).toBe(0);
});
