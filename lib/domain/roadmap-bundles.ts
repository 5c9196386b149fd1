/** One milestone, or several that stand too close to be told apart at this zoom. */
export interface Bundle<T> {
  items: readonly T[];
  /** Pixels from the start of the lane. */
  at: number;
}

/** A few that touch are still drawn one by one. */
const fewest = 4;
/** Pixels that one bundle stands for at most, so that it still says when. */
const longest = 40;

/**
 * Gathers milestones that would cover each other: four or more where there is room for two. Some thousand of them in one
 * lane become as many marks as the lane has room for; the table shows all of them at any time.
 * @param items in order along the lane
 * @param pixelOf pixels from the start of the lane
 */
export function bundled<T>(items: readonly T[], pixelOf: (item: T) => number): Bundle<T>[] {
  const bundles: Bundle<T>[] = [];
  const places = items.map(pixelOf);
  let end = 0;
  for (let start = 0; start < items.length;) {
    const from = places[start] ?? 0;
    end = Math.max(end, start);
    while (end < items.length && (places[end] ?? Infinity) - from <= longest) end += 1;
    const next = end - start >= fewest ? end : start + 1;
    const last = places[next - 1] ?? from;
    bundles.push({ items: items.slice(start, next), at: (from + last) / 2 });
    start = next;
  }
  return bundles;
}
