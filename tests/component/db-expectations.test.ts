import { expect, test } from "vitest";
import {
  addExpectation,
  editExpectation,
  expectationsOf,
  lookAtExpectation,
  removeExpectation,
  setExpectationState,
} from "@/lib/db/expectations.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { meetingsOf } from "@/lib/db/meeting-rows.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { lookedAt } from "@/lib/db/review-records.ts";
import { setTopicDiscussed } from "@/lib/db/topics.ts";
import { topicsOf } from "@/lib/db/topic-rows.ts";
import { undo } from "@/lib/db/undo.ts";
import { agendaOf, nextMeeting } from "@/lib/domain/carry-over.ts";
import { Expectation } from "@/lib/domain/expectation.ts";
import { expectationStates } from "@/lib/domain/vocabulary.ts";
import { firstRun, freshDb } from "./fresh-db.ts";

const on = "2026-11-24";

async function withExpectation(): Promise<{ db: MilepostDb; mentorshipId: string; id: string }> {
  const db = freshDb();
  const { id: mentorshipId } = await startMentorship(db, firstRun);
  await addExpectation(db, mentorshipId, { about: "Answers", mine: "Within two days", theirs: "" });
  const [row] = await expectationsOf(db, mentorshipId);
  return { db, mentorshipId, id: row?.id ?? "" };
}

async function agenda(db: MilepostDb, mentorshipId: string): Promise<string[]> {
  const meetings = await meetingsOf(db, mentorshipId);
  const next = nextMeeting(meetings, db.now());
  if (!next) return [];
  return agendaOf(next, meetings, await topicsOf(db, mentorshipId), db.now()).map(({ topic }) => topic.title);
}

test("what is to be discussed is on the next agenda exactly once, however often it is said", async () => {
  const { db, mentorshipId, id } = await withExpectation();
  const toDiscuss = { state: "toDiscuss", on, topic: "Expectation: Answers" } as const;
  await setExpectationState(db, id, toDiscuss);
  await setExpectationState(db, id, toDiscuss);
  await setExpectationState(db, id, { ...toDiscuss, state: "open" });
  // In other words it is still the same expectation.
  await setExpectationState(db, id, { ...toDiscuss, topic: "Expectation: How soon" });
  expect(await agenda(db, mentorshipId)).toEqual(["Expectation: Answers"]);
  expect(await topicsOf(db, mentorshipId)).toMatchObject([{ fromTable: "expectations", fromId: id }]);
});

test("once it was talked about it can be put on an agenda again", async () => {
  const { db, mentorshipId, id } = await withExpectation();
  const toDiscuss = { state: "toDiscuss", on, topic: "Expectation: Answers" } as const;
  await setExpectationState(db, id, toDiscuss);
  const [topic] = await topicsOf(db, mentorshipId);
  const [meeting] = await meetingsOf(db, mentorshipId);
  await setTopicDiscussed(db, topic?.id ?? "", meeting?.id ?? "");
  await setExpectationState(db, id, { ...toDiscuss, state: "realigned" });
  await setExpectationState(db, id, toDiscuss);
  expect((await topicsOf(db, mentorshipId)).map(({ state }) => state).toSorted()).toEqual([
    "discussed",
    "open",
  ]);
});

test("both come and go as one act", async () => {
  const { db, mentorshipId, id } = await withExpectation();
  const act = await setExpectationState(db, id, { state: "toDiscuss", on, topic: "Expectation: Answers" });
  await undo(db, act ?? "");
  expect(await agenda(db, mentorshipId)).toEqual([]);
  expect(await db.expectations.get(id)).toMatchObject({ state: "open" });
});

test.each(expectationStates)("it can be %s, and what fits has been looked at", async (state) => {
  const { db, id } = await withExpectation();
  await setExpectationState(db, id, { state, on, topic: "Expectation: Answers" });
  const row = await db.expectations.get(id);
  expect(row?.state).toBe(state);
  expect(row?.reviewedOn ?? null).toBe(state === "aligned" || state === "realigned" ? on : null);
  expect(Expectation.safeParse(row)).toMatchObject({ success: true });
});

test("all are looked at in one go, and one by itself", async () => {
  const { db, mentorshipId, id } = await withExpectation();
  await addExpectation(db, mentorshipId, { about: "Candour", mine: "", theirs: "Early drafts" });
  await lookAtExpectation(db, id, "2026-11-01");
  const act = await lookedAt(db, { subject: "expectationsReview", recordId: mentorshipId }, on);
  expect((await expectationsOf(db, mentorshipId)).map((row) => row.reviewedOn)).toEqual([on, on]);
  await undo(db, act ?? "");
  expect((await expectationsOf(db, mentorshipId)).map((row) => row.reviewedOn ?? null)).toEqual([
    "2026-11-01",
    null,
  ]);
});

test("its words are changed with a reason and kept in order; without a respect there is none", async () => {
  const { db, mentorshipId, id } = await withExpectation();
  await addExpectation(db, mentorshipId, { about: "Candour", mine: "", theirs: "" });
  await editExpectation(db, id, {
    about: " Answers  soon ",
    mine: "A day\n",
    theirs: "Two",
    reason: "It was too slow",
  });
  expect(await expectationsOf(db, mentorshipId)).toMatchObject([
    { about: "Answers soon", mine: "A day", theirs: "Two" },
    { about: "Candour" },
  ]);
  expect((await db.changes.toArray()).at(-1)).toMatchObject({
    did: "editExpectation",
    why: "It was too slow",
  });
  await expect(editExpectation(db, id, { about: " ", mine: "", theirs: "" })).rejects.toThrow("emptyText");
  await removeExpectation(db, id);
  expect(await expectationsOf(db, mentorshipId)).toMatchObject([{ about: "Candour" }]);
});
