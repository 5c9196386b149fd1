import { watchQuery } from "@/lib/db/live-query.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { writeForeign } from "@/lib/db/foreign-edits.ts";
import type { SpaceRow } from "@/lib/db/space-tables.ts";
import { personalSpace, type StorageAccess, type SyncEvent } from "@/lib/domain/space.ts";
import type {
  Asked,
  Begun,
  Joined,
  LetIn,
  LookedIn,
  NewBrowser,
  NewCode,
  PassphraseKept,
  StorageVerdict,
  TakenOut,
} from "./answers.ts";
import { bytesOf } from "@/lib/sync/bytes.ts";
import type { SpaceKeys } from "@/lib/sync/keys.ts";
import { roomsOf } from "@/lib/sync/rooms.ts";
import { addEvents } from "./events.ts";
import { browsersTable } from "./ops.ts";
import { isRoom } from "./room-place.ts";
import { batchesOf } from "./space-batches.ts";
import type { Ask } from "./tasks.ts";

export type { Begun, Joined, LookedIn, NewBrowser, RequestMistake, StorageVerdict } from "./answers.ts";
export { qrCode } from "@/lib/sync/qr-code.ts";
export { browsersOf } from "./browsers.ts";
export { originOf } from "./origin.ts";
export {
  bringBack,
  dismissNotice,
  dropRequest,
  openConflicts,
  putAway,
  recentEvents,
  shownRequest,
  type ShownSpace,
  shownSpace,
  shownStorage,
  undoDeleted,
  useOther,
} from "./shown.ts";

/**
 * What a page can do. Pages reach no host: what needs the storage is written down for the background, which is woken,
 * does it and writes down what came of it. The permission for the site is asked by the page before, straight from the
 * click (`askToReach(originOf(storage))`).
 */
export interface SpacePage {
  db: MilepostDb;
  /** Wakes the background: `() => wake({ kind: "sync" })`. */
  wake: () => Promise<unknown>;
}

/** A background that ended in the middle is woken again; then it is given up. */
const wakeEveryMs = 10_000;
const givenUpAfterMs = 120_000;

/** Writes, reads back, lists and removes something. Changes nothing here. */
export async function testStorage(
  page: SpacePage,
  storage: StorageAccess,
  handle?: FileSystemDirectoryHandle,
): Promise<StorageVerdict> {
  return ask(page, { kind: "test", storage, ...(handle ? { handle } : {}) });
}

/**
 * Begins a space on a storage in which there is none, and sends everything that is here.
 * @returns the recovery code, to be shown once: it is kept nowhere
 */
export async function begin(page: SpacePage, browser: NewBrowser): Promise<Begun> {
  return ask(page, { kind: "begin", browser });
}

/** Joins the space on a storage. What is here and what is there are put together. */
export async function join(page: SpacePage, browser: NewBrowser, recoveryCode: string): Promise<Joined> {
  return ask(page, { kind: "join", browser, code: recoveryCode });
}

/** The same, with the passphrase that the space opens with too; see {@link setPassphrase}. */
export async function joinWithPassphrase(
  page: SpacePage,
  browser: NewBrowser,
  passphrase: string,
): Promise<Joined> {
  return ask(page, { kind: "joinWithPassphrase", browser, passphrase });
}

/** Makes a request to be let in by another browser of the person; see `shownRequest`. */
export async function askToBeLetIn(page: SpacePage, browser: NewBrowser): Promise<Asked> {
  return ask(page, { kind: "askToBeLetIn", browser });
}

/** Looks whether another browser has let this one in. */
export async function lookWhetherLetIn(page: SpacePage): Promise<LookedIn> {
  return ask(page, { kind: "lookWhetherLetIn" });
}

/** Lets another browser in. @param words as it shows them, typed here by the person */
export async function letIn(page: SpacePage, request: string, words: string): Promise<LetIn> {
  return ask(page, { kind: "letIn", request, words });
}

/** Looks at the storage now, whatever was waited for. */
export async function syncNow(page: SpacePage): Promise<void> {
  await ask(page, { kind: "sync" });
}

/** The person was asked about the empty storage: everything from here is to be sent to it. */
export async function refillEmpty(page: SpacePage): Promise<void> {
  await ask(page, { kind: "sync", refillEmpty: true });
}

/** Another login or address of the same storage. The next look tells whether it is the same one. */
export async function changeAccess(
  page: SpacePage,
  storage: StorageAccess,
  handle?: FileSystemDirectoryHandle,
): Promise<void> {
  await edit(page.db, (row) => ({
    ...row,
    storage,
    ...(handle ? { handle } : {}),
    failures: 0,
    status: { ...row.status, problem: null, retryAt: null, state: "idle" },
  }));
  await syncNow(page);
}

/** The person has written the recovery code down. @returns whether what they typed is it */
export async function confirmCode({ db }: SpacePage, typed: string): Promise<boolean> {
  // Loaded apart: few ever need it.
  const { isCodeOf } = await import("./recovery.ts");
  const row = await db.spaces.get(personalSpace);
  if (!row || !(await isCodeOf(row.keys, typed))) return false;
  await edit(db, (now) => ({ ...now, codeConfirmedAt: db.now() }), "codeConfirmed");
  return true;
}

