import { describe, expect, test } from "vitest";
import { addCommitment } from "@/lib/db/commitments.ts";
import { addGoal, addMilestone } from "@/lib/db/goals.ts";
import { goalsOf, milestonesOf } from "@/lib/db/goal-rows.ts";
import { endMeeting, planMeeting, setFocus, startNotes } from "@/lib/db/meetings.ts";
import { meetingsOf, plannedMeetings } from "@/lib/db/meeting-rows.ts";
import { finishWrapUp } from "@/lib/db/wrap-up.ts";
import { type FirstRun, startMentorship } from "@/lib/db/mentorships.ts";
import { allMentorships, focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { addTopic } from "@/lib/db/topics.ts";
import { topicsOf } from "@/lib/db/topic-rows.ts";
import { UserError, type UserErrorCode } from "@/lib/domain/user-error.ts";
import { dump, firstRun, freshDb, testZone, meetingForm } from "./fresh-db.ts";

describe("the first run", () => {
  test("starts a mentorship with all it took down, as one act, and shows it", async () => {
    const db = freshDb();
    const { id, act } = await startMentorship(db, firstRun);
    expect(await focusedMentorship(db)).toMatchObject({
      mentorship: {
        id,
        role: "mentee",
        destination: "Lead a team of five",
        visits: [{ stage: "prepare", fromOn: "2026-11-24" }],
        startsOn: "2026-11-24",
        endsOn: "2027-05-25",
        roomKey: "meet:abc-defg-hij",
      },
      partner: { name: "Elif Yıldız" },
    });
    const [goal] = await goalsOf(db, id);
    expect(goal).toMatchObject({ title: "Run good one-to-ones", status: "open" });
    expect(await milestonesOf(db, id)).toMatchObject([
      { goalId: goal?.id, title: "Hold the first three", dueOn: "2026-12-10", status: "open" },
    ]);
    expect(await meetingsOf(db, id)).toMatchObject([
      { kind: "kickoff", startsOn: "2026-11-30", startsTime: "09:00", timeZone: testZone, status: "planned" },
    ]);
    expect(new Set((await db.changes.toArray()).map((change) => change.act))).toEqual(new Set([act]));
  });

  test("needs no more than a name", async () => {
    const db = freshDb();
    const empty = Object.fromEntries(Object.keys(firstRun).map((key) => [key, ""])) as unknown as FirstRun;
    const { id } = await startMentorship(db, {
      ...empty,
      role: "mentor",
      partnerName: "  Jun   Park ",
      cadence: null,
      timeZone: testZone,
    });
    expect((await allMentorships(db))[0]?.partner?.name).toBe("Jun Park");
    expect([await goalsOf(db, id), await milestonesOf(db, id), await meetingsOf(db, id)]).toEqual([
      [],
      [],
      [],
    ]);
  });

  test("makes a goal for a milestone that has none", async () => {
    const db = freshDb();
    const { id } = await startMentorship(db, { ...firstRun, goal: " " });
    expect(await goalsOf(db, id)).toMatchObject([{ title: "Lead a team of five" }]);
    expect(await milestonesOf(db, id)).toHaveLength(1);
  });

  test.each<[what: string, answers: Partial<FirstRun>, code: UserErrorCode]>([
    ["no name", { partnerName: "  " }, "emptyName"],
    ["a day that does not exist", { milestoneOn: "2026-02-30" }, "badDate"],
    ["a meeting on no day", { meetingOn: "tomorrow" }, "badDate"],
    ["a time that does not exist", { meetingTime: "25:00" }, "badTime"],
    ["a link that is none", { meetingLink: "our usual room" }, "badLink"],
    ["a link that would run script", { meetingLink: "javascript://meet.google.com/%0aalert(1)" }, "badLink"],
    ["a name that is too long", { partnerName: "n".repeat(2_001) }, "tooLong"],
    ["a destination that is too long", { destination: "d".repeat(2_001) }, "tooLong"],
    ["a milestone that is too long", { milestone: "m".repeat(2_001) }, "tooLong"],
  ])("with %s says so and writes nothing", async (_, answers, code) => {
    const db = freshDb();
    await db.open();
    const before = await dump(db);
    await expect(startMentorship(db, { ...firstRun, ...answers })).rejects.toThrow(new UserError(code));
    expect(await dump(db)).toEqual(before);
  });
});

test("what belongs to something that is not there is refused", async () => {
  const db = freshDb();
  await addGoal(db, "s1", "Run");
  const before = await dump(db);
  for (const doing of [
    () => addMilestone(db, "unknown", { title: "5 km", phase: "practice", dueOn: "" }),
    () => startNotes(db, "unknown"),
    () => endMeeting(db, "unknown"),
    () => finishWrapUp(db, "unknown", { droppedIds: [], next: null }),
  ]) {
    await expect(doing()).rejects.toThrow(new UserError("notFound"));
  }
  expect(await dump(db)).toEqual(before);
});

test("the same open words are on the agenda once", async () => {
  const db = freshDb();
  await addTopic(db, "s1", "Budget");
  expect(await addTopic(db, "s1", " Budget ")).toBeNull();
  expect(await topicsOf(db, "s1")).toHaveLength(1);
});

test("a focus is one line", async () => {
  const db = freshDb();
  const id = await planMeeting(db, meetingForm);
  await setFocus(db, id, "  What to\n cancel? ");
  expect(await db.meetings.get(id)).toMatchObject({ focus: "What to cancel?" });
  await setFocus(db, id, "");
  expect(await db.meetings.get(id)).toMatchObject({ focus: "" });
  await expect(setFocus(db, id, "f".repeat(2_001))).rejects.toThrow(new UserError("tooLong"));
});

test("planned meetings are found by index, from two days ago on", async () => {
  const db = freshDb();
  for (const on of ["2026-11-21", "2026-11-22", "2026-11-24", "2031-01-01"])
    await planMeeting(db, { ...meetingForm, on });
  const gone = await planMeeting(db, { ...meetingForm, on: "2026-11-25" });
  await endMeeting(db, gone);
  const planned = await plannedMeetings(db, testZone);
  expect(planned.map((meeting) => meeting.startsOn)).toEqual(["2026-11-22", "2026-11-24", "2031-01-01"]);
});

test.each([
  ["a day that does not exist", { dueOn: "2026-02-29" }, "badDate"],
  ["no words", { title: "\t" }, "emptyText"],
] as const)("a promise with %s is refused", async (_, changed, code) => {
  const db = freshDb();
  const promise = { mentorshipId: null, title: "Rest", owner: "me" as const, dueOn: "" };
  await expect(addCommitment(db, { ...promise, ...changed })).rejects.toThrow(new UserError(code));
  expect(await db.commitments.count()).toBe(0);
});
