import { describe, expect, test } from "vitest";
import { addCommitment } from "@/lib/db/commitments.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { addCapture, editEntry } from "@/lib/db/entries.ts";
import { editGoal, removeGoal } from "@/lib/db/goals.ts";
import { goalsOf } from "@/lib/db/goal-rows.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { mutate } from "@/lib/db/mutate.ts";
import { openNote, saveLastWords, saveNoteText } from "@/lib/db/notes.ts";
import { restoreBackup } from "@/lib/db/restore.ts";
import { addSample, ownId, removeSample } from "@/lib/db/sample.ts";
import { catchUp } from "@/lib/db/search-catch-up.ts";
import { dropIndex, indexScope } from "@/lib/db/search-marks.ts";
import { searchRecords } from "@/lib/db/search.ts";
import { backupTables } from "@/lib/db/backup.ts";
import { deleteForGood } from "@/lib/db/trash.ts";
import { undo } from "@/lib/db/undo.ts";
import { writeOf } from "@/lib/domain/change.ts";
import { parseQuery } from "@/lib/domain/search-query.ts";
import { searchVersion } from "@/lib/domain/search-version.ts";
import { sampleWrites } from "@/lib/content/sample.ts";
import { firstRun, freshDb, testNow, testZone } from "./fresh-db.ts";

/** What is found, as `TABLE/ID`, when all is read. */
async function found(db: MilepostDb, typed: string): Promise<string[]> {
  let ids: string[] = [];
  for await (const { groups } of searchRecords(db, parseQuery(typed), { limit: () => 10_000 })) {
    ids = groups.flatMap(({ hits }) => hits.map(({ table, id }) => `${table}/${id}`));
  }
  return ids.toSorted();
}

const stale = (db: MilepostDb): Promise<number> => db.searchStale.count();

async function standing(clock = { now: testNow }) {
  const db = freshDb(clock);
  const { id: mentorshipId } = await startMentorship(db, firstRun);
  const [goal] = await goalsOf(db, mentorshipId);
  return { db, clock, mentorshipId, goal: goal?.id ?? "" };
}

test("what is written is found at once, by what it says now and not by what it said before", async () => {
  const { db, goal, mentorshipId } = await standing();
  expect(await found(db, "good one-to")).toEqual([`goals/${goal}`]);
  expect(await found(db, "yildiz")).toHaveLength(1);
  const act = await editGoal(db, goal, { title: "Größere Runden leiten" });
  expect(await found(db, "one-to-ones")).toEqual([]);
  expect(await found(db, "grosse")).toEqual([`goals/${goal}`]);
  await undo(db, act ?? "");
  expect(await found(db, "one-to-ones")).toEqual([`goals/${goal}`]);
  const { id } = await addCommitment(db, { mentorshipId, title: "Book a room", owner: "me", dueOn: "" });
  expect(await found(db, "room book")).toEqual([`commitments/${id}`]);
  expect(await stale(db)).toBe(0);
});

test("what is in the trash is found only when it is asked for, and so is what belongs to it", async () => {
  const { db, goal } = await standing();
  const milestone = await found(db, "first three");
  expect(milestone).toHaveLength(1);
  const act = await removeGoal(db, goal);
  expect(await found(db, "good")).toEqual([]);
  expect(await found(db, "first three")).toEqual([]);
  expect(await found(db, "good is:trash")).toEqual([`goals/${goal}`]);
  await undo(db, act ?? "");
  expect(await found(db, "first three")).toEqual(milestone);
});

test("what is deleted for good leaves no word behind", async () => {
  const { db, goal } = await standing();
  await editGoal(db, goal, { why: "unmistakable" });
  const words = async (): Promise<string[]> => db.searchWords.toCollection().primaryKeys();
  expect((await words()).some((key) => key.startsWith("unmistakable"))).toBe(true);
  await removeGoal(db, goal);
  await deleteForGood(db, [{ table: "goals", id: goal }]);
  expect((await words()).some((key) => key.startsWith("unmistakable"))).toBe(false);
  expect((await db.searchDocs.toArray()).filter(({ id }) => id.includes(goal))).toEqual([]);
});

