import type { SyncLimits } from "@/lib/sync/session.ts";
import { StoreError } from "@/lib/sync/store.ts";
import { sync } from "@/lib/sync/sync.ts";
import { type Chance, seededChance, seededHex } from "../harness/random.ts";
import { memorySubject } from "./memory-replica.ts";
import { memoryStore, type MemoryStore, noFaults, type StoreFaults } from "./memory-store.ts";
import { plainSealer } from "./plain-sealer.ts";
import { Crash, type MakeSubject, type Subject } from "./subject.ts";
import { type Browser, excuseWhatIsLost, isIn, whatIsWrong, type Written } from "./verdict.ts";

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

interface World {
  makeSubject: MakeSubject;
  randomHex: (digits: number) => string;
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
export async function run(
  seed: number,
  faults: Faults,
  makeSubject: MakeSubject = memorySubject,
): Promise<Outcome> {
  const world = newWorld(seed, faults, makeSubject);
  const count = 3 + (seed % 3);
  for (let index = 0; index < count; index += 1) await addBrowser(world);
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
  return { ...world.outcome, bad: await whatIsWrong(world.written, alive) };
}

class WentWrong extends Error {}

function newWorld(seed: number, faults: Faults, makeSubject: MakeSubject): World {
  const chance = seededChance(seed);
  const store = memoryStore(() => chance.nat(1 << 30) / (1 << 30));
  store.faults = faults.store;
  return {
    makeSubject,
    randomHex: seededHex(chance),
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

async function addBrowser(world: World, name = `b${world.browsers.length}`): Promise<Browser> {
  const mayCrash = (): void => {
    if (!world.isCalm && world.chance.nat(10_000) < world.faults.crash * 10_000) throw new Crash();
  };
  const now = (): number => Math.max(0, world.now + browser.clockOff);
  const { randomHex } = world;
  const browser: Browser = { name, subject: none, clockOff: 0, isAlive: true, backup: undefined };
  browser.subject = await world.makeSubject({ name, mayCrash, now, randomHex });
  world.browsers.push(browser);
  return browser;
}

const none = {} as Subject;

async function oneStep(world: World, step: number): Promise<void> {
  const { chance, faults } = world;
  world.now += chance.nat(50);
  const alive = world.browsers.filter(({ isAlive }) => isAlive);
  const browser = chance.pick(alive);
  const what = chance.nat(1000);
  if (what < 450) await write(world, browser, step);
  else if (what < 850) await syncOne(world, browser);
  else if (what < 890) browser.clockOff = chance.nat(faults.skew + 1) - faults.skew / 2;
  else if (what < 910) await restoreOrBackUp(world, browser);
  else if (what < 920) await clone(world, browser);
  else if (what < 930) die(world, browser, alive.length);
  else if (what < 940) await addBrowser(world);
  else if (what < 945) await wipe(world);
  else if (what < 955) await rollBack(world);
}

async function write(world: World, browser: Browser, value: number): Promise<void> {
  const { chance } = world;
  const edit = {
    id: `r${chance.nat(6)}`,
    field: `f${chance.nat(3)}`,
    value: chance.oneIn(10) ? null : value,
    now: Math.max(0, world.now + browser.clockOff),
  };
  const op = await orRestart(browser, browser.subject.write(edit));
  const seen = (await browser.subject.valueOf(edit.id, edit.field)) ?? null;
  if (seen !== edit.value) throw new WentWrong(`${browser.name} does not read what it wrote to ${edit.id}.`);
  if (op) world.written.push({ op, by: browser, isAcknowledged: false, isExcused: false });
}

/** A browser that ended is started again before anything else is done with it. */
async function orRestart<T>({ subject }: Browser, doing: Promise<T>): Promise<T> {
  try {
    return await doing;
  } catch (error) {
    if (error instanceof Crash) await subject.restart();
    throw error;
  }
}

async function syncOne(world: World, browser: Browser): Promise<void> {
  const { chance, randomHex, store } = world;
  const { replica } = browser.subject;
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
  const report = await orRestart(browser, sync(ports, { limits, refillEmpty: true }));
  if (report.healed) world.outcome.healed += 1;
  if (report.renamed) world.outcome.renamed += 1;
  if (isSnapshotDue) world.outcome.snapshots += 1;
  const { log, state } = await browser.subject.look();
  if (report.missing > 0 || state?.pending || log.some(({ isUnsent }) => isUnsent)) return;
  for (const each of world.written) {
    if (each.by === browser && isIn(log, each.op)) each.isAcknowledged = true;
  }
}

/** The profile as it was some time ago. What was not sent since is gone with the disk. */
async function restoreOrBackUp(world: World, browser: Browser): Promise<void> {
  if (!world.faults.restore) return;
  const { subject } = browser;
  if (browser.backup === undefined) {
    browser.backup = await subject.copy();
    return;
  }
  await subject.restore(browser.backup);
  browser.backup = undefined;
  const { log } = await subject.look();
  for (const each of world.written) {
    if (each.by === browser && !each.isAcknowledged && !isIn(log, each.op)) each.isExcused = true;
  }
}

/** The same profile twice, both alive. */
async function clone(world: World, browser: Browser): Promise<void> {
  if (!world.faults.clone || world.browsers.length >= 8) return;
  const copy = await addBrowser(world, `${browser.name}-copy`);
  await copy.subject.restore(await browser.subject.copy());
  copy.clockOff = browser.clockOff;
}

function die({ faults }: World, browser: Browser, aliveCount: number): void {
  if (faults.die && aliveCount > 2) browser.isAlive = false;
}

async function wipe(world: World): Promise<void> {
  if (!world.faults.wipe) return;
  world.store.files.clear();
  await excuseWhatIsLost(world.written, world.browsers);
}

/** The store as it was some time ago. */
async function rollBack(world: World): Promise<void> {
  if (!world.faults.storeRollback) return;
  if (!world.storeBackup) {
    world.storeBackup = new Map(world.store.files);
    return;
  }
  world.store.files = world.storeBackup;
  world.storeBackup = undefined;
  await excuseWhatIsLost(world.written, world.browsers);
}
