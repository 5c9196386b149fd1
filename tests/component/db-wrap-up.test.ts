import { describe, expect, test } from "vitest";
import type { MilepostDb } from "@/lib/db/database.ts";
import { addCapture } from "@/lib/db/entries.ts";
import { endMeeting, planMeeting, startNotes } from "@/lib/db/meetings.ts";
import { meetingsOf } from "@/lib/db/meeting-rows.ts";
import { markNote, openNote, saveNoteText } from "@/lib/db/notes.ts";
import { undo } from "@/lib/db/undo.ts";
import { finishWrapUp } from "@/lib/db/wrap-up.ts";
import { completeCommitment, editCommitment } from "@/lib/db/commitments.ts";
import { addTopic } from "@/lib/db/topics.ts";
import { topicsOf } from "@/lib/db/topic-rows.ts";
import { agendaOf } from "@/lib/domain/carry-over.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { anotherTab, dump, freshDb, testNow, meetingForm } from "./fresh-db.ts";

const minuteMs = 60_000;
describe("a capture", () => {
  test("of an action is a promise, of anything else an entry", async () => {
    const db = freshDb();
    await addCapture(db, { kind: "action", text: " Book a  room ", mentorshipId: "s1" });
    await addCapture(db, { kind: "decision", text: "We go north\n\nSlowly", mentorshipId: "s1" });
    expect(await db.commitments.toArray()).toMatchObject([
      { title: "Book a room", status: "open", owner: "me", mentorshipId: "s1", dueOn: null, meetingId: null },
    ]);
    expect(await db.entries.toArray()).toMatchObject([
      { kind: "decision", text: "We go north\n\nSlowly", mentorshipId: "s1", atSeconds: null },
    ]);
  });

  test("in a running meeting belongs to its mentorship, knows its second, and is proposed until the wrap-up", async () => {
    const clock = { now: testNow };
    const db = freshDb(clock);
    const meetingId = await planMeeting(db, meetingForm);
    await startNotes(db, meetingId);
    clock.now += 125_400;
    await addCapture(db, { kind: "action", text: "Book a room", mentorshipId: null, meetingId });
    await addCapture(db, { kind: "win", text: "It works", mentorshipId: null, meetingId });
    const at = { mentorshipId: "s1", meetingId, atSeconds: 125 };
    expect(await db.commitments.toArray()).toMatchObject([{ ...at, status: "proposed" }]);
    expect(await db.entries.toArray()).toMatchObject([at]);
  });

  test("after the wrap-up is open at once", async () => {
    const db = freshDb();
    const meetingId = await planMeeting(db, meetingForm);
    await finishWrapUp(db, meetingId, { droppedIds: [], next: null });
    await addCapture(db, { kind: "action", text: "Book a room", mentorshipId: "s1", meetingId });
    expect(await db.commitments.toArray()).toMatchObject([{ status: "open", atSeconds: null }]);
  });

  test("takes its draft along, or leaves it if there is nothing in it", async () => {
    const db = freshDb();
    await db.drafts.put({ id: "popup", kind: "win", text: "It works", updatedAt: 1 });
    await expect(
      addCapture(db, { kind: "win", text: " \n ", mentorshipId: null, draftId: "popup" }),
    ).rejects.toThrow(new UserError("emptyText"));
    expect(await db.drafts.count()).toBe(1);
    await addCapture(db, { kind: "win", text: "It works", mentorshipId: null, draftId: "popup" });
    expect(await db.drafts.count()).toBe(0);
  });
});

describe("finishing a wrap-up", () => {
  /** A meeting that has ended, with two next steps, one entry and three topics, one of them discussed. */
  async function ended(db: MilepostDb, clock: { now: number }) {
    const meetingId = await planMeeting(db, meetingForm);
    await addTopic(db, "s1", "Budget");
    await addTopic(db, "s1", "Hiring");
    await startNotes(db, meetingId);
    for (const text of ["Book a room", "Nothing really"]) {
      await addCapture(db, { kind: "action", text, mentorshipId: null, meetingId });
    }
    await addCapture(db, { kind: "advice", text: "Sleep", mentorshipId: null, meetingId });
    clock.now += 40 * minuteMs;
    await endMeeting(db, meetingId);
    const [book, nothing] = await db.commitments.toArray();
    const [advice] = await db.entries.toArray();
    return { meetingId, book: book?.id ?? "", nothing: nothing?.id ?? "", advice: advice?.id ?? "" };
  }

  test("makes promises of what is kept, drops the rest, carries topics on and plans the next", async () => {
    const clock = { now: testNow };
    const db = freshDb(clock);
    const { meetingId, book, nothing, advice } = await ended(db, clock);
    await editCommitment(db, book, {
      title: "Book the hall",
      owner: "them",
      dueOn: "2026-12-01",
      must: false,
    });
    const act = await finishWrapUp(db, meetingId, {
      droppedIds: [nothing, advice],
      next: { ...meetingForm, on: "2026-12-08" },
    });
    expect(await db.meetings.get(meetingId)).toMatchObject({
      status: "held",
      startedAt: testNow,
      endedAt: clock.now,
      wrappedUpAt: clock.now,
    });
    expect(await db.commitments.get(book)).toMatchObject({
      title: "Book the hall",
      owner: "them",
      dueOn: "2026-12-01",
      must: false,
      status: "open",
      mentorshipId: "s1",
      meetingId,
    });
    expect(await db.commitments.get(nothing)).toMatchObject({ status: "dropped" });
    expect(await db.entries.get(advice)).toMatchObject({ deletedAt: clock.now });
    const meetings = await meetingsOf(db, "s1");
    const next = meetings.find((meeting) => meeting.startsOn === "2026-12-08");
    const agenda = next ? agendaOf(next, meetings, await topicsOf(db, "s1"), clock.now) : [];
    expect(agenda.map(({ topic, carried, carriedFromId }) => [topic.title, carried, carriedFromId])).toEqual([
      ["Budget", 1, meetingId],
      ["Hiring", 1, meetingId],
    ]);
    const changes = await db.changes
      .where("act")
      .equals(act ?? "")
      .toArray();
    expect(changes).toHaveLength(7);
  });

  test("twice makes one next meeting and carries topics on once", async () => {
    const clock = { now: testNow };
    const db = freshDb(clock);
    const { meetingId } = await ended(db, clock);
    const wrapUp = { droppedIds: [], next: { ...meetingForm, on: "2026-12-08" } };
    await Promise.all([finishWrapUp(db, meetingId, wrapUp), finishWrapUp(db, meetingId, wrapUp)]);
    expect(await meetingsOf(db, "s1")).toHaveLength(2);
    await finishWrapUp(db, meetingId, { droppedIds: [], next: null, again: true });
    expect((await topicsOf(db, "s1")).map((topic) => topic.carriedFrom)).toEqual([[meetingId], [meetingId]]);
  });

  test("leaves what another window made of a step as it is", async () => {
    const clock = { now: testNow };
    const db = freshDb(clock);
    const { meetingId, book } = await ended(db, clock);
    const other = anotherTab(db.name, clock);
    await editCommitment(other, book, { title: "Booked already" });
    await completeCommitment(other, book);
    await finishWrapUp(db, meetingId, { droppedIds: [book], next: null });
    expect(await db.commitments.get(book)).toMatchObject({ title: "Booked already", status: "done" });
  });

  test("with a next meeting on no day says so and writes nothing", async () => {
    const clock = { now: testNow };
    const db = freshDb(clock);
    const { meetingId } = await ended(db, clock);
    const before = await dump(db);
    const finishing = finishWrapUp(db, meetingId, { droppedIds: [], next: { ...meetingForm, on: "" } });
    await expect(finishing).rejects.toThrow(new UserError("badDate"));
    expect(await dump(db)).toEqual(before);
  });
});

