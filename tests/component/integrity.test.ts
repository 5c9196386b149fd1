import { expect, test } from "vitest";
import { addGoal, removeGoal } from "@/lib/db/goals.ts";
import { checkIntegrity } from "@/lib/db/integrity.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { dump, firstRun, freshDb } from "./fresh-db.ts";
import { oneOfEverything } from "./one-of-everything.ts";

test("data that is as it should be is found to be well, and left as it is", async () => {
  const name = `test-${crypto.randomUUID()}`;
  const db = await oneOfEverything(name);
  const before = await dump(db);
  const found = await checkIntegrity(db);
  expect(found).toMatchObject({ orphans: {}, newlyAside: 0, differing: 0 });
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
  const aside = { id: `goals/${goal?.id}`, table: "goals", why: "title: invalid_type" };
  expect(found).toMatchObject({ newlyAside: 1, differing: 0, unreadable: [aside] });
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
