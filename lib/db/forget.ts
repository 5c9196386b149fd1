import type { Id, Stamped } from "@/lib/domain/envelope.ts";
import { compareStamps } from "@/lib/domain/hlc.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import type { MilepostDb } from "./database.ts";
import { noteOfWords } from "./last-words.ts";
import type { SearchIndex } from "./load-index.ts";
import { writeForeign } from "./foreign-edits.ts";
import { recount } from "./tally.ts";

/** A record, by where it is. */
export type RecordKey = readonly [table: TableName, id: Id];

/**
 * Takes records away without a trace: rows, history, index, drafts, last words, visits and announcements. Not undoable. Call inside a
 * transaction over all tables.
 * @param options `isKnownElsewhere`: the other browsers know it, or never had them
 */
export async function forget(
  db: MilepostDb,
  records: readonly RecordKey[],
  index: SearchIndex,
  { isKnownElsewhere = false } = {},
): Promise<void> {
  if (!isKnownElsewhere && (await db.spaces.count()) > 0) await tellOthers(db, records);
  for (const name of tableNames) {
    const ids = records.filter(([table]) => table === name).map(([, id]) => id);
    if (ids.length > 0) await db.table(name).bulkDelete(ids);
  }
  await index.takeOutOfIndex(db, records);
  await db.changes
    .where("[table+id]")
    .anyOf(records.map(([table, id]) => [table, id]))
    .delete();
  const gone = new Set(records.map(([, id]) => id));
  // Of a room over a storage nothing may go on that nobody can reach any more.
  const rooms = await db.spaces
    .filter(({ room }) => room !== undefined && gone.has(room.mentorshipId))
    .primaryKeys();
  for (const id of rooms) {
    await db.spaces.delete(id);
    await db.batches.where("[space+hash]").between([id, ""], [id, "\uffff"]).delete();
  }
  const drafts = await db.drafts.toCollection().primaryKeys();
  await db.drafts.bulkDelete(drafts.filter((id) => belongsTo(id, gone)));
  const words = await db.lastWords.toCollection().primaryKeys();
  await db.lastWords.bulkDelete(words.filter((id) => gone.has(noteOfWords(id))));
  await db.visits.bulkDelete([...gone]);
  const deliveries = await db.deliveries.toCollection().primaryKeys();
  // `rem:RECORD:OCCURRENCE`, and no id of a record has a colon in it.
  await db.deliveries.bulkDelete(deliveries.filter((id) => gone.has(id.split(":")[1] ?? "")));
  await recount(db);
}

/** Nothing may bring them back from another browser. What was edited there and not seen here does. */
async function tellOthers(db: MilepostDb, records: readonly RecordKey[]): Promise<void> {
  for (const [table, id] of records) {
    const row: Stamped | undefined = await db.table(table).get(id);
    const stamps = Object.values(row?._c ?? {}).toSorted(compareStamps);
    const upTo = stamps.at(-1);
    if (upTo) await writeForeign(db, "gone", `${table}/${id}`, { upTo });
  }
}

/** A record has several lines that are kept as drafts: `ID`, `ID.focus`, `ID.step` … */
function belongsTo(draftId: Id, ids: ReadonlySet<Id>): boolean {
  const parts = draftId.split(".");
  return parts.some((_, index) => ids.has(parts.slice(0, index + 1).join(".")));
}
