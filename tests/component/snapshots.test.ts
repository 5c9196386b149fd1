import { expect, onTestFinished, test } from "vitest";
import { backupTables } from "@/lib/db/backup.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { renamePerson } from "@/lib/db/people.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { openNote, saveNoteText } from "@/lib/db/notes.ts";
import { restoreAfterCopy, restoreBackup } from "@/lib/db/restore.ts";
import { replayLog } from "@/lib/db/log.ts";
import {
  listSnapshots,
  openSnapshot,
  readSnapshotCounts,
  snapshotIfDue,
  takeSnapshot,
} from "@/lib/db/snapshots.ts";
import { readBackup } from "@/lib/formats/read-backup.ts";
import { firstRun, freshDb, testNow } from "./fresh-db.ts";

const hour = 3_600_000;
const about = { app: "1.2.3", settings: [{ key: "settings.theme", value: "dark" }] };
const due = (db: MilepostDb) => snapshotIfDue(db, () => Promise.resolve(about));

async function folder(db: MilepostDb): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const name = `snapshots-${db.name}`;
  onTestFinished(() => root.removeEntry(name, { recursive: true }));
  return root.getDirectoryHandle(name, { create: true });
}

async function begun(): Promise<{
  db: MilepostDb;
  clock: { now: number };
  files: FileSystemDirectoryHandle;
}> {
  const clock = { now: testNow };
  const db = freshDb(clock);
  await startMentorship(db, firstRun);
  return { db, clock, files: await folder(db) };
}

test("a snapshot is a whole backup, and says how much is in it", async () => {
  const { db } = await begun();
  const snapshot = await takeSnapshot(db, "auto", about);
  expect(snapshot.name).toBe("2026-11-24T13-22-00-000Z.auto.json.gz");
  expect([snapshot]).toMatchObject(await listSnapshots(db));
  expect(snapshot.bytes).toBeGreaterThan(100);
  expect(await readSnapshotCounts(db, snapshot.name)).toMatchObject({
    mentorships: 1,
    goals: 1,
    settings: 3,
  });
  const backup = await readBackup(await openSnapshot(db, snapshot.name));
  expect(backup).toMatchObject({ app: "1.2.3", createdAt: testNow, unreadable: [] });
  expect(backup.tables).toEqual(await backupTables(db, about.settings));

  const other = freshDb();
  await restoreBackup(other, backup, "merge");
  expect(await backupTables(other, about.settings)).toMatchObject({ goals: backup.tables.goals });
});

test("what a dying browser half wrote is not taken for a snapshot", async () => {
  const { db, files } = await begun();
  const handle = await files.getFileHandle("2026-11-24T14-22-00-000Z.auto.json.gz", { create: true });
  const writing = await handle.createWritable();
  await writing.write(new Uint8Array(100_000).fill(7));
  await files.getFileHandle("notes.txt", { create: true });
  expect(await listSnapshots(db)).toEqual([]);
  await writing.abort();
});

test("one an hour, and only after a change", async () => {
  const { db, clock } = await begun();
  const person = await db.people.toCollection().first();
  expect(await due(db)).not.toBeNull();
  clock.now += 2 * hour;
  expect(await due(db)).toBeNull();
  await renamePerson(db, person?.id ?? "", "Elif Y.");
  expect(await due(db)).toMatchObject({ takenAt: testNow + 2 * hour });
  await renamePerson(db, person?.id ?? "", "Elif Z.");
  clock.now += hour - 1;
  expect(await due(db)).toBeNull();
  clock.now += 1;
  expect(await due(db)).not.toBeNull();
});

test("two windows that look at once take one", async () => {
  const { db } = await begun();
  const taken = await Promise.all([due(db), due(db), due(db)]);
  expect(taken.filter(Boolean)).toHaveLength(1);
});

