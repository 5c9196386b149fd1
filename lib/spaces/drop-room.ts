import type { MilepostDb } from "@/lib/db/database.ts";
import { addEvents } from "./events.ts";
import { batchesOf } from "./space-batches.ts";

/** The room is kept in step no more. What is in it stays here. */
export async function dropRoom(db: MilepostDb, id: string): Promise<void> {
  await db.transaction("rw", [db.spaces, db.batches, db.syncEvents], async () => {
    if (!(await db.spaces.get(id))) return;
    await db.spaces.delete(id);
    await batchesOf(db, id).delete();
    await addEvents(db, [{ at: db.now(), space: id, kind: "stopped" }]);
  });
}
