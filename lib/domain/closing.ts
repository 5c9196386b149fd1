import type { Review } from "./review.ts";

/** What a closing evaluation rates, each from 1 to 5. */
export const closingScores = ["goalsMet", "expectationsMet", "relationship"] as const;
export type ClosingScore = (typeof closingScores)[number];

type Rated = Pick<Review, ClosingScore>;

/** What was not rated. It is said so, never counted as 0. */
export function unrated(review: Rated): ClosingScore[] {
  return closingScores.filter((score) => review[score] == null);
}

/** There is nothing in it to keep. */
export function isEmptyClosing(review: Rated & Pick<Review, "lessons" | "text">): boolean {
  return (
    unrated(review).length === closingScores.length &&
    !(review.lessons ?? "").trim() &&
    !(review.text ?? "").trim()
  );
}

/** The closing evaluations, the latest first. */
export function closings<R extends Pick<Review, "kind" | "on" | "createdAt" | "deletedAt">>(
  reviews: readonly R[],
): R[] {
  return reviews
    .filter((review) => review.kind === "closing" && !review.deletedAt)
    .toSorted((a, b) => (a.on === b.on ? b.createdAt - a.createdAt : a.on < b.on ? 1 : -1));
}
