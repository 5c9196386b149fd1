/**
 * How the index of the search is kept, loaded apart: popup and panel must open at once, and most openings write nothing.
 * To be called before the transaction that needs it, since a transaction does not wait for it.
 */
export const loadIndex = () => import("./search-index.ts");

export type SearchIndex = Awaited<ReturnType<typeof loadIndex>>;
