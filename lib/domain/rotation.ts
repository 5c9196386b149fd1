import type { Instant } from "./envelope.ts";

/** Why a snapshot was taken. All but `auto` are copies before something big. */
export const snapshotReasons = ["auto", "upgrade", "restore", "recovery"] as const;
export type SnapshotReason = (typeof snapshotReasons)[number];

export interface Snapshot {
  /** Of its file. */
  name: string;
  takenAt: Instant;
  why: SnapshotReason;
  /** Compressed. */
  bytes: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const weekMs = 7 * dayMs;
/** So many are kept whatever their age and size: of all, and of the copies before something big. */
const alwaysKept = 3;
const largestTotal = 300_000_000;

/**
 * The snapshots that may go: what is left holds one an hour of the last day, one a day of two weeks, one a week of
 * eight, and the copies before something big for a month. A snapshot from the future (the clock was set back) counts as
 * new.
 */
export function outdated<S extends Snapshot>(snapshots: readonly S[], now: Instant): S[] {
  const newestFirst = snapshots.toSorted((a, b) => b.takenAt - a.takenAt);
  const autos = newestFirst.filter(({ why }) => why === "auto");
  const copies = newestFirst.filter(({ why }) => why !== "auto");
  const safe = new Set([...newestFirst.slice(0, alwaysKept), ...copies.slice(0, alwaysKept)]);
  const kept = new Set<S>(safe);
  const slots = new Set<string>();
  for (const snapshot of autos) {
    const slot = slotOf(snapshot.takenAt, now);
    if (slot === null || slots.has(slot)) continue;
    slots.add(slot);
    kept.add(snapshot);
  }
  for (const copy of copies) if (now - copy.takenAt < 30 * dayMs) kept.add(copy);

  let total = [...kept].reduce((sum, { bytes }) => sum + bytes, 0);
  for (const snapshot of [...autos.toReversed(), ...copies.toReversed()]) {
    if (total <= largestTotal || kept.size <= alwaysKept) break;
    if (safe.has(snapshot) && newestFirst.indexOf(snapshot) < alwaysKept) continue;
    if (kept.delete(snapshot)) total -= snapshot.bytes;
  }
  return newestFirst.filter((snapshot) => !kept.has(snapshot));
}

/** The stretch of time of which one is kept, `null` beyond them all. */
function slotOf(takenAt: Instant, now: Instant): string | null {
  const age = now - takenAt;
  if (age < dayMs) return `hour ${Math.floor(takenAt / hourMs)}`;
  if (age < 14 * dayMs) return `day ${Math.floor(takenAt / dayMs)}`;
  if (age < 8 * weekMs) return `week ${Math.floor(takenAt / weekMs)}`;
  return null;
}

/**
 * Is it time for the next one? When none was taken within the last hour; one from the future was taken by a clock that
 * has been set back, and says nothing.
 */
export function isSnapshotDue(snapshots: readonly Pick<Snapshot, "takenAt">[], now: Instant): boolean {
  return !snapshots.some(({ takenAt }) => takenAt <= now && now - takenAt < hourMs);
}
