import fc from "fast-check";
import { expect, test } from "vitest";
import type { MilepostDb } from "@/lib/db/database.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { undo } from "@/lib/db/undo.ts";
import { nextRedo, nextUndo } from "@/lib/db/undoable.ts";
import { inSight } from "./all-rows.ts";
import { firstRun, freshDb, testNow } from "./fresh-db.ts";
import { actAtRandom, type Chance, chance } from "./random-acts.ts";

/** Several acts a second, or one in ten minutes. */
const pause = fc.constantFrom(0, 1, 600_000);

/** Takes back all that can be taken back, as the undo key pressed until it has nothing left. */
async function undoAll(db: MilepostDb, back = nextUndo): Promise<number> {
  for (let count = 0; ; count += 1) {
    const next = await back(db);
    if (!next) return count;
    await undo(db, next.act);
  }
}

test("undo of any sequence of acts leads to the state before it, and redo to the state after", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(chance, pause), { minLength: 1, maxLength: 25 }), async (acts) => {
      const clock = { now: testNow };
      const db = freshDb(clock);
      const before = await inSight(db);
      await startMentorship(db, firstRun);
      for (const [given, ms] of acts) {
        clock.now += ms;
        await actAtRandom(db, given);
      }
      const after = await inSight(db);
      const undone = await undoAll(db);
      expect(await inSight(db)).toEqual(before);
      expect(await undoAll(db, nextRedo)).toBe(undone);
      expect(await inSight(db)).toEqual(after);
      db.close();
    }),
    { numRuns: 50 },
  );
}, 60_000);

type Step = Chance | "undo" | "redo";

test("acts, undo and redo in any order are all taken back by undo", async () => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 3, arbitrary: chance },
    { weight: 2, arbitrary: fc.constant("undo" as const) },
    { weight: 1, arbitrary: fc.constant("redo" as const) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, pause), { minLength: 4, maxLength: 40 }), async (steps) => {
      const clock = { now: testNow };
      const db = freshDb(clock);
      const before = await inSight(db);
      await startMentorship(db, firstRun);
      for (const [what, ms] of steps) {
        clock.now += ms;
        if (typeof what === "object") await actAtRandom(db, what);
        else {
          const next = await (what === "undo" ? nextUndo : nextRedo)(db);
          if (next) await undo(db, next.act);
        }
      }
      await undoAll(db);
      expect(await inSight(db)).toEqual(before);
      db.close();
    }),
    { numRuns: 50 },
  );
}, 60_000);
