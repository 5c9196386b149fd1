import { computed } from "@preact/signals";
import { openConflicts, shownSpace } from "@/lib/spaces/shown.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { syncView } from "./sync-view.ts";

/** How it stands with the storage, in a word; `null` where none is set up. */
export function createSyncShort() {
  const space = liveSignal(() => shownSpace(db));
  const conflicts = liveSignal(() => openConflicts(db));
  return {
    view: computed(() => (space.value ? syncView(space.value) : null)),
    apart: computed(() => conflicts.value?.length ?? 0),
  };
}

export type SyncShort = ReturnType<typeof createSyncShort>;
