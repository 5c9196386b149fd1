import { IDBFactory } from "fake-indexeddb";
import type { MilepostDb } from "@/lib/db/database.ts";
import { personalSpace } from "@/lib/domain/space.ts";
import { dexieReplica } from "@/lib/spaces/replica.ts";
import type { SyncReport } from "@/lib/sync/session.ts";
import { sync, type SyncOptions } from "@/lib/sync/sync.ts";
import { memoryDb } from "../harness/memory-db.ts";
import { seededChance, seededHex } from "../harness/random.ts";
import { memoryStore, type MemoryStore } from "./memory-store.ts";
import { plainSealer } from "./plain-sealer.ts";
import { setUpSpace } from "./space-row.ts";

/** One browser with the real database, on a storage in memory. */
export interface RealBrowser {
  db: MilepostDb;
  clock: { now: number };
  sync: (options?: SyncOptions) => Promise<SyncReport>;
}

let made = 0;

export async function realBrowser(store: MemoryStore = memoryStore()): Promise<RealBrowser> {
  made += 1;
  const randomHex = seededHex(seededChance(made));
  const clock = { now: 1_700_000_000_000 };
  const db = memoryDb({ name: `real-${made}`, now: () => (clock.now += 1) }, new IDBFactory());
  await setUpSpace(db, `Browser ${made}`);
  return {
    db,
    clock,
    sync: (options) =>
      sync(
        {
          store,
          replica: dexieReplica(db, personalSpace),
          sealer: plainSealer(randomHex),
          now: () => clock.now,
          randomHex,
        },
        options,
      ),
  };
}

/** Several on one storage, synced in turn as often as it takes. */
export async function inTurn(browsers: readonly RealBrowser[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) for (const each of browsers) await each.sync();
}
