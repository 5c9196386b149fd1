import type { StorageAccess, StorageKind, SyncProblemKind } from "@/lib/domain/space.ts";
import type { CodeMistake } from "@/lib/sync/recovery-code.ts";

/** What a storage was found to be. */
export type StorageVerdict =
  /** `hasSpace`: somebody's Milepost is there already, to be joined with its recovery code; `hasPassphrase`: or with that. */
  | { ok: true; hasSpace: boolean; hasPassphrase: boolean; isSlow: boolean; aheadMs: number | null }
  | { ok: false; problem: SyncProblemKind };

export type Begun =
  | { ok: true; recoveryCode: string }
  | { ok: false; problem: SyncProblemKind | "hasSpace" | "alreadySetUp" };

export type NewCode = { ok: true; recoveryCode: string } | { ok: false; problem: SyncProblemKind };

/** Of a passphrase that was set or taken away. */
export type PassphraseKept = { ok: true } | { ok: false; problem: SyncProblemKind };

export type TakenOut = { ok: true } | { ok: false; problem: SyncProblemKind };

/** The row of the request among the tasks. */
export const waitingId = "waiting";

/** The row of a space that is being begun. */
export const beginningId = "beginning";

/** A request to be let in by another browser of the person. */
export interface ShownRequest {
  /** To be pasted there. There is nothing secret in it. */
  block: string;
  /** To be typed there. */
  words: string;
  /** Epoch ms. */
  expires: number;
  /** Of the storage that is joined. */
  kind: StorageKind;
}

export type Asked = { ok: true } | { ok: false; problem: SyncProblemKind | "noSpaceThere" | "alreadySetUp" };

export type LookedIn =
  | { ok: true; isIn: boolean }
  | { ok: false; problem: SyncProblemKind | "requestExpired" };

export type LetIn =
  | { ok: true; name: string }
  | { ok: false; problem: SyncProblemKind }
  /** What is wrong with what was pasted, or typed. */
  | { ok: false; problem: "request"; mistake: RequestMistake };

export type RequestMistake =
  | "requestNotOurs"
  | "requestDamaged"
  | "requestNewer"
  | "requestExpired"
  | "requestOtherSpace"
  | "requestUsed"
  | "wordsNotIt";

export type Joined =
  | { ok: true }
  | {
      ok: false;
      problem: SyncProblemKind | "noSpaceThere" | "wrongCode" | "wrongPassphrase" | "alreadySetUp";
    }
  /** What was typed cannot be a code of any space. */
  | { ok: false; problem: "notACode"; mistake: CodeMistake };

export interface NewBrowser {
  storage: StorageAccess;
  /** Of a folder. */
  handle?: FileSystemDirectoryHandle;
  /** What this browser is called in the list of the others. */
  browserName: string;
}
