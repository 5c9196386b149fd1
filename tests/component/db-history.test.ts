import { expect, test } from "vitest";
import { addCommitment, completeCommitment, editCommitment, removeCommitment } from "@/lib/db/commitments.ts";
import { editGoal, editMilestone } from "@/lib/db/goals.ts";
import { recentActs, recordHistory, restoreValues } from "@/lib/db/history.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { restoreBackup } from "@/lib/db/restore.ts";
import { backupTables } from "@/lib/db/backup.ts";
import { deleteForGood } from "@/lib/db/trash.ts";
import { undo } from "@/lib/db/undo.ts";
import { printBackup } from "@/lib/formats/backup.ts";
import { readBackup } from "@/lib/formats/read-backup.ts";
import { nextRedo, nextUndo } from "@/lib/db/undoable.ts";
import { historyOf, valuesAfter } from "@/lib/domain/history.ts";
import { historyFields, withCompanions } from "@/lib/domain/history-fields.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { anotherTab, firstRun, freshDb, testNow } from "./fresh-db.ts";

async function promise(clock = { now: testNow }) {
  const db = freshDb(clock);
  const { id } = await addCommitment(db, {
    mentorshipId: null,
    title: "Book a room",
    owner: "me",
    dueOn: "2026-12-01",
  });
  const step = async (run: () => Promise<string | null>): Promise<string> => {
    clock.now += 60_000;
    return (await run()) ?? "";
  };
  return { db, clock, id, step };
}

test("the history says what each act changed, from what to what, and why, the latest first", async () => {
  const db = freshDb();
  const { id: mentorshipId } = await startMentorship(db, firstRun);
  const [goal] = await db.goals.where({ mentorshipId }).toArray();
  const [milestone] = await db.milestones.where({ mentorshipId }).toArray();
  await editGoal(db, goal?.id ?? "", { title: "Listen first", reason: "They said so" });
  await editMilestone(db, milestone?.id ?? "", { dueOn: "2027-01-08", reason: "Leave in December" });
  const shown = (field: string): boolean => ["title", "dueOn", "status"].includes(field);
  const ofGoal = await recordHistory(db, "goals", goal?.id ?? "");
  expect(historyOf(ofGoal?.log ?? [], shown)).toMatchObject([
    {
      did: "editGoal",
      why: "They said so",
      fields: [{ field: "title", before: "Run good one-to-ones", after: "Listen first", current: true }],
    },
    { did: "startMentorship", created: true },
  ]);
  const ofMilestone = await recordHistory(db, "milestones", milestone?.id ?? "");
  expect(historyOf(ofMilestone?.log ?? [], shown)[0]).toMatchObject({
    did: "moveMilestone",
    why: "Leave in December",
    fields: [{ field: "dueOn", before: "2026-12-10", after: "2027-01-08" }],
  });
});

test("an earlier value is brought back with what goes with it, and that can be taken back", async () => {
  const { db, id, step } = await promise();
  await step(() => editCommitment(db, id, { title: "Book the hall" }));
  await step(() => completeCommitment(db, id));
  const log = (await recordHistory(db, "commitments", id))?.log ?? [];
  const [, renamed, made] = historyOf(log, (field) =>
    historyFields("commitments").some((each) => each === field),
  );
  const first = valuesAfter(log, made?.act ?? "", withCompanions("title"));
  await step(() => restoreValues(db, "commitments", id, first));
  expect(await db.commitments.get(id)).toMatchObject({ title: "Book a room", status: "done" });
  const open = valuesAfter(log, renamed?.act ?? "", withCompanions("status"));
  const act = await step(() => restoreValues(db, "commitments", id, open));
  expect(await db.commitments.get(id)).toMatchObject({ status: "open", doneAt: null });
  await undo(db, act);
  expect(await db.commitments.get(id)).toMatchObject({ status: "done", doneAt: testNow + 120_000 });
});

test("a value that no schema takes any more is refused, and one that stands already is no act", async () => {
  const { db, id } = await promise();
  await expect(restoreValues(db, "commitments", id, { status: "lost" })).rejects.toThrow(
    new UserError("valueNotValid"),
  );
  expect(await restoreValues(db, "commitments", id, { title: "Book a room", doneAt: null })).toBeNull();
});

