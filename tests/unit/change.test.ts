import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyWrite, type Change, continueAct, type Patch } from "@/lib/domain/change.ts";
import type { Stamped } from "@/lib/domain/envelope.ts";
import { compareStamps } from "@/lib/domain/hlc.ts";
import { inverseOf } from "@/lib/domain/inverse.ts";

type Row = Stamped & Patch;

const id = "g1";
const context = { now: 1_000, writer: "w", author: "me", act: "a1", did: "editGoal", last: undefined };

function write(row: Row | undefined, patch: Patch, changed: Partial<typeof context> = {}) {
  const applied = applyWrite(row, { table: "goals", id, patch }, { ...context, ...changed });
  if (!applied) throw new Error("The write changed nothing.");
  return applied;
}

describe("a write", () => {
  test("makes a row that is private, dated and signed", () => {
    const { row, change } = write(undefined, { title: "Run" });
    expect(row).toEqual({
      id,
      title: "Run",
      space: "personal",
      visibility: "private",
      author: "me",
      createdAt: 1_000,
      _c: Object.fromEntries(
        ["space", "visibility", "author", "createdAt", "title"].map((field) => [field, [1_000, 0, "w"]]),
      ),
    });
    expect(change.base).toEqual({});
    expect(change.patch).toEqual({
      space: "personal",
      visibility: "private",
      author: "me",
      createdAt: 1_000,
      title: "Run",
    });
  });

  test("says only what it made different, and what it overwrote", () => {
    const { row } = write(undefined, { title: "Run", order: 1 });
    const { row: next, change } = write(row, { title: "Run far", order: 1 }, { now: 2_000 });
    expect(change.patch).toEqual({ title: "Run far" });
    expect(change.base).toEqual({ title: [1_000, 0, "w"] });
    expect(next._c).toEqual({ ...row._c, title: [2_000, 0, "w"] });
  });

  test.each<[what: string, patch: Patch]>([
    ["an equal value", { title: "Run" }],
    ["an equal list", { visits: [{ stage: "prepare" }] }],
    ["null where null is", { why: null }],
    ["null where nothing is", { dueOn: null }],
    ["undefined where nothing is", { dueOn: undefined }],
    ["nothing", {}],
    ["the id", { id: "other", _c: {} }],
  ])("of %s is no change", (_, patch) => {
    const { row } = write(undefined, { title: "Run", visits: [{ stage: "prepare" }], why: null });
    expect(applyWrite(row, { table: "goals", id, patch }, context)).toBeNull();
  });

  test("stores a field that is unset as null, so that it leaves a trace", () => {
    const { row } = write(undefined, { why: "Health" });
    const { row: next, change } = write(row, { why: undefined });
    expect(next["why"]).toBeNull();
    expect(change.patch).toEqual({ why: null });
  });

  test("comes after what it overwrites, even when the other clock is ahead", () => {
    const { row } = write(undefined, { title: "Run" }, { now: 9_000, writer: "z" });
    const { change } = write(row, { title: "Walk" }, { now: 1_000 });
    expect(compareStamps(change.stamp, [9_000, 0, "z"])).toBeGreaterThan(0);
  });

  test("keeps the reason and what it takes back", () => {
    const { change } = applyWrite(
      undefined,
      { table: "goals", id, patch: {} },
      { ...context, why: "The team moved", undoes: "a0" },
    ) ?? { change: undefined };
    expect(change).toMatchObject({
      why: "The team moved",
      undoes: "a0",
      did: "editGoal",
      act: "a1",
      at: 1_000,
    });
  });

  test("leaves the row it was given alone", () => {
    const { row } = write(undefined, { title: "Run" });
    const before = structuredClone(row);
    write(row, { title: "Walk" }, { now: 2_000 });
    expect(row).toEqual(before);
  });
});

describe("an act that goes on", () => {
  test("stays one entry with the latest values and what it overwrote first", () => {
    const old = write(undefined, { text: "a", title: "t" }, { act: "a0" });
    const first = write(old.row, { text: "ab" }, { now: 2_000 });
    const second = continueAct(
      { ...first.change, n: 7 },
      write(first.row, { text: "abc", title: "u" }, { now: 3_000 }),
    );
    expect(second.change).toMatchObject({ n: 7, patch: { text: "abc", title: "u" }, stamp: [3_000, 0, "w"] });
    expect(second.change.base).toEqual({ text: [1_000, 0, "w"], title: [1_000, 0, "w"] });
  });

  test("moves the stamps of all its fields on together", () => {
    const first = write(undefined, { text: "a", meetingId: "m" });
    const second = continueAct(first.change, write(first.row, { text: "ab" }, { now: 2_000 }));
    expect(replay([second.change])).toEqual(second.row);
    expect(second.change.base).toEqual({});
  });
});

