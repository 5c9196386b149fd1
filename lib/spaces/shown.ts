import type { MilepostDb } from "@/lib/db/database.ts";
import { writeForeign } from "@/lib/db/foreign-edits.ts";
import { restoreValues } from "@/lib/db/history.ts";
import type { SpaceRow } from "@/lib/db/space-tables.ts";
import { undo } from "@/lib/db/undo.ts";
import type { Patch } from "@/lib/domain/change.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { recordTitle } from "@/lib/domain/record-title.ts";
import { personalSpace, type ShownStorage, type SyncConflict, type SyncEvent } from "@/lib/domain/space.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { type ShownRequest, waitingId } from "./answers.ts";
import { everyBrowser, standingIn } from "./browsers.ts";
import { isKeptLonger } from "./events.ts";
import { conflictsPutAway } from "./keep-conflicts.ts";
import { conflictOnTheWay, conflictsTable } from "./ops.ts";
import type { Waiting } from "./pair.ts";
import { isRecordTable } from "./receive.ts";
import { countUnsent } from "./unsent.ts";

/* What a page shows of a space, by reads of the database alone, for live queries; and what can be done about it there. */

/** What is set up, without keys and password. */
export interface ShownSpace extends Pick<
  SpaceRow,
  "id" | "browserName" | "since" | "paused" | "codeConfirmedAt" | "status"
> {
  storage: ShownStorage;
  /** It opens with a passphrase too. */
  hasPassphrase: boolean;
  /** Changes that were made here and are not sent yet. */
  waiting: number;
}

/** Without the secrets of it. */
export function shownStorage({ storage, handle }: Pick<SpaceRow, "storage" | "handle">): ShownStorage {
  switch (storage.kind) {
    case "webdav":
      return { kind: "webdav", url: storage.url, user: storage.user };
    case "s3":
      return {
        kind: "s3",
        url: storage.url,
        region: storage.region,
        accessKeyId: storage.accessKeyId,
      };
    case "folder":
      return { kind: "folder", handle: handle ?? null };
  }
}

/** `null` where nothing is set up. */
export async function shownSpace(db: MilepostDb): Promise<ShownSpace | null> {
  const row = await db.spaces.get(personalSpace);
  if (!row) return null;
  const { id, browserName, since, paused, codeConfirmedAt, status } = row;
  return {
    id,
    browserName,
    since,
    paused,
    codeConfirmedAt,
    status,
    storage: shownStorage(row),
    hasPassphrase: [...standingIn(row).holders].some(({ kind }) => kind === "passphrase"),
    // While much is sent it is counted there: to count it anew for each batch would take longer than to send it.
    waiting:
      status.progress && !status.progress.isReading
        ? status.progress.total - status.progress.done
        : await countUnsent(db, row),
  };
}

/** The addresses of all storages that are in use. */
export async function storageUrls(db: MilepostDb): Promise<string[]> {
  return (await db.spaces.toArray()).flatMap(({ storage }) =>
    storage.kind === "folder" ? [] : [storage.url],
  );
}

/** The request with which this browser waits to be let in; `null` where it does not. */
export async function shownRequest(db: MilepostDb): Promise<ShownRequest | null> {
  const waiting = (await db.spaceTasks.get(waitingId))?.waiting as Waiting | undefined;
  if (!waiting) return null;
  // The login and the keys that lie beside it are nothing to show.
  const { block, words, expires, browser } = waiting;
  return { block, words, expires, kind: browser.storage.kind };
}

/** It does not wait any more. */
export async function dropRequest(db: MilepostDb): Promise<void> {
  await db.spaceTasks.delete(waitingId);
}

export interface ShownConflict extends SyncConflict {
  i: number;
  /** What the record says now, and how it is called. */
  current: unknown;
  title: string;
  /** Of the browser in which the edit was made that lost; empty where it is not known. */
  browser: string;
  /** It was made in this one. */
  isHere: boolean;
}

