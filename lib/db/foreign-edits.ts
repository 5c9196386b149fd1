import type { Patch } from "@/lib/domain/change.ts";
import type { Id, Stamped } from "@/lib/domain/envelope.ts";
import { nextStamp } from "@/lib/domain/hlc.ts";
import type { MilepostDb } from "./database.ts";
import { lastStamp } from "./log.ts";
import { ensureIdentity } from "./mutate.ts";

/*
 * Edits of rows that are no records and stand in no log, but go to the other browsers: see `ForeignRow`. Call these
 * inside a transaction over `changes`, `meta`, `foreign` and `foreignEdits`.
 */

/** A place in the log at which nothing stands. */
export async function placeInLog(db: MilepostDb): Promise<number> {
  const n = await db.changes.add({} as never);
  await db.changes.delete(n);
  return n;
}

/** Sets fields of such a row, and notes it to be sent. */
export async function writeForeign(db: MilepostDb, table: string, id: Id, patch: Patch): Promise<void> {
  const key = `${table}/${id}`;
  const before: (Stamped & Patch) | undefined = (await db.foreign.get(key))?.row;
  const { writer } = await ensureIdentity(db);
  const fields = Object.keys(patch);
  const base = Object.fromEntries(
    fields.flatMap((field) => {
      const stamp = before?._c?.[field];
      return stamp ? [[field, stamp]] : [];
    }),
  );
  const stamp = nextStamp([await lastStamp(db), ...Object.values(base)], db.now(), writer);
  const clocks = Object.fromEntries(fields.map((field) => [field, stamp]));
  await db.foreign.put({
    id: key,
    table,
    row: { ...before, ...patch, id, _c: { ...before?._c, ...clocks } },
  });
  await db.foreignEdits.add({ n: await placeInLog(db), op: { table, id, patch, stamp, base } });
  await db.meta.put({ key: "clock", last: stamp });
}
