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
  home: Home;
  clock: { now: number };
  sync: (options?: SyncOptions) => Promise<SyncReport>;
}

/** What a browser is started with again, also by another version of the code. */
export interface Home {
  name: string;
  factory: IDBFactory;
  seed: number;
}

let made = 0;

function newHome(): Home {
  made += 1;
  return { name: `real-${made}`, factory: new IDBFactory(), seed: made };
}

export async function realBrowser(
  store: MemoryStore = memoryStore(),
  home: Home = newHome(),
): Promise<RealBrowser> {
  const randomHex = seededHex(seededChance(home.seed));
  const clock = { now: 1_700_000_000_000 };
  const db = memoryDb({ name: home.name, now: () => (clock.now += 1) }, home.factory);
  if (!(await db.spaces.get(personalSpace))) await setUpSpace(db, home.name);
  return {
    db,
    home,
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
