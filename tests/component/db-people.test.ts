import { describe, expect, test } from "vitest";
import { addCommitment } from "@/lib/db/commitments.ts";
import { addCapture } from "@/lib/db/entries.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { findMentorship } from "@/lib/db/mentorship-rows.ts";
import { addPerson, chooseMentor, editPerson, removePerson } from "@/lib/db/people.ts";
import { allPeople, personCard } from "@/lib/db/person-card.ts";
import { addClosing, closingsOf, editClosing, removeReview } from "@/lib/db/reviews.ts";
import { addTopic } from "@/lib/db/topics.ts";
import { topicsOf } from "@/lib/db/topic-rows.ts";
import { restoreFromTrash, trashItems } from "@/lib/db/trash.ts";
import { undo } from "@/lib/db/undo.ts";
import { earlierPriorities } from "@/lib/domain/priorities.ts";
import { dump, firstRun, freshDb, replayed, testNow } from "./fresh-db.ts";

const closing = { goalsMet: 4, expectationsMet: null, relationship: 5, lessons: "Ask early", text: "" };

describe("a person", () => {
  test("is taken down, changed field by field, and told of by the log", async () => {
    const db = freshDb();
    const { id } = await addPerson(db, { name: "  Priya   Raman ", role: "Lead" });
    await editPerson(db, id, { timeZone: "Asia/Kolkata", howMet: " At the guild ", experience: 4 });
    const row = await db.people.get(id);
    expect(row).toMatchObject({
      name: "Priya Raman",
      role: "Lead",
      candidate: false,
      timeZone: "Asia/Kolkata",
      howMet: "At the guild",
      experience: 4,
    });
    expect(await replayed(db, "people", id)).toEqual(row);
    await expect(editPerson(db, id, { timeZone: "Mars/Base" })).rejects.toMatchObject({
      code: "badTimeZone",
    });
    await expect(editPerson(db, id, { name: " " })).rejects.toMatchObject({ code: "emptyName" });
    await editPerson(db, id, { experience: null, timeZone: "" });
    expect(await db.people.get(id)).toMatchObject({ experience: null, timeZone: null });
  });

  test("adding new priorities keeps the old with its date", async () => {
    const clock = { now: testNow };
    const db = freshDb(clock);
    const { id } = await addPerson(db, { name: "Priya" });
    await editPerson(db, id, { priorities: "The migration" });
    clock.now += 86_400_000;
    await editPerson(db, id, { priorities: "The guild" });
    const card = await personCard(db, id);
    expect(card?.person.priorities).toBe("The guild");
    expect(earlierPriorities(card?.log ?? [])).toEqual([
      { text: "The migration", since: testNow, until: testNow + 86_400_000 },
    ]);
  });

  test("has a card with the meetings and promises of every mentorship with them", async () => {
    const db = freshDb();
    const { id: mentorshipId } = await startMentorship(db, firstRun);
    const found = await findMentorship(db, mentorshipId);
    const partnerId = found?.partner?.id ?? "";
    await addCommitment(db, { mentorshipId, title: "Mine", owner: "me", dueOn: "" });
    await addCommitment(db, { mentorshipId, title: "Theirs", owner: "them", dueOn: "" });
    const card = await personCard(db, partnerId);
    expect(card?.meetings.map((row) => row.title)).toEqual(["Kickoff"]);
    expect(card?.commitments.map((row) => row.owner).toSorted()).toEqual(["me", "them"]);
    expect(card?.isMe).toBe(false);
  });

  test("goes to the trash with the mentorships with them, and comes back with one of those", async () => {
    const db = freshDb();
    const { id: mentorshipId } = await startMentorship(db, firstRun);
    const before = await dump(db);
    const partnerId = (await findMentorship(db, mentorshipId))?.partner?.id ?? "";
    const act = await removePerson(db, partnerId);
    expect(await findMentorship(db, mentorshipId)).toBeNull();
    expect((await allPeople(db)).people).toEqual([]);
    expect(await trashItems(db)).toMatchObject([{ table: "mentorships", title: "Elif Yıldız" }]);
    await restoreFromTrash(db, "mentorships", mentorshipId);
    expect((await allPeople(db)).people.map((row) => row.name)).toEqual(["Elif Yıldız"]);
    await removePerson(db, partnerId);
    await undo(db, (await db.changes.toArray()).at(-1)?.act ?? "");
    expect((await findMentorship(db, mentorshipId))?.partner?.name).toBe("Elif Yıldız");
    expect(act).not.toBeNull();
    expect((await dump(db))["goals"]).toEqual(before["goals"]);
  });
});

