import type { Change } from "./change.ts";
import type { Id, Instant } from "./envelope.ts";

/** When the plan of a record was last changed, and the reason that was given. */
export interface ChangeReason {
  at: Instant;
  why: string;
}

const planFields = ["mentorshipId", "status", "deletedAt", "dueOn"] as const;

/**
 * Why plans changed, by record: of each its last change of date, state or being there after `from` and up to `until`
 * (epoch ms).
 * @param log oldest first
 */
export function changeReasons(
  log: readonly Change[],
  from: Instant,
  until: Instant,
): ReadonlyMap<Id, ChangeReason> {
  const reasons = new Map<Id, ChangeReason>();
  for (const { id, patch, at, why } of log) {
    if (at <= from || at > until || !planFields.some((field) => field in patch)) continue;
    reasons.set(id, { at, why: why ?? "" });
  }
  return reasons;
}
