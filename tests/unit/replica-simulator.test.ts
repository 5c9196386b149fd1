import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import type { DbOptions } from "@/lib/db/database.ts";
import { memoryDb } from "@/tests/harness/memory-db.ts";
import { dexieSubject } from "@/tests/sync/dexie-subject.ts";
import { simulate, weathers } from "@/tests/sync/simulate.ts";

/** `MILEPOST_REPLICA_SEEDS=2000` runs as many of each weather. */
const seeds = Number(process.env["MILEPOST_REPLICA_SEEDS"] ?? 8);

/** Each browser has its own. */
function homes() {
  const factory = new IDBFactory();
  return (options: DbOptions) => memoryDb(options, factory);
}

test.each(Object.keys(weathers))(
  "the real database ends alike in all browsers and loses nothing, weather %s",
  { timeout: 60_000 + seeds * 20_000 },
  async (weather) => {
    const { bad, runs } = await simulate(weather, 1, seeds, 3, dexieSubject(homes));
    expect(bad).toEqual([]);
    expect(runs).toBe(seeds);
  },
);
