import type { MilepostDb } from "@/lib/db/database.ts";
import type { SpaceRow } from "@/lib/db/space-tables.ts";
import type {
  StorageAccess,
  SyncEvent,
  SyncNotice,
  SyncProblem,
  SyncProblemKind,
  SyncStatus,
} from "@/lib/domain/space.ts";
import { gateOf } from "@/lib/sync/gate.ts";
import { KeyError } from "@/lib/sync/key-error.ts";
import { keyringOf, type SpaceKeys } from "@/lib/sync/keys.ts";
import type { Replica, SpaceState } from "@/lib/sync/replica.ts";
import { sealerOf } from "@/lib/sync/seal.ts";
import type { Gate, SyncReport } from "@/lib/sync/session.ts";
import { spaceStore } from "@/lib/sync/spaces.ts";
import { StoreError } from "@/lib/sync/store.ts";
import { sync } from "@/lib/sync/sync.ts";
import { dropOldConflicts } from "./keep-conflicts.ts";
import { type Network, openStorage } from "./open-storage.ts";
import { originOf } from "./origin.ts";
import { countUnsent, dexieReplica, SpaceStopped } from "./replica.ts";

/** What keeping in step needs of a browser. */
export interface SpacePorts extends Network {
  /** May we fetch from the site? A match pattern. */
  mayReach: (origin: string) => Promise<boolean>;
  randomHex: (digits: number) => string;
  /** Around what takes rows away on purpose, or it would be taken for damage. */
  whileFewer: (doing: () => Promise<void>) => Promise<void>;
  /** Errors that nobody expects. Without texts. */
  report: (error: unknown) => void;
}

export interface RunOptions {
  /** Also where it is not time yet. */
  atOnce?: boolean;
  refillEmpty?: boolean;
}

const minuteMs = 60_000;
const longestWaitMs = 60 * minuteMs;
/**
 * Without anything to send, the storage is left alone for so long at least: a page that stands open asks each minute, and
 * the heartbeat of the background, which begins at another moment in each browser, every five.
 */
const restMs = 50_000;
/** A clock that is off by more is worth a word. */
const largeSkewMs = 2 * minuteMs;
/** What cannot be read so long is worth a word. */
const longMissingMs = 24 * 60 * minuteMs;
const keptEvents = 500;
/** So many at once, and the person is shown how far it is. */
const muchToSend = 200;
/** The same, of batches of others. */
const muchToRead = 10;

/**
 * Brings this browser and the storage of a space in step, if it is time. In one context of the browser at a time.
 * @returns whether anything came in
 */
export function runSpace(
  db: MilepostDb,
  id: string,
  ports: SpacePorts,
  options: RunOptions = {},
): Promise<{ hasReceived: boolean }> {
  return inTurn(db, id, async () => {
    const row = await db.spaces.get(id);
    if (!row || row.paused || !(await isTime(db, row, ports.now(), options))) return { hasReceived: false };
    const received = await attempt(db, row, ports, options).catch(async (error: unknown) => {
      await keepFailure(db, id, ports, error);
      return 0;
    });
    return { hasReceived: received > 0 };
  });
}

/** Whoever has to do with the storage of a space waits until it is alone with it, in all contexts of the browser. */
export function inTurn<T>(db: MilepostDb, id: string, doing: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`${db.name}-space-${id}`, doing);
}

/** Whether the browser lets us reach a storage. */
export async function mayReach({ mayReach: may }: SpacePorts, storage: StorageAccess): Promise<boolean> {
  const origin = originOf(storage);
  return origin === null || may(origin);
}

async function isTime(
  db: MilepostDb,
  { id, status }: SpaceRow,
  now: number,
  { atOnce = false, refillEmpty = false }: RunOptions,
): Promise<boolean> {
  if (atOnce || refillEmpty) return true;
  // One that ended in the middle goes on. A clock that was set back waits for nothing.
  if (status.state === "syncing" || now < (status.checkedAt ?? 0)) return true;
  if (status.retryAt !== null) return now >= status.retryAt || status.retryAt > now + longestWaitMs;
  if (status.problem && status.problem.kind === "asksAboutEmpty") return false;
  return now - (status.checkedAt ?? 0) >= restMs || (await countUnsent(db, id)) > 0;
}

