import type { StorageAccess, SyncProblemKind } from "@/lib/domain/space.ts";
import type { CodeMistake } from "@/lib/sync/recovery-code.ts";

/** What a storage was found to be. */
export type StorageVerdict =
  /** `hasSpace`: somebody's Milepost is there already, to be joined with its recovery code. */
  | { ok: true; hasSpace: boolean; isSlow: boolean; aheadMs: number | null }
  | { ok: false; problem: SyncProblemKind };

export type Begun =
  | { ok: true; recoveryCode: string }
  | { ok: false; problem: SyncProblemKind | "hasSpace" | "alreadySetUp" };

export type NewCode = { ok: true; recoveryCode: string } | { ok: false; problem: SyncProblemKind };

export type TakenOut = { ok: true } | { ok: false; problem: SyncProblemKind };

export type Joined =
  | { ok: true }
  | { ok: false; problem: SyncProblemKind | "noSpaceThere" | "wrongCode" | "alreadySetUp" }
  /** What was typed cannot be a code of any space. */
  | { ok: false; problem: "notACode"; mistake: CodeMistake };

export interface NewBrowser {
  storage: StorageAccess;
  /** Of a folder. */
  handle?: FileSystemDirectoryHandle;
  /** What this browser is called in the list of the others. */
  browserName: string;
}
