import type { SyncProblemKind } from "@/lib/domain/space.ts";
import { KeyError } from "@/lib/sync/key-error.ts";
import { StoreError } from "@/lib/sync/store.ts";

/** The permission for the site, or for the folder, was taken back. */
export class NotAllowed extends Error {}

/** What to tell the person of an error. */
export function problemKindOf(error: unknown): SyncProblemKind {
  if (error instanceof StoreError) return error.failure;
  if (error instanceof NotAllowed) return "notAllowed";
  if (error instanceof KeyError)
    return error.failure === "newer" ? "newer" : error.failure === "removed" ? "removed" : "failed";
  return hasName(error, "QuotaExceededError") ? "noSpace" : "failed";
}

/** Of itself or of what it was made of: Dexie wraps what the disk says. */
function hasName(error: unknown, name: string): boolean {
  if (!(error instanceof Error)) return false;
  const { inner } = error as { inner?: unknown };
  return error.name === name || hasName(error.cause, name) || hasName(inner, name);
}
