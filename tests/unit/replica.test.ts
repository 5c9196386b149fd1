import { beforeEach, describe, expect, test } from "vitest";
import { agree, editAgreement, proposeAgreement } from "@/lib/db/agreements.ts";
import { editGoal, removeGoal } from "@/lib/db/goals.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { mutate } from "@/lib/db/mutate.ts";
import { openNote, saveNoteText } from "@/lib/db/notes.ts";
import { undo } from "@/lib/db/undo.ts";
import { setOwnName } from "@/lib/db/people.ts";
import { addSample, ownId, removeSample } from "@/lib/db/sample.ts";
import { deleteForGood, restoreFromTrash } from "@/lib/db/trash.ts";
import { sampleWrites } from "@/lib/content/sample.ts";
import { personalSpace } from "@/lib/domain/space.ts";
import { dropOldConflicts } from "@/lib/spaces/keep-conflicts.ts";
import { dexieReplica } from "@/lib/spaces/replica.ts";
import { countUnsent } from "@/lib/spaces/unsent.ts";
import { bringBack, openConflicts, putAway, undoDeleted, useOther } from "@/lib/spaces/shown.ts";
import type { Op } from "@/lib/sync/op.ts";
import { firstRun } from "@/tests/component/fresh-db.ts";
import { seededChance } from "@/tests/harness/random.ts";
import { memoryStore, type MemoryStore } from "@/tests/sync/memory-store.ts";
import { inTurn, type RealBrowser, realBrowser } from "@/tests/sync/two-databases.ts";

let store: MemoryStore;
let one: RealBrowser;
let other: RealBrowser;

beforeEach(async () => {
  store = memoryStore();
  one = await realBrowser(store);
  other = await realBrowser(store);
  await startMentorship(one.db, firstRun);
  await inTurn([one, other]);
});

/** How many edits wait to be sent. */
async function unsent({ db }: RealBrowser): Promise<number> {
  const row = await db.spaces.get(personalSpace);
  if (!row) throw new Error("There is no space.");
  return countUnsent(db, row);
}

/** What a person reads, in both alike: without ids of their own. */
async function goals(browser: RealBrowser): Promise<string[]> {
  return (await browser.db.goals.filter(({ deletedAt }) => !deletedAt).toArray()).map(({ title }) => title);
}

async function goal(browser: RealBrowser) {
  const [found] = await browser.db.goals.toArray();
  if (!found) throw new Error("There is no goal.");
  return found;
}

/** One title, changed in both without knowing of each other; both have both by then. @returns whose title it is */
async function apart(): Promise<string> {
  const { id } = await goal(one);
  other.clock.now += 1000;
  await editGoal(one.db, id, { title: "Earlier" });
  await editGoal(other.db, id, { title: "Later" });
  await inTurn([one, other]);
  return id;
}

async function meeting(browser: RealBrowser) {
  const [found] = await browser.db.meetings.toArray();
  if (!found) throw new Error("There is no meeting.");
  return found;
}

describe("what is here from before is sent", () => {
  test("rows and history, each browser's own user in the place of the other's", async () => {
    expect(await goals(other)).toEqual(await goals(one));
    expect(await other.db.changes.count()).toBe(await one.db.changes.count());
    const me = (await other.db.metaOf("identity"))?.me;
    const [mentorship] = await other.db.mentorships.toArray();
    expect(mentorship?.meId).toBe(me);
    expect((await goal(other)).author).toBe(me);
    expect(await unsent(one)).toBe(0);
    expect(await unsent(other)).toBe(0);
    const dids = async ({ db }: RealBrowser) =>
      (await db.changes.toArray()).map(({ did, at }) => `${did} ${at}`).toSorted();
    expect(await dids(other)).toEqual(await dids(one));
  });

  test("what came in is not sent again", async () => {
    const before = store.files.size;
    await inTurn([one, other]);
    expect(store.files.size).toBe(before);
  });
});