async function attempt(
  db: MilepostDb,
  row: SpaceRow,
  ports: SpacePorts,
  { refillEmpty = false }: RunOptions,
): Promise<number> {
  const { id } = row;
  if (!(await mayReach(ports, row.storage))) throw new NotAllowed();
  const waiting = await countUnsent(db, id);
  await keepStatus(db, id, {
    state: "syncing",
    progress: waiting >= muchToSend ? { done: 0, total: waiting } : null,
  });
  const keys = row.keys as SpaceKeys;
  const store = spaceStore(openStorage(row, ports), keys.space);
  const replica = dexieReplica(db, id, ports.whileFewer);
  const gate = gateOf({
    store,
    keys,
    save: (next) => keepKeys(db, id, next),
    now: ports.now,
  });
  const report = await sync(
    {
      store,
      sealer: sealerOf(keyringOf(keys)),
      ...(waiting >= muchToSend
        ? { replica: followed(db, id, replica, waiting), gate }
        : followedReading(db, id, replica, gate)),
      now: ports.now,
      randomHex: ports.randomHex,
    },
    { refillEmpty },
  );
  await keepSuccess(db, id, ports, report);
  return report.received;
}

/** The permission for the site was taken back. */
class NotAllowed extends Error {}

/** Tells the person how much of a lot is sent. */
function followed(db: MilepostDb, id: string, replica: Replica, total: number): Replica {
  let done = 0;
  let underWay = 0;
  return {
    ...replica,
    takeUnsent: async (...how) => {
      const taken = await replica.takeUnsent(...how);
      underWay = taken.ops.length;
      return taken;
    },
    commit: async (step) => {
      await replica.commit(step);
      if (step.mine === undefined) return;
      done = Math.min(total, done + underWay);
      await keepStatus(db, id, { progress: { done, total } });
    },
  };
}

/** Tells the person how much of a lot is read, which the markers of the others tell. */
function followedReading(
  db: MilepostDb,
  id: string,
  replica: Replica,
  gate: Gate,
): { replica: Replica; gate: Gate } {
  let total = 0;
  let done = 0;
  return {
    gate: {
      ...gate,
      enter: async (how) => {
        const entered = await gate.enter(how);
        const state = (await db.spaces.get(id))?.state as SpaceState | undefined;
        total = entered.heads
          .filter(({ writer }) => writer !== state?.writer)
          .map(({ writer, seq }) => Math.max(0, seq - (state?.heads[writer]?.seq ?? 0)))
          .reduce((sum, each) => sum + each, 0);
        if (total >= muchToRead) await keepStatus(db, id, { progress: { done, total, isReading: true } });
        return entered;
      },
    },
    replica: {
      ...replica,
      commit: async (step) => {
        await replica.commit(step);
        if (total < muchToRead || !step.applied) return;
        done = Math.min(total, done + step.applied.length);
        await keepStatus(db, id, { progress: { done, total, isReading: true } });
      },
    },
  };
}

async function keepKeys(db: MilepostDb, id: string, keys: SpaceKeys): Promise<void> {
  if ((await db.spaces.update(id, { keys })) === 0) throw new SpaceStopped();
}

async function keepStatus(db: MilepostDb, id: string, change: Partial<SyncStatus>): Promise<void> {
  await db.transaction("rw", db.spaces, async () => {
    const row = await db.spaces.get(id);
    if (row) await db.spaces.put({ ...row, status: { ...row.status, ...change } });
  });
}

async function keepSuccess(
  db: MilepostDb,
  id: string,
  { now: clock }: SpacePorts,
  report: SyncReport,
): Promise<void> {
  const now = clock();
  await db.transaction("rw", [db.spaces, db.syncEvents, db.conflicts], async () => {
    const row = await db.spaces.get(id);
    if (!row) return;
    const problem = problemIn(row, report, now);
    const events: SyncEvent[] = [];
    const at = now;
    if (report.sent + report.received > 0)
      events.push({ at, space: id, kind: "synced", sent: report.sent, received: report.received });
    if (report.healed) events.push({ at, space: id, kind: "healed", how: report.healed });
    if (report.renamed) events.push({ at, space: id, kind: "renamed" });
    if (problem && problem.kind !== row.status.problem?.kind)
      events.push({ at, space: id, kind: "problem", problem: problem.kind });
    await addEvents(db, events);
    await dropOldConflicts(db);
    await db.spaces.put({
      ...row,
      failures: 0,
      status: {
        ...row.status,
        state: problem ? "problem" : "idle",
        checkedAt: report.asksAboutEmpty ? row.status.checkedAt : now,
        problem,
        retryAt: null,
        progress: null,
        notices: noticesAfter(db, row.status.notices, report, now),
      },
    });
  });
}

