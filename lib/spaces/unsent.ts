import type { MilepostDb } from "@/lib/db/database.ts";
import type { SpaceRow } from "@/lib/db/space-tables.ts";
import type { SpaceState } from "@/lib/sync/replica.ts";
import { startOf } from "./replica.ts";
import { countRoomUnsent } from "./room-replica.ts";
import { sampleFilter } from "./sample-filter.ts";

/** How many changes were made here and are not sent yet. */
export async function countUnsent(
  db: MilepostDb,
  row: Pick<SpaceRow, "state" | "looked" | "room">,
): Promise<number> {
  const state = row.state as SpaceState | undefined;
  const sent = state?.sent ?? 0;
  if (row.room) return countRoomUnsent(db, row, sent);
  const isOfSample = await sampleFilter(db);
  const start = startOf(row, sent);
  let count = await db.foreignEdits.where("n").above(start).count();
  for (const change of await db.changes.where(":id").above(start).toArray()) {
    if (!change.synced && !isOfSample(change)) count += 1;
  }
  return count;
}
