import type { BackupTables, SettingRow } from "@/lib/formats/backup.ts";
import { tableNames } from "@/lib/domain/records.ts";
import type { MilepostDb } from "./database.ts";

/**
 * Everything that a backup holds, as it stands at one moment, each table in the order of its ids. What is of this
 * browser alone (what was announced, its name as a writer, its clock) stays here.
 * @param settings what was chosen in the settings
 */
export function backupTables(db: MilepostDb, settings: readonly SettingRow[]): Promise<BackupTables> {
  return db.transaction("r", db.tables, async () => ({
    ...(await lastingTables(db, settings)),
    ...(await passingTables(db)),
  }));
}

/** What is being typed: nobody who types may have to wait for whoever reads it. */
export async function passingTables(db: MilepostDb): Promise<Pick<BackupTables, "drafts" | "lastWords">> {
  const [drafts, lastWords] = await Promise.all([db.drafts.toArray(), db.lastWords.toArray()]);
  return { drafts, lastWords };
}

/** All other tables of a backup. Call inside a transaction. */
export async function lastingTables(
  db: MilepostDb,
  settings: readonly SettingRow[],
): Promise<Omit<BackupTables, "drafts" | "lastWords">> {
  const records = await Promise.all(
    tableNames.map(async (name) => [name, await db.table(name).toArray()] as const),
  );
  const [changes, unreadable, identity, focus, sample] = await Promise.all([
    db.changes.toArray(),
    db.unreadable.toArray(),
    db.metaOf("identity"),
    db.metaOf("focus"),
    db.metaOf("sample"),
  ]);
  const rows = [...settings];
  if (identity) rows.push({ key: "me", value: identity.me });
  if (focus) rows.push({ key: "focus", value: focus.mentorshipId });
  if (sample) {
    const { key, ...value } = sample;
    rows.push({ key, value });
  }
  return {
    ...Object.fromEntries(records),
    changes,
    unreadable,
    settings: rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  } as Omit<BackupTables, "drafts" | "lastWords">;
}
