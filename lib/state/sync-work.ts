import { signal } from "@preact/signals";
import { reportError } from "@/lib/browser/report-error.ts";
import { type Placed, placeOf } from "@/lib/domain/storage-address.ts";
import type { Begun, Joined, LookedIn, StorageVerdict } from "@/lib/spaces/set-up.ts";
import { type ProblemWords, problemWords } from "./sync-view.ts";

type Kind = Exclude<StorageVerdict | Begun | Joined | LookedIn, { ok: true }>["problem"] | "notInRoom";

/** What came in the way, and of what site or folder it is said. */
export interface WorkProblem {
  words: Kind | ProblemWords;
  place: string;
}

/** What the background does with the storage for a page: one thing at a time, and what came in the way of the last. */
export function createSyncWork<Work extends string = string>() {
  /** What is under way. Nothing else is begun meanwhile. */
  const busy = signal<Work | null>(null);
  const problem = signal<WorkProblem | null>(null);
  const stopAt = (kind: Kind, storage?: Placed): void => {
    problem.value = storage
      ? { words: problemWords(kind, storage.kind), place: placeOf(storage).host }
      : { words: kind, place: "" };
  };
  const failed = (error: unknown): void => {
    reportError("sync", error);
    stopAt("failed");
  };
  return {
    busy,
    problem,
    stopAt,
    failed,
    /** @returns `null` where something else is under way, or where `problem` tells that it failed */
    async during<T>(work: Work, doing: () => Promise<T>): Promise<T | null> {
      if (busy.peek() !== null) return null;
      busy.value = work;
      problem.value = null;
      try {
        return await doing();
      } catch (error) {
        failed(error);
        return null;
      } finally {
        busy.value = null;
      }
    },
  };
}

export type SyncWork = ReturnType<typeof createSyncWork>;
