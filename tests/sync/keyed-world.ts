import { gateOf } from "@/lib/sync/gate.ts";
import { KeyError } from "@/lib/sync/key-error.ts";
import { keyringOf, type SpaceKeys, standing } from "@/lib/sync/keys.ts";
import { beginSpace, openWithCode } from "@/lib/sync/open-space.ts";
import type { SpaceState } from "@/lib/sync/replica.ts";
import { changeKey, replaceCode } from "@/lib/sync/rotation.ts";
import { sealerOf } from "@/lib/sync/seal.ts";
import type { SyncLimits } from "@/lib/sync/session.ts";
import { spaceStore } from "@/lib/sync/spaces.ts";
import { type Store, StoreError } from "@/lib/sync/store.ts";
import { sync } from "@/lib/sync/sync.ts";
import { type Chance, seededChance, seededHex } from "../harness/random.ts";
import { memorySubject } from "./memory-replica.ts";
import { memoryStore, type MemoryStore, noFaults } from "./memory-store.ts";
import { Crash, type Subject } from "./subject.ts";
import { type Browser, isIn, whatIsWrong, type Written } from "./verdict.ts";
import { someFaults } from "./world.ts";

/*
 * The simulator with real keys: writers are let in and removed while all of them write and sync over a storage that fails,
 * and who was removed goes on writing as if nothing had happened. A seed gives the same acts each time; the keys are others.
 */

interface Member extends Browser {
  /** As they are on its disk. */
  keys: SpaceKeys;
  store: Store;
  /** The step in which somebody last set about removing it. */
  removedAt?: number;
}

interface Edit extends Written {
  by: Member;
  step: number;
  /** Who removed its author knew it then. */
  wasKnown?: boolean;
}

interface World {
  chance: Chance;
  randomHex: (digits: number) => string;
  root: MemoryStore;
  isCalm: boolean;
  now: number;
  /** `undefined` where nobody knows it: what replaces it broke off. */
  code: string | undefined;
  members: Member[];
  written: Edit[];
  tally: KeyedOutcome;
}

export interface KeyedOutcome {
  /** What went wrong; `undefined` if nothing did. */
  bad: string | undefined;
  letIn: number;
  removed: number;
  rotated: number;
  /** Syncs of who was removed, without asking whether they may. */
  trespassed: number;
  crashes: number;
  storeFaults: number;
}

const steps = 60;

export async function runKeyed(seed: number): Promise<KeyedOutcome> {
  const chance = seededChance(seed);
  const root = memoryStore(() => chance.nat(1 << 30) / (1 << 30));
  const tally = { letIn: 0, removed: 0, rotated: 0, trespassed: 0, crashes: 0, storeFaults: 0 };
  const world: World = {
    chance,
    randomHex: seededHex(chance),
    root,
    isCalm: true,
    now: 1000,
    code: undefined,
    members: [],
    written: [],
    tally: { ...tally, bad: undefined },
  };
  const { keys, code } = await beginSpace(root, { name: "b0", now: world.now });
  world.code = code;
  await addMember(world, keys);
  while (world.members.length < 3) await joins(world, 0);
  world.isCalm = false;
  root.faults = someFaults.store;
  for (let step = 0; step < steps; step += 1) await orFails(world, () => oneStep(world, step));
  world.isCalm = true;
  root.faults = noFaults;
  world.tally.storeFaults = root.counts.faults;
  return { ...world.tally, bad: await verdict(world) };
}

/** What a step may end with; anything else is a mistake of the engine. */
async function orFails(world: World, doing: () => Promise<void>): Promise<void> {
  try {
    await doing();
  } catch (error) {
    if (error instanceof Crash) world.tally.crashes += 1;
    else if (!(error instanceof StoreError) && !(error instanceof KeyError)) throw error;
  }
}

async function addMember(world: World, keys: SpaceKeys): Promise<Member> {
  const name = `b${world.members.length}`;
  const now = (): number => Math.max(0, world.now + member.clockOff);
  const { randomHex } = world;
  const member: Member = {
    name,
    subject: await memorySubject({ name, mayCrash: () => mayCrash(world), now, randomHex }),
    clockOff: 0,
    isAlive: true,
    backup: undefined,
    keys,
    store: spaceStore(world.root, keys.space),
  };
  world.members.push(member);
  return member;
}

