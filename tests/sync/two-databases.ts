import { IDBFactory } from "fake-indexeddb";
import type { MilepostDb } from "@/lib/db/database.ts";
import { noStatus, personalSpace } from "@/lib/domain/space.ts";
import { dexieReplica } from "@/lib/spaces/replica.ts";
import type { SyncReport } from "@/lib/sync/session.ts";
import { sync, type SyncOptions } from "@/lib/sync/sync.ts";
import { memoryDb } from "../harness/memory-db.ts";
import { seededChance } from "../harness/random.ts";
import { memoryStore, type MemoryStore } from "./memory-store.ts";
import { plainSealer } from "./plain-sealer.ts";

/** One browser with the real database, on a storage in memory. */
export interface RealBrowser {
  db: MilepostDb;
  clock: { now: number };
  sync: (options?: SyncOptions) => Promise<SyncReport>;
}

let made = 0;

export async function realBrowser(store: MemoryStore = memoryStore()): Promise<RealBrowser> {
  made += 1;
  const chance = seededChance(made);
  const randomHex = (digits: number): string =>
    Array.from({ length: digits }, () => chance.nat(16).toString(16)).join("");
  const clock = { now: 1_700_000_000_000 };
  const db = memoryDb({ name: `real-${made}`, now: () => (clock.now += 1) }, new IDBFactory());
  await db.spaces.put({
    id: personalSpace,
    storage: { kind: "webdav", url: "https://storage.example/", user: "", password: "" },
    browserName: `Browser ${made}`,
    since: 0,
    paused: false,
    codeConfirmedAt: null,
    keys: null,
    status: noStatus,
    failures: 0,
  });
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