describe("taking an act back", () => {
  test("of an act that is not in the log takes nothing back", () => {
    const { change } = write(undefined, { title: "Run" });
    expect(inverseOf([change], "unknown")).toEqual({ patch: {}, created: false, kept: [] });
  });

  test("says that the act made the row", () => {
    const { change } = write(undefined, { title: "Run" });
    expect(inverseOf([change], "a1").created).toBe(true);
  });

  test("gives a field the value it had before, or null if it was not there", () => {
    const made = write(undefined, { title: "Run" }, { act: "a0" });
    const { change } = write(made.row, { title: "Walk", why: "Knee" });
    expect(inverseOf([made.change, change], "a1")).toEqual({
      patch: { title: "Run", why: null },
      created: false,
      kept: [],
    });
  });

  test("keeps what was changed since", () => {
    const made = write(undefined, { title: "Run", order: 0 }, { act: "a0" });
    const mine = write(made.row, { title: "Walk", order: 1 });
    const later = write(mine.row, { title: "Swim" }, { act: "a2" });
    expect(inverseOf([made.change, mine.change, later.change], "a1")).toEqual({
      patch: { order: 0 },
      created: false,
      kept: ["title"],
    });
  });

  test("keeps what was changed since even where it was changed back to the same", () => {
    const made = write(undefined, { status: "open" }, { act: "a0" });
    const mine = write(made.row, { status: "reached" });
    const reopened = write(mine.row, { status: "open" }, { act: "a2" });
    const again = write(reopened.row, { status: "reached" }, { act: "a3" });
    const log = [made.change, mine.change, reopened.change, again.change];
    expect(inverseOf(log, "a1")).toMatchObject({ patch: {}, kept: ["status"] });
  });

  test("keeps what was undone since and then done again", () => {
    const made = write(undefined, { title: "Run" }, { act: "a0" });
    const mine = write(made.row, { title: "Walk" });
    const later = write(mine.row, { title: "Swim" }, { act: "a2" });
    const undone = write(later.row, { title: "Walk" }, { act: "a3" });
    const again = write(undone.row, { title: "Swim" }, { act: "a4" });
    const log = [
      made.change,
      mine.change,
      later.change,
      { ...undone.change, undoes: "a2" },
      { ...again.change, undoes: "a3" },
    ];
    expect(inverseOf(log, "a1")).toMatchObject({ patch: {}, kept: ["title"] });
    expect(inverseOf(log.slice(0, 4), "a1")).toMatchObject({ patch: { title: "Run" }, kept: [] });
  });

  test("is not held up by a later act that in the end changed nothing", () => {
    const made = write(undefined, { text: "a" }, { act: "a0" });
    const mine = write(made.row, { text: "ab" });
    const there = write(mine.row, { text: "abc" }, { act: "a2" });
    const back = write(there.row, { text: "ab" }, { act: "a2" });
    expect(inverseOf([made.change, mine.change, there.change, back.change], "a1")).toMatchObject({
      patch: { text: "a" },
      kept: [],
    });
  });
});

/** One act of up to three edits of a row, at any wall time and by either of two browsers. */
const edit = fc.record({
  patch: fc.dictionary(
    fc.constantFrom("title", "why", "order", "status"),
    fc.constantFrom(0, 1, "x", null, undefined),
    {
      maxKeys: 4,
    },
  ),
  now: fc.nat(50),
  writer: fc.constantFrom("w", "v"),
});
const acts = fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });

test("replaying the log gives the row, stamps included", () => {
  fc.assert(
    fc.property(acts, (story) => {
      const { row, log } = live(story);
      expect(replay(log)).toEqual(row);
    }),
  );
});

test("for each field the last entry of the log is also the one with the latest stamp", () => {
  fc.assert(
    fc.property(acts, (story) => {
      const { log } = live(story);
      expect(replay(log.toSorted((a, b) => compareStamps(a.stamp, b.stamp)))).toEqual(replay(log));
    }),
  );
});

test("undoing acts, the latest first, gives each earlier row, and undoing the undoing gives the later ones again", () => {
  fc.assert(
    fc.property(acts, fc.nat(), (story, depth) => {
      const { row, log, snapshots } = live(story);
      const steps = (depth % story.length) + 1;
      const history = { row, log: [...log] };
      const undoings: { act: string; before: Patch }[] = [];
      for (let k = story.length - 1; k >= story.length - steps && k > 0; k -= 1) {
        undoings.push({ act: `undo-${k}`, before: plain(history.row) });
        takeBack(history, `act-${k}`, `undo-${k}`);
        expect(plain(history.row)).toEqual(snapshots[k - 1]);
      }
      for (const { act, before } of undoings.toReversed()) {
        takeBack(history, act, `redo-${act}`);
        expect(plain(history.row)).toEqual(before);
      }
      expect(replay(history.log)).toEqual(history.row);
    }),
  );
});

/** Lives a story of acts on one row and keeps what the row was after each. */
function live(story: readonly (readonly { patch: Patch; now: number; writer: string }[])[]) {
  let row: Row | undefined;
  const log: Change[] = [];
  const snapshots: Patch[] = [];
  for (const [k, edits] of story.entries()) {
    for (const { patch, now, writer } of edits) {
      const applied = applyWrite(
        row,
        { table: "goals", id, patch },
        { ...context, act: `act-${k}`, now, writer },
      );
      if (!applied) continue;
      row = applied.row;
      log.push(applied.change);
    }
    snapshots.push(plain(row));
  }
  if (!row) throw new Error("A first write always makes a row.");
  return { row, log, snapshots };
}

function takeBack(history: { row: Row; log: Change[] }, act: string, by: string): void {
  const { patch, kept } = inverseOf(history.log, act);
  expect(kept).toEqual([]);
  const applied = applyWrite(
    history.row,
    { table: "goals", id, patch },
    { ...context, act: by, did: "undo", undoes: act },
  );
  if (!applied) return;
  history.row = applied.row;
  history.log.push(applied.change);
}

/** The row that a log tells of. */
function replay(log: readonly Change[]): Row {
  const row: Row = { id, _c: {} };
  for (const change of log) {
    for (const [field, value] of Object.entries(change.patch)) {
      row[field] = value;
      row._c = { ...row._c, [field]: change.stamp };
    }
  }
  return row;
}

/** Fields and values: a field that was taken back is null where it was absent before, which means the same. */
function plain(row: Row | undefined): Patch {
  return Object.fromEntries(
    Object.entries(row ?? {}).filter(([field, value]) => field !== "_c" && value !== null),
  );
}
