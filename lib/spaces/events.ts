import type { MilepostDb } from "@/lib/db/database.ts";
import type { SyncEvent } from "@/lib/domain/space.ts";

const keptEvents = 500;

/** Adds to the log of what was done, and drops its oldest. */
export async function addEvents(db: MilepostDb, events: readonly SyncEvent[]): Promise<void> {
  if (events.length === 0) return;
  const last = await db.syncEvents.bulkAdd(events);
  await db.syncEvents
    .where("n")
    .belowOrEqual(last - keptEvents)
    .delete();
}
