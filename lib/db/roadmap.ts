import type { Agreement } from "@/lib/domain/agreement.ts";
import { addDays } from "@/lib/domain/civil-time.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import type { Phase } from "@/lib/domain/vocabulary.ts";
import type { MilepostDb } from "./database.ts";
import { milestoneWrites } from "./goals.ts";
import { reasonFrom } from "./input.ts";
import { logOf } from "./log.ts";
import { mutate } from "./mutate.ts";

/** Moves a milestone to another day; `reason` goes into the history. */
export function moveMilestone(
  db: MilepostDb,
  id: Id,
  move: { on: string; reason?: string },
): Promise<Id | null> {
  return mutate(db, { did: "moveMilestone", ...reasonFrom(move.reason) }, () =>
    milestoneWrites(db, id, { dueOn: move.on }),
  );
}

/** Moves a milestone to another phase, and takes down the day of that. */
export function moveToPhase(db: MilepostDb, id: Id, phase: Phase, on: Day): Promise<Id | null> {
  return mutate(db, { did: "editMilestone" }, async () => {
    if ((await db.milestones.get(id))?.phase === phase) return [];
    return [
      ...(await milestoneWrites(db, id, { phase })),
      { table: "milestones", id, patch: { phaseOn: on } },
    ];
  });
}

/** The dates that a milestone had before, the first one first. A move that was taken back is none. */
export async function earlierDates(db: MilepostDb, id: Id): Promise<Day[]> {
  const log = await logOf(db, "milestones", id);
  const takenBack = new Set<Id>();
  // From the end, since what took something back may have been taken back itself.
  for (const { act, undoes } of log.toReversed()) if (undoes && !takenBack.has(act)) takenBack.add(undoes);
  const dates: Day[] = [];
  let before: unknown;
  for (const { act, undoes, patch } of log) {
    if (!("dueOn" in patch) || undoes || takenBack.has(act)) continue;
    if (typeof before === "string" && before !== patch["dueOn"]) dates.push(before);
    before = patch["dueOn"];
  }
  return dates;
}

/** How many pieces of evidence a milestone has. */
export async function evidenceCount(db: MilepostDb, milestone: { id: Id; goalId: Id }): Promise<number> {
  const rows = await db.evidence.where("goalId").equals(milestone.goalId).toArray();
  return rows.filter((row) => row.milestoneId === milestone.id && !row.deletedAt).length;
}

/** The latest plan that both agreed on, as it stood then; `null` without one. */
export async function agreedPlan(
  db: MilepostDb,
  mentorshipId: Id,
): Promise<Pick<Agreement, "agreedAt" | "baseline"> | null> {
  const rows = await db.agreements.where("mentorshipId").equals(mentorshipId).toArray();
  const agreed = rows.filter((row) => !row.deletedAt && row.status === "agreed" && row.baseline);
  return agreed.toSorted((a, b) => b.version - a.version)[0] ?? null;
}

/**
 * Moves an open milestone on by some days, back with a negative number; one without a date stays as it is. Several steps
 * with the keys are one act: one entry in the history, one undo.
 * @param act of the step before, where this one goes on
 */
export function shiftMilestone(db: MilepostDb, id: Id, days: number, act?: Id): Promise<Id | null> {
  return mutate(db, { did: "moveMilestone", ...(act ? { act } : {}) }, async () => {
    const row = await db.milestones.get(id);
    if (!row?.dueOn || row.status !== "open") return [];
    return milestoneWrites(db, id, { dueOn: addDays(row.dueOn, days) });
  });
}
