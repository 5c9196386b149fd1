import type { MilepostDb } from "@/lib/db/database.ts";
import { writeForeign } from "@/lib/db/foreign-edits.ts";
import { ensureIdentity } from "@/lib/db/mutate.ts";
import { noStatus, personalSpace, type SyncEvent } from "@/lib/domain/space.ts";
import type { SpaceKeys } from "@/lib/sync/keys.ts";
import type { NewBrowser } from "./answers.ts";
import { addEvents } from "./events.ts";
import { browsersTable, conflictsTable, goneTable } from "./ops.ts";
import { tablesToReceive } from "./receive.ts";
import { batchesOf } from "./space-batches.ts";
import { isWholeInLog } from "./untold.ts";

/**
 * From here on this browser is one of the space. What its log does not tell of is sent as it stands.
 * @param hasCode the person has the recovery code, or it is asked for in the browser that let this one in
 */
export async function keepSpace(
  db: MilepostDb,
  { storage, handle, browserName }: NewBrowser,
  keys: SpaceKeys,
  { kind, hasCode }: { kind: Extract<SyncEvent["kind"], "began" | "joined">; hasCode: boolean },
): Promise<void> {
  await db.transaction("rw", tablesToReceive(db), async () => {
    const { writer } = await ensureIdentity(db);
    for (const table of [db.foreignEdits, db.conflicts]) await table.clear();
    await batchesOf(db, personalSpace).delete();
    await db.foreign.where("table").anyOf(browsersTable, conflictsTable, goneTable).delete();
    const isWhole = (await isWholeInLog(db)) && (await db.foreign.count()) === 0;
    await db.changes.filter(({ synced }) => synced === true).modify((change) => void delete change.synced);
    const since = db.now();
    await db.spaces.put({
      id: personalSpace,
      storage,
      ...(handle ? { handle } : {}),
      browserName,
      since,
      paused: false,
      codeConfirmedAt: hasCode ? since : null,
      keys,
      status: noStatus,
      ...(isWhole ? {} : { offerAll: db.newId() }),
      failures: 0,
    });
    await writeForeign(db, browsersTable, writer, { name: browserName, since, holder: keys.me.id });
    await addEvents(db, [{ at: since, space: personalSpace, kind }]);
  });
}