describe("what was read from the notes", () => {
  const found = {
    kind: "action",
    text: "Send the slides",
    owner: "them",
    dueOn: "2026-11-27",
    must: true,
    source: "! @Amara Send the slides by Friday",
  } as const;
  const decided = {
    kind: "decision",
    text: "Guild first",
    owner: null,
    dueOn: null,
    must: false,
    source: "=> Guild first",
  } as const;

  test("becomes a promise or an entry with the wrap-up, knows its line, and is taken back with it", async () => {
    const db = freshDb();
    const meetingId = await planMeeting(db, meetingForm);
    await startNotes(db, meetingId);
    await endMeeting(db, meetingId);
    const timed = { ...found, atSeconds: 402 };
    const act = await finishWrapUp(db, meetingId, { droppedIds: [], next: null, found: [timed, decided] });
    expect(await db.commitments.toArray()).toMatchObject([
      {
        atSeconds: 402,
        title: "Send the slides",
        owner: "them",
        dueOn: "2026-11-27",
        status: "open",
        meetingId,
        source: found.source,
      },
    ]);
    expect(await db.entries.toArray()).toMatchObject([
      { kind: "decision", text: "Guild first", meetingId, source: decided.source },
    ]);
    await undo(db, act ?? "");
    expect((await db.commitments.toArray()).filter((row) => !row.deletedAt)).toEqual([]);
  });

  test("is kept again after the wrap-up was taken back and finished anew", async () => {
    const db = freshDb();
    const meetingId = await planMeeting(db, meetingForm);
    const act = await finishWrapUp(db, meetingId, { droppedIds: [], next: null, found: [found, decided] });
    await undo(db, act ?? "");
    await finishWrapUp(db, meetingId, { droppedIds: [], next: null, found: [found, decided] });
    const live = (rows: { deletedAt?: number | null | undefined }[]) => rows.filter((row) => !row.deletedAt);
    expect(live(await db.commitments.toArray())).toHaveLength(1);
    expect(live(await db.entries.toArray())).toHaveLength(1);
  });

  test("of a worry is confidential and on the next agenda; of confidential notes all is confidential", async () => {
    const db = freshDb();
    const meetingId = await planMeeting(db, meetingForm);
    const worry = { ...decided, kind: "concern", text: "My manager", source: "concern: My manager" } as const;
    await finishWrapUp(db, meetingId, { droppedIds: [], next: null, found: [worry, decided] });
    const entries = await db.entries.toArray();
    expect(entries.find(({ kind }) => kind === "concern")).toMatchObject({ confidential: true });
    expect(entries.find(({ kind }) => kind === "decision")?.confidential).toBeUndefined();
    expect((await db.topics.toArray()).map(({ title }) => title)).toContain("My manager");

    const next = await planMeeting(db, meetingForm);
    const note = await openNote(db, { id: next, mentorshipId: meetingForm.mentorshipId });
    await saveNoteText(db, note, found.source, "act");
    await markNote(db, { id: next, mentorshipId: meetingForm.mentorshipId }, true);
    await finishWrapUp(db, next, { droppedIds: [], next: null, found: [found] });
    expect((await db.commitments.toArray()).find((row) => row.meetingId === next)).toMatchObject({
      confidential: true,
    });
  });

  test("is not kept twice when the wrap-up is finished again", async () => {
    const db = freshDb();
    const meetingId = await planMeeting(db, meetingForm);
    await finishWrapUp(db, meetingId, { droppedIds: [], next: null, found: [found] });
    await finishWrapUp(db, meetingId, { droppedIds: [], next: null, found: [found], again: true });
    expect(await db.commitments.count()).toBe(1);
  });
});
