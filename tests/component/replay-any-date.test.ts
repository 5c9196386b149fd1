import fc from "fast-check";
import { expect, test } from "vitest";
import type { MilepostDb } from "@/lib/db/database.ts";
import { lastStamp, replayLog } from "@/lib/db/log.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { openNote, saveLastWords, saveNoteText } from "@/lib/db/notes.ts";
import { undo } from "@/lib/db/undo.ts";
import { nextUndo } from "@/lib/db/undoable.ts";
import type { Stamp } from "@/lib/domain/hlc.ts";
import { endOfMoment } from "@/lib/domain/replay.ts";
import { copyOfRows } from "./all-rows.ts";
import { firstRun, freshDb, testNow } from "./fresh-db.ts";
import { actAtRandom, anyOf, type Chance, chance } from "./random-acts.ts";

type Step = { does: "act" | "write"; given: Chance } | { does: "undo" | "copy" };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("act" as const), given: chance }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant("write" as const), given: chance }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("undo" as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("copy" as const) }) },
);

/** A copy of all rows, with the moment and the last stamp before it. */
interface Copy {
  at: number;
  last: Stamp;
  rows: Record<string, unknown>;
}

/** As a snapshot does: what goes on after it becomes a new entry of the log. */
async function copy(db: MilepostDb): Promise<Copy> {
  return db.transaction("rw", db.tables, async () => {
    const last = (await lastStamp(db)) ?? [0, 0, ""];
    await db.meta.put({ key: "sealed", stamp: last });
    return { at: db.now(), last, rows: await copyOfRows(db) };
  });
}

/**
 * Types in the note of some meeting, and may close the window at that; the saves of one stretch are one entry of the
 * history.
 */
async function writeAtRandom(db: MilepostDb, { row, words, other, flag }: Chance): Promise<void> {
  const id = await anyOf(db, "meetings", row);
  const meeting = id === undefined ? undefined : await db.meetings.get(id);
  if (!meeting) return;
  const note = await openNote(db, meeting);
  const text = `${note.row?.text ?? ""}${words}`;
  if (flag) await saveNoteText(db, note, text, `stretch-${other % 3}`);
  else saveLastWords(db, note, text, `stretch-${other % 3}`);
}

async function live(db: MilepostDb, what: Step): Promise<Copy | undefined> {
  if (what.does === "copy") return copy(db);
  if (what.does === "act") await actAtRandom(db, what.given);
  else if (what.does === "write") await writeAtRandom(db, what.given);
  else {
    const next = await nextUndo(db);
    if (next) await undo(db, next.act);
  }
  return undefined;
}

async function rowsAt(db: MilepostDb, until?: Stamp): Promise<Record<string, unknown>> {
  const rows = await replayLog(db, until);
  return Object.fromEntries([...rows].map(([key, { row }]) => [key, row]));
}

test.each([
  [
    "to any date gives the rows of that date",
    fc.constantFrom(1, 400, 60_000),
    (at: Copy) => endOfMoment(at.at),
  ],
  [
    "with a clock that is set back in between gives the rows of each copy, by its stamp",
    fc.constantFrom(0, 1, 60_000, -30_000, -7_200_000),
    (at: Copy) => at.last,
  ],
])(
  "replaying the log %s",
  async (_, pause, until) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(step, pause), { minLength: 5, maxLength: 30 }), async (steps) => {
        const clock = { now: testNow };
        const db = freshDb(clock);
        await startMentorship(db, firstRun);
        const copies: Copy[] = [];
        for (const [what, ms] of steps) {
          clock.now += ms;
          const taken = await live(db, what);
          if (taken) copies.push(taken);
        }
        for (const each of copies) expect(await rowsAt(db, until(each))).toEqual(each.rows);
        expect(await rowsAt(db)).toEqual(await copyOfRows(db));
        db.close();
      }),
      { numRuns: 50 },
    );
  },
  60_000,
);