describe("a mentorship without a mentor yet", () => {
  test("begins with nobody's name, and gets the candidate who is chosen; undo takes that back", async () => {
    const db = freshDb();
    const { id: mentorshipId } = await startMentorship(db, { ...firstRun, partnerName: "", looking: true });
    const standIn = (await findMentorship(db, mentorshipId))?.partner;
    expect(standIn?.name).toBe("");
    const { id: priya } = await addPerson(db, { name: "Priya", candidate: true });
    const act = await chooseMentor(db, mentorshipId, priya);
    expect((await findMentorship(db, mentorshipId))?.partner).toMatchObject({ id: priya, candidate: false });
    // The stand-in stays as a person, but is in nobody's way.
    expect(await db.people.get(standIn?.id ?? "")).toMatchObject({ name: "" });
    expect((await allPeople(db)).people.map((row) => row.name)).toEqual(["Priya"]);
    await undo(db, act ?? "");
    expect((await findMentorship(db, mentorshipId))?.partner?.id).toBe(standIn?.id);
    expect(await db.people.get(priya)).toMatchObject({ candidate: true });
  });

  test("needs a name where nobody says that they are looking", async () => {
    const db = freshDb();
    await expect(startMentorship(db, { ...firstRun, partnerName: " " })).rejects.toMatchObject({
      code: "emptyName",
    });
    expect(await db.people.count()).toBe(0);
  });

  test("a mentor who was there before stays among the people", async () => {
    const db = freshDb();
    const { id: mentorshipId } = await startMentorship(db, firstRun);
    const { id: priya } = await addPerson(db, { name: "Priya", candidate: true });
    await chooseMentor(db, mentorshipId, priya);
    expect((await allPeople(db)).people.map((row) => row.name).toSorted()).toEqual(["Elif Yıldız", "Priya"]);
    await removePerson(db, priya);
    await expect(chooseMentor(db, mentorshipId, priya)).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("what is to be discussed next time", () => {
  test("lands once, whatever it comes from", async () => {
    const db = freshDb();
    const { id: mentorshipId } = await startMentorship(db, firstRun);
    const [milestone] = await db.milestones.toArray();
    const from = { table: "milestones" as const, id: milestone?.id ?? "" };
    for (const title of ["Hold the first three", "The same in other words"]) {
      await addTopic(db, mentorshipId, title, "topic", from);
    }
    expect(await topicsOf(db, mentorshipId)).toMatchObject([
      { title: "Hold the first three", fromTable: "milestones", fromId: milestone?.id },
    ]);
  });

  test("raising a concern puts it, confidential, on the next agenda in one act", async () => {
    const db = freshDb();
    const { id: mentorshipId } = await startMentorship(db, firstRun);
    const act = await addCapture(db, { kind: "concern", text: "I am behind", mentorshipId });
    const [entry] = await db.entries.toArray();
    expect(entry).toMatchObject({ kind: "concern", confidential: true, visibility: "private" });
    expect(await topicsOf(db, mentorshipId)).toMatchObject([
      { title: "I am behind", state: "open", fromTable: "entries", fromId: entry?.id },
    ]);
    await undo(db, act ?? "");
    expect(await topicsOf(db, mentorshipId)).toEqual([]);
  });

  test("a lesson, an outcome and a question are entries and nothing more", async () => {
    const db = freshDb();
    const { id: mentorshipId } = await startMentorship(db, firstRun);
    for (const kind of ["lesson", "outcome", "question"] as const) {
      await addCapture(db, { kind, text: kind, mentorshipId });
    }
    expect((await db.entries.toArray()).map((row) => [row.kind, row.confidential])).toEqual([
      ["lesson", undefined],
      ["outcome", undefined],
      ["question", undefined],
    ]);
    expect(await topicsOf(db, mentorshipId)).toEqual([]);
  });
});

describe("a closing evaluation", () => {
  test("is kept with its day, changed, and put away; an empty one is not kept", async () => {
    const db = freshDb();
    const { id: mentorshipId } = await startMentorship(db, firstRun);
    await addClosing(db, mentorshipId, "2026-11-24", closing);
    const [review] = await closingsOf(db, mentorshipId);
    expect(review).toMatchObject({ kind: "closing", on: "2026-11-24", ...closing });
    expect(await replayed(db, "reviews", review?.id ?? "")).toEqual(review);
    await editClosing(db, review?.id ?? "", { ...closing, expectationsMet: 2 });
    expect(await closingsOf(db, mentorshipId)).toMatchObject([{ on: "2026-11-24", expectationsMet: 2 }]);
    const empty = { goalsMet: null, expectationsMet: null, relationship: null, lessons: " ", text: "" };
    await expect(addClosing(db, mentorshipId, "2026-11-24", empty)).rejects.toMatchObject({
      code: "emptyText",
    });
    await removeReview(db, review?.id ?? "");
    expect(await closingsOf(db, mentorshipId)).toEqual([]);
  });
});
