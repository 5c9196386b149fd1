import { i18n } from "#i18n";
import { completeCommitment, snooze } from "@/lib/db/commitments.ts";
import { completeMilestone } from "@/lib/db/goals.ts";
import { dayOf, timeOf } from "@/lib/domain/civil-time.ts";
import type { DueItem } from "@/lib/domain/due.ts";
import { type SnoozeChoice, snoozeUntil } from "@/lib/domain/snooze.ts";
import { clockTime, nearDay } from "@/lib/i18n/dates.ts";
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

/** Puts a due thing off; the toast says until when, and offers to undo it. */
export function snoozeDue(item: Pick<DueItem, "table" | "id">, choice: SnoozeChoice): Promise<boolean> {
  const timeZone = localTimeZone();
  const now = db.now();
  const until = snoozeUntil(choice, now, timeZone);
  const [on, today] = [dayOf(until, timeZone), dayOf(now, timeZone)];
  const time = clockTime(timeOf(until, timeZone));
  const when = on === today ? time : `${nearDay(on, today)} ${time}`;
  return perform(() => snooze(db, item, until), i18n.t("said.snoozed", [when]));
}
