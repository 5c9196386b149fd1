import { Dexie, type Table } from "dexie";
import type { Patch } from "@/lib/domain/change.ts";
import type { Stamped } from "@/lib/domain/envelope.ts";
import { schemaVersion } from "@/lib/domain/schema-version.ts";
import { tableNames } from "@/lib/domain/records.ts";
import { UserError, userErrorIn } from "@/lib/domain/user-error.ts";
import { rowsAtOnce, type Work } from "@/lib/domain/work.ts";
import { chosenOf, factsOf } from "@/lib/formats/backup-facts.ts";
import { type BackupTables, otherTables, type SettingRow } from "@/lib/formats/backup.ts";
import type { Backup } from "@/lib/formats/read-backup.ts";
import type { MilepostDb } from "./database.ts";
import { mergeBackup } from "./merge-backup.ts";
import { momentOf } from "./moment.ts";
import { advanceClock, type EachChunk } from "./restore-steps.ts";
import { dropIndex } from "./search-marks.ts";
import type { TakenSnapshot } from "./snapshots.ts";
import { recount } from "./tally.ts";
import { asideOf } from "./unreadable.ts";

export type RestoreHow = "merge" | "replace";

/** So often a copy is taken anew because something was written after it. */
const attempts = 5;

/**
 * Brings a backup into this database, in one transaction: all of it, or, where it is called off or fails, nothing.
 *
 * `replace` makes the database what the backup is; only the name it writes under is new, since the browser that made
 * the backup may still write under its own. `merge` adds what is missing and takes the fields that were edited later
 * there; it removes nothing. Into a database in which there is nothing at all both are the same. What was announced
 * here stays announced.
 * @returns the settings that the backup holds, for whoever keeps them
 * @param copied the moment of the copy of what is here, taken before
 * @throws the reason of `work.signal`; UserError `changedSince` if something was written since `copied`
 */
export async function restoreBackup(
  db: MilepostDb,
  backup: Pick<Backup, "tables" | "unreadable">,
  how: RestoreHow,
  work: Work = {},
  copied?: string,
): Promise<SettingRow[]> {
  const { tables } = backup;
  const total = [...tableNames, ...otherTables].reduce((sum, name) => sum + tables[name].length, 0) || 1;
  let done = 0;
  const eachChunk: EachChunk = async (rows, put) => {
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      work.signal?.throwIfAborted();
      await put(rows.slice(at, at + rowsAtOnce));
      done += Math.min(rowsAtOnce, rows.length - at);
      // What a page does with it must not end up in this transaction.
      Dexie.ignoreTransaction(() => work.onProgress?.(Math.min(1, done / total)));
    }
  };
  await db.transaction("rw", db.tables, async () => {
    if (copied !== undefined && (await momentOf(db)) !== copied) throw new UserError("changedSince");
    if (how === "replace" || (await isEmpty(db))) await replaceAll(db, tables, eachChunk);
    else {
      // Nothing was written here yet but a draft: who writes here is who wrote there.
      const me = factsOf(tables.settings).me ?? db.newId();
      if (!(await db.metaOf("identity"))) await db.meta.put({ key: "identity", writer: db.newId(), me });
      await mergeBackup(db, tables, eachChunk);
    }
    await eachChunk(
      backup.unreadable.map((left) => asideOf({ ...left, foundAt: db.now() })),
      (chunk) => db.unreadable.bulkPut(chunk),
    );
    await recount(db);
    await db.meta.put({ key: "schema", version: schemaVersion });
    work.signal?.throwIfAborted();
  });
  return chosenOf(tables.settings);
}

/** Facts of this browser: what it announced already, the calendars that it follows and what it signs with. No backup holds them. */
const ownTables: ReadonlySet<string> = new Set([
  "meta",
  "deliveries",
  "calendars",
  "seriesChoices",
  "spaces",
  "batches",
  "foreign",
  "foreignEdits",
  "conflicts",
  "syncEvents",
  "spaceTasks",
  "requests",
  "roomKeys",
]);

/** What a backup can hold. */
function contentsOf(db: MilepostDb): Table[] {
  return db.tables.filter(({ name }) => !ownTables.has(name));
}

/**
 * As {@link restoreBackup}, with a copy of what is here taken before it: all that a replace takes away is in the copy.
 * @throws UserError `changedSince` where somebody writes all the time
 */
export async function restoreAfterCopy(
  db: MilepostDb,
  backup: Pick<Backup, "tables" | "unreadable">,
  how: RestoreHow,
  copy: () => Promise<TakenSnapshot>,
  work: Work = {},
): Promise<{ settings: SettingRow[]; copy: TakenSnapshot }> {
  for (let attempt = 1; ; attempt += 1) {
    const copied = await copy();
    work.signal?.throwIfAborted();
    try {
      return { settings: await restoreBackup(db, backup, how, work, copied.moment), copy: copied };
    } catch (error) {
      if (attempt === attempts || userErrorIn(error)?.code !== "changedSince") throw error;
    }
  }
}

/** What was typed and not saved, or set aside, is something too. */
async function isEmpty(db: MilepostDb): Promise<boolean> {
  const counts = await Promise.all(contentsOf(db).map((table) => table.count()));
  return counts.every((count) => count === 0);
}

async function replaceAll(db: MilepostDb, tables: BackupTables, eachChunk: EachChunk): Promise<void> {
  const identity = await db.metaOf("identity");
  for (const table of contentsOf(db)) await table.clear();
  for (const name of tableNames) {
    const table = db.table<Stamped & Patch>(name);
    await eachChunk(tables[name], (chunk) => table.bulkPut(chunk));
  }
  await dropIndex(db);
  await eachChunk(tables.changes, (chunk) => db.changes.bulkPut(chunk));
  await eachChunk(tables.drafts, (chunk) => db.drafts.bulkPut(chunk));
  await eachChunk(tables.lastWords, (chunk) => db.lastWords.bulkPut(chunk));
  await eachChunk(tables.unreadable, (chunk) => db.unreadable.bulkPut(chunk));

  await startAnew(db);

  // What they said was known of meetings that are not here any more.
  await db.calendars.toCollection().modify({ seen: {}, parsedAt: 0 });

  const { me, focus, sample } = factsOf(tables.settings);
  await db.meta.bulkDelete(["focus", "sample", "sealed", "sent"]);
  await db.meta.put({ key: "identity", writer: db.newId(), me: me ?? identity?.me ?? db.newId() });
  if (focus !== undefined) await db.meta.put({ key: "focus", mentorshipId: focus });
  if (sample) {
    const { focusBefore, ...rest } = sample;
    await db.meta.put({ key: "sample", ...rest, ...(focusBefore === undefined ? {} : { focusBefore }) });
  }
  await advanceClock(db, tables);
}

/**
 * What is in the storage of other browsers is not in the rows any more: this browser reads it anew, and is a new writer.
 * The two are put together as at any time: what was edited last stands.
 */
async function startAnew(db: MilepostDb): Promise<void> {
  for (const table of [db.batches, db.foreign, db.foreignEdits, db.conflicts]) await table.clear();
  const offerAll = db.newId();
  await db.spaces.toCollection().modify((space) => {
    space.offerAll = offerAll;
    delete space.state;
    delete space.looked;
  });
}
