import type { Change, Patch } from "@/lib/domain/change.ts";
import { migrateFields } from "@/lib/domain/migrations.ts";
import { schemaVersion } from "@/lib/domain/schema-version.ts";
import { tableNames } from "@/lib/domain/records.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { dropIndex } from "./search-marks.ts";
import { recount } from "./tally.ts";

/**
 * Brings a database of an earlier version to the present one: rows and change log alike, in one transaction, so that
 * being cut off leaves it as it was. Of several windows that open it at once, the first does it, the others wait.
 * @param copy copies the data as it is, first
 * @throws UserError `notUpgraded` if that fails; the data is as it was
 */
export async function upgrade(
  db: MilepostDb,
  from: number,
  copy?: (db: MilepostDb) => Promise<unknown>,
): Promise<void> {
  await navigator.locks.request(`${db.name}-upgrade`, async () => {
    if ((await db.metaOf("schema"))?.version !== from) return;
    try {
      await copy?.(db);
    } catch (error) {
      throw new UserError("notUpgraded", { cause: error });
    }
    try {
      await bringUp(db, from);
    } catch (error) {
      // Rolled back: the data is as it was. That a step failed is no damage, and must not be taken for it.
      throw new UserError("notUpgraded", { cause: error });
    }
  });
}

async function bringUp(db: MilepostDb, from: number): Promise<void> {
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
    const spoiled: Change[] = [];
    await db.changes.toCollection().modify((change, ref) => {
      if (typeof change.patch === "object" && change.patch !== null) {
        change.patch = migrateFields(change.table, change.patch, from);
        return;
      }
      spoiled.push(change);
      Reflect.deleteProperty(ref, "value");
    });
    await db.unreadable.bulkPut(
      spoiled.map((row) => ({
        id: `changes/${row.n}`,
        table: "changes",
        row,
        why: "patch",
        foundAt: db.now(),
      })),
    );
    await dropIndex(db);
    await recount(db);
    await db.meta.put({ key: "schema", version: schemaVersion });
  });
}