describe("edits of one moment", () => {
  test("two fields of one record both stay", async () => {
    const { id } = await goal(one);
    await editGoal(one.db, id, { title: "Title of one" });
    await editGoal(other.db, id, { why: "Reason of the other" });
    await inTurn([one, other]);
    for (const browser of [one, other])
      expect(await goal(browser)).toMatchObject({ title: "Title of one", why: "Reason of the other" });
    expect(await one.db.conflicts.count()).toBe(0);
  });

  test("one field: the later stays, and the other is kept, in both browsers alike", async () => {
    const id = await apart();
    for (const { db } of [one, other]) {
      expect(await db.goals.get(id)).toMatchObject({ title: "Later" });
      const [conflict, ...more] = await db.conflicts.toArray();
      expect(conflict).toMatchObject({ table: "goals", id, field: "title", kept: "Later", lost: "Earlier" });
      expect(more).toEqual([]);
    }
  });

  test("the other value can be taken, and then there is none to list any more anywhere", async () => {
    await apart();
    const [conflict] = await one.db.conflicts.toArray();
    await useOther(one, conflict?.i ?? 0);
    await inTurn([one, other]);
    expect(await goals(other)).toEqual(["Earlier"]);
    expect(await other.db.conflicts.count()).toBe(0);
  });

  test("where the other value was taken and that is undone, it is shown again everywhere; done again, it is not", async () => {
    const id = await apart();
    const open = async () => {
      await inTurn([one, other]);
      return Promise.all(
        [one, other].map(async ({ db }) => (await openConflicts(db)).map(({ lost }) => lost)),
      );
    };
    const [conflict] = await one.db.conflicts.toArray();
    const act = (await useOther(one, conflict?.i ?? 0)) ?? "";
    expect(await open()).toEqual([[], []]);
    const undone = await undo(one.db, act);
    expect(await open()).toEqual([["Earlier"], ["Earlier"]]);
    await undo(one.db, undone);
    expect(await open()).toEqual([[], []]);
    await editGoal(other.db, id, { title: "What it came to" });
    expect(await open()).toEqual([[], []]);
  });

  test("one that was put away elsewhere is no news to a browser that comes later", async () => {
    await apart();
    const [shown] = await openConflicts(one.db);
    await putAway(one.db, shown?.i ?? 0);
    await one.sync();
    const third = await realBrowser(store);
    await third.sync();
    expect(await third.db.conflicts.count()).toBe(1);
    expect(await openConflicts(third.db)).toEqual([]);
    expect(
      await third.db.syncEvents
        .where("at")
        .above(0)
        .filter(({ kind }) => kind === "conflicts")
        .count(),
    ).toBe(0);
  });

  test("one that was put away is shown in no browser, and can be brought back", async () => {
    await apart();
    const [shown] = await openConflicts(one.db);
    await putAway(one.db, shown?.i ?? 0);
    expect(await openConflicts(one.db)).toEqual([]);
    expect(await openConflicts(other.db)).toHaveLength(1);
    await inTurn([one, other]);
    expect(await openConflicts(other.db)).toEqual([]);
    await bringBack(one.db, shown?.i ?? 0);
    expect(await openConflicts(one.db)).toEqual([shown]);
    await inTurn([one, other]);
    expect(await openConflicts(other.db)).toHaveLength(1);
  });

  test("one of what bears the user's own id, which is another in each browser, is put away in all", async () => {
    await setOwnName(one.db, "Earlier");
    other.clock.now += 1000;
    await setOwnName(other.db, "Later");
    await inTurn([one, other]);
    const [shown] = await openConflicts(other.db);
    expect(shown).toMatchObject({ table: "people", kept: "Later", lost: "Earlier" });
    await putAway(other.db, shown?.i ?? 0);
    await inTurn([one, other]);
    for (const { db } of [one, other]) expect(await openConflicts(db)).toEqual([]);
  });

  test("what was said of conflicts goes with them", async () => {
    await apart();
    const [shown] = await openConflicts(one.db);
    await putAway(one.db, shown?.i ?? 0);
    const said = () => one.db.foreign.where("table").equals("conflicts").count();
    await dropOldConflicts(one.db);
    expect(await said()).toBe(1);
    one.clock.now += 91 * 86_400_000;
    await dropOldConflicts(one.db);
    expect(await said()).toBe(0);
    expect(await one.db.conflicts.count()).toBe(0);
  });

  test("what was made of the kept value since is told with it", async () => {
    const id = await apart();
    await editGoal(one.db, id, { title: "Latest" });
    expect(await openConflicts(one.db)).toMatchObject([
      { kept: "Later", current: "Latest", lost: "Earlier" },
    ]);
  });

  test("an edit that had seen the other is no conflict", async () => {
    const { id } = await goal(one);
    await editGoal(one.db, id, { title: "First" });
    await inTurn([one, other]);
    await editGoal(other.db, id, { title: "Second" });
    await inTurn([one, other]);
    expect(await goals(one)).toEqual(["Second"]);
    expect(await one.db.conflicts.count()).toBe(0);
  });
});

