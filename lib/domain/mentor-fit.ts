import type { Person } from "./person.ts";

/** What makes somebody fit as a mentor, each rated from 1 to 5. */
export const fitRatings = ["experience", "time", "willingness"] as const;
export type FitRating = (typeof fitRatings)[number];

/** The most that the three can add up to. */
export const bestFit = fitRatings.length * 5;

type Rated = Pick<Person, FitRating>;

/**
 * How well somebody fits: the sum of what was rated. A rating that is missing is missing, not 0, and is named.
 * @returns `sum` is `null` while nothing was rated
 */
export function fitOf(person: Rated): { sum: number | null; missing: FitRating[] } {
  const missing = fitRatings.filter((rating) => person[rating] == null);
  if (missing.length === fitRatings.length) return { sum: null, missing };
  return { sum: fitRatings.reduce((sum, rating) => sum + (person[rating] ?? 0), 0), missing };
}

/** Who fits best first; of two with the same sum the one with fewer ratings missing, then by name. */
export function byFit<P extends Rated & Pick<Person, "name">>(candidates: readonly P[]): P[] {
  return candidates.toSorted((a, b) => {
    const [x, y] = [fitOf(a), fitOf(b)];
    return (y.sum ?? 0) - (x.sum ?? 0) || x.missing.length - y.missing.length || a.name.localeCompare(b.name);
  });
}
