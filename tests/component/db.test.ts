import { expect, test } from "vitest";
import { dueNow } from "@/lib/db/commitment-rows.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { keepDraft } from "@/lib/db/drafts.ts";
import { addGoal, editGoal } from "@/lib/db/goals.ts";
import { ensureIdentity, mutate } from "@/lib/db/mutate.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { openNote, saveLastWords } from "@/lib/db/notes.ts";
import { undo } from "@/lib/db/undo.ts";
import type { Write } from "@/lib/domain/change.ts";
import { addDays, dayOf } from "@/lib/domain/civil-time.ts";
import { dueItems } from "@/lib/domain/due.ts";
import { compareStamps } from "@/lib/domain/hlc.ts";
import { schemaVersion } from "@/lib/domain/schema-version.ts";
import { recordSchemas } from "@/lib/domain/record-schemas.ts";
import { tableNames } from "@/lib/domain/records.ts";
import { UserError, userErrorIn } from "@/lib/domain/user-error.ts";
import { anotherTab, dump, firstRun, freshDb, replayed, testNow, testZone } from "./fresh-db.ts";

const goal = (id: string, patch: Record<string, unknown>): Write => ({ table: "goals", id, patch });

test("an edit writes its rows and their log entries under one act", async () => {
  const db = freshDb();
  const act = await mutate(db, { did: "addGoal", why: "Because" }, () => [
    goal("g1", { mentorshipId: "m", title: "Run" }),
    { table: "milestones", id: "s1", patch: { mentorshipId: "m", goalId: "g1", title: "5 km" } },
  ]);
  const { me } = await db.transaction("rw", db.meta, () => ensureIdentity(db));
  expect(await db.goals.get("g1")).toMatchObject({ title: "Run", author: me, createdAt: testNow });
  const log = await db.changes.toArray();
  expect(log.map(({ table, id, act: of, did, why }) => ({ table, id, of, did, why }))).toEqual([
    { table: "goals", id: "g1", of: act, did: "addGoal", why: "Because" },
    { table: "milestones", id: "s1", of: act, did: "addGoal", why: "Because" },
  ]);
  expect(await db.metaOf("clock")).toEqual({ key: "clock", last: log[1]?.stamp });
});

test("an edit that fails half way leaves nothing behind", async () => {
  const db = freshDb();
  await addGoal(db, "m", "Run");
  const before = await dump(db);
  const failing = mutate(db, { did: "addGoal", also: [db.drafts] }, async () => {
    await db.drafts.put({ id: "popup", kind: "win", text: "…", updatedAt: 1 });
    throw new UserError("emptyText");
  });
  await expect(failing).rejects.toBeInstanceOf(UserError);
  const unstorable = mutate(db, { did: "addGoal" }, () => [
    goal("g2", { mentorshipId: "m", title: "Walk" }),
    goal("g3", { mentorshipId: "m", title: () => "not data" }),
  ]);
  await expect(unstorable).rejects.toThrow();
  expect(await dump(db)).toEqual(before);
});

test("an edit that changes nothing is not logged", async () => {
  const db = freshDb();
  const { id } = await addGoal(db, "m", "Run");
  const before = await dump(db);
  expect(await editGoal(db, id, { title: "Run" })).toBeNull();
  expect(await mutate(db, { did: "editGoal" }, () => [])).toBeNull();
  expect(await dump(db)).toEqual(before);
});

test("two edits of one row in one act are one log entry", async () => {
  const db = freshDb();
  await mutate(db, { did: "editGoal" }, () => [
    goal("g1", { mentorshipId: "m", title: "Run", order: 1 }),
    goal("g1", { title: "Walk" }),
  ]);
  expect(await db.goals.get("g1")).toMatchObject({ title: "Walk", order: 1 });
  expect(await db.changes.count()).toBe(1);
  expect(await replayed(db, "goals", "g1")).toEqual(await db.goals.get("g1"));
});

