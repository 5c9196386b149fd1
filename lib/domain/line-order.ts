import type { Id } from "./envelope.ts";

/** The ids with one of them moved to place `to`, counted from 0 and kept within the list. */
export function movedTo(ids: readonly Id[], id: Id, to: number): Id[] {
  if (!ids.includes(id)) return [...ids];
  const others = ids.filter((each) => each !== id);
  const place = Math.min(Math.max(to, 0), others.length);
  return [...others.slice(0, place), id, ...others.slice(place)];
}