function mayCrash({ isCalm, chance }: World): void {
  if (!isCalm && chance.nat(10_000) < someFaults.crash * 10_000) throw new Crash();
}

async function joins(world: World, step: number): Promise<void> {
  if (world.code === undefined) return;
  const keys = await openWithCode(world.root, world.code, {
    name: `b${world.members.length}`,
    now: world.now,
  });
  const member = await addMember(world, keys);
  world.tally.letIn += 1;
  // Its name, in the list of the others.
  await write(world, member, step);
}

async function oneStep(world: World, step: number): Promise<void> {
  const { chance } = world;
  world.now += chance.nat(50);
  const alive = world.members.filter(({ isAlive }) => isAlive);
  const member = chance.pick(alive);
  const what = chance.nat(100);
  if (what < 40) await write(world, member, step);
  else if (what < 78) await syncOne(world, member);
  else if (what < 82) member.clockOff = chance.nat(someFaults.skew + 1) - someFaults.skew / 2;
  else if (what < 88 && alive.length < 7) await joins(world, step);
  else if (what < 94) await removes(world, member, step);
  else if (what < 97) await rotates(world, member);
  else if (what < 98 && rightful(world).length > 3) member.isAlive = false;
  else await trespasses(world, member);
}

/** As far as is known before the end: nobody set about removing them. */
const rightful = ({ members }: World): Member[] =>
  members.filter(({ isAlive, removedAt }) => isAlive && removedAt === undefined);

async function write(world: World, by: Member, step: number): Promise<void> {
  const { chance } = world;
  const edit = {
    id: `r${chance.nat(6)}`,
    field: `f${chance.nat(3)}`,
    value: step,
    now: Math.max(0, world.now + by.clockOff),
  };
  const op = await by.subject.write(edit);
  if (op) world.written.push({ op, by, step, isAcknowledged: false, isExcused: false });
}

async function syncOne(world: World, member: Member): Promise<void> {
  const { subject, store } = member;
  const gate = gateOf({
    store,
    keys: member.keys,
    save: async (next) => {
      await keep(world, member, next);
    },
    now: () => Math.max(0, world.now + member.clockOff),
  });
  const report = await sync(
    { ...portsOf(world, member), gate },
    { limits: limitsOf(world), refillEmpty: true },
  );
  const { log, state } = await subject.look();
  if (report.missing > 0 || state?.pending || log.some(({ isUnsent }) => isUnsent)) return;
  for (const each of world.written) if (each.by === member && isIn(log, each.op)) each.isAcknowledged = true;
}

function portsOf(world: World, { subject, store, keys, clockOff }: Member) {
  const { randomHex } = world;
  const now = (): number => Math.max(0, world.now + clockOff);
  return { store, replica: subject.replica, sealer: sealerOf(keyringOf(keys)), now, randomHex };
}

function limitsOf({ chance, isCalm }: World): SyncLimits {
  return {
    batchOps: 4,
    batchBytes: 100_000,
    snapshotBatches: !isCalm && chance.nat(100) < 15 ? 0 : 1_000_000,
    snapshotBytes: 1_000_000_000,
    partBytes: 400,
    keepMs: 0,
    pullBatches: 3,
    askAfterMs: 500,
    giveUpAfterMs: 4000,
  };
}

/** It may end before they are on disk, and after. */
async function keep(world: World, member: Member, keys: SpaceKeys): Promise<void> {
  await Promise.resolve();
  mayCrash(world);
  member.keys = structuredClone(keys);
  mayCrash(world);
}

/** As a person takes one of their browsers out: what it has sent so far is fetched first, a snapshot comes after. */
async function removes(world: World, by: Member, step: number): Promise<void> {
  const others = rightful(world).filter((each) => each !== by);
  if (by.removedAt !== undefined || others.length < 2) return;
  const who = world.chance.pick(others);
  await syncOne(world, by);
  const { log, state } = await by.subject.look();
  who.removedAt = step;
  for (const each of world.written) if (each.by === who && isIn(log, each.op)) each.wasKnown = true;
  const change = { now: world.now, remove: [who.keys.me.id], heads: state?.heads ?? {} };
  await keep(world, by, await changeKey(by.store, by.keys, change));
  if (state)
    await by.subject.replica.commit({ state: { ...state, owesSnapshot: true } satisfies SpaceState });
  world.tally.removed += 1;
}

