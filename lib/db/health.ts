import type { Found } from "@/lib/domain/health.ts";
import type { MilepostDb } from "./database.ts";
import { countAll } from "./tally.ts";

/** What there is, counted. */
export function vitalSigns(db: MilepostDb): Promise<Found> {
  return db.transaction("r", db.tables, async () => ({
    dbId: (await db.metaOf("identity"))?.writer ?? null,
    ...(await countAll(db)),
  }));
}

/** The same as every write keeps it, without counting; `null` before the first write. A lower bound. */
export async function tallyNow(db: MilepostDb): Promise<(Found & { dbId: string }) | null> {
  const [identity, tally] = await db.transaction("r", db.meta, () =>
    Promise.all([db.metaOf("identity"), db.metaOf("tally")]),
  );
  if (!identity || !tally) return null;
  return { dbId: identity.writer, counts: tally.counts, lastN: tally.lastN };
}
