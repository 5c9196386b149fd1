import { mayLead, compareStamps, type Stamp } from "@/lib/domain/hlc.ts";
import { tableNames } from "@/lib/domain/records.ts";
import type { BackupTables } from "@/lib/formats/backup.ts";
import type { MilepostDb } from "./database.ts";

/** Hands on rows, some thousands at once, and tells how far it is. */
export type EachChunk = <Row>(rows: readonly Row[], put: (chunk: Row[]) => Promise<unknown>) => Promise<void>;

/** Sets the clock, so that what is written from now on comes after all that was restored. */
export async function advanceClock(db: MilepostDb, tables: BackupTables): Promise<void> {
  let last: Stamp | undefined = (await db.metaOf("clock"))?.last;
  const see = (stamp: Stamp): void => {
    if (mayLead(stamp) && (!last || compareStamps(stamp, last) > 0)) last = stamp;
  };
  for (const { stamp } of tables.changes) see(stamp);
  for (const name of tableNames) {
    for (const row of tables[name]) for (const stamp of Object.values(row._c ?? {})) see(stamp);
  }
  if (last) await db.meta.put({ key: "clock", last });
}
