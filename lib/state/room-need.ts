import type { Instant } from "@/lib/domain/envelope.ts";
import type { RoomHere } from "@/lib/spaces/rooms-here.ts";
import { type SyncView, syncView } from "./sync-view.ts";

/** What is told of a room outside its page. */
export type RoomNeed =
  /** Somebody answered the invitation. */
  | { kind: "asks" }
  | { kind: "problem"; view: SyncView }
  /** A browser that was taken out can read there as long as the storage is not reached. */
  | { kind: "keys"; view: SyncView }
  /** The same, and nothing mends it: Sync is off here. */
  | { kind: "keysOff" }
  /** What would have passed by itself did not, since then. */
  | { kind: "away"; view: SyncView; since: Instant };

/** Networks go and come: of what passes by itself nothing is said before. */
export const longAwayMs = 86_400_000;

/** `null` where the person is not needed. */
export function roomNeed(
  { paused, status, answers, owesKeys, hasSync }: Omit<RoomHere, "of" | "url">,
  now: Instant,
): RoomNeed | null {
  if (owesKeys && !hasSync) return { kind: "keysOff" };
  // Also while it is tried again, or it would come and go.
  const stopped = { ...status, state: "problem" } as const;
  const view = syncView({ status: stopped, paused: false, waiting: 0, storage: { kind: "webdav" } });
  // Also where it rests: the keys do not wait for that.
  if (owesKeys && status.problem) return { kind: "keys", view };
  if (paused) return null;
  if (view.tone === "problem") return { kind: "problem", view };
  if (answers > 0) return { kind: "asks" };
  const since = status.problem?.since ?? null;
  return since !== null && now - since >= longAwayMs ? { kind: "away", view, since } : null;
}