/**
 * Puts another recovery code in the place of the one before, which opens nothing that is written from here on.
 * @returns the code, to be shown once: it is kept nowhere
 */
export async function newCode(page: SpacePage): Promise<NewCode> {
  return ask(page, { kind: "newCode" });
}

/** Lets a passphrase open the space too, in the place of one before; see `passphraseMistake`. */
export async function setPassphrase(page: SpacePage, passphrase: string): Promise<PassphraseKept> {
  return ask(page, { kind: "setPassphrase", passphrase });
}

/** No passphrase opens what is written from here on. */
export async function removePassphrase(page: SpacePage): Promise<PassphraseKept> {
  return ask(page, { kind: "removePassphrase" });
}

/**
 * Takes a browser out: it is given no key from here on, and what it writes from here on is read by nobody.
 * @param holder as {@link browsersOf} tells it
 */
export async function takeOut(page: SpacePage, holder: string): Promise<TakenOut> {
  return ask(page, { kind: "takeOut", holder });
}

export async function pause({ db }: SpacePage): Promise<void> {
  await edit(db, (row) => ({ ...row, paused: true }), "paused");
}

export async function resume(page: SpacePage): Promise<void> {
  await edit(page.db, (row) => ({ ...row, paused: false }), "resumed");
  await page.wake();
}

/** Stops. What is here stays here, and what is in the storage stays there. */
export async function stop({ db }: SpacePage): Promise<void> {
  const tables = [
    db.spaces,
    db.batches,
    db.foreignEdits,
    db.conflicts,
    db.syncEvents,
    db.meta,
    db.spaceTasks,
  ];
  await db.transaction("rw", tables, async () => {
    const own = await db.spaces.get(personalSpace);
    if (!own) return;
    await db.spaces.delete(personalSpace);
    // What the person's keys in the rooms follow from lies in the personal space, and comes back here.
    const cards = roomsOf(own.keys as SpaceKeys);
    for (const row of await db.spaces.toArray()) {
      const card = isRoom(row) && cards.find(({ room }) => room === (row.keys as SpaceKeys | null)?.space);
      if (!card) continue;
      const { isTold: _told, ...kept } = row.room.kept;
      await db.spaces.put({ ...row, room: { ...row.room, kept: { ...kept, seed: bytesOf(card.seed) } } });
    }
    for (const table of [db.foreignEdits, db.conflicts, db.spaceTasks]) await table.clear();
    await batchesOf(db, personalSpace).delete();
    await db.meta.delete("sent");
    await addEvents(db, [{ at: db.now(), space: personalSpace, kind: "stopped" }]);
  });
}

export async function renameBrowser(page: SpacePage, name: string): Promise<void> {
  const { db } = page;
  await db.transaction("rw", [db.spaces, db.changes, db.meta, db.foreign, db.foreignEdits], async () => {
    const row = await db.spaces.get(personalSpace);
    const writer = (await db.metaOf("identity"))?.writer;
    if (!row || writer === undefined) return;
    await db.spaces.put({ ...row, browserName: name });
    await writeForeign(db, browsersTable, writer, { name });
  });
  await page.wake();
}

async function edit(
  db: MilepostDb,
  change: (row: SpaceRow) => SpaceRow,
  kind?: Extract<SyncEvent["kind"], "paused" | "resumed" | "codeConfirmed">,
): Promise<void> {
  await db.transaction("rw", [db.spaces, db.syncEvents], async () => {
    const row = await db.spaces.get(personalSpace);
    if (!row) return;
    await db.spaces.put(change(row));
    if (kind) await addEvents(db, [{ at: db.now(), space: personalSpace, kind }]);
  });
}

/** Writes down what the background is to do, wakes it, and waits for what comes of it. */
export async function ask<T>({ db, wake }: SpacePage, what: Ask): Promise<T> {
  const id = db.newId();
  await db.spaceTasks.put({ id, at: db.now(), ask: what });
  let again: ReturnType<typeof setTimeout> | undefined;
  let giveUp: ReturnType<typeof setTimeout> | undefined;
  let stopWatching: (() => void) | undefined;
  const wakeAgain = (): void => {
    void wake();
    again = setTimeout(wakeAgain, wakeEveryMs);
  };
  wakeAgain();
  try {
    return await new Promise<T>((resolve, reject) => {
      giveUp = setTimeout(() => resolve({ ok: false, problem: "failed" } as T), givenUpAfterMs);
      stopWatching = watchQuery(
        () => db.spaceTasks.get(id),
        (task) => {
          if (task?.answer !== undefined) resolve(task.answer as T);
        },
        reject,
      );
    });
  } finally {
    clearTimeout(again);
    clearTimeout(giveUp);
    stopWatching?.();
    await db.spaceTasks.delete(id);
  }
}
