import type { BackupTables, SettingRow } from "@/lib/formats/backup.ts";
import { tableNames } from "@/lib/domain/records.ts";
import type { MilepostDb } from "./database.ts";

/**
 * Everything that a backup holds, as it stands at one moment, each table in the order of its ids. What is of this
 * browser alone (what was announced, its name as a writer, its clock) stays here.
 * @param settings what was chosen in the settings
 */
export function backupTables(db: MilepostDb, settings: readonly SettingRow[]): Promise<BackupTables> {
  return db.transaction("r", db.tables, async () => {
    const records = await Promise.all(
      tableNames.map(async (name) => [name, await db.table(name).toArray()] as const),
    );
    const [changes, drafts, lastWords, unreadable, identity, focus, sample] = await Promise.all([
      db.changes.toArray(),
      db.drafts.toArray(),
      db.lastWords.toArray(),
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
      drafts,
      lastWords,
      unreadable,
      settings: rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    } as BackupTables;
  });
}
