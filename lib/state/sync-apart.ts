import { computed, signal } from "@preact/signals";
import { reportError } from "@/lib/browser/report-error.ts";
import type { SyncShort } from "./sync-short.ts";

/** Loaded apart, a moment after the frame that shows it: most people have no storage. */
const loaded = signal<SyncShort | null>(null, {
  watched() {
    if (loaded.peek()) return;
    import("./sync-short.ts").then(
      ({ createSyncShort }) => {
        loaded.value ??= createSyncShort();
      },
      (error: unknown) => reportError("page", error),
    );
  },
});

/** How it stands with the storage; `null` where none is set up, or it was not looked at yet. */
export const syncLine = computed(() => loaded.value?.line.value ?? null);

/** The same where there is place for nothing else: what was changed in two places too. */
export const firstSyncLine = computed(() => loaded.value?.first.value ?? null);

/** How much was changed in two places and waits for a choice. */
export const changedApart = computed(() => loaded.value?.apart.value ?? 0);

/** How much is new in the room of the mentorship in focus, and the same in a sentence that is empty where nothing is. */
export const newInRoom = computed(() => loaded.value?.newInRoom.value ?? 0);
export const newInRoomWords = computed(() => loaded.value?.newInRoomWords.value ?? "");
