import { computed } from "@preact/signals";
import { i18n } from "#i18n";
import { clockMinute } from "@/lib/i18n/dates.ts";
import { openConflicts, shownSpace } from "@/lib/spaces/shown.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { newInRoom, newInRoomWords } from "./room-news.ts";
import { createRoomNeeds, type RoomInNeed, roomPath } from "./room-needs.ts";
import { type SyncView, syncView } from "./sync-view.ts";

const syncPath = "#/settings/sync";

/** How it stands with the storage, in a few words. */
export interface SyncLine {
  words: string;
  /** The person is needed. */
  isProblem: boolean;
  /** Where it leads, and what has to be done before. */
  href: string;
  open?: () => void;
}

/** `line` is `null` where no storage is set up, and no room needs the person. */
export function createSyncShort() {
  const space = liveSignal(() => shownSpace(db));
  const conflicts = liveSignal(() => openConflicts(db));
  const rooms = createRoomNeeds();
  const line = computed((): SyncLine | null => {
    const own = space.value ? lineOf(syncView(space.value)) : null;
    // Sync is told first: its page tells of the rooms too.
    return own?.isProblem ? own : (roomLine(rooms.value) ?? own);
  });
  const apart = computed(() => conflicts.value?.length ?? 0);
  return {
    line,
    apart,
    /** The same where one line must tell of all. */
    first: computed((): SyncLine | null => {
      if (apart.value === 0 || line.value?.isProblem) return line.value;
      return { words: i18n.t("sync.conflicts.count", apart.value), isProblem: true, href: syncPath };
    }),
    newInRoom,
    newInRoomWords,
  };
}

export type SyncShort = ReturnType<typeof createSyncShort>;

function lineOf(view: SyncView): SyncLine {
  return { words: wordsOf(view), isProblem: view.tone === "problem", href: syncPath };
}

function roomLine([first, ...others]: readonly RoomInNeed[]): SyncLine | null {
  if (!first) return null;
  if (others.length > 0) {
    const words = i18n.t("sync.short.rooms", [String(others.length + 1)]);
    return { words, isProblem: true, href: syncPath };
  }
  const { need, partner, open } = first;
  const words = {
    asks: "roomAsks",
    problem: "roomProblem",
    keys: "roomKeys",
    keysOff: "roomKeys",
    away: "roomAway",
  } as const;
  return {
    words: i18n.t(`sync.short.${words[need.kind]}`, [partner]),
    isProblem: true,
    href: roomPath,
    open,
  };
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
