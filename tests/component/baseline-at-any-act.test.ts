import fc from "fast-check";
import { expect, test } from "vitest";
import { agree, agreementsOf, proposeAgreement } from "@/lib/db/agreements.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { lastStamp } from "@/lib/db/log.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { roadmapAt, roadmapLog, roadmapNow } from "@/lib/db/roadmap-at.ts";
import { undo } from "@/lib/db/undo.ts";
import { nextUndo } from "@/lib/db/undoable.ts";
import { type Baseline, baselineText } from "@/lib/domain/baseline.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Stamp } from "@/lib/domain/hlc.ts";
import { endOfMoment } from "@/lib/domain/replay.ts";
import { thenAndNow } from "@/lib/domain/then-and-now.ts";
import { firstRun, freshDb, testNow, testZone } from "./fresh-db.ts";
import { actAtRandom, type Chance, chance } from "./random-acts.ts";

type Step = { does: "act"; given: Chance } | { does: "undo" | "agree" | "look" };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant("act" as const), given: chance }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("undo" as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("agree" as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("look" as const) }) },
);

async function agreeNow(db: MilepostDb, mentorshipId: Id): Promise<void> {
  const { id } = await proposeAgreement(db, mentorshipId, { cadence: { every: 2, unit: "week" } });
  await agree(db, id, { myName: "A", theirName: "B", mineOn: "2026-11-24", theirsOn: "2026-11-24" });
}

/** Everything that a look takes in, by goal and milestone: whoever is in it once, and never in two ways. */
function expectTold(then: Baseline, now: Baseline): void {
  const told = thenAndNow(then, now, testZone).flatMap((goal) => goal.milestones.map((row) => row.id));
  expect(new Set(told).size).toBe(told.length);
  expect(thenAndNow(now, now, testZone).every((goal) => goal.fate === "kept" && goal.movedDays === 0)).toBe(
    true,
  );
}

test.each<[how: string, pause: fc.Arbitrary<number>, moment: (db: MilepostDb) => Promise<Stamp>]>([
  [
    "by the hour",
    fc.constantFrom(1, 400, 60_000, 86_400_000),
    (db) => Promise.resolve(endOfMoment(db.now())),
  ],
  [
    "by its stamp, with a clock that is set back in between",
    fc.constantFrom(0, 1, 60_000, -30_000, -7_200_000),
    async (db) => (await lastStamp(db)) ?? [0, 0, ""],
  ],
])(
  "whatever is done before and after, the log tells the roadmap of each agreement as it was kept, and of each moment %s",
  async (_, pause, moment) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(step, pause), { minLength: 5, maxLength: 25 }), async (steps) => {
        const clock = { now: testNow };
        const db = freshDb(clock);
        const { id: mentorshipId } = await startMentorship(db, firstRun);
        const looks: { at: Stamp; roadmap: Baseline }[] = [];
        for (const [what, ms] of steps) {
          clock.now += ms;
          if (what.does === "act") await actAtRandom(db, what.given);
          else if (what.does === "agree") await agreeNow(db, mentorshipId);
          else if (what.does === "look") {
            looks.push({ at: await moment(db), roadmap: await roadmapNow(db, mentorshipId) });
          } else {
            const next = await nextUndo(db);
            if (next) await undo(db, next.act);
          }
        }
        const log = await roadmapLog(db);
        for (const { baseline, _c } of await agreementsOf(db, mentorshipId)) {
          if (!baseline) continue;
          const told = roadmapAt(log, mentorshipId, _c?.["agreedAt"] as Stamp);
          expect(baselineText(told)).toBe(baseline);
        }
        const now = await roadmapNow(db, mentorshipId);
        for (const { at, roadmap } of looks) {
          expect(roadmapAt(log, mentorshipId, at)).toEqual(roadmap);
          expectTold(roadmap, now);
        }
        db.close();
      }),
      { numRuns: 20 },
    );
  },
  60_000,
);
