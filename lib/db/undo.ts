import { type Write, writeOf } from "@/lib/domain/change.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { inverseOf } from "@/lib/domain/inverse.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { logOf } from "./log.ts";
import { mutate } from "./mutate.ts";

/**
 * Takes back everything one act did, as a new act of its own (which can be undone too). Rows it made go to the
 * trash. A field that somebody changed since is left as it is.
 * @returns the id of the undoing act
 * @throws UserError `nothingToUndo` when the act is unknown or made no difference, `changedSince` when all it did was
 * changed since
 */
export async function undo(db: MilepostDb, act: Id): Promise<Id> {
  let changedSince = false;
  const undone = await mutate(db, { did: "undo", undoes: act }, async () => {
    const changes = await db.changes.where("act").equals(act).toArray();
    if (changes.length === 0) throw new UserError("nothingToUndo");
    const rows = new Map(changes.map((change) => [`${change.table}/${change.id}`, change]));
    const writes: Write[] = [];
    // One moment for all of them: what was made together is found together in the trash.
    const now = db.now();
    for (const { table, id } of rows.values()) {
      const { patch, created, kept } = inverseOf(await logOf(db, table, id), act);
      const row: { deletedAt?: Instant | null } | undefined = await db.table(table).get(id);
      writes.push(writeOf(table, id, created ? { deletedAt: row?.deletedAt ?? now } : patch));
      changedSince ||= kept.length > 0;
    }
    return writes;
  });
  if (!undone) throw new UserError(changedSince ? "changedSince" : "nothingToUndo");
  return undone;
}
