import type { Patch } from "@/lib/domain/change.ts";
import type { Stamped } from "@/lib/domain/envelope.ts";
import { mergeRows } from "@/lib/domain/merge.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import { rowsAtOnce } from "@/lib/domain/work.ts";
import { canonicalJson } from "@/lib/domain/canonical-json.ts";
import type { Backup } from "@/lib/formats/read-backup.ts";
import type { MilepostDb } from "./database.ts";
import { asOwn } from "./own-backup.ts";

/** How the rows of one table stand to those of a backup. */
export interface TableComparison {
  onlyHere: number;
  onlyThere: number;
  equal: number;
  different: number;
  /** Of the rows that differ: how many fields the backup has newer, which a merge would take. */
  newerFields: number;
}

/** What a restore would be about, per table. Reads only. */
export function compareBackup(
  db: MilepostDb,
  backup: Pick<Backup, "tables">,
): Promise<Record<TableName, TableComparison>> {
  // Not the drafts: a key must never wait for whoever reads.
  return db.transaction("r", [...tableNames.map((name) => db.table(name)), db.meta], async () => {
    const tables = asOwn(backup.tables, (await db.metaOf("identity"))?.me);
    const compared: Partial<Record<TableName, TableComparison>> = {};
    for (const name of tableNames) {
      const rows = tables[name];
      const found: TableComparison = { onlyHere: 0, onlyThere: 0, equal: 0, different: 0, newerFields: 0 };
      for (let at = 0; at < rows.length; at += rowsAtOnce) {
        const theirs = rows.slice(at, at + rowsAtOnce);
        const mine = await db.table<Stamped & Patch>(name).bulkGet(theirs.map(({ id }) => id));
        for (const [index, row] of theirs.entries()) compareRow(found, mine[index], row);
      }
      found.onlyHere = (await db.table(name).count()) - found.equal - found.different;
      compared[name] = found;
    }
    return compared as Record<TableName, TableComparison>;
  });
}

function compareRow(
  found: TableComparison,
  mine: (Stamped & Patch) | undefined,
  theirs: Stamped & Patch,
): void {
  if (!mine) {
    found.onlyThere += 1;
    return;
  }
  const merged = mergeRows(mine, theirs);
  const fields = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  fields.delete("_c");
  const differing = [...fields].filter(
    (field) => canonicalJson(mine[field]) !== canonicalJson(theirs[field]),
  );
  if (differing.length === 0) {
    found.equal += 1;
    return;
  }
  found.different += 1;
  found.newerFields += differing.filter((field) => merged[field] !== mine[field]).length;
}
