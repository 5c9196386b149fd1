import { isDeepStrictEqual } from "node:util";
import { canonicalJson } from "@/lib/domain/canonical-json.ts";
import { overtakes } from "@/lib/domain/merge.ts";
import type { Op } from "@/lib/sync/op.ts";
import type { SyncLimits } from "@/lib/sync/session.ts";
import { StoreError } from "@/lib/sync/store.ts";
import { sync } from "@/lib/sync/sync.ts";
import { type Chance, seededChance } from "../harness/random.ts";
import { type Disk, memoryReplica, type MemoryReplica } from "./memory-replica.ts";
import { memoryStore, type MemoryStore, noFaults, type StoreFaults } from "./memory-store.ts";
import { plainSealer } from "./plain-sealer.ts";

/** What goes wrong in a run. The rates are from 0 to 1. */
export interface Faults {
  store: StoreFaults;
  /** At each write of a browser, before it and after it. */
  crash: number;
  /** Clocks are off by up to half of it, either way, in a world where a step takes up to 50. */
  skew: number;
  restore: boolean;
  clone: boolean;
  die: boolean;
  wipe: boolean;
  storeRollback: boolean;
}

export const someFaults: Faults = {
  store: { fails: 0.03, answerLost: 0.03, cutWrite: 0.03, cutRead: 0.02, staleList: 0.15 },
  crash: 0.02,
  skew: 4000,
  restore: true,
  clone: true,
  die: true,
  wipe: false,
  storeRollback: false,
};

export const allFaults: Faults = { ...someFaults, wipe: true, storeRollback: true };

export interface Outcome {
  /** What went wrong; `undefined` if nothing did. */
  bad: string | undefined;
  crashes: number;
  storeFaults: number;
  renamed: number;
  healed: number;
  snapshots: number;
}

class Crash extends Error {}

interface Browser {
  name: string;
  replica: MemoryReplica;
  clockOff: number;
  isAlive: boolean;
  backup: Disk | undefined;
}

interface Written {
  op: Op;
  by: Browser;
  /** A sync that ended well said that everything is sent. */
  isAcknowledged: boolean;
  /** It is physically lost, and nobody can be blamed for it. */
  isExcused: boolean;
}

interface World {
  chance: Chance;
  faults: Faults;
  isCalm: boolean;
  now: number;
  store: MemoryStore;
  browsers: Browser[];
  written: Written[];
  storeBackup: Map<string, Uint8Array> | undefined;
  outcome: Outcome;
}

const steps = 120;

/** One run: browsers write and sync while everything fails; then nothing fails any more, and all must be alike. */
export async function run(seed: number, faults: Faults): Promise<Outcome> {
  const world = newWorld(seed, faults);
  const count = 3 + (seed % 3);
  for (let index = 0; index < count; index += 1) addBrowser(world);
  for (let step = 0; step < steps; step += 1) {
    try {
      await oneStep(world, step);
    } catch (error) {
      if (error instanceof Crash) world.outcome.crashes += 1;
      else if (error instanceof WentWrong) return { ...world.outcome, bad: error.message };
      else if (!(error instanceof StoreError)) throw error;
    }
  }
  world.isCalm = true;
  world.store.faults = noFaults;
  const alive = world.browsers.filter(({ isAlive }) => isAlive);
  for (const browser of alive) browser.clockOff = 0;
  for (let round = 0; round < 8; round += 1) {
    // Long enough to ask for what could not be read.
    world.now += 1000;
    for (const browser of alive) await syncOne(world, browser);
  }
  world.outcome.storeFaults = world.store.counts.faults;
  return { ...world.outcome, bad: whatIsWrong(world, alive) };
}

class WentWrong extends Error {}

function newWorld(seed: number, faults: Faults): World {
  const chance = seededChance(seed);
  const store = memoryStore(() => chance.nat(1 << 30) / (1 << 30));
  store.faults = faults.store;
  return {
    chance,
    faults,
    isCalm: false,
    now: 1000,
    store,
    browsers: [],
    written: [],
    storeBackup: undefined,
    outcome: { bad: undefined, crashes: 0, storeFaults: 0, renamed: 0, healed: 0, snapshots: 0 },
  };
}

function addBrowser(world: World, name = `b${world.browsers.length}`): Browser {
  const replica = memoryReplica(() => {
    if (!world.isCalm && world.chance.nat(10_000) < world.faults.crash * 10_000) throw new Crash();
  });
  const browser: Browser = { name, replica, clockOff: 0, isAlive: true, backup: undefined };
  world.browsers.push(browser);
  return browser;
}

async function oneStep(world: World, step: number): Promise<void> {
  const { chance, faults } = world;
  world.now += chance.nat(50);
  const alive = world.browsers.filter(({ isAlive }) => isAlive);
  const browser = chance.pick(alive);
  const what = chance.nat(1000);
  if (what < 450) write(world, browser, step);
  else if (what < 850) await syncOne(world, browser);
  else if (what < 890) browser.clockOff = chance.nat(faults.skew + 1) - faults.skew / 2;
  else if (what < 910) restoreOrBackUp(world, browser);
  else if (what < 920) clone(world, browser);
  else if (what < 930) die(world, browser, alive.length);
  else if (what < 940) addBrowser(world);
  else if (what < 945) wipe(world);
  else if (what < 955) rollBack(world);
}

