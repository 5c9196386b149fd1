import type { MilepostDb } from "./database.ts";
import { lastStamp } from "./log.ts";

/** Differs when anything was written to the log since. */
export async function momentOf(db: MilepostDb): Promise<string> {
  const [last, tally] = await Promise.all([lastStamp(db), db.metaOf("tally")]);
  return JSON.stringify([last, tally?.lastN]);
}
