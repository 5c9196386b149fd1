import type { MilepostDb } from "@/lib/db/database.ts";
import type { SpaceRow } from "@/lib/db/space-tables.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type {
  SpaceBrowser,
  StorageAccess,
  SyncConflict,
  SyncEvent,
  SyncProblemKind,
} from "@/lib/domain/space.ts";
import { notYet } from "./not-yet.ts";

/**
 * What a page can do and show. Pages reach no host: what needs the storage is written down for the background, which is
 * woken, does it and writes down what came of it. The permission for the site is asked by the page before, straight from
 * the click (`askToReach(originOf(storage))`).
 */
export interface SpacePage {
  db: MilepostDb;
  /** Wakes the background: `() => wake({ kind: "sync" })`. */
  wake: () => Promise<unknown>;
}

/** What a storage was found to be. */
export type StorageVerdict =
  /** `hasSpace`: somebody's Milepost is there already, to be joined with its recovery code. */
  { ok: true; hasSpace: boolean; aheadMs: number | null } | { ok: false; problem: SyncProblemKind };

export type Begun = { ok: true; recoveryCode: string } | { ok: false; problem: SyncProblemKind | "hasSpace" };

export type Joined = { ok: true } | { ok: false; problem: SyncProblemKind | "noSpaceThere" | "wrongCode" };

export interface NewBrowser {
  storage: StorageAccess;
  /** Of a folder. */
  handle?: FileSystemDirectoryHandle;
  /** What this browser is called in the list of the others. */
  browserName: string;
}

/** The match pattern of the permission that a storage takes; `null` for a folder. @throws TypeError if it is no address */
export function originOf(storage: StorageAccess): string | null {
  if (storage.kind === "folder") return null;
  const { protocol, hostname } = new URL(storage.kind === "webdav" ? storage.url : storage.endpoint);
  return `${protocol}//${hostname}/*`;
}

/** Writes, reads back, lists and removes something. Changes nothing here. */
export function testStorage(
  page: SpacePage,
  storage: StorageAccess,
  handle?: FileSystemDirectoryHandle,
): Promise<StorageVerdict> {
  return notYet(page, storage, handle);
}

/**
 * Begins a space on a storage in which there is none, and sends everything that is here.
 * @returns the recovery code, to be shown once: it is kept nowhere
 */
export function begin(page: SpacePage, browser: NewBrowser): Promise<Begun> {
  return notYet(page, browser);
}

/** Joins the space on a storage. What is here and what is there are put together. */
export function join(page: SpacePage, browser: NewBrowser, recoveryCode: string): Promise<Joined> {
  return notYet(page, browser, recoveryCode);
}

/** Another login or address of the same storage. The next look tells whether it is the same one. */
export function changeAccess(
  page: SpacePage,
  storage: StorageAccess,
  handle?: FileSystemDirectoryHandle,
): Promise<void> {
  return notYet(page, storage, handle);
}

/** The person has written the recovery code down. @returns whether what they typed is it */
export function confirmCode(page: SpacePage, typed: string): Promise<boolean> {
  return notYet(page, typed);
}

export function pause(page: SpacePage): Promise<void> {
  return notYet(page);
}

export function resume(page: SpacePage): Promise<void> {
  return notYet(page);
}

/** Looks at the storage now, whatever was waited for. Ends when the background has begun. */
export function syncNow(page: SpacePage): Promise<void> {
  return notYet(page);
}

/** The person was asked about the empty storage: everything from here is to be sent to it. */
export function refillEmpty(page: SpacePage): Promise<void> {
  return notYet(page);
}

/** Stops. What is here stays here, and what is in the storage stays there. */
export function stop(page: SpacePage): Promise<void> {
  return notYet(page);
}

export function renameBrowser(page: SpacePage, name: string): Promise<void> {
  return notYet(page, name);
}

/* What is shown: reads of the database alone, for live queries. */

/** What is set up, without keys and password; `null` where nothing is. */
export interface ShownSpace extends Omit<SpaceRow, "keys" | "state" | "storage" | "looked" | "offerAll"> {
  storage: { kind: StorageAccess["kind"]; url: string | null; user: string | null };
  /** Changes that were made here and are not sent yet. */
  waiting: number;
}

export function shownSpace(db: MilepostDb): Promise<ShownSpace | null> {
  return notYet(db);
}

export function browsersOf(db: MilepostDb): Promise<SpaceBrowser[]> {
  return notYet(db);
}

/** Those that were not put away, the latest first. `current`: what the record says now. */
export function openConflicts(
  db: MilepostDb,
): Promise<(SyncConflict & { i: number; current: unknown; title: string })[]> {
  return notYet(db);
}

/** Gives the field the value that lost. @returns the act, for undo; `null` where it has it already or is gone */
export function useOther(page: SpacePage, i: number): Promise<Id | null> {
  return notYet(page, i);
}

/** Puts a conflict away, here. */
export function putAway(db: MilepostDb, i: number): Promise<void> {
  return notYet(db, i);
}

export function dismissNotice(db: MilepostDb, id: Id): Promise<void> {
  return notYet(db, id);
}

/** Takes out of the trash what another browser put there; see the notice `deleted`. */
export function undoDeleted(page: SpacePage, notice: Id): Promise<void> {
  return notYet(page, notice);
}

/** The latest first. */
export function recentEvents(db: MilepostDb, most: number): Promise<SyncEvent[]> {
  return notYet(db, most);
}