test("the log replays to the rows, and the rows are well-formed", async () => {
  const db = freshDb();
  const { id, act } = await startMentorship(db, firstRun);
  const { id: goalId } = await addGoal(db, id, "Delegate");
  const edited = await editGoal(db, goalId, { why: "There is more than I can do alone" });
  await undo(db, edited ?? "");
  await undo(db, await undo(db, act ?? ""));
  for (const table of tableNames) {
    for (const row of await db.table<{ id: string }>(table).toArray()) {
      expect(await replayed(db, table, row.id), table).toEqual(row);
      expect(recordSchemas[table].safeParse(row), table).toMatchObject({ success: true });
    }
  }
});

test("two tabs that write the same row at once lose no field", async () => {
  const db = freshDb();
  const other = anotherTab(db.name);
  const { id } = await addGoal(db, "m", "Run");
  const edits = Array.from({ length: 20 }, (_, n) => n);
  await Promise.all([
    ...edits.map((n) => mutate(db, { did: "editGoal" }, () => [goal(id, { [`a${n}`]: n })])),
    ...edits.map((n) => mutate(other, { did: "editGoal" }, () => [goal(id, { [`b${n}`]: n })])),
  ]);
  const row = await db.goals.get(id);
  expect(row).toMatchObject(
    Object.fromEntries(
      edits.flatMap((n) => [
        [`a${n}`, n],
        [`b${n}`, n],
      ]),
    ),
  );
  expect(await replayed(db, "goals", id)).toEqual(row);
  const stamps = (await db.changes.toArray()).map((change) => change.stamp);
  expect(stamps.toSorted(compareStamps)).toEqual(stamps);
  expect(new Set(stamps.map(String)).size).toBe(41);
});

test("two tabs that open a fresh database at once have one identity", async () => {
  const db = freshDb();
  const other = anotherTab(db.name);
  await Promise.all([addGoal(db, "m", "Run"), addGoal(other, "m", "Walk")]);
  const authors = (await db.changes.toArray()).map((change) => change.author);
  expect(new Set(authors).size).toBe(1);
});

test("edits keep their order when the clock is put back", async () => {
  const clock = { now: testNow };
  const db = freshDb(clock);
  const { id } = await addGoal(db, "m", "Run");
  clock.now -= 3_600_000;
  await editGoal(db, id, { title: "Walk" });
  const [first, second] = await db.changes.toArray();
  expect(compareStamps(second?.stamp ?? [0, 0, ""], first?.stamp ?? [0, 0, ""])).toBeGreaterThan(0);
});

test("a database of a newer version is refused, and left as it is", async () => {
  const db = freshDb();
  await addGoal(db, "m", "Run");
  await db.meta.put({ key: "schema", version: schemaVersion + 1 });
  const before = await dump(db);
  const older = anotherTab(db.name);
  await expect(older.open()).rejects.toThrow(new UserError("newerDatabase"));
  const failures = await Promise.allSettled([older.goals.toArray(), addGoal(older, "m", "Walk")]);
  for (const failure of failures) {
    expect(userErrorIn(failure.status === "rejected" && failure.reason)?.code).toBe("newerDatabase");
  }
  expect(await dump(db)).toEqual(before);
});

test("a connection that is opened again over newer data is refused as well", async () => {
  const db = freshDb();
  await addGoal(db, "m", "Run");
  const tab = anotherTab(db.name);
  expect(await tab.goals.count()).toBe(1);
  tab.close({ disableAutoOpen: false });
  await db.meta.put({ key: "schema", version: schemaVersion + 1 });
  const before = await dump(db);
  await expect(addGoal(tab, "m", "Walk")).rejects.toThrow();
  expect(await dump(db)).toEqual(before);
});

test("what is typed while a newer database is being opened is not written to it", async () => {
  const db = freshDb();
  const meeting = { id: "m1", mentorshipId: "s1" };
  await addGoal(db, "m", "Run");
  const note = await openNote(db, meeting);
  await db.meta.put({ key: "schema", version: schemaVersion + 1 });
  const before = await dump(db);
  const older = anotherTab(db.name);
  const opening = older.open().catch((error: unknown) => error);
  let tries = 0;
  // Native writes, at each moment that the opening takes: they ask nobody.
  while (!older.hasFailed()) {
    tries += 1;
    keepDraft(older, { id: "popup", kind: "thought", text: "Typed early" });
    expect(saveLastWords(older, note, `Last words ${tries}`, "act")).toBe(false);
    await new Promise((resolve) => setTimeout(resolve));
  }
  expect(userErrorIn(await opening)?.code).toBe("newerDatabase");
  expect(tries).toBeGreaterThan(1);
  expect(await dump(db)).toEqual(before);
});