test("filters: kind, person, goal, tag, day, state", async () => {
  const { db, mentorshipId, goal } = await standing();
  const capture = (kind: "advice" | "win", text: string) =>
    addCapture(db, { kind, text, mentorshipId, meetingId: null });
  await capture("advice", "Say it #early");
  await capture("win", "Said it early");
  expect(await found(db, "kind:advice")).toHaveLength(1);
  expect(await found(db, "early kind:win")).toHaveLength(1);
  expect(await found(db, "kind:win kind:advice")).toHaveLength(2);
  expect(await found(db, "tag:ear")).toHaveLength(1);
  expect(await found(db, "person:elif early")).toHaveLength(2);
  expect(await found(db, "person:amara early")).toEqual([]);
  expect(await found(db, "goal:good kind:milestone")).toHaveLength(1);
  expect(await found(db, "goal:good")).toContain(`goals/${goal}`);
  expect(await found(db, "from:2026-11-24 to:2026-11-24 early")).toHaveLength(2);
  expect(await found(db, "from:2026-11-25 early")).toEqual([]);
  expect(await found(db, "is:open kind:goal")).toEqual([`goals/${goal}`]);
  expect(await found(db, "is:done kind:goal")).toEqual([]);
  expect(await found(db, "kind:dragon early")).toEqual([]);
});

test("in Japanese, Arabic and Hebrew, and a phrase only where it stands", async () => {
  const { db, mentorshipId } = await standing();
  const texts = [
    "私は日本語を話す",
    "日程と本と語学",
    "مُحَمَّد قال",
    "שָׁלוֹם לך",
    "first the plan, then the walk",
  ];
  for (const text of texts) await addCapture(db, { kind: "win", text, mentorshipId, meetingId: null });
  expect(await found(db, "日本語")).toHaveLength(1);
  expect(await found(db, "語")).toHaveLength(2);
  expect(await found(db, "محمد")).toHaveLength(1);
  expect(await found(db, "שלום")).toHaveLength(1);
  expect(await found(db, '"the walk"')).toHaveLength(1);
  expect(await found(db, '"the then"')).toEqual([]);
});

describe("a long note", () => {
  test("is found by its newest words while its index waits for a quiet moment", async () => {
    const { db, clock, mentorshipId } = await standing();
    const [meeting] = await db.meetings.toArray();
    const note = await openNote(db, { id: meeting?.id ?? "", mentorshipId });
    await saveNoteText(db, note, `${"Said at some length. ".repeat(1_000)} periwinkle`, "act");
    expect(await stale(db)).toBe(1);
    expect(await found(db, "periwinkle")).toHaveLength(1);
    await catchUp(db);
    expect(await stale(db), "somebody is typing").toBe(1);
    clock.now += 6_000;
    await catchUp(db);
    expect(await stale(db)).toBe(0);
    expect(await found(db, "periwinkle")).toHaveLength(1);
    await saveNoteText(db, note, `${"Said at some length. ".repeat(1_000)} heather`, "act");
    expect(await found(db, "periwinkle")).toEqual([]);
    expect(await found(db, "heather length")).toHaveLength(1);
  });

  test("that a closing window saved is found too", async () => {
    const { db, mentorshipId } = await standing();
    const [meeting] = await db.meetings.toArray();
    const note = await openNote(db, { id: meeting?.id ?? "", mentorshipId });
    saveLastWords(db, note, "one last periwinkle", "act");
    expect(await found(db, "periwinkle")).toHaveLength(1);
    expect(await stale(db)).toBe(1);
  });
});

