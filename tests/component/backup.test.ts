import { expect, test } from "vitest";
import { backupTables } from "@/lib/db/backup.ts";
import { changedSince } from "@/lib/db/changed-since.ts";
import { compareBackup } from "@/lib/db/compare-backup.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { editGoal } from "@/lib/db/goals.ts";
import { replayLog } from "@/lib/db/log.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { renamePerson } from "@/lib/db/people.ts";
import { openNote, saveNoteText } from "@/lib/db/notes.ts";
import { restoreBackup } from "@/lib/db/restore.ts";
import { countAll } from "@/lib/db/tally.ts";
import { idInAside } from "@/lib/db/unreadable.ts";
import { noteId } from "@/lib/domain/note-id.ts";
import { tableNames } from "@/lib/domain/records.ts";
import { backupFormat, checksumOf, printBackup, type Tables } from "@/lib/formats/backup.ts";
import { canonicalJson } from "@/lib/domain/canonical-json.ts";
import { type Backup, readBackup } from "@/lib/formats/read-backup.ts";
import frozen from "@/tests/fixtures/database-v1.json";
import { fillAtRandom, idFor } from "../random-rows.ts";
import { dump, firstRun, freshDb, testNow } from "./fresh-db.ts";

const about = { app: "1.2.3", createdAt: testNow };
const settings = [{ key: "settings.theme", value: "dark" }];

async function backupOf(db: MilepostDb): Promise<Backup> {
  return readBackup(await printBackup(await backupTables(db, settings), about));
}

/** A backup file of any tables with a header that fits, as another program might write it. */
async function fileOf(tables: Tables, schemaVersion = 2): Promise<Blob> {
  const counts = Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.length]));
  const header = { format: backupFormat, schemaVersion, app: "1.2.3", createdAt: "2026-11-24T13:22:00.000Z" };
  return new Blob([JSON.stringify({ ...header, counts, sha256: await checksumOf(tables), tables })]);
}

/** The rows of all records by `TABLE/ID`, as the log tells of them and as they are. */
async function toldAndThere(db: MilepostDb): Promise<{ told: unknown; there: unknown }> {
  const told = [...(await replayLog(db))].map(([key, { row }]) => `${key} ${canonicalJson(row)}`);
  const there: string[] = [];
  for (const name of tableNames) {
    for (const row of await db.table(name).toArray()) there.push(`${name}/${row.id} ${canonicalJson(row)}`);
  }
  return { told: new Set(told), there: new Set(there) };
}

async function expectSound(db: MilepostDb): Promise<void> {
  const { told, there } = await toldAndThere(db);
  expect(told).toEqual(there);
  const { key, ...tally } = (await db.metaOf("tally")) ?? { key: "" };
  expect(tally, key).toEqual(await countAll(db));
}

test(
  "20,000 rows of every kind come back as they were, into an empty database and out of it again",
  { timeout: 120_000 },
  async () => {
    const db = freshDb();
    await fillAtRandom(db, Math.ceil(20_000 / tableNames.length), 1);
    const before = await backupTables(db, settings);
    const text = JSON.stringify(before);
    for (const found of ["\\u0000", "\\ud83d", "👩‍👩‍👧‍👦", "مرحبا"]) expect(text).toContain(found);
    const file = await printBackup(before, about);
    const backup = await readBackup(file);
    expect(backup.unreadable).toEqual([]);

    const other = freshDb();
    const chosen = await restoreBackup(other, backup, "merge");
    expect(chosen).toEqual(settings);
    const after = await backupTables(other, chosen);
    expect(canonicalJson(after)).toBe(canonicalJson(before));
    expect(await (await printBackup(after, about)).text()).toBe(await file.text());
    await expectSound(other);
    expect((await other.metaOf("identity"))?.writer).not.toBe((await db.metaOf("identity"))?.writer);
    expect((await other.metaOf("clock"))?.last).toEqual((await db.metaOf("clock"))?.last);
  },
);