/** Another key for no reason, or another code. */
async function rotates(world: World, by: Member): Promise<void> {
  if (by.removedAt !== undefined) return;
  if (world.chance.oneIn(2)) await keep(world, by, await changeKey(by.store, by.keys, { now: world.now }));
  else {
    world.code = undefined;
    const { keys, code } = await replaceCode(by.store, by.keys, world.now);
    world.code = code;
    await keep(world, by, keys);
  }
  world.tally.rotated += 1;
}

/** Who was removed sends with the keys there were, and reads what they open. */
async function trespasses(world: World, member: Member): Promise<void> {
  if (member.removedAt === undefined) return;
  world.tally.trespassed += 1;
  await sync(portsOf(world, member), { limits: limitsOf(world), refillEmpty: true });
}

async function trespassesLate(world: World, member: Member): Promise<void> {
  await write(world, member, steps);
  await trespasses(world, member);
}

async function verdict(world: World): Promise<string | undefined> {
  const alive = world.members.filter(({ isAlive }) => isAlive);
  const told = new Set<Member>();
  for (const member of alive) member.clockOff = 0;
  for (let round = 0; round < 10; round += 1) {
    world.now += 1000;
    // By now everybody knows of everybody who is out.
    if (round === 5) for (const member of told) await trespassesLate(world, member);
    for (const member of alive) {
      try {
        await syncOne(world, member);
        // Whoever removed them was out before: it did not count.
        told.delete(member);
      } catch (error) {
        if (!(error instanceof KeyError) || error.failure !== "removed") throw error;
        told.add(member);
      }
    }
  }
  const untold = alive.filter((member) => !told.has(member));
  // Whoever is not in has no part in the newest key.
  const newest = ({ keys }: Member): string => standing(keys).current ?? "";
  const first = untold.toSorted((a, b) => (newest(a) < newest(b) ? 1 : -1))[0];
  if (!first) return "nobody is left";
  const { current, removed, holders } = standing(first.keys);
  // Who was let in by a code just while that was replaced is not in either, and nobody can tell them from a thief of it.
  const isOut = (member: Member): boolean => !holders.some(({ id }) => id === member.keys.me.id);
  const within = untold.filter((member) => removed.has(member.keys.me.id) || !isOut(member));
  for (const member of within) {
    const theirs = standing(member.keys);
    if (isOut(member)) return `${member.name} was removed and is not told`;
    if (theirs.current !== current) return `${first.name} and ${member.name} write with other keys`;
    if (idsOf(theirs.removed) !== idsOf(removed))
      return `${first.name} and ${member.name} know of other removals`;
  }
  const wrongly = [...told].find((member) => !isOut(member));
  if (wrongly) return `${wrongly.name} is told that it is out, and is not`;
  for (const each of world.written) if (isOut(each.by) && !each.wasKnown) each.isExcused = true;
  return (
    (await whatIsWrong(
      world.written.map((each) => ownIf(each, isOut)),
      within,
    )) ?? (await whatCameIn(world, within, isOut))
  );
}

/** What was known of who was removed is there as if it had been acknowledged. */
function ownIf(each: Edit, isOut: (member: Member) => boolean): Written {
  return isOut(each.by) ? { ...each, isAcknowledged: each.wasKnown === true } : each;
}

const idsOf = (removed: ReadonlyMap<string, unknown>): string => [...removed.keys()].toSorted().join();

/** Nothing that somebody wrote when all others knew that they are out is among what others read. */
async function whatCameIn(
  { written }: World,
  within: readonly Member[],
  isOut: (member: Member) => boolean,
): Promise<string | undefined> {
  for (const { name, subject } of within) {
    const stamps = await stampsIn(subject);
    for (const { op, by, step } of written) {
      if (!isOut(by) || step < steps) continue;
      if (stamps.has(JSON.stringify(op.stamp))) return `${name} read what ${by.name} wrote when it was out`;
    }
  }
  return undefined;
}

async function stampsIn(subject: Subject): Promise<Set<string>> {
  const { rows, log } = await subject.look();
  const ofRows = [...rows.values()].flatMap(({ _c }) => Object.values(_c ?? {}));
  return new Set([...ofRows, ...log.map(({ op }) => op.stamp)].map((stamp) => JSON.stringify(stamp)));
}