test("a database of before the index is searched at once, and indexed in pieces that can be cut off", async () => {
  const { db, clock, mentorshipId } = await standing();
  for (let n = 0; n < 1_200; n += 1) {
    await addCapture(db, { kind: "win", text: `Win number w${n}`, mentorshipId, meetingId: null });
  }
  const before = await found(db, "win number w11");
  expect(before).toHaveLength(111);
  await db.transaction("rw", db.tables, async () => {
    for (const table of [db.searchDocs, db.searchWords, db.searchStale]) await table.clear();
    await db.meta.delete("search");
  });
  expect(await found(db, "win number w11")).toEqual(before);
  expect(await stale(db)).toBe(await countRecords(db));
  clock.now += 6_000;
  const stop = new AbortController();
  const fractions: number[] = [];
  await expect(
    catchUp(db, {
      signal: stop.signal,
      onProgress(done) {
        fractions.push(done);
        stop.abort(new Error("called off"));
      },
    }),
  ).rejects.toThrow("called off");
  const left = await stale(db);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(await countRecords(db));
  expect(await found(db, "win number w11")).toEqual(before);
  await catchUp(db, { onProgress: (done) => void fractions.push(done) });
  expect(await stale(db)).toBe(0);
  expect(fractions.at(-1)).toBe(1);
  expect(await found(db, "win number w11")).toEqual(before);
  await db.meta.put({ key: "search", version: searchVersion + 1 });
  expect(await found(db, "win number w11"), "made by another version").toEqual(before);
}, 60_000);

async function countRecords(db: MilepostDb): Promise<number> {
  const tally = await db.metaOf("tally");
  return Object.values(tally?.counts ?? {}).reduce((sum, count) => sum + count, 0);
}

test("a search that is under way when the index is thrown away, and begun anew, tells the same as any", async () => {
  const { db, mentorshipId } = await standing();
  // A phrase is looked for in the records, some hundred at a time.
  const titles = Array.from({ length: 900 }, (_, count) => (count % 3 === 0 ? "red door" : "door red"));
  await mutate(db, { did: "addGoal" }, () =>
    titles.map((title, order) => writeOf("goals", `goal-${order}`, { mentorshipId, title, order })),
  );
  await addCommitment(db, { mentorshipId, title: "Paint the red door", owner: "me", dueOn: "2026-12-01" });
  const wanted = await found(db, '"red door"');
  expect(wanted).toHaveLength(301);
  for (const rebuilt of [false, true]) {
    const search = searchRecords(db, parseQuery('"red door"'), { limit: () => 10_000 });
    expect((await search.next()).done).toBe(false);
    await db.transaction("rw", indexScope(db), () => dropIndex(db));
    if (rebuilt) await catchUp(db);
    let ids: string[] = [];
    for await (const { groups } of search)
      ids = groups.flatMap(({ hits }) => hits.map(({ table, id }) => `${table}/${id}`));
    expect(ids.toSorted(), String(rebuilt)).toEqual(wanted);
  }
}, 60_000);

test.each(["merge", "replace"] as const)("what a backup brings is found (%s)", async (how) => {
  const { db, goal } = await standing();
  const tables = await backupTables(db, []);
  const other = freshDb();
  await startMentorship(other, { ...firstRun, goal: "Sail around the island" });
  await restoreBackup(other, { tables, unreadable: [] }, how);
  expect(await found(other, "good one-to")).toEqual([`goals/${goal}`]);
  expect(await found(other, "sail island")).toHaveLength(how === "merge" ? 1 : 0);
});

test("the sample is found, and gone with all its words when it is removed", async () => {
  const db = freshDb();
  await addSample(db, sampleWrites({ now: testNow, timeZone: testZone, me: await ownId(db) }));
  expect(await stale(db)).toBe(0);
  expect(await found(db, "order-sync kind:goal")).not.toEqual(await found(db, "kind:goal"));
  expect((await found(db, "retry")).length).toBeGreaterThan(0);
  await removeSample(db);
  expect(await db.searchDocs.count()).toBe(0);
  expect(await db.searchWords.count()).toBe(0);
  expect(await stale(db)).toBe(0);
});

test("an edit that says the same again changes nothing in the index", async () => {
  const { db, mentorshipId } = await standing();
  await addCapture(db, { kind: "win", text: "Slept well", mentorshipId, meetingId: null });
  const [entry] = await db.entries.toArray();
  const before = await db.searchWords.toArray();
  await editEntry(db, entry?.id ?? "", { text: "well, slept" });
  expect(await db.searchWords.toArray()).toEqual(before);
});
