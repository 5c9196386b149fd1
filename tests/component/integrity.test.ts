import { Dexie } from "dexie";
import { expect, test } from "vitest";
import { whyWords } from "@/components/settings/unfit-row.tsx";
import { addCapture } from "@/lib/db/entries.ts";
import { addGoal, removeGoal } from "@/lib/db/goals.ts";
import { checkIntegrity } from "@/lib/db/integrity.ts";
import { removeMeeting } from "@/lib/db/meetings.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { deleteForGood } from "@/lib/db/trash.ts";
import { anotherTab, dump, firstRun, freshDb } from "./fresh-db.ts";
import { oneOfEverything } from "./one-of-everything.ts";

test("data that is as it should be is found to be well, and left as it is", async () => {
  const name = `test-${crypto.randomUUID()}`;
  const db = await oneOfEverything(name);
  const before = await dump(db);
  const found = await checkIntegrity(db);
  expect(found).toMatchObject({ newlyAside: 0, differing: 0 });
  expect(found.orphans).toEqual({});
  expect(found.counts.mentorships).toBe(1);
  expect(found.changes).toBe(before["changes"]?.length);
  expect(await dump(db)).toEqual(before);
  db.close();
  indexedDB.deleteDatabase(name);
});

test("a row that cannot be read is kept aside with its reason, counted, and not looked at again", async () => {
  const db = freshDb();
  await startMentorship(db, firstRun);
  const goal = await db.goals.toCollection().first();
  const broken = { ...goal, title: 42 };
  await db.table("goals").put(broken);
  const found = await checkIntegrity(db);
  const aside = { table: "goals", why: "title: wrongType" };
  expect(found).toMatchObject({ newlyAside: 1, differing: 0, unreadable: [{ ...aside, of: goal?.id }] });
  expect(found.counts.goals).toBe(0);
  expect(await db.goals.count()).toBe(0);
  expect(await db.unreadable.toArray()).toMatchObject([{ ...aside, row: broken }]);
  expect((await db.metaOf("tally"))?.counts.goals).toBe(0);
  expect(await checkIntegrity(db)).toMatchObject({ newlyAside: 0, differing: 0, unreadable: [aside] });
});

test("what belongs to nothing that is there is counted; what belongs to something in the trash is not", async () => {
  const db = freshDb();
  await startMentorship(db, firstRun);
  const goal = await db.goals.toCollection().first();
  await removeGoal(db, goal?.id ?? "");
  expect((await checkIntegrity(db)).orphans).toEqual({});
  await addGoal(db, "gone", "Run");
  expect((await checkIntegrity(db)).orphans).toEqual({ goals: 1 });
  await db.goals.delete(goal?.id ?? "");
  // A part of it, which the log still tells of, and the milestone under it.
  expect(await checkIntegrity(db)).toMatchObject({ orphans: { goals: 1, milestones: 1 }, differing: 1 });
});

test("a row that the log does not tell of is a difference", async () => {
  const db = freshDb();
  await startMentorship(db, firstRun);
  const goal = await db.goals.toCollection().first();
  await db.goals.update(goal?.id ?? "", { title: "Not by a verb" });
  expect(await checkIntegrity(db)).toMatchObject({ differing: 1, newlyAside: 0 });
});

test("a second row of an id that is kept aside does not take the place of the first", async () => {
  const db = freshDb();
  await startMentorship(db, firstRun);
  const goal = await db.goals.toCollection().first();
  for (const title of [1, 2]) {
    await db.table("goals").put({ ...goal, title });
    expect(await checkIntegrity(db)).toMatchObject({ newlyAside: 1, differing: 0 });
  }
  const titles = (await db.unreadable.toArray()).map(({ row }) => (row as { title: unknown }).title);
  expect(new Set(titles)).toEqual(new Set([1, 2]));
});

test("a row that is written anew while it is looked at stays", async () => {
  const db = freshDb();
  await startMentorship(db, firstRun);
  const goal = await db.goals.toCollection().first();
  await db.table("goals").put({ ...goal, title: 42 });
  const other = anotherTab(db.name);
  await other.open();
  // Asked for while it is being read: comes after the reading, and before anything can be set aside.
  let writing: Promise<unknown> | undefined;
  db.goals.hook("reading", (row) => {
    writing ??= Dexie.ignoreTransaction(() => other.table("goals").put(goal));
    return row;
  });
  expect(await checkIntegrity(db)).toMatchObject({ newlyAside: 0, unreadable: [] });
  await writing;
  expect(await db.goals.get(goal?.id ?? "")).toEqual(goal);
});

test("what outlives its meeting belongs to no meeting any more, and all is well", async () => {
  const db = freshDb();
  const { id: mentorshipId } = await startMentorship(db, firstRun);
  const meetingId = (await db.meetings.toCollection().first())?.id ?? "";
  await addCapture(db, { kind: "thought", text: "Stays", mentorshipId, meetingId });
  await removeMeeting(db, meetingId);
  await deleteForGood(db, [{ table: "meetings", id: meetingId }]);
  expect(await db.meetings.get(meetingId)).toBeUndefined();
  expect(await db.entries.toArray()).toMatchObject([{ meetingId }]);
  const found = await checkIntegrity(db);
  expect(found.orphans).toEqual({});
  expect(found.differing).toBe(0);
});

test("why a row cannot be read is said in words, whatever a file says", () => {
  expect(whyWords("title: tooBig")).toBe("“title” is too long or too large");
  expect(whyWords(": notRecord")).toBe("Not a record");
  expect(whyWords("<b>: made up")).toBe("“<b>” is not as it has to be");
});
