import type { MilepostDb } from "@/lib/db/database.ts";
import { personalSpace, type SyncEvent } from "@/lib/domain/space.ts";
import type { SpaceKeys } from "@/lib/sync/keys.ts";
import { nameOfBrowser } from "./browsers.ts";
import { addEvents } from "./events.ts";

/** What was done with the keys of the person's own space. */
export type KeyAct =
  | { kind: Extract<SyncEvent["kind"], "newCode" | "passphraseSet" | "passphraseRemoved"> }
  | { kind: "letIn"; holder: string };

/** Keeps the keys of the person's own space, and that they are others now; nothing where it was stopped meanwhile. */
export async function keepKeys(db: MilepostDb, keys: SpaceKeys, act: KeyAct): Promise<void> {
  await db.transaction("rw", [db.spaces, db.syncEvents, db.foreign, db.meta], async () => {
    if ((await db.spaces.update(personalSpace, { keys })) === 0) return;
    const at = { at: db.now(), space: personalSpace };
    const who = act.kind === "letIn" ? await nameOfBrowser(db, act.holder) : {};
    await addEvents(db, [{ ...at, kind: act.kind, ...who }]);
  });
}
