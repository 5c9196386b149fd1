import type { MilepostDb } from "@/lib/db/database.ts";
import type { SpaceRow } from "@/lib/db/space-tables.ts";
import { randomHex } from "@/lib/sync/bytes.ts";
import { gateOf } from "@/lib/sync/gate.ts";
import { keyringOf, type SpaceKeys } from "@/lib/sync/keys.ts";
import { sealerOf } from "@/lib/sync/seal.ts";
import { sync } from "@/lib/sync/sync.ts";
import { firstProgress, followed } from "./progress.ts";
import { inTurn, reachSpace, type SpacePorts } from "./reach.ts";
import { dexieReplica, SpaceStopped } from "./replica.ts";
import { enteredRoom, lookForAnswers } from "./room-guests.ts";
import { isRoom, isWaitingGuest } from "./room-place.ts";
import { roomReplica } from "./room-replica.ts";
import { keepFailure, keepStatus, keepSuccess, longestWaitMs, minuteMs } from "./status.ts";
import { countUnsent } from "./unsent.ts";

export interface RunOptions {
  /** Also where it is not time yet. */
  atOnce?: boolean;
  refillEmpty?: boolean;
  /** Also where it is paused: it is the last time. */
  evenPaused?: boolean;
}

/**
 * Without anything to send, the storage is left alone for so long at least: a page that stands open asks each minute, and
 * the heartbeat of the background, which begins at a moment of chance in each browser, every five.
 */
const restMs = 50_000;

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
    if (!row || (row.paused && !options.evenPaused) || !(await isTime(db, row, ports.now(), options)))
      return { hasReceived: false };
    const received = await attempt(db, row, ports, options).catch(async (error: unknown) => {
      await keepFailure(db, id, ports, error);
      return 0;
    });
    return { hasReceived: received > 0 };
  });
}

async function isTime(
  db: MilepostDb,
  row: SpaceRow,
  now: number,
  { atOnce = false, refillEmpty = false }: RunOptions,
): Promise<boolean> {
  if (atOnce || refillEmpty) return true;
  const { status } = row;
  // One that ended in the middle goes on. A clock that was set back waits for nothing.
  if (status.state === "syncing" || now < (status.checkedAt ?? 0)) return true;
  // To see whether it is allowed again costs nothing.
  if (status.problem?.kind === "notAllowed") return true;
  if (status.retryAt !== null) return now >= status.retryAt || status.retryAt > now + longestWaitMs;
  if (status.problem && status.problem.kind === "asksAboutEmpty") return false;
  return now - (status.checkedAt ?? 0) >= restMs || (await countUnsent(db, row)) > 0;
}

async function attempt(
  db: MilepostDb,
  found: SpaceRow,
  ports: SpacePorts,
  { refillEmpty = false }: RunOptions,
): Promise<number> {
  const row = isRoom(found) ? await enteredRoom(db, found, ports) : found;
  if (!row) return 0;
  const { id } = row;
  const { now } = ports;
  const { store, keys } = await reachSpace(row, ports);
  const waiting = await countUnsent(db, row);
  await keepStatus(db, id, { state: "syncing", progress: firstProgress(waiting) });
  const ways = {
    replica: isRoom(row) ? roomReplica(db, id) : dexieReplica(db, id, ports.whileFewer),
    gate: gateOf({ store, keys, save: (next) => keepKeys(db, id, next), now }),
  };
  const report = await sync(
    { store, sealer: sealerOf(keyringOf(keys)), ...followed(db, id, ways, waiting), now, randomHex },
    { refillEmpty },
  );
  if (isRoom(row)) await lookForAnswers(db, row, store);
  await keepSuccess(db, id, ports, report);
  return report.received;
}

async function keepKeys(db: MilepostDb, id: string, keys: SpaceKeys): Promise<void> {
  if ((await db.spaces.update(id, { keys })) === 0) throw new SpaceStopped();
}

/**
 * When the background is to look next, apart from its heartbeats; `null` where those are enough.
 */
export async function nextLook(db: MilepostDb, now: number): Promise<number | null> {
  const times: number[] = [];
  for (const row of await db.spaces.toArray()) {
    const { paused, status } = row;
    if (paused || isWaitingGuest(row)) continue;
    // One that ended in the middle is to go on.
    const isWaiting = status.state === "syncing" || (await countUnsent(db, row)) > 0;
    if (status.retryAt !== null && isWaiting) times.push(Math.max(now + minuteMs, status.retryAt));
    else if (isWaiting && !status.problem) times.push(now + minuteMs);
  }
  return times.length > 0 ? Math.min(...times) : null;
}