test("a backup that replaces leaves nothing of what was here, and says what it would do before", async () => {
  const [db, other] = [freshDb(), freshDb()];
  await fillAtRandom(db, 20, 2, "a");
  await fillAtRandom(other, 30, 3, "b");
  await other.meta.put({ key: "sealed", stamp: [1, 1, "x"] });
  const backup = await backupOf(db);
  const found = await compareBackup(other, backup);
  expect(found.goals).toEqual({ onlyHere: 30, onlyThere: 20, equal: 0, different: 0, newerFields: 0 });
  await restoreBackup(other, backup, "replace");
  expect(await backupTables(other, settings)).toEqual(await backupTables(db, settings));
  expect(await other.metaOf("sealed")).toBeUndefined();
  await expectSound(other);
  await renamePerson(other, idFor("a", "people", 1), "After it");
  await expectSound(other);
});

test("a merge takes each field as it was edited last, and doing it again changes nothing", async () => {
  const clock = { now: testNow };
  const [db, other] = [freshDb(clock), freshDb(clock)];
  await startMentorship(db, firstRun);
  await restoreBackup(other, await backupOf(db), "replace");
  const [goal] = await db.goals.toArray();
  const id = goal?.id ?? "";
  clock.now += 1000;
  await editGoal(db, id, { title: "Edited first" });
  clock.now += 1000;
  await editGoal(other, id, { title: "Edited last", why: "There" });
  clock.now += 1000;
  await editGoal(db, id, { dueOn: "2027-01-01" });

  const backup = await backupOf(other);
  const found = await compareBackup(db, backup);
  expect(found.goals).toMatchObject({ onlyHere: 0, onlyThere: 0, different: 1, newerFields: 2 });
  await restoreBackup(db, backup, "merge");
  expect(await db.goals.get(id)).toMatchObject({ title: "Edited last", why: "There", dueOn: "2027-01-01" });
  await expectSound(db);
  const once = await dump(db);
  await restoreBackup(db, backup, "merge");
  expect(await dump(db)).toEqual(once);
  expect((await compareBackup(db, backup)).goals).toMatchObject({ newerFields: 0 });

  await restoreBackup(other, await backupOf(db), "merge");
  expect(await other.goals.get(id)).toEqual(await db.goals.get(id));
  await expectSound(other);
});

test("a merge of random rows is sound, adds what is missing and removes nothing", async () => {
  const [db, other] = [freshDb(), freshDb()];
  await fillAtRandom(db, 40, 4, "a");
  await fillAtRandom(other, 30, 5, "b");
  const before = await backupTables(other, settings);
  await restoreBackup(other, await backupOf(db), "merge");
  for (const name of tableNames) {
    const ids = (await other.table(name).toArray()).map((row) => row.id);
    for (const row of before[name]) expect(ids).toContain(row.id);
    // The user of one is the user of the other.
    expect(ids).toHaveLength(name === "people" ? 69 : 70);
  }
  await expectSound(other);
  expect(await other.metaOf("focus")).toMatchObject({ mentorshipId: idFor("b", "mentorships", 1) });
});

test("the user of a backup from another browser is the user here", async () => {
  const clock = { now: testNow };
  const [db, other] = [freshDb(clock), freshDb(clock)];
  const { id: mentorshipId } = await startMentorship(db, firstRun);
  const me = (await db.metaOf("identity"))?.me ?? "";
  const [meeting] = await db.meetings.toArray();
  const meetingId = meeting?.id ?? "";
  await saveNoteText(db, await openNote(db, { id: meetingId, mentorshipId }), "Mine, there", "act-1");
  clock.now += 1000;
  await startMentorship(other, { ...firstRun, myName: "Noor again", partnerName: "Another" });
  const ours = (await other.metaOf("identity"))?.me ?? "";
  expect(ours).not.toBe(me);

  await restoreBackup(other, await backupOf(db), "merge");
  expect((await other.metaOf("identity"))?.me).toBe(ours);
  expect(await other.people.get(me)).toBeUndefined();
  expect(await other.people.count()).toBe(3);
  expect((await other.people.get(ours))?.name).toBe("Noor again");
  expect(await other.mentorships.get(mentorshipId)).toMatchObject({ meId: ours });
  expect(await other.notes.get(noteId(meetingId, ours))).toMatchObject({ text: "Mine, there", author: ours });
  expect(JSON.stringify(await dump(other))).not.toContain(me);
  await expectSound(other);
});