function problemIn(row: SpaceRow, report: SyncReport, now: number): SyncProblem | null {
  const { missing = [] } = (row.state as SpaceState | undefined) ?? {};
  const long = missing.filter(({ since, why }) => why !== "newer" && now - since >= longMissingMs);
  if (report.asksAboutEmpty) return problemOf(row, "asksAboutEmpty", now);
  if (report.notOurs > 0) return problemOf(row, "notStorage", now);
  if (report.newer > 0) return problemOf(row, "newer", now, report.newer);
  if (long.length > 0) return problemOf(row, "missing", now, long.length);
  if (report.snapshotFailed === "full") return problemOf(row, "full", now);
  return null;
}

function problemOf({ status }: SpaceRow, kind: SyncProblemKind, now: number, count?: number): SyncProblem {
  const since = status.problem?.kind === kind ? status.problem.since : now;
  return { kind, since, ...(count === undefined ? {} : { count }) };
}

/** What is true only as long as it lasts takes the place of what was said of it before. */
function noticesAfter(
  db: MilepostDb,
  before: readonly SyncNotice[],
  { renamed, received, healed, withheld, aheadMs }: SyncReport,
  at: number,
): readonly SyncNotice[] {
  const known = (kind: SyncNotice["kind"]): string =>
    before.find((each) => each.kind === kind)?.id ?? db.newId();
  const lasting = before.filter(({ kind }) => kind !== "withheld" && kind !== "clock");
  const isOff = aheadMs !== undefined && Math.abs(aheadMs) > largeSkewMs;
  return [
    ...lasting,
    ...(renamed ? [{ id: db.newId(), at, kind: "renamed" as const, count: received }] : []),
    ...(healed ? [{ id: db.newId(), at, kind: "healed" as const, how: healed }] : []),
    ...(withheld > 0 ? [{ id: known("withheld"), at, kind: "withheld" as const, count: withheld }] : []),
    ...(isOff ? [{ id: known("clock"), at, kind: "clock" as const, aheadMs }] : []),
  ];
}

async function keepFailure(db: MilepostDb, id: string, ports: SpacePorts, error: unknown): Promise<void> {
  if (error instanceof SpaceStopped) return;
  const kind = problemKindOf(error);
  if (kind === "failed") ports.report(error);
  const now = ports.now();
  await db.transaction("rw", [db.spaces, db.syncEvents], async () => {
    const row = await db.spaces.get(id);
    if (!row) return;
    const failures = row.failures + 1;
    const asked = error instanceof StoreError ? (error.retryAfterMs ?? 0) : 0;
    const wait = Math.min(longestWaitMs, Math.max(asked, minuteMs * 2 ** (failures - 1)));
    if (row.status.problem?.kind !== kind)
      await addEvents(db, [{ at: now, space: id, kind: "problem", problem: kind }]);
    const isPassing = kind === "offline" || kind === "busy";
    await db.spaces.put({
      ...row,
      failures,
      status: {
        ...row.status,
        state: isPassing ? "waiting" : "problem",
        problem: problemOf(row, kind, now),
        retryAt: now + wait,
        progress: null,
      },
    });
  });
}

/** What to tell the person of an error. */
export function problemKindOf(error: unknown): SyncProblemKind {
  if (error instanceof StoreError) return error.failure;
  if (error instanceof NotAllowed) return "notAllowed";
  if (error instanceof KeyError)
    return error.failure === "newer" ? "newer" : error.failure === "removed" ? "removed" : "failed";
  return hasName(error, "QuotaExceededError") ? "noSpace" : "failed";
}

/** Of itself or of what it was made of: Dexie wraps what the disk says. */
function hasName(error: unknown, name: string): boolean {
  if (!(error instanceof Error)) return false;
  const { inner } = error as { inner?: unknown };
  return error.name === name || hasName(error.cause, name) || hasName(inner, name);
}

export async function addEvents(db: MilepostDb, events: readonly SyncEvent[]): Promise<void> {
  if (events.length === 0) return;
  const last = await db.syncEvents.bulkAdd(events);
  await db.syncEvents
    .where("n")
    .belowOrEqual(last - keptEvents)
    .delete();
}

/**
 * When the background is to look next, apart from its heartbeats; `null` where those are enough.
 */
export async function nextLook(db: MilepostDb, now: number): Promise<number | null> {
  const times: number[] = [];
  for (const { id, paused, status } of await db.spaces.toArray()) {
    if (paused) continue;
    // One that ended in the middle is to go on.
    const isWaiting = status.state === "syncing" || (await countUnsent(db, id)) > 0;
    if (status.retryAt !== null && isWaiting) times.push(Math.max(now + minuteMs, status.retryAt));
    else if (isWaiting && !status.problem) times.push(now + minuteMs);
  }
  return times.length > 0 ? Math.min(...times) : null;
}