test("before an older database is raised it is copied, once, and as it was", async () => {
  const db = freshDb();
  await addGoal(db, "m", "Run");
  await db.meta.put({ key: "schema", version: schemaVersion - 1 });
  const copies: unknown[] = [];
  const beforeUpgrade = async (old: MilepostDb): Promise<void> => {
    // Whoever copies takes time, and what is not of the database in between.
    await new Promise((resolve) => setTimeout(resolve, 20));
    copies.push([await old.metaOf("schema"), await old.goals.count()]);
  };
  const tabs = [1, 2, 3].map(() => anotherTab(db.name, undefined, { beforeUpgrade }));
  await Promise.all(tabs.map((tab) => tab.open()));
  expect(copies).toEqual([[{ key: "schema", version: schemaVersion - 1 }, 1]]);
  expect(await tabs[0]?.metaOf("schema")).toEqual({ key: "schema", version: schemaVersion });
});

test("if the copy cannot be taken, an older database stays as it is, and can be raised later", async () => {
  const db = freshDb();
  await addGoal(db, "m", "Run");
  await db.meta.put({ key: "schema", version: schemaVersion - 1 });
  const before = await dump(db);
  let full = true;
  const beforeUpgrade = (): Promise<void> =>
    full ? Promise.reject(new DOMException("full", "QuotaExceededError")) : Promise.resolve();
  const tab = anotherTab(db.name, undefined, { beforeUpgrade });
  const error: unknown = await tab.open().catch((each: unknown) => each);
  expect(userErrorIn(error)?.code).toBe("notUpgraded");
  expect(await dump(db)).toEqual(before);
  full = false;
  await tab.open();
  expect(await tab.metaOf("schema")).toEqual({ key: "schema", version: schemaVersion });
});

test("a database of an older version is raised to this one", async () => {
  const db = freshDb();
  await addGoal(db, "m", "Run");
  await db.meta.put({ key: "schema", version: schemaVersion - 1 });
  const later = anotherTab(db.name);
  await later.open();
  expect(await later.metaOf("schema")).toEqual({ key: "schema", version: schemaVersion });
});

test("what is due is found by index among 10,000 promises and 10,000 milestones", async () => {
  const db = freshDb();
  const today = dayOf(testNow, testZone);
  const rows = Array.from({ length: 10_000 }, (_, n) => ({
    id: `r${String(n).padStart(5, "0")}`,
    author: "me",
    space: "personal",
    visibility: "private" as const,
    createdAt: testNow,
    mentorshipId: "m",
    title: `Row ${n}`,
    dueOn: n % 7 === 0 ? null : addDays(today, (n % 61) - 30),
    owner: (["me", "them", "both"] as const)[n % 3] ?? "me",
    snoozedUntilAt: n % 11 === 0 ? testNow + (n % 2 === 0 ? 1 : -1) : null,
    deletedAt: n % 13 === 0 ? testNow : null,
  }));
  const commitments = rows.map((row, n) => ({
    ...row,
    must: true,
    status: (["proposed", "open", "done", "open"] as const)[n % 4] ?? "open",
  }));
  const milestones = rows.map((row, n) => ({
    ...row,
    goalId: "g",
    phase: "practice" as const,
    order: n,
    status: (["open", "reached", "dropped"] as const)[n % 5] ?? "open",
  }));
  await db.commitments.bulkAdd(commitments);
  await db.milestones.bulkAdd(milestones);
  const found = await dueNow(db, testZone);
  expect(found.length).toBeGreaterThan(1_000);
  expect(found).toEqual(dueItems(commitments, milestones, today, testNow));
});