function write(world: World, browser: Browser, value: number): void {
  const { chance } = world;
  const { replica } = browser;
  const edit = {
    id: `r${chance.nat(6)}`,
    field: `f${chance.nat(3)}`,
    value: chance.oneIn(10) ? null : value,
    now: Math.max(0, world.now + browser.clockOff),
    // Two copies of one profile write with one name.
    writer: replica.disk.state?.writer ?? browser.name,
  };
  const op = replica.write(edit);
  const seen = replica.disk.rows.get(`rows/${edit.id}`)?.[edit.field];
  if (seen !== edit.value) throw new WentWrong(`${browser.name} does not read what it wrote to ${edit.id}.`);
  world.written.push({ op, by: browser, isAcknowledged: false, isExcused: false });
}

async function syncOne(world: World, browser: Browser): Promise<void> {
  const { chance, store } = world;
  const { replica } = browser;
  const randomHex = (digits: number): string =>
    Array.from({ length: digits }, () => chance.nat(16).toString(16)).join("");
  const isSnapshotDue = !world.isCalm && chance.nat(100) < 15;
  const limits: SyncLimits = {
    batchOps: 4,
    batchBytes: 100_000,
    snapshotBatches: isSnapshotDue ? 0 : 1_000_000,
    snapshotBytes: 1_000_000_000,
    partBytes: 400,
    keepMs: 0,
    pullBatches: 3,
    askAfterMs: 500,
    giveUpAfterMs: 4000,
  };
  const now = (): number => Math.max(0, world.now + browser.clockOff);
  const ports = { store, replica, sealer: plainSealer(randomHex), now, randomHex };
  const report = await sync(ports, { limits, refillEmpty: true });
  if (report.healed) world.outcome.healed += 1;
  if (report.renamed) world.outcome.renamed += 1;
  if (isSnapshotDue) world.outcome.snapshots += 1;
  const { log, state } = replica.disk;
  const isAllSent = !state?.pending && !log.some(({ own }, index) => own && index >= (state?.sent ?? 0));
  if (report.missing > 0 || !isAllSent) return;
  for (const each of world.written) {
    if (each.by === browser && isInLog(replica.disk, each.op)) each.isAcknowledged = true;
  }
}

/** The profile as it was some time ago. What was not sent since is gone with the disk. */
function restoreOrBackUp(world: World, browser: Browser): void {
  if (!world.faults.restore) return;
  if (!browser.backup) {
    browser.backup = copyOf(browser.replica.disk);
    return;
  }
  browser.replica.disk = browser.backup;
  browser.backup = undefined;
  for (const each of world.written) {
    if (each.by === browser && !each.isAcknowledged && !isInLog(browser.replica.disk, each.op))
      each.isExcused = true;
  }
}

/** The same profile twice, both alive. */
function clone(world: World, browser: Browser): void {
  if (!world.faults.clone || world.browsers.length >= 8) return;
  const copy = addBrowser(world, `${browser.name}-copy`);
  copy.replica.disk = copyOf(browser.replica.disk);
  copy.clockOff = browser.clockOff;
}

function die({ faults }: World, browser: Browser, aliveCount: number): void {
  if (faults.die && aliveCount > 2) browser.isAlive = false;
}

function wipe(world: World): void {
  if (!world.faults.wipe) return;
  world.store.files.clear();
  excuseWhatIsLost(world);
}

/** The store as it was some time ago. */
function rollBack(world: World): void {
  if (!world.faults.storeRollback) return;
  if (!world.storeBackup) {
    world.storeBackup = new Map(world.store.files);
    return;
  }
  world.store.files = world.storeBackup;
  world.storeBackup = undefined;
  excuseWhatIsLost(world);
}

/**
 * What was acknowledged is to be earned again. An edit that no living browser holds, or whose author died or was
 * restored since, may be nowhere any more.
 */
function excuseWhatIsLost({ written, browsers }: World): void {
  for (const each of written) {
    each.isAcknowledged = false;
    const isHeld = browsers.some(({ isAlive, replica }) => isAlive && isOrIsOvertaken(replica.disk, each.op));
    if (!isHeld || !each.by.isAlive || !isInLog(each.by.replica.disk, each.op)) each.isExcused = true;
  }
}

function whatIsWrong({ written }: World, alive: readonly Browser[]): string | undefined {
  const [first, ...others] = alive;
  if (!first) return "nobody is left";
  for (const other of others) {
    if (rowsOf(first.replica.disk) !== rowsOf(other.replica.disk))
      return `${first.name} and ${other.name} differ in ${difference(first.replica.disk, other.replica.disk)}`;
  }
  for (const { op, by, isAcknowledged, isExcused } of written) {
    if (isExcused || (!isAcknowledged && !by.isAlive)) continue;
    if (!isOrIsOvertaken(first.replica.disk, op)) return `lost: ${JSON.stringify(op)} of ${by.name}`;
  }
  const stuck = alive.find(({ replica }) => (replica.disk.state?.missing.length ?? 0) > 0);
  return stuck && `${stuck.name} misses ${JSON.stringify(stuck.replica.disk.state?.missing)}`;
}

function isOrIsOvertaken({ rows }: Disk, { id, patch, stamp }: Op): boolean {
  const row = rows.get(`rows/${id}`);
  return Object.entries(patch).every(([field, value]) => {
    const own = row?._c?.[field];
    return own !== undefined && !overtakes(stamp, value, own, row?.[field]);
  });
}

function isInLog({ log }: Disk, op: Op): boolean {
  return log.some((each) => each.op === op || isDeepStrictEqual(each.op, op));
}

function rowsOf({ rows }: Disk): string {
  return canonicalJson(Object.fromEntries(rows));
}

function difference(one: Disk, other: Disk): string {
  return [...new Set([...one.rows.keys(), ...other.rows.keys()])]
    .map((key) => [one, other].map(({ rows }) => canonicalJson(rows.get(key) ?? null)))
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => `${a} and ${b}`)
    .join(", ");
}

function copyOf(disk: Disk): Disk {
  return structuredClone(disk);
}