test("nothing is copied of a database that nothing was written to", async () => {
  const db = freshDb();
  await folder(db);
  expect(await due(db)).toBeNull();
  expect(await listSnapshots(db)).toEqual([]);
});

test("a copy stands for its moment: what is typed on afterwards is a new entry, and the log replays to the copy", async () => {
  const { db, clock } = await begun();
  const meeting = await db.meetings.toCollection().first();
  if (!meeting) throw new Error("no meeting");
  const note = await openNote(db, meeting);
  await saveNoteText(db, note, "Before", "act");
  const { name } = await takeSnapshot(db, "auto", about);
  const sealed = (await db.metaOf("sealed"))?.stamp;
  clock.now += 1_000;
  await saveNoteText(db, note, "Before and after", "act");
  const then = await replayLog(db, sealed);
  const { tables } = await readBackup(await openSnapshot(db, name));
  expect([...then.values()].find(({ table }) => table === "notes")?.row).toEqual(tables.notes[0]);
  expect(tables.notes[0]).toMatchObject({ text: "Before" });
});

test("a file that unpacks to rubbish has no counts and is refused as a backup", async () => {
  const { db, files } = await begun();
  const name = "2026-11-24T14-22-00-000Z.auto.json.gz";
  const file = await (await files.getFileHandle(name, { create: true })).createWritable();
  await new Blob(["rubbish".repeat(100)]).stream().pipeTo(file);
  expect(await readSnapshotCounts(db, name)).toBeNull();
  await expect(openSnapshot(db, name)).rejects.toThrow();
});

test("old copies go when a new one is taken", async () => {
  const { db, clock } = await begun();
  for (let index = 0; index < 5; index += 1) {
    await takeSnapshot(db, "auto", about);
    clock.now += 60_000;
  }
  expect(await listSnapshots(db)).toHaveLength(3);
});

test("at the start of the browser what is new is copied at once, and what is not new is not copied again", async () => {
  const { db, clock } = await begun();
  const atOnce = () => snapshotIfDue(db, () => Promise.resolve(about), { atOnce: true });
  expect(await due(db)).not.toBeNull();
  expect(await atOnce()).toBeNull();
  clock.now += 60_000;
  await startMentorship(db, { ...firstRun, partnerName: "Tom Adeyemi" });
  expect(await due(db)).toBeNull();
  expect(await atOnce()).not.toBeNull();
});

test("windows that clear old copies away at the same time do not stumble over each other", async () => {
  const { db, clock, files } = await begun();
  for (let day = 1; day < 60; day += 1) {
    const at = new Date(testNow - 400 * 24 * hour - day * hour).toISOString().replaceAll(/[:.]/gu, "-");
    const file = await (await files.getFileHandle(`${at}.auto.json.gz`, { create: true })).createWritable();
    await file.write("old");
    await file.close();
  }
  const take = () => {
    clock.now += 1_000;
    return takeSnapshot(db, "restore", about);
  };
  await Promise.all([take(), take(), take()]);
  expect((await listSnapshots(db)).filter(({ why }) => why === "restore")).toHaveLength(3);
});

test("what is written between the copy and a restore that replaces is in the copy", async () => {
  const { db, clock } = await begun();
  const backup = await readBackup(await openSnapshot(db, (await takeSnapshot(db, "auto", about)).name));
  const person = await db.people.toCollection().first();
  let copies = 0;
  const { copy } = await restoreAfterCopy(db, backup, "replace", async () => {
    clock.now += 1_000;
    const taken = await takeSnapshot(db, "restore", about);
    copies += 1;
    if (copies === 1) await renamePerson(db, person?.id ?? "", "Typed meanwhile");
    return taken;
  });
  expect(copies).toBe(2);
  const kept = await readBackup(await openSnapshot(db, copy.name));
  expect(JSON.stringify(kept.tables.people)).toContain("Typed meanwhile");
  expect(JSON.stringify(await db.people.toArray())).not.toContain("Typed meanwhile");
});
