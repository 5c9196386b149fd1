/** One milestone, or several that stand too close to be told apart at this zoom. */
export interface Bundle<T> {
  items: readonly T[];
  /** Pixels from the start of the lane. */
  at: number;
}

/** Nearer than this to the one before, pixels. */
const closest = 9;
/** A few that touch are still drawn one by one. */
const fewest = 4;
/** Pixels that one bundle stands for at most, so that it still says when. */
const longest = 36;

/**
 * Gathers milestones that would cover each other. Some thousand of them in one lane become as many marks as the lane has
 * room for; the table shows all of them at any time.
 * @param items in order along the lane
 * @param pixelOf pixels from the start of the lane
 */
export function bundled<T>(items: readonly T[], pixelOf: (item: T) => number): Bundle<T>[] {
  const runs: T[][] = [];
  let start = 0;
  let before = -Infinity;
  for (const item of items) {
    const at = pixelOf(item);
    const run = runs.at(-1);
    if (run && at - before < closest && at - start <= longest) run.push(item);
    else {
      runs.push([item]);
      start = at;
    }
    before = at;
  }
  return runs.flatMap((run): Bundle<T>[] => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return [];
    if (run.length < fewest) return run.map((item) => ({ items: [item], at: pixelOf(item) }));
    return [{ items: run, at: (pixelOf(first) + pixelOf(last)) / 2 }];
  });
}