test("the undo key walks back act by act, the redo key forward, and something new ends the way forward", async () => {
  const { db, id, step } = await promise();
  await step(() => editCommitment(db, id, { title: "B" }));
  await step(() => completeCommitment(db, id));
  const key = async (what: typeof nextUndo): Promise<string | null> => {
    const next = await what(db);
    if (next) await step(() => undo(db, next.act));
    return next?.did ?? null;
  };
  expect(await key(nextRedo)).toBeNull();
  expect(await key(nextUndo)).toBe("completeCommitment");
  expect(await key(nextUndo)).toBe("editCommitment");
  expect(await db.commitments.get(id)).toMatchObject({ title: "Book a room", status: "open" });
  expect(await key(nextRedo)).toBe("editCommitment");
  expect(await key(nextRedo)).toBe("completeCommitment");
  expect(await key(nextRedo)).toBeNull();
  expect(await db.commitments.get(id)).toMatchObject({ title: "B", status: "done" });
  expect(await key(nextUndo)).toBe("completeCommitment");
  await step(() => editCommitment(db, id, { title: "C" }));
  expect(await key(nextRedo)).toBeNull();
  expect(await key(nextUndo)).toBe("editCommitment");
  expect(await key(nextUndo)).toBe("editCommitment");
  expect(await key(nextUndo)).toBe("addCommitment");
  expect(await key(nextUndo)).toBeNull();
});

test("the undo key finds the last act of any window, and reaches no further back than a day", async () => {
  const { db, clock, id, step } = await promise();
  await step(() => editCommitment(db, id, { title: "B" }));
  db.close();
  const other = anotherTab(db.name, clock);
  expect(await nextUndo(other)).toMatchObject({ did: "editCommitment" });
  clock.now += 24 * 3_600_000 + 1;
  expect(await nextUndo(other)).toBeNull();
});

test("what another browser wrote is not for the undo key", async () => {
  const { db, id, step } = await promise();
  await step(() => editCommitment(db, id, { title: "B" }));
  const theirs = await db.changes.toCollection().last();
  if (!theirs) throw new Error("there is a last change");
  await db.changes.add({
    ...theirs,
    n: (theirs.n ?? 0) + 1,
    act: "theirs",
    stamp: [theirs.stamp[0], theirs.stamp[1] + 1, "another-writer"],
  });
  expect(await nextUndo(db)).toMatchObject({ act: theirs.act });
});

test("all changes are told by act, with what became of each record", async () => {
  const { db, id, step } = await promise();
  await step(() => completeCommitment(db, id));
  expect(await recentActs(db, 10)).toMatchObject({
    more: false,
    acts: [
      { did: "completeCommitment", records: [{ table: "commitments", id, row: { status: "done" } }] },
      { did: "addCommitment" },
    ],
  });
  expect(await recentActs(db, 1)).toMatchObject({ more: true, acts: [{ did: "completeCommitment" }] });
});

test("after an older backup was merged the undo key and the list of changes go by when things were done", async () => {
  const { db, clock, id, step } = await promise();
  const backup = await readBackup(
    await printBackup(await backupTables(db, []), { app: "1", createdAt: db.now() }),
  );
  await db.changes.clear();
  clock.now += 5 * 86_400_000;
  await step(() => editCommitment(db, id, { title: "B" }));
  await restoreBackup(db, backup, "merge");
  expect(await nextUndo(db)).toMatchObject({ did: "editCommitment" });
  expect((await recentActs(db, 5)).acts.map(({ did }) => did)).toEqual(["editCommitment", "addCommitment"]);
});

test("the undo key does not reach behind something that was deleted for good", async () => {
  const { db, id, step } = await promise();
  const other = await addCommitment(db, { mentorshipId: null, title: "Rest", owner: "me", dueOn: "" });
  await step(() => removeCommitment(db, other.id));
  await step(() => editCommitment(db, id, { title: "B" }));
  await deleteForGood(db, [{ table: "commitments", id: other.id }]);
  expect(await nextUndo(db)).toBeNull();
  await step(() => editCommitment(db, id, { title: "C" }));
  expect(await nextUndo(db)).toMatchObject({ did: "editCommitment" });
});

test("an undo is named after what it took back, and an act that was done again stands", async () => {
  const { db, id, step } = await promise();
  const edit = await step(() => editCommitment(db, id, { title: "B" }));
  const back = await step(() => undo(db, edit));
  await step(() => undo(db, back));
  const log = (await recordHistory(db, "commitments", id))?.log ?? [];
  const entries = historyOf(log, (field) => field === "title");
  expect(entries.map(({ did, tookBack, undone }) => [did, tookBack, undone])).toEqual([
    ["undo", { did: "editCommitment", redo: true }, false],
    ["undo", { did: "editCommitment", redo: false }, true],
    ["editCommitment", null, false],
    ["addCommitment", null, false],
  ]);
  const [redo] = (await recentActs(db, 10)).acts;
  expect(redo?.tookBack).toEqual({ did: "editCommitment", redo: true });
});