describe("notes", () => {
  async function write(browser: RealBrowser, change: (text: string) => string): Promise<void> {
    const note = await openNote(browser.db, await meeting(browser));
    await saveNoteText(browser.db, note, change(note.row?.text ?? ""), browser.db.newId());
  }
  const texts = async ({ db }: RealBrowser) => (await db.notes.toArray()).map(({ text }) => text);

  test("written in two browsers at once are put together, and nobody's words are lost", async () => {
    await write(one, () => "Agenda\n\nEnd");
    await inTurn([one, other]);
    await write(one, (text) => text.replace("Agenda", "Agenda of today"));
    await write(other, (text) => `${text} at five`);
    await inTurn([one, other]);
    expect(await texts(one)).toEqual(["Agenda of today\n\nEnd at five"]);
    expect(await texts(other)).toEqual(await texts(one));
    expect(await one.db.conflicts.count()).toBe(0);
  });

  test("begun in both at once hold both beginnings, once each, also after more writing", async () => {
    await write(one, () => "Words of the first browser.");
    await write(other, () => "Words of the second browser.");
    await inTurn([one, other]);
    await write(one, (text) => `${text} More.`);
    await inTurn([one, other]);
    const [text = ""] = await texts(other);
    expect(await texts(one)).toEqual([text]);
    for (const words of ["the first browser", "the second browser", "More."])
      expect(text.split(words)).toHaveLength(2);
  });

  test(
    "by three browsers in any order: all end with one text, and each word is in it once",
    { timeout: 60_000 },
    async () => {
      for (let seed = 1; seed <= 20; seed += 1) {
        const chance = seededChance(seed);
        const shared = memoryStore();
        const three = [await realBrowser(shared), await realBrowser(shared), await realBrowser(shared)];
        const [first] = three;
        if (!first) throw new Error("There are three.");
        await startMentorship(first.db, firstRun);
        await inTurn(three);
        const words: string[] = [];
        for (let step = 0; step < 25; step += 1) {
          const browser = chance.pick(three);
          browser.clock.now += chance.nat(5000);
          if (chance.oneIn(3)) {
            await browser.sync();
            continue;
          }
          const word = `word${seed}x${step}ofitsown`;
          words.push(word);
          await write(browser, (text) => {
            const lines = text === "" ? [] : text.split("\n");
            lines.splice(chance.nat(lines.length + 1), 0, word);
            return lines.join("\n");
          });
        }
        await inTurn(three);
        // What each put together for itself goes round once more.
        await inTurn(three);
        const all = await Promise.all(three.map((each) => texts(each)));
        expect(all, `seed ${seed}`).toEqual([all[0], all[0], all[0]]);
        const [text = ""] = all[0] ?? [];
        expect(
          words
            .map((word) => [word, text.split(word).length - 1] as const)
            .filter(([, times]) => times !== 1),
          `seed ${seed}`,
        ).toEqual([]);
        expect(await first.db.conflicts.count()).toBe(0);
      }
    },
  );

  test("what is typed after it was sent is an entry of its own", async () => {
    const note = await openNote(one.db, await meeting(one));
    const act = one.db.newId();
    await saveNoteText(one.db, note, "One", act);
    await saveNoteText(one.db, note, "One two", act);
    await one.sync();
    await saveNoteText(one.db, note, "One two three", act);
    expect(await one.db.changes.where("act").equals(act).count()).toBe(2);
    await inTurn([one, other]);
    expect(await texts(other)).toEqual(["One two three"]);
  });
});

