import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { mayWrite } from "@/lib/browser/folder.ts";
import { wake } from "@/lib/browser/messages.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import {
  dismissNotice,
  originOf,
  pause,
  recentEvents,
  refillEmpty,
  renameBrowser,
  resume,
  type ShownSpace,
  shownSpace,
  type SpacePage,
  stop,
  syncNow,
  undoDeleted,
} from "@/lib/spaces/set-up.ts";
import { perform, say } from "./acts.ts";
import { minute } from "./clock.ts";
import { db } from "./database.ts";
import type { Failure } from "./failure.ts";
import { performInForm } from "./field-act.ts";
import { giveBackSite } from "./give-back-site.ts";
import { liveSignal } from "./live-signal.ts";
import { askToUse } from "./ask-to-use.ts";
import { createSyncBrowsers } from "./sync-browsers.ts";
import { createSyncConflicts } from "./sync-conflicts.ts";
import { createSyncPassphrase } from "./sync-passphrase.ts";
import { createSyncSetUp } from "./sync-set-up.ts";
import { createRoomNeeds } from "./room-needs.ts";
import { syncView } from "./sync-view.ts";

const mostEvents = 30;

/** Browsers in step: the set-up, how it stands, and what can be done. */
export function createSync() {
  const page: SpacePage = { db, wake: () => wake({ kind: "sync" }) };
  const setUp = createSyncSetUp(page);
  const space = liveSignal(() => shownSpace(db));
  /** Something is kept in step over a storage though Sync is off: a room. */
  const hasRooms = liveSignal(async () => (await db.spaces.count()) > 0);
  /** The form for another login or address stands open. */
  const changing = signal(false);
  /** It is asked whether to stop. */
  const stopping = signal(false);
  /** The browser lets us use the folder no more; the background learns of it only when it tries. */
  const lapsed = signal(false);
  return {
    now: minute,
    setUp,
    hasRooms,
    rooms: createRoomNeeds(),
    /** `null` where nothing is set up, `undefined` before it was read. */
    space,
    view: computed(() => {
      const shown = space.value;
      if (!shown) return null;
      return syncView({ ...shown, lapsed: lapsed.value && shown.storage.kind === "folder" });
    }),
    browsers: createSyncBrowsers(page),
    passphrase: createSyncPassphrase(page),
    events: liveSignal(() => recentEvents(db, mostEvents)),
    conflicts: createSyncConflicts(page),
    changing,
    stopping,
    askToStop(asked: boolean): void {
      stopping.value = asked;
    },
    showAccess(shown: boolean): void {
      const storage = space.peek()?.storage;
      setUp.folder.value = storage?.kind === "folder" ? storage.handle : null;
      changing.value = shown;
    },
    syncNow: () => perform(() => syncNow(page)),
    pause: () => perform(() => pause(page)),
    resume: () => perform(() => resume(page)),
    refill: () => perform(() => refillEmpty(page)),
    /** Straight from a click: the browser asks only then. */
    allow(): void {
      const storage = space.peek()?.storage;
      if (!storage) return;
      const asked = askToUse(storage);
      void perform(async () => {
        if (!(await asked)) return;
        lapsed.value = false;
        await syncNow(page);
      });
    },
    /** Looks whether the folder may still be used: the permission ends with the last tab of ours. */
    async lookAtFolder(): Promise<void> {
      const storage = space.peek()?.storage;
      const folder = storage?.kind === "folder" ? storage.handle : null;
      lapsed.value = folder !== null && !(await mayWrite(folder));
    },
    async stop(): Promise<void> {
      const storage = space.peek()?.storage;
      if (!(await perform(() => stop(page)))) return;
      await setUp.forgetCode();
      setUp.startOver();
      say(i18n.t("sync.stop.done"));
      const site = storage ? originOf(storage) : null;
      if (site !== null) await perform(() => giveBackSite(site));
    },
    rename(name: string): Promise<Failure | null> {
      if (!name.trim()) return Promise.resolve("emptyText");
      return performInForm(() => renameBrowser(page, name.trim()), i18n.t("sync.browsers.renamed"));
    },
    dismiss: (id: Id) => perform(() => dismissNotice(db, id)),
    takeBack: (id: Id) => perform(() => undoDeleted(page, id)),
  };
}

/** What is set up, as it may be shown: without keys and password. */
export type SyncSpace = ShownSpace;
export type SyncModel = ReturnType<typeof createSync>;
