import { Dexie } from "dexie";
import { type Baseline, baselineOf, type BaselineTable, baselineTables } from "@/lib/domain/baseline.ts";
import type { Change } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { compareStamps, type Stamp } from "@/lib/domain/hlc.ts";
import { replay } from "@/lib/domain/replay.ts";
import type { MilepostDb } from "./database.ts";

/** A roadmap as it stands. */
export async function roadmapNow(db: MilepostDb, mentorshipId: Id): Promise<Baseline> {
  const [goals, milestones, metrics] = await Promise.all(
    baselineTables.map((table) => db.table(table).where("mentorshipId").equals(mentorshipId).toArray()),
  );
  return baselineOf(
    { goals: goals ?? [], milestones: milestones ?? [], metrics: metrics ?? [] },
    mentorshipId,
  );
}

/** What the change log has to say of roadmaps, oldest first. */
export async function roadmapLog(db: MilepostDb): Promise<Change[]> {
  const logs = await Promise.all(
    baselineTables.map((table) =>
      db.changes.where("[table+id]").between([table, Dexie.minKey], [table, Dexie.maxKey]).toArray(),
    ),
  );
  return logs.flat().toSorted((a, b) => compareStamps(a.stamp, b.stamp));
}

/**
 * A roadmap as it stood at some moment: that of a stamp, or the end of an instant (`endOfMoment`).
 * @param log of {@link roadmapLog}
 */
export function roadmapAt(log: readonly Change[], mentorshipId: Id, until: Stamp): Baseline {
  const rows: Record<BaselineTable, object[]> = { goals: [], milestones: [], metrics: [] };
  for (const { table, row } of replay(log, until).values()) {
    const known = baselineTables.find((each) => each === table);
    if (known) rows[known].push(row);
  }
  return baselineOf(rows, mentorshipId);
}
