import type { Change } from "@/lib/domain/change.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { compareStamps } from "@/lib/domain/hlc.ts";
import { startMovedBy } from "@/lib/domain/spread.ts";
import type { MilepostDb } from "./database.ts";
import { logOf } from "./log.ts";

/** A start that was moved: of a goal, or of the mentorship. */
export interface StartMove {
  /** The act that moved it. */
  act: Id;
  goalId: Id | null;
  /** Negative for earlier. */
  days: number;
}

/**
 * The last start that was moved since a moment, read from the log, wherever it was done. One that was taken back, or
 * that the milestones were shifted after, is none.
 * @param since epoch ms
 */
export async function lastStartMove(
  db: MilepostDb,
  mentorshipId: Id,
  since: Instant,
): Promise<StartMove | null> {
  const recent = await db.changes.where("stamp").above([since]).reverse().toArray();
  for (const change of recent) {
    if (change.did === "shiftRoadmap" && (await isOf(db, change, mentorshipId))) return null;
    if (!("startsOn" in change.patch) || change.undoes !== undefined) continue;
    const ofMentorship = change.table === "mentorships" && change.id === mentorshipId;
    const ofGoal = change.table === "goals" && (await isOf(db, change, mentorshipId));
    if (!ofMentorship && !ofGoal) continue;
    const row: { startsOn?: string | null } | undefined = await db.table(change.table).get(change.id);
    const days = startMovedBy(await startBefore(db, change), row?.startsOn);
    if (days === 0 || row?.startsOn !== change.patch["startsOn"]) continue;
    return { act: change.act, goalId: ofGoal ? change.id : null, days };
  }
  return null;
}

/** The start that a change overwrote. */
async function startBefore(db: MilepostDb, change: Change): Promise<string | null> {
  const earlier = (await logOf(db, change.table, change.id))
    .filter((each) => compareStamps(each.stamp, change.stamp) < 0 && "startsOn" in each.patch)
    .toSorted((a, b) => compareStamps(a.stamp, b.stamp));
  const before = earlier.at(-1)?.patch["startsOn"];
  return typeof before === "string" ? before : null;
}

async function isOf(db: MilepostDb, change: Change, mentorshipId: Id): Promise<boolean> {
  const row: { mentorshipId?: Id | null } | undefined = await db.table(change.table).get(change.id);
  return row?.mentorshipId === mentorshipId;
}
