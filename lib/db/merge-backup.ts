import type { Table } from "dexie";
import type { Change, Patch } from "@/lib/domain/change.ts";
import type { Stamped } from "@/lib/domain/envelope.ts";
import { mergeRows } from "@/lib/domain/merge.ts";
import { tableNames } from "@/lib/domain/records.ts";
import { rowKey } from "@/lib/domain/replay.ts";
import { rowsAtOnce } from "@/lib/domain/work.ts";
import { factsOf } from "@/lib/formats/backup-facts.ts";
import type { BackupTables } from "@/lib/formats/backup.ts";
import type { MilepostDb, Unreadable } from "./database.ts";
import { noteOfWords } from "./last-words.ts";
import { asOwn } from "./own-backup.ts";
import { advanceClock, type EachChunk } from "./restore-steps.ts";
import { markStale } from "./search-marks.ts";
import { asideOf, idInAside } from "./unreadable.ts";

/** Adds what a backup has and this database has not, and takes what was edited later there. Call inside a transaction. */
export async function mergeBackup(db: MilepostDb, theirs: BackupTables, eachChunk: EachChunk): Promise<void> {
  const tables = asOwn(theirs, (await db.metaOf("identity"))?.me);
  const added = new Set<string>();
  for (const name of tableNames) {
    const table = db.table<Stamped & Patch>(name);
    await eachChunk(tables[name], async (chunk) => {
      const known = await table.bulkGet(chunk.map(({ id }) => id));
      const changed: (Stamped & Patch)[] = [];
      for (const [index, row] of chunk.entries()) {
        const mine = known[index];
        if (!mine) added.add(rowKey(name, row.id));
        const merged = mine ? mergeRows(mine, row) : row;
        if (merged !== mine) changed.push(merged);
      }
      await table.bulkPut(changed);
      await markStale(
        db,
        changed.map(({ id }) => [name, id] as const),
      );
    });
  }
  const missing = await missingChanges(db, tables.changes);
  await eachChunk(missing, (chunk) => db.changes.bulkAdd(chunk));
  await eachChunk(tables.drafts, (chunk) => addMissing(db.drafts, chunk));
  // To a note that is here they were put already, or it went on without them.
  const words = tables.lastWords.filter(({ id }) => added.has(rowKey("notes", noteOfWords(id))));
  await eachChunk(words, (chunk) => addMissing(db.lastWords, chunk));
  const aside = new Map<string, Unreadable>();
  for (const row of tables.unreadable) {
    const kept = asideOf({ ...row, id: idInAside(row) });
    aside.set(kept.id, kept);
  }
  await eachChunk([...aside.values()], (chunk) => addMissing(db.unreadable, chunk));
  await mergeFacts(db, theirs, added);
  await db.meta.delete("sealed");
  await advanceClock(db, tables);
  // Of some rows the file may have no log.
  const offerAll = db.newId();
  await db.spaces.toCollection().modify({ offerAll });
}

async function addMissing(table: Table, rows: readonly { id: string }[]): Promise<void> {
  const known = await table.bulkGet(rows.map(({ id }) => id));
  await table.bulkAdd(rows.filter((_, index) => known[index] === undefined));
}

/** Entries of a log that this one has not, without their places in the other. */
async function missingChanges(
  db: MilepostDb,
  theirs: readonly (Change & { n: number })[],
): Promise<Change[]> {
  const known = new Set<string>();
  let after = 0;
  while (true) {
    const page = await db.changes.where(":id").above(after).limit(rowsAtOnce).toArray();
    for (const change of page) known.add(keyOf(change));
    after = page.at(-1)?.n ?? after;
    if (page.length < rowsAtOnce) break;
  }
  return theirs
    .filter((change) => {
      const key = keyOf(change);
      if (known.has(key)) return false;
      known.add(key);
      return true;
    })
    .map((change) => {
      // Wherever it was known before, it is to be sent from here.
      const { n: _n, synced: _synced, ...entry } = change;
      return entry;
    });
}

function keyOf({ table, id, stamp }: Change): string {
  return JSON.stringify([table, id, stamp]);
}

/** What was looked at last stays; a sample that came with the backup can be removed like one that was made here. */
async function mergeFacts(db: MilepostDb, tables: BackupTables, added: ReadonlySet<string>): Promise<void> {
  const { focus, sample } = factsOf(tables.settings);
  if (focus !== undefined && !(await db.metaOf("focus")))
    await db.meta.put({ key: "focus", mentorshipId: focus });
  if (!sample || !added.has(rowKey("mentorships", sample.mentorshipId)) || (await db.metaOf("sample")))
    return;
  const people = sample.people.filter((id) => added.has(rowKey("people", id)));
  await db.meta.put({ key: "sample", mentorshipId: sample.mentorshipId, people });
}
