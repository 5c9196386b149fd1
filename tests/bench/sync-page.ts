import { MilepostDb } from "@/lib/db/database.ts";
import { editMilestone } from "@/lib/db/goals.ts";
import type { Change } from "@/lib/domain/change.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import { personalSpace } from "@/lib/domain/space.ts";
import { dexieReplica } from "@/lib/spaces/replica.ts";
import { randomHex } from "@/lib/sync/bytes.ts";
import type { Op } from "@/lib/sync/op.ts";
import { newState } from "@/lib/sync/replica.ts";
import type { SyncLimits } from "@/lib/sync/session.ts";
import type { Store } from "@/lib/sync/store.ts";
import { sync } from "@/lib/sync/sync.ts";
import { webdavStore } from "@/lib/sync/webdav.ts";
import { memoryReplica } from "../sync/memory-replica.ts";
import { memoryStore } from "../sync/memory-store.ts";
import { setUpSpace } from "../sync/space-row.ts";
import { type Edits, milestoneEdits } from "./sync-edits.ts";
import { benchSealer, type Peer, type PeerName, peers } from "./sync-peers.ts";

/** Runs in a page of an extension made for this: the engine and the real database, and what they are measured beside. */

const known = new Map<string, Edits>();

function edits(rowCount: number, prose: string, each?: number): Edits {
  const key = `${rowCount}/${each}`;
  const made = known.get(key) ?? milestoneEdits(rowCount, prose, each);
  known.set(key, made);
  return made;
}

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
};

/** Decoding and merging, in turns; milliseconds of each round, and how many fields were edited. */
async function merging(
  rowCount: number,
  prose: string,
  rounds: Readonly<Record<PeerName, number>>,
): Promise<{ times: Record<PeerName, number[]>; changes: number }> {
  const { ops } = edits(rowCount, prose);
  const times: Record<PeerName, number[]> = { ours: [], actual: [], yjs: [], automerge: [] };
  const encoded: { name: PeerName; peer: Peer; batches: readonly Uint8Array[] }[] = [];
  for (const name of Object.keys(peers) as PeerName[]) {
    if (rounds[name] === 0) continue;
    const peer = await peers[name]();
    encoded.push({ name, peer, batches: await peer.encode(ops, 500) });
  }
  const sizes = new Map<PeerName, number>();
  for (let round = 0; round < Math.max(...Object.values(rounds)); round += 1) {
    for (const { name, peer, batches } of encoded) {
      if (round >= rounds[name]) continue;
      times[name].push(await timed(async () => sizes.set(name, await peer.merge(batches))));
    }
  }
  // What ends with another number of fields has done something else.
  const fields = [...sizes.values()];
  if (fields.some((each) => each !== fields[0])) throw new Error(JSON.stringify([...sizes]));
  return { times, changes: ops.reduce((sum, { patch }) => sum + Object.keys(patch).length, 0) };
}

/** Bytes on the way for each edit of one field, by how many go together. */
async function wire(prose: string): Promise<Record<PeerName, Record<string, number>>> {
  const { ops } = edits(1_000, prose);
  const late = ops.slice(-2_000);
  const result = {} as Record<PeerName, Record<string, number>>;
  for (const name of Object.keys(peers) as PeerName[]) {
    const peer = await peers[name]();
    const sizes: Record<string, number> = {};
    for (const [perBatch, count] of [
      [500, 2_000],
      [50, 2_000],
      [1, 200],
    ] as const) {
      const batches = await peer.encode(late.slice(0, count), perBatch);
      sizes[perBatch] = batches.reduce((sum, { length }) => sum + length, 0) / count;
    }
    result[name] = sizes;
  }
  return result;
}

let databases = 0;

/** A browser with the real database, which knows of the storage and has read nothing yet. */
async function browser(): Promise<MilepostDb> {
  databases += 1;
  const db = new MilepostDb({ name: `bench-${databases}` });
  await setUpSpace(db);
  return db;
}

async function syncOne(db: MilepostDb, store: Store, limits: Partial<SyncLimits> = {}): Promise<void> {
  const replica = dexieReplica(db, personalSpace);
  await sync({ store, replica, sealer: await benchSealer(), now: () => Date.now(), randomHex }, { limits });
}

async function drop(db: MilepostDb): Promise<void> {
  db.close();
  const deleting = indexedDB.deleteDatabase(db.name);
  await new Promise((resolve, reject) => {
    deleting.addEventListener("success", resolve);
    deleting.addEventListener("error", () => reject(deleting.error));
  });
}

const noSnapshot = { snapshotBatches: 1_000_000, snapshotBytes: 1e12 };

/** A storage in which a browser has put these edits, in batches of 500. */
async function filled(ops: readonly Op[], store: Store = memoryStore()): Promise<Store> {
  const sealer = await benchSealer();
  const replica = memoryReplica();
  const { writer, key } = await sealer.newWriter();
  replica.disk.state = newState(writer, key);
  for (const op of ops) replica.disk.log.push({ op, own: true });
  const limits = { ...noSnapshot, batchBytes: 1e12 };
  await sync({ store, replica, sealer, now: () => Date.now(), randomHex }, { limits });
  return store;
}

