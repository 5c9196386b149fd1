import { i18n } from "#i18n";
import { completeCommitment, snooze } from "@/lib/db/commitments.ts";
import { dayOf, timeOf } from "@/lib/domain/civil-time.ts";
import type { DueItem } from "@/lib/domain/due.ts";
import { type SnoozeChoice, snoozeUntil } from "@/lib/domain/snooze.ts";
import { clockTime, nearDay } from "@/lib/i18n/dates.ts";
import { perform } from "./acts.ts";
import { localTimeZone } from "./clock.ts";
import { db } from "./database.ts";

/** Ticks a due thing off; `said` is the toast, which offers to undo it. */
export function finishDue(item: Pick<DueItem, "table" | "id">, said: string): Promise<boolean> {
  return perform(async () => {
    if (item.table !== "milestones") return completeCommitment(db, item.id);
    // Loaded when it is needed: what is shown does not wait for the verbs.
    const { completeMilestone } = await import("@/lib/db/goals.ts");
    return completeMilestone(db, item.id);
  }, said);
}

/** Puts a due thing off; the toast says until when, and offers to undo it. */
export function snoozeDue(item: Pick<DueItem, "table" | "id">, choice: SnoozeChoice): Promise<boolean> {
  const until = snoozeUntil(choice, db.now(), localTimeZone());
  return perform(() => snooze(db, item, until), i18n.t("said.snoozed", [untilWords(until)]));
}

/** "15:00", "tomorrow 9:00". @param until epoch ms */
export function untilWords(until: number): string {
  const timeZone = localTimeZone();
  const [on, today] = [dayOf(until, timeZone), dayOf(db.now(), timeZone)];
  const time = clockTime(timeOf(until, timeZone));
  return on === today ? time : `${nearDay(on, today)} ${time}`;
}
