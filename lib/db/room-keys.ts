import type { MilepostDb } from "./database.ts";

/** What this browser signs the files of its rooms with. */
export interface RoomKey {
  id: "own";
  /** Ed25519; the private half cannot be read out. */
  key: CryptoKeyPair;
}

/** The key of this browser, made when it is first asked for. */
export async function ownRoomKey(db: MilepostDb): Promise<CryptoKeyPair> {
  const known = await db.roomKeys.get("own");
  if (known) return known.key;
  const key = await crypto.subtle.generateKey({ name: "Ed25519" } as const, false, ["sign", "verify"]);
  return db.transaction("rw", db.roomKeys, async () => {
    // Another window may have made one meanwhile.
    const made = await db.roomKeys.get("own");
    if (made) return made.key;
    await db.roomKeys.put({ id: "own", key });
    return key;
  });
}
