import { computed } from "@preact/signals";
import { i18n } from "#i18n";
import { clockMinute } from "@/lib/i18n/dates.ts";
import { openConflicts, shownSpace } from "@/lib/spaces/shown.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { type SyncView, syncView } from "./sync-view.ts";

/** How it stands with the storage, in a few words. */
export interface SyncLine {
  words: string;
  /** The person is needed. */
  isProblem: boolean;
}

/** `line` is `null` where no storage is set up. */
export function createSyncShort() {
  const space = liveSignal(() => shownSpace(db));
  const conflicts = liveSignal(() => openConflicts(db));
  return {
    line: computed(() => (space.value ? lineOf(syncView(space.value)) : null)),
    apart: computed(() => conflicts.value?.length ?? 0),
  };
}

export type SyncShort = ReturnType<typeof createSyncShort>;

function lineOf(view: SyncView): SyncLine {
  return { words: wordsOf(view), isProblem: view.tone === "problem" };
}

function wordsOf({ words, tone, waiting, checkedAt }: SyncView): string {
  if (words === "paused") return i18n.t("sync.short.paused");
  if (tone === "problem") return i18n.t("sync.short.problem");
  if (words === "syncing" || words === "first") return i18n.t("sync.short.syncing");
  if (waiting > 0) return i18n.t("sync.short.waiting", waiting);
  return words === "upToDate" && checkedAt !== null
    ? i18n.t("sync.short.upToDate", [clockMinute(checkedAt)])
    : i18n.t("sync.short.here");
}
