import { completeCommitment, snooze } from "@/lib/db/commitments.ts";
import { completeMilestone } from "@/lib/db/goals.ts";
import type { DueItem } from "@/lib/domain/due.ts";
import { type SnoozeChoice, snoozeUntil } from "@/lib/domain/snooze.ts";
import { perform } from "./acts.ts";
import { localTimeZone } from "./clock.ts";
import { db } from "./database.ts";

/** Ticks a due thing off; `said` is the toast, which offers to undo it. */
export function finishDue(item: Pick<DueItem, "table" | "id">, said: string): Promise<boolean> {
  return perform(
    () => (item.table === "milestones" ? completeMilestone(db, item.id) : completeCommitment(db, item.id)),
    said,
  );
}

/** Puts a due thing off. */
export function snoozeDue(
  item: Pick<DueItem, "table" | "id">,
  choice: SnoozeChoice,
  said: string,
): Promise<boolean> {
  return perform(() => snooze(db, item, snoozeUntil(choice, db.now(), localTimeZone())), said);
}