describe("deleting", () => {
  test("many records at once: into the trash, with a word that takes them back", async () => {
    const { mentorshipId } = await goal(one);
    for (let count = 0; count < 25; count += 1)
      await mutate(one.db, { did: "addGoal" }, () => [
        {
          table: "goals",
          id: `goal-${count}`,
          patch: { mentorshipId, title: `Goal ${count}`, status: "open" },
        },
      ]);
    await inTurn([one, other]);
    for (let count = 0; count < 25; count += 1) await removeGoal(one.db, `goal-${count}`);
    await inTurn([one, other]);
    const status = (await other.db.spaces.get(personalSpace))?.status;
    const notice = status?.notices.find(({ kind }) => kind === "deleted");
    expect(notice).toMatchObject({ count: 25 });
    await undoDeleted(other, notice?.id ?? "");
    await inTurn([one, other]);
    expect(await goals(one)).toHaveLength(26);
  });

  test("for good: the other browser has no trace of it either, and it does not come back", async () => {
    const { id } = await goal(one);
    await removeGoal(one.db, id);
    await inTurn([one, other]);
    await deleteForGood(one.db, [{ table: "goals", id }]);
    await inTurn([one, other]);
    expect(await other.db.goals.get(id)).toBeUndefined();
    expect(await other.db.changes.where("[table+id]").equals(["goals", id]).count()).toBe(0);
    const late = await realBrowser(store);
    await inTurn([late, one]);
    expect(await late.db.goals.get(id)).toBeUndefined();
  });

  test("for good, while it was taken out of the trash elsewhere: it stays, and comes back", async () => {
    const { id } = await goal(one);
    await removeGoal(one.db, id);
    await inTurn([one, other]);
    await restoreFromTrash(other.db, "goals", id);
    await deleteForGood(one.db, [{ table: "goals", id }]);
    await inTurn([one, other]);
    expect(await goals(other)).toHaveLength(1);
    expect(await goals(one)).toEqual(await goals(other));
  });
});

test("a version of an agreement stands as it was agreed on, whatever came too late", async () => {
  const { mentorshipId } = await goal(one);
  await proposeAgreement(one.db, mentorshipId, {});
  await inTurn([one, other]);
  const [draft] = await one.db.agreements.toArray();
  const id = draft?.id ?? "";
  await agree(one.db, id, { myName: "A", theirName: "B", mineOn: "2026-01-01", theirsOn: "2026-01-01" });
  other.clock.now += 60_000;
  await editAgreement(other.db, id, { reason: "Too late" });
  await inTurn([one, other]);
  for (const { db } of [one, other]) {
    const row = await db.agreements.get(id);
    expect(row?.status).toBe("agreed");
    expect(row?.reason ?? null).toBe(draft?.reason ?? null);
  }
});

test("the sample stays in its browser, with what was added to it", async () => {
  const me = await ownId(one.db);
  await addSample(one.db, sampleWrites({ now: one.clock.now, timeZone: "UTC", me }));
  expect(await unsent(one)).toBe(0);
  await inTurn([one, other]);
  expect(await other.db.mentorships.count()).toBe(1);
  await removeSample(one.db);
  await inTurn([one, other]);
  expect(await one.db.mentorships.count()).toBe(1);
  expect(await goals(other)).toEqual(await goals(one));
});

describe("what a later version wrote", () => {
  const stamp = (counter: number): Op["stamp"] => [1_800_000_000_000, counter, "later"];
  const late = (op: Omit<Op, "base" | "stamp">, counter: number): Op => ({
    ...op,
    stamp: stamp(counter),
    base: {},
  });

  test("tables and fields that are not known are kept and passed on; a row that no schema accepts is kept aside", async () => {
    const { id } = await goal(one);
    const replica = dexieReplica(one.db, personalSpace);
    const state = await replica.readState();
    if (!state) throw new Error("It was synced before.");
    await replica.commit({
      state,
      ops: [
        late({ table: "dreams", id: "d1", patch: { title: "A table to come" } }, 1),
        late({ table: "goals", id, patch: { colour: "red" } }, 2),
        late({ table: "goals", id: "half", patch: { title: "Without its beginning" } }, 3),
      ],
    });
    expect(await goal(one)).toMatchObject({ colour: "red" });
    expect(await one.db.goals.get("half")).toBeUndefined();
    const { ops } = await replica.everything(state.sent);
    expect(ops.some((op) => op.table === "dreams" && op.patch["title"] === "A table to come")).toBe(true);
    expect(ops.some((op) => op.table === "goals" && op.patch["colour"] === "red")).toBe(true);
    expect(ops.some((op) => op.id === "half")).toBe(true);
    const { createdAt, mentorshipId, status, space, visibility } = await goal(one);
    const birth = { author: "me", createdAt, mentorshipId, status, space, visibility };
    await replica.commit({ state, ops: [late({ table: "goals", id: "half", patch: birth }, 4)] });
    expect(await one.db.goals.get("half")).toMatchObject({ title: "Without its beginning" });
    expect(await one.db.foreign.get("goals/half")).toBeUndefined();
  });
});