test("a restore that is called off changes nothing", { timeout: 60_000 }, async () => {
  const [db, other] = [freshDb(), freshDb()];
  await fillAtRandom(db, 1_000, 6, "a");
  await fillAtRandom(other, 10, 7, "b");
  const before = await dump(other);
  const backup = await backupOf(db);
  for (const how of ["merge", "replace"] as const) {
    const stop = new AbortController();
    let told = 0;
    const onProgress = (fraction: number): void => {
      told = fraction;
      if (fraction > 0.4) stop.abort();
    };
    const restoring = restoreBackup(other, backup, how, { signal: stop.signal, onProgress });
    await expect(restoring).rejects.toThrow(/abort/i);
    expect(told).toBeGreaterThan(0.4);
    expect(told).toBeLessThan(1);
    expect(await dump(other)).toEqual(before);
  }
});

test("rows that cannot be read are listed and kept, and the others restored", async () => {
  const db = freshDb();
  await startMentorship(db, firstRun);
  const tables = await backupTables(db, settings);
  const [goal] = tables.goals;
  const file = await fileOf({
    ...tables,
    goals: [...tables.goals, { ...goal, id: "bad", title: 7 }, null, { ...goal }],
    notes: [
      JSON.parse(`{"__proto__":{},"id":"p","author":"a","createdAt":1,"mentorshipId":"m","meetingId":"t"}`),
    ],
    later: [{ id: "of a later version" }],
  });
  const backup = await readBackup(file);
  expect(backup.unreadable.map(({ table, id, why }) => [table, id, why])).toEqual([
    ["goals", "bad", "title: wrongType"],
    ["goals", "#3", ": notRecord"],
    ["goals", goal?.id, "id: twice"],
    ["notes", "p", "__proto__: notField"],
  ]);
  expect(backup.unknownTables).toEqual({ later: 1 });
  const other = freshDb();
  await restoreBackup(other, backup, "replace");
  expect(await other.goals.toArray()).toEqual(tables.goals);
  const kept = await other.unreadable.toArray();
  expect(kept).toHaveLength(4);
  expect(kept.find((row) => idInAside(row) === "bad")).toMatchObject({
    table: "goals",
    row: { title: 7 },
    foundAt: testNow,
  });
  // The same again is kept once, another row of that id beside it.
  await restoreBackup(other, backup, "merge");
  expect(await other.unreadable.toArray()).toEqual(kept);
  const unreadable = backup.unreadable.slice(0, 1).map((row) => ({ ...row, row: { title: 8 } }));
  await restoreBackup(other, { ...backup, unreadable }, "merge");
  expect(await other.unreadable.count()).toBe(5);
  await expectSound(other);
});

test("fields of a later version survive, and those that a row lacks are there", async () => {
  const db = freshDb();
  await startMentorship(db, firstRun);
  const tables = await backupTables(db, settings);
  const [goal] = tables.goals;
  const { status, ...bare } = { ...goal, mood: { since: [1] } } as Record<string, unknown>;
  expect(status).toBe("open");
  const backup = await readBackup(await fileOf({ ...tables, goals: [bare] }));
  expect(backup.tables.goals).toEqual([{ ...bare, status: "open" }]);
});

test("a backup of the first version is brought to the present one, its log too", async () => {
  const { deliveries, meta, ...tables } = frozen.tables as Record<string, object[]>;
  expect(JSON.stringify(tables)).toContain("pwd=");
  const identity = meta?.find((row) => "me" in row) as { me: string } | undefined;
  const v1 = { ...tables, settings: [{ key: "me", value: identity?.me }] };
  const backup = await readBackup(await fileOf(v1, 1));
  expect(backup.unreadable).toEqual([]);
  expect(JSON.stringify(backup.tables)).not.toContain("pwd=");
  const db = freshDb();
  await restoreBackup(db, backup, "replace");
  await expectSound(db);
  expect((await db.metaOf("identity"))?.me).toBe(identity?.me);
  expect(deliveries?.length).toBeGreaterThan(0);
  expect(await db.deliveries.count()).toBe(0);
});

test("what a person was called later here stays after a merge of an older backup", async () => {
  const clock = { now: testNow };
  const db = freshDb(clock);
  await startMentorship(db, firstRun);
  const backup = await backupOf(db);
  const partner = (await db.people.toArray()).find(({ name }) => name === firstRun.partnerName);
  clock.now += 1000;
  await renamePerson(db, partner?.id ?? "", "Later");
  await restoreBackup(db, backup, "merge");
  expect((await db.people.get(partner?.id ?? ""))?.name).toBe("Later");
  await restoreBackup(db, backup, "replace");
  expect((await db.people.get(partner?.id ?? ""))?.name).toBe(firstRun.partnerName);
  await expectSound(db);
});

