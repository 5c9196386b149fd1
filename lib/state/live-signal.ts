import { type ReadonlySignal, signal } from "@preact/signals";
import { liveQuery } from "dexie";
import { fail } from "./failure.ts";

/**
 * A query of the database as a signal: read again whenever what it read changes, in any context, and only while
 * somebody watches. `undefined` means not read yet; a query that fails keeps its last value and says so.
 */
export function liveSignal<T>(query: () => Promise<T> | T): ReadonlySignal<T | undefined> {
  let stop: (() => void) | undefined;
  const live = signal<T | undefined>(undefined, {
    watched() {
      const subscription = liveQuery(query).subscribe({
        next: (value) => {
          live.value = value;
        },
        error: (error) => fail("query", error),
      });
      stop = () => subscription.unsubscribe();
    },
    unwatched() {
      stop?.();
    },
  });
  return live;
}