/** Those that were not put away, the latest first. */
export async function openConflicts(db: MilepostDb): Promise<ShownConflict[]> {
  const all = await db.conflicts.orderBy("at").reverse().toArray();
  if (all.length === 0) return [];
  const browsers = new Map((await everyBrowser(db)).map((each) => [each.id, each]));
  const away = await conflictsPutAway(db);
  const shown: ShownConflict[] = [];
  for (const conflict of all) {
    const { table, id, field, i = 0, writer } = conflict;
    const by = away.get(conflictOnTheWay(conflict));
    if (by === null || (by !== undefined && !(await isTakenBack(db, conflict, by)))) continue;
    const row = isRecordTable(table) ? await db.table<Patch>(table).get(id) : undefined;
    if (!row || !isRecordTable(table)) continue;
    const title = recordTitle(table, row);
    const from = browsers.get(writer);
    shown.push({
      ...conflict,
      i,
      current: row[field],
      title,
      browser: from?.name ?? "",
      isHere: from?.isThis ?? false,
    });
  }
  return shown;
}

/** The other value was used, and that was undone, and not done again. */
async function isTakenBack(db: MilepostDb, { table, id }: SyncConflict, act: Id): Promise<boolean> {
  const log = await db.changes.where("[table+id]").equals([table, id]).toArray();
  const undone = log.findLast(({ undoes }) => undoes === act);
  return undone !== undefined && !log.some(({ undoes }) => undoes === undone.act);
}

/**
 * Gives the field the value that lost, and puts the conflict away.
 * @returns the act, for undo; `null` where the record says so already
 * @throws UserError `notFound`, `valueNotValid`
 */
export async function useOther({ db }: { db: MilepostDb }, i: number): Promise<Id | null> {
  const conflict = await db.conflicts.get(i);
  if (!conflict || !isRecordTable(conflict.table)) throw new UserError("notFound");
  const { table, id, field, lost } = conflict;
  const act = await restoreValues(db, table, id, { [field]: lost });
  await tellOf(db, i, { isAway: true, by: act });
  return act;
}

/** Puts a conflict away, in all browsers of the person. */
export function putAway(db: MilepostDb, i: number): Promise<void> {
  return tellOf(db, i, { isAway: true, by: null });
}

/** Takes {@link putAway} back. */
export function bringBack(db: MilepostDb, i: number): Promise<void> {
  return tellOf(db, i, { isAway: false, by: null });
}

/** @param said `by`: the act that used the other value */
async function tellOf(db: MilepostDb, i: number, said: { isAway: boolean; by: Id | null }): Promise<void> {
  await db.transaction("rw", [db.conflicts, db.changes, db.meta, db.foreign, db.foreignEdits], async () => {
    const conflict = await db.conflicts.get(i);
    if (!conflict) return;
    const name = conflictOnTheWay(conflict);
    await writeForeign(db, conflictsTable, name, { ...said, toldAt: db.now() });
  });
}

export async function dismissNotice(db: MilepostDb, id: Id): Promise<void> {
  await db.transaction("rw", db.spaces, async () => {
    const row = await db.spaces.get(personalSpace);
    if (!row) return;
    const notices = row.status.notices.filter((notice) => notice.id !== id);
    await db.spaces.put({ ...row, status: { ...row.status, notices } });
  });
}

/** Takes out of the trash what another browser put there at once; see the notice `deleted`. */
export async function undoDeleted({ db }: { db: MilepostDb }, notice: Id): Promise<void> {
  const row = await db.spaces.get(personalSpace);
  const found = row?.status.notices.find(({ id }) => id === notice);
  if (found?.kind !== "deleted") return;
  for (const act of found.acts) {
    await undo(db, act).catch((error: unknown) => {
      // Taken back elsewhere, or changed since: the others are taken back all the same.
      if (!(error instanceof UserError)) throw error;
    });
  }
  await dismissNotice(db, notice);
}

/**
 * What was done in the person's own space, the latest first; a room tells of itself on its page.
 * @param most of what is ordinary, and as many of what is kept longer
 */
export async function recentEvents(db: MilepostDb, most: number): Promise<SyncEvent[]> {
  const all = await db.syncEvents.orderBy("n").reverse().toArray();
  const own = all.filter(({ space }) => space === personalSpace);
  const lasting = own.filter(isKeptLonger).slice(0, most);
  const ordinary = own.filter((event) => !isKeptLonger(event)).slice(0, most);
  return [...lasting, ...ordinary].toSorted((a, b) => (b.n ?? 0) - (a.n ?? 0));
}
