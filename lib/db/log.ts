import type { Change } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { mayLead, compareStamps, type Stamp } from "@/lib/domain/hlc.ts";
import type { TableName } from "@/lib/domain/records.ts";
import { type Replayed, replay } from "@/lib/domain/replay.ts";
import type { MilepostDb } from "./database.ts";

/** All changes of one record, oldest first. By stamp, since a backup or another browser brings entries late. */
export async function logOf(db: MilepostDb, table: TableName, id: Id): Promise<Change[]> {
  const log = await db.changes.where("[table+id]").equals([table, id]).toArray();
  return log.toSorted((a, b) => compareStamps(a.stamp, b.stamp));
}

/** All rows as the change log tells of them, by `TABLE/ID`; with `until`, as they were then. */
export async function replayLog(db: MilepostDb, until?: Stamp): Promise<Map<string, Replayed>> {
  return replay(await db.changes.toArray(), until);
}

/**
 * The latest stamp that was given here: the clock's, or that of last words, which are written past it. Everything
 * later must come after it, and a copy of the data is sealed with it.
 */
export async function lastStamp(db: MilepostDb): Promise<Stamp | undefined> {
  const [clock, newest] = await Promise.all([
    db.metaOf("clock"),
    db.changes
      .orderBy("stamp")
      .reverse()
      .filter(({ stamp }) => mayLead(stamp))
      .first(),
  ]);
  if (!clock || !newest) return clock?.last ?? newest?.stamp;
  return compareStamps(clock.last, newest.stamp) < 0 ? newest.stamp : clock.last;
}
