import { type Op, opKey } from "@/lib/sync/op.ts";
import type { Gate, SyncReport } from "@/lib/sync/session.ts";
import type { Sealer } from "@/lib/sync/sealer.ts";
import type { Store } from "@/lib/sync/store.ts";
import { sync, type SyncOptions } from "@/lib/sync/sync.ts";
import { seededChance, seededHex } from "../harness/random.ts";
import { type MemoryReplica, memoryReplica } from "./memory-replica.ts";
import { plainSealer } from "./plain-sealer.ts";

/** One browser of a test, with a clock that the test sets. */
export interface TestBrowser {
  replica: MemoryReplica;
  now: number;
  write: (id: string, value: unknown) => Op;
  sync: (options?: SyncOptions) => Promise<SyncReport>;
  /** The values by row, as a person sees them. */
  seen: () => Record<string, unknown>;
  has: (op: Op) => boolean;
}

let made = 0;

export function testBrowser(store: Store, sealer?: Sealer, gate?: () => Gate): TestBrowser {
  made += 1;
  const randomHex = seededHex(seededChance(made));
  const replica = memoryReplica();
  const name = `early-${made}`;
  const browser: TestBrowser = {
    replica,
    now: 1_000_000,
    write: (id, value) => {
      browser.now += 1;
      const writer = replica.disk.state?.writer ?? name;
      return replica.write({ id, field: "title", value, now: browser.now, writer });
    },
    sync: (options) => {
      const ports = {
        store,
        replica,
        sealer: sealer ?? plainSealer(randomHex),
        gate: gate?.(),
        now: () => browser.now,
        randomHex,
      };
      return sync(ports, options);
    },
    seen: () =>
      Object.fromEntries(
        [...replica.disk.rows].map(([key, row]) => [key.slice("rows/".length), row["title"]]),
      ),
    has: (op) => replica.disk.keys.has(opKey(op)),
  };
  return browser;
}

/** The profile copied, and both started. */
export function copyProfile(browser: TestBrowser, store: Store): TestBrowser {
  const copy = testBrowser(store);
  copy.replica.disk = structuredClone(browser.replica.disk);
  copy.now = browser.now;
  return copy;
}
