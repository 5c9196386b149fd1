/**
 * Hybrid logical clock. A stamp orders edits of all browsers: wall time first, then a counter for edits of the
 * same millisecond, then the writer. Source: Kulkarni et al., "Logical Physical Clocks", 2014.
 */

/** `[wall time in epoch ms, counter, writer id]`. Sorts the same way as an IndexedDB key and by {@link compareStamps}. */
export type Stamp = [ms: number, counter: number, writer: string];

/** Counted up honestly a clock never gets here. A stamp from elsewhere that claims to is kept, and leads nobody on. */
const highestCounter = 2 ** 40;

/** Whether what is written next comes after a stamp. Else somebody could drive the clocks of others to their end. */
export const mayLead = ([, counter]: Stamp): boolean => counter <= highestCounter;

/**
 * The next stamp of `writer`: after everything in `seen`, and never before the wall clock.
 * @param seen stamps that the new edit must come after (the writer's last one, and those it overwrites)
 * @param now epoch ms
 */
export function nextStamp(seen: readonly (Stamp | undefined)[], now: number, writer: string): Stamp {
  let ms = now;
  let counter = 0;
  for (const stamp of seen) {
    if (!stamp || !mayLead(stamp)) continue;
    const [seenMs, seenCounter] = stamp;
    if (seenMs > ms) {
      ms = seenMs;
      counter = seenCounter + 1;
    } else if (seenMs === ms) {
      counter = Math.max(counter, seenCounter + 1);
    }
  }
  return [ms, counter, writer];
}

/** Negative when `a` is earlier, positive when later, 0 when they are the same stamp. */
export function compareStamps(a: Stamp, b: Stamp): number {
  if (a[0] !== b[0]) return a[0] - b[0];
  if (a[1] !== b[1]) return a[1] - b[1];
  return a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0;
}

/** The end of the century, epoch ms. A stamp past it is malformed: the clock would run on from nonsense for ever. */
export const latestInstant = 4_102_444_800_000;
/** More than can ever be counted up to from the largest that comes in. */
const latestCounter = 2 ** 52;

export function isStamp(value: unknown): value is Stamp {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [ms, counter, writer] = value as unknown[];
  return isCount(ms, latestInstant) && isCount(counter, latestCounter) && typeof writer === "string";
}

function isCount(value: unknown, most: number): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
}
