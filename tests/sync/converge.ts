import { expect } from "vitest";
import { foldOps, type Row } from "@/lib/sync/fold.ts";
import type { Op } from "@/lib/sync/op.ts";
import { type Store, StoreError } from "@/lib/sync/store.ts";
import { seededChance } from "../harness/random.ts";
import { testBrowser } from "./browser.ts";
import type { FaultProxy } from "./fault-proxy.ts";
import { randomFaults } from "./fault-proxy.ts";
import { testSealer } from "./test-sealer.ts";

/** In every value and every id that is written: it must not be found anywhere outside of the browsers. */
export const plaintext = ["Geheimnis von", "row-in-plain"];

const steps = 40;
const limits = {
  batchOps: 4,
  partBytes: 2000,
  keepMs: 0,
  pullBatches: 3,
  askAfterMs: 500,
  giveUpAfterMs: 4000,
};

/**
 * Three browsers write and sync over one storage while the way to it fails; then it does not any more, and all must have
 * every edit. Nothing is lost here that could excuse one: no browser and no storage is set back.
 */
export async function converge(
  seed: number,
  proxy: FaultProxy,
  open: (space: string) => Store,
): Promise<void> {
  const chance = seededChance(seed);
  const space = `converge-${seed}`;
  const sealer = await testSealer(space);
  const browsers = [1, 2, 3].map(() => testBrowser(open(space), sealer));
  const written: Op[] = [];
  const failures = new Set<string>();
  proxy.next = randomFaults(chance, 0.12);
  for (let step = 0; step < steps; step += 1) {
    const browser = chance.pick(browsers);
    for (const each of browsers) each.now += chance.nat(50);
    if (chance.oneIn(2)) {
      written.push(browser.write(`${plaintext[1]}-${chance.nat(8)}`, `${plaintext[0]} ${seed}-${step}`));
      continue;
    }
    try {
      const snapshotBatches = chance.oneIn(5) ? 0 : 1000;
      await browser.sync({ limits: { ...limits, snapshotBatches }, refillEmpty: true });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      failures.add(error.failure);
    }
  }
  proxy.next = () => undefined;
  const reports = [];
  for (let round = 0; round < 4; round += 1) {
    for (const browser of browsers) {
      browser.now += 1000;
      reports.push(await browser.sync({ limits, refillEmpty: true }));
    }
  }
  expect(reports.slice(-3).map(({ missing, withheld }) => ({ missing, withheld }))).toEqual(
    browsers.map(() => ({ missing: 0, withheld: 0 })),
  );
  for (const browser of browsers) expect(browser.seen(), `seed ${seed}`).toEqual(titlesOf(written));
}

function titlesOf(ops: readonly Op[]): Record<string, unknown> {
  const rows = new Map<string, Row>();
  for (const op of ops) {
    const row = foldOps(rows.get(op.id), [op]);
    if (row) rows.set(op.id, row);
  }
  return Object.fromEntries([...rows].map(([id, row]) => [id, row["title"]]));
}