test("what is typed, kept aside or told by the log stays where all records are gone", async () => {
  const other = freshDb();
  await startMentorship(other, firstRun);
  const backup = await backupOf(other);
  const db = freshDb();
  const draft = { id: "popup", kind: "win", text: "Typed", updatedAt: testNow } as const;
  const aside = { id: "notes/x", table: "notes", row: { text: "kept" }, why: "", foundAt: testNow };
  await db.drafts.put(draft);
  await db.unreadable.put(aside);
  await restoreBackup(db, backup, "merge");
  expect(await db.drafts.toArray()).toEqual([draft]);
  expect(await db.unreadable.toArray()).toEqual([aside]);
  expect(await db.goals.toArray()).toEqual(backup.tables.goals);
});

test("what was announced here stays announced after a restore", async () => {
  const db = freshDb();
  await startMentorship(db, firstRun);
  const backup = await backupOf(db);
  await db.deliveries.put({
    id: "rem:a:b",
    noticeId: "n",
    dueAt: testNow,
    claimedAt: testNow,
    state: "shown",
  });
  for (const how of ["merge", "replace"] as const) {
    await restoreBackup(db, backup, how);
    expect(await db.deliveries.count(), how).toBe(1);
  }
});

test("after a replacement the same database is written under a new name, by the same person", async () => {
  const db = freshDb();
  await startMentorship(db, firstRun);
  const before = await db.metaOf("identity");
  await restoreBackup(db, await backupOf(db), "replace");
  const after = await db.metaOf("identity");
  expect(after?.me).toBe(before?.me);
  expect(after?.writer).not.toBe(before?.writer);
});

test("after a merge the log is open again, and what is written comes after what was merged", async () => {
  const clock = { now: testNow };
  const [db, other] = [freshDb(clock), freshDb(clock)];
  await startMentorship(db, firstRun);
  await restoreBackup(other, await backupOf(db), "replace");
  const [goal] = await db.goals.toArray();
  // The other computer's clock runs a day ahead.
  clock.now += 86_400_000;
  await editGoal(other, goal?.id ?? "", { title: "Edited there" });
  clock.now = testNow + 1_000;
  await db.meta.put({ key: "sealed", stamp: [1, 1, "x"] });
  await restoreBackup(db, await backupOf(other), "merge");
  expect(await db.metaOf("sealed")).toBeUndefined();
  expect((await db.metaOf("clock"))?.last).toEqual((await other.metaOf("clock"))?.last);
  await editGoal(db, goal?.id ?? "", { title: "Edited here, later" });
  await expectSound(db);
});

test("what was changed since a moment is counted by record", async () => {
  const clock = { now: testNow };
  const db = freshDb(clock);
  await startMentorship(db, firstRun);
  expect(await changedSince(db, testNow)).toEqual({});
  const [goal] = await db.goals.toArray();
  for (const title of ["Once", "Twice"]) {
    clock.now += 1_000;
    await editGoal(db, goal?.id ?? "", { title });
  }
  await renamePerson(db, (await db.people.toArray())[0]?.id ?? "", "Later");
  expect(await changedSince(db, testNow)).toEqual({ goals: 1, people: 1 });
});

test("a merge into a database whose records are gone leaves what was typed and set aside, and goes on well", async () => {
  const there = freshDb();
  await startMentorship(there, firstRun);
  const db = freshDb();
  await db.drafts.put({ id: "d1", kind: "thought", text: "Typed", updatedAt: testNow });
  await db.unreadable.put({
    id: "notes/x",
    table: "notes",
    row: { text: "Kept" },
    why: "w",
    foundAt: testNow,
  });
  await restoreBackup(db, await backupOf(there), "merge");
  expect([await db.drafts.count(), await db.unreadable.count()]).toEqual([1, 1]);
  const me = (await there.metaOf("identity"))?.me;
  expect((await db.metaOf("identity"))?.me).toBe(me);
  await renamePerson(db, me ?? "", "Noor H.");
  await expectSound(db);
});