/** A first sync of everything that is in a storage, in a browser that has nothing. */
async function readAll(
  store: Store,
  rowCount: number,
): Promise<{ ms: number; rows: Milestone[]; log: Change[] }> {
  const db = await browser();
  const ms = await timed(() => syncOne(db, store, noSnapshot));
  const [rows, log] = await Promise.all([db.milestones.toArray(), db.changes.toArray()]);
  if (rows.length !== rowCount) throw new Error(`${rows.length} rows were written.`);
  await drop(db);
  return { ms, rows, log };
}

/** The same rows and entries put by one transaction and nothing else. @returns ms */
async function putAll(rows: readonly Milestone[], log: readonly Change[]): Promise<number> {
  const db = await browser();
  const ms = await timed(() =>
    db.transaction("rw", db.milestones, db.changes, async () => {
      await db.milestones.bulkPut(rows);
      await db.changes.bulkAdd(log);
    }),
  );
  await drop(db);
  return ms;
}

/**
 * Edits pulled, folded and written with their history; and how long the database alone takes for the same rows. Nearly all
 * of it is that: an entry of the log takes IndexedDB of Chromium a tenth of a millisecond and more, about as much without
 * its indexes, without its texts, in several transactions and without strict writes. 500 of them in one record took
 * Chromium a twentieth of the time.
 */
async function pulling(
  rowCount: number,
  prose: string,
  rounds: number,
): Promise<{ ours: number[]; base: number[]; withoutLog: number[] }> {
  const { ops } = edits(rowCount, prose);
  const store = await filled(ops);
  const result = { ours: [] as number[], base: [] as number[], withoutLog: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const { ms, rows, log } = await readAll(store, rowCount);
    if (log.length !== ops.length) throw new Error("Not all edits are in the log.");
    result.ours.push(ms);
    result.base.push(await putAll(rows, log));
    result.withoutLog.push(await putAll(rows, []));
  }
  return result;
}

/** The first sync of a browser from the snapshot of another one; and the database alone with the same rows. */
async function firstSync(
  rowCount: number,
  prose: string,
  rounds: number,
): Promise<{ ours: number[]; base: number[] }> {
  const { ops, rows: made } = edits(rowCount, prose, 1);
  const store = await filled(ops);
  const source = await browser();
  await syncOne(source, store, noSnapshot);
  const [first = ""] = made.keys();
  await editMilestone(source, first, { title: "One more" });
  await syncOne(source, store, { snapshotBatches: 1 });
  await drop(source);
  if ((await store.list("s")).names.length === 0) throw new Error("There is no snapshot.");
  const result = { ours: [] as number[], base: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const { ms, rows, log } = await readAll(store, rowCount);
    result.ours.push(ms);
    result.base.push(await putAll(rows, log));
  }
  return result;
}

/** Edits of one field as a person makes them, strict; and the database alone with the same row and entry. */
async function writing(
  rowCount: number,
  prose: string,
  count: number,
): Promise<{ ours: number[]; base: number[] }> {
  const { ops, rows } = edits(rowCount, prose, 1);
  const db = await browser();
  await syncOne(db, await filled(ops), noSnapshot);
  const ids = [...rows.keys()];
  const ours: number[] = [];
  const base: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const id = ids[(number * 37) % ids.length] ?? "";
    ours.push(await timed(() => editMilestone(db, id, { title: `Edited, number ${number}` })));
    const [row, entry] = await Promise.all([db.milestones.get(id), db.changes.orderBy(":id").last()]);
    if (!row || !entry) throw new Error("There is nothing to write.");
    base.push(
      await timed(() =>
        db.transaction("rw", db.milestones, db.changes, async () => {
          await db.milestones.put(row);
          await db.changes.put(entry);
        }),
      ),
    );
  }
  await drop(db);
  return { ours, base };
}

let pair: { one: MilepostDb; other: MilepostDb; store: Store; id: string } | undefined;

/** Three browsers in step on a real storage, one of which only ever wrote. */
async function begin(access: { url: string; user: string; password: string }, prose: string): Promise<void> {
  const { ops, rows } = edits(10, prose, 1);
  const store = webdavStore({
    ...access,
    folder: "milepost1/bench",
    fetch: (...request) => fetch(...request),
  });
  await filled(ops, store);
  const [one, other] = [await browser(), await browser()];
  const [id = ""] = rows.keys();
  pair = { one, other, store, id };
  for (const db of [one, other]) {
    await syncOne(db, store);
    await editMilestone(db, id, { title: `Edited in ${db.name}` });
    await syncOne(db, store);
  }
  await idle();
}

/** One edit of one field, not sent yet. */
async function edit(title: string): Promise<void> {
  await editMilestone(pairOf().one, pairOf().id, { title });
}

/** Brings one of them in step. */
async function idle(): Promise<void> {
  await syncOne(pairOf().one, pairOf().store);
}

function pairOf(): NonNullable<typeof pair> {
  if (!pair) throw new Error("There are no two browsers yet.");
  return pair;
}

const all = { merging, wire, pulling, firstSync, writing, begin, edit, idle };
export type Bench = typeof all;

/** Starts one; its answer is found under `done` or `failed`, since it takes longer than a driver waits. */
function start(name: keyof Bench, ...given: readonly unknown[]): void {
  const run = all[name] as (...args: readonly unknown[]) => Promise<unknown>;
  Object.assign(globalThis, { done: undefined, failed: undefined });
  run(...given).then(
    (done) => Object.assign(globalThis, { done: done ?? null }),
    (error: unknown) => Object.assign(globalThis, { failed: String(error) }),
  );
}

Object.assign(globalThis, { start });
