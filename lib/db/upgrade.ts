import type { Patch } from "@/lib/domain/change.ts";
import { migrateFields, schemaVersion } from "@/lib/domain/migrations.ts";
import { tableNames } from "@/lib/domain/records.ts";
import type { MilepostDb } from "./database.ts";
import { recount } from "./tally.ts";

/**
 * Brings a database of an earlier version to the present one: rows and change log alike, in one transaction, so that
 * being cut off leaves it as it was. Of several windows that open it at once, the first does it.
 */
export async function upgrade(db: MilepostDb, from: number): Promise<void> {
  await db.transaction("rw", db.tables, async () => {
    const schema = await db.metaOf("schema");
    if (!schema || schema.version !== from) return;
    for (const name of tableNames) {
      await db
        .table<Patch>(name)
        .toCollection()
        .modify((row, ref) => {
          ref.value = migrateFields(name, row, from);
        });
    }
    await db.changes.toCollection().modify((change) => {
      change.patch = migrateFields(change.table, change.patch, from);
    });
    await recount(db);
    await db.meta.put({ key: "schema", version: schemaVersion });
  });
}
