import type { Id, Instant } from "./envelope.ts";

/*
 * What is known in this browser of a space that is kept in step over a storage. Of this browser alone: it is in no backup,
 * in no history and sent nowhere.
 */

/** The one person's own, in all of their browsers. A room has an id of its own: `room MENTORSHIP`. */
export const personalSpace = "personal";

/** Where the storage is and how it lets us in. */
export type StorageAccess =
  | { kind: "webdav"; url: string; user: string; password: string }
  /** `url` of the bucket: `https://HOST/BUCKET` or `https://BUCKET.HOST`. `region` is empty where its address tells it, or it matters to nobody. */
  | { kind: "s3"; url: string; region: string; accessKeyId: string; secretAccessKey: string }
  /** The folder itself is a handle that only the database can hold; see `SpaceRow.handle`. */
  | { kind: "folder" };

/** The same without what is secret, to be shown. */
export type ShownStorage =
  | { kind: "webdav"; url: string; user: string }
  | { kind: "s3"; url: string; region: string; accessKeyId: string }
  | { kind: "folder"; handle: FileSystemDirectoryHandle | null };

export type StorageKind = StorageAccess["kind"];

export type SyncProblemKind =
  /** Not reached, or the answer did not come whole. */
  | "offline"
  /** It wants another login, or allows less than is needed. */
  | "refused"
  /** It wants to be left alone for a while. */
  | "busy"
  | "full"
  /** It answers, but not as a storage does: a page to log in, an address of something else. */
  | "notStorage"
  /** It is empty and was not before: nothing was sent, until the person says to. */
  | "asksAboutEmpty"
  /** The browser's permission for the site, or for the folder, is not given any more. */
  | "notAllowed"
  /** Another browser writes with a later version: what it wrote waits for this one. */
  | "newer"
  /** Changes of another browser cannot be read, for a day and longer. */
  | "missing"
  /** Another browser removed this one from the space. */
  | "removed"
  /** The disk of this computer is full. */
  | "noSpace"
  /** Anything else; it is in the log of errors. */
  | "failed";

export interface SyncProblem {
  kind: SyncProblemKind;
  since: Instant;
  /** How many changes or batches, of `newer` and `missing`. */
  count?: number;
}

/** Something that happened and that the person is told of once. */
export type SyncNotice = { id: Id; at: Instant } & (
  | {
      /** This profile was restored or copied, and goes by another name now. */
      kind: "renamed";
      /** Newer changes that were fetched then. */
      count?: number;
    }
  | {
      /** The storage had been emptied or set back, and everything was sent again. */
      kind: "healed";
      how: "emptied" | "rolledBack";
    }
  | {
      /** Others have seen more than the storage shows. */
      kind: "withheld";
      count: number;
    }
  | {
      /** This computer's clock is ahead of the storage's; negative if it is behind. */
      kind: "clock";
      aheadMs: number;
    }
  | {
      /** Another browser put many records into the trash at once. */
      kind: "deleted";
      count: number;
      /** To take back, see `undoDeleted`. */
      acts: readonly Id[];
    }
);

export interface SyncStatus {
  /**
   * `waiting`: something is to be sent and will be, at {@link retryAt} or sooner. `problem`: the person is needed, or
   * should know.
   */
  state: "idle" | "syncing" | "waiting" | "problem";
  /** When browser and storage were last in step. */
  checkedAt: Instant | null;
  problem: SyncProblem | null;
  /** When it is tried again by itself; `null` where nothing is to be tried. */
  retryAt: Instant | null;
  /** Of what was waiting when it began, while it is under way: changes sent, or batches read. */
  progress: { done: number; total: number; isReading?: true } | null;
  notices: readonly SyncNotice[];
}

export const noStatus: SyncStatus = {
  state: "idle",
  checkedAt: null,
  problem: null,
  retryAt: null,
  progress: null,
  notices: [],
};

/** The log of what was done. No texts, and no names but of who comes and goes. */
export type SyncEvent = { n?: number; at: Instant; space: string } & (
  | { kind: "began" | "joined" | "stopped" | "paused" | "resumed" | "renamed" }
  | { kind: "codeConfirmed" | "newCode" | "passphraseSet" | "passphraseRemoved" }
  /** `name`: of the browser, or of the person in a room; absent where it was not kept yet, or is not known. */
  | { kind: "letIn" | "tookOut"; name?: string }
  | { kind: "synced"; sent: number; received: number }
  | { kind: "problem"; problem: SyncProblemKind }
  | { kind: "healed"; how: "emptied" | "rolledBack" }
  | { kind: "conflicts"; count: number }
  | { kind: "mergedTexts"; count: number }
  | { kind: "deleted"; count: number }
);

/** An edit that lost to another one of the same field, neither having seen the other. The same in every browser. */
export interface SyncConflict {
  i?: number;
  /** Tells them apart: table, row, field and the stamp of the edit that lost. */
  key: string;
  table: string;
  id: Id;
  field: string;
  kept: unknown;
  lost: unknown;
  /** Whose edit lost, and the browser that it was made in (see `browsersOf`). */
  by: Id;
  writer: string;
  /** When it was made. */
  at: Instant;
}

/** Who reads the storage too. */
export interface SpaceBrowser {
  id: string;
  name: string;
  since: Instant;
  isThis: boolean;
  /** It was let in, and nothing of it was read here yet. */
  isAwaited: boolean;
  /** When it last sent something, by its own clock; `null` where nothing of it was read yet. */
  lastAt: Instant | null;
  /** Whom the keys of the space know it as; `null` where that is not known, and then it cannot be taken out. */
  holder: string | null;
}
