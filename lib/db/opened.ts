import type { MilepostDb } from "./database.ts";

/** The connections that are looked after, and whether one was torn away since its last write. */
const torn = new WeakMap<MilepostDb, boolean>();

/**
 * Opens the database again if it was torn away, which is what Chromium does when the disk is full; after one failed
 * attempt Dexie leaves it closed for good.
 * @throws why it does not open
 */
export async function opened(db: MilepostDb): Promise<void> {
  if (!torn.has(db)) {
    torn.set(db, false);
    db.on("close", () => void torn.set(db, true));
  }
  if (!db.isOpen()) await db.open();
  if (!torn.get(db)) return;
  // Loaded apart: hardly anybody ever needs it.
  const { renewLog } = await import("./renew-log.ts");
  torn.set(db, false);
  // It may fail for the same reason as before. Then what is to be saved comes first, and the next write tries again.
  await renewLog(db).catch(() => void torn.set(db, true));
}
