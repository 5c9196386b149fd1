import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { watchQuery } from "@/lib/db/live-query.ts";
import { fail } from "./failure.ts";

/**
 * A query of the database as a signal: read again whenever what it read changes, in any context, and only while
 * somebody watches. `undefined` means not read yet; a query that fails keeps its last value and says so.
 * @param follow read again when this changes too, for what depends on the hour or the day
 */
export function liveSignal<T>(
  query: () => Promise<T> | T,
  follow?: ReadonlySignal<unknown>,
): ReadonlySignal<T | undefined> {
  let stop: (() => void) | undefined;
  const live = signal<T | undefined>(undefined, {
    watched() {
      stop = untracked(() =>
        effect(() => {
          void follow?.value;
          return watchQuery(
            query,
            (value) => {
              live.value = value;
            },
            (error) => fail("query", error),
          );
        }),
      );
    },
    unwatched() {
      stop?.();
    },
  });
  return live;
}
