import { expect, test } from "vitest";
import { isSnapshotDue, outdated, type Snapshot, type SnapshotReason } from "@/lib/domain/rotation.ts";

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.parse("2026-11-24T13:22:00Z");

function taken(agoMs: number, why: SnapshotReason = "auto", bytes = 1_000): Snapshot {
  return { name: `${agoMs} ${why}`, takenAt: now - agoMs, why, bytes };
}

/** How old those are that stay, in units. */
function keptAges(snapshots: readonly Snapshot[], unit: number): number[] {
  const gone = new Set(outdated(snapshots, now));
  return snapshots.filter((each) => !gone.has(each)).map(({ takenAt }) => (now - takenAt) / unit);
}

test("of months of hourly copies stay one an hour of a day, one a day of two weeks, one a week of eight", () => {
  // Taken and thinned out hour by hour, as it happens.
  let snapshots: Snapshot[] = [];
  for (let hours = 0; hours < 24 * 120; hours += 1) {
    const at = now + hours * hour;
    snapshots.push({ name: String(hours), takenAt: at, why: "auto", bytes: 1_000 });
    const gone = new Set(outdated(snapshots, at));
    snapshots = snapshots.filter((each) => !gone.has(each));
  }
  const end = now + (24 * 120 - 1) * hour;
  const ages = snapshots.map(({ takenAt }) => end - takenAt);
  expect(ages.filter((age) => age < day)).toHaveLength(24);
  // The day that the last 24 hours begin in counts with both.
  const daily = ages.filter((age) => age >= day && age < 14 * day).length;
  expect([13, 14]).toContain(daily);
  const weekly = ages.filter((age) => age >= 14 * day).length;
  expect(weekly).toBeGreaterThanOrEqual(6);
  expect(weekly).toBeLessThanOrEqual(7);
  expect(Math.max(...ages)).toBeGreaterThan(7 * 7 * day);
  expect(Math.max(...ages)).toBeLessThan(8 * 7 * day);
});

test("the three newest stay, however old they are", () => {
  expect(
    keptAges(
      [200, 300, 400, 500].map((days) => taken(days * day)),
      day,
    ),
  ).toEqual([200, 300, 400]);
});

test("copies before something big stay for a month, and the last three of them for ever", () => {
  const autos = [1, 2, 3].map((hours) => taken(hours * hour));
  const upgrades = [10, 20, 29, 40, 50].map((days) => taken(days * day, "upgrade"));
  expect(keptAges([...autos, ...upgrades], day).filter((age) => age >= 1)).toEqual([10, 20, 29]);
  const old = [100, 200, 300, 400].map((days) => taken(days * day, "restore"));
  expect(keptAges([...autos, ...old], day).filter((age) => age >= 1)).toEqual([100, 200, 300]);
});

test("a copy from the future, taken before the clock was set back, counts as new", () => {
  const future = [3, 2, 1].map((days) => taken(-days * day));
  expect(keptAges([...future, taken(hour), taken(2 * hour)], hour)).toEqual([-72, -48, -24, 1, 2]);
  expect(isSnapshotDue(future, now)).toBe(true);
  expect(isSnapshotDue([...future, taken(hour / 2)], now)).toBe(false);
  expect(isSnapshotDue([taken(hour)], now)).toBe(true);
});

test("over 300 MB the oldest ordinary copies go first, and three always stay", () => {
  const autos = Array.from({ length: 10 }, (_, index) => taken((index + 1) * hour, "auto", 50_000_000));
  const upgrade = taken(5 * day, "upgrade", 50_000_000);
  expect(keptAges([...autos, upgrade], hour)).toEqual([1, 2, 3, 4, 5, 120]);
  const huge = Array.from({ length: 5 }, (_, index) => taken((index + 1) * hour, "auto", 200_000_000));
  expect(keptAges(huge, hour)).toEqual([1, 2, 3]);
});
