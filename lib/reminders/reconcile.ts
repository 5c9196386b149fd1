import type { MilepostDb } from "@/lib/db/database.ts";
import {
  claimDeliveries,
  deliveriesOf,
  enterDeliveries,
  forgetDeliveries,
  interruptedDeliveries,
  noticesBetween,
  settleDeliveries,
  unannounced,
} from "@/lib/db/deliveries.ts";
import { noticeDetails } from "@/lib/db/notice-details.ts";
import { readReminders } from "@/lib/db/reminder-records.ts";
import type { Delivery } from "@/lib/domain/delivery.ts";
import { badgeOf } from "@/lib/domain/badge.ts";
import { addDays, dayOf, endOfWeek } from "@/lib/domain/civil-time.ts";
import { dueItems } from "@/lib/domain/due.ts";
import { dueReminders } from "@/lib/domain/due-reminders.ts";
import type { Instant } from "@/lib/domain/envelope.ts";
import { callUntil } from "@/lib/domain/meeting-occurrences.ts";
import { mirrorOf } from "@/lib/domain/mirror.ts";
import { occurrenceId } from "@/lib/domain/occurrence.ts";
import { nextWake } from "@/lib/domain/occurrences.ts";
import { announce, heldTimes, type Ledger, momentOf } from "./announce.ts";
import type { ReminderPorts } from "./ports.ts";

/** The ledger forgets what came due longer ago than anything stays due. */
const keptMs = 400 * 86_400_000;

/**
 * Makes everything that reminds agree with the records at this moment: announces what has come due, once; draws badge
 * and title; points the alarms at what is next. Idempotent, so it runs on every wake, and safe to be cut off anywhere:
 * what was claimed and not shown is shown at a later run.
 */
export async function reconcile(db: MilepostDb, ports: ReminderPorts): Promise<void> {
  const now = db.now();
  const timeZone = ports.timeZone();
  const [preferences, backup, recognised] = await Promise.all([
    ports.preferences(),
    ports.backup(),
    ports.inCallUntil(now),
  ]);
  const { records, occurrences } = await readReminders(db, { timeZone, preferences, backup });
  const due = occurrences.filter((occurrence) => occurrence.at <= now && occurrence.untilAt > now);
  const running = callUntil(records.meetings, now);
  const ends = [recognised, running].filter((at) => at !== null);
  const callEndsAt = ends.length > 0 ? Math.max(...ends) : null;
  const moment = momentOf({ now, timeZone, preferences, callUntil: callEndsAt });

  const known = await deliveriesOf(db, due);
  const fresh = unannounced(due, known, now);

  // The alarms first: whatever fails below, there is a next time. Then the badge, the trace that is always there.
  const times = [...occurrences.map(({ at }) => at), ...heldTimes(fresh, moment)];
  const today = dayOf(now, timeZone);
  await ports.ensureAlarms(nextWake(times, addDays(today, 1), timeZone, now), now);
  const countedAt = (at: Instant): { daysLate: number }[] => [
    ...dueItems(records.commitments, records.milestones, dayOf(at, timeZone), at),
    ...dueReminders(occurrences, records.reviews, preferences, at, timeZone).filter(({ counted }) => counted),
  ];
  await ports.renderToolbar(badgeOf(countedAt(now), countedAt(endOfWeek(now, timeZone)).length));
  // What was announced while the database did not open is entered first, so that it is not announced again.
  const { saidSince } = await ports.mirror.read();
  if (saidSince.length > 0) await enterDeliveries(db, saidSince);
  await forgetDeliveries(db, now - keptMs, now);
  const unsaid = saidSince.length === 0 ? fresh : unannounced(due, await deliveriesOf(db, due), now);
  await announce(ledgerOf(db), ports, unsaid, moment);
  const nothingNew = fresh.length === 0 && saidSince.length === 0;
  const told = nothingNew ? known : await deliveriesOf(db, due);
  const mirrored = mirrorOf(occurrences, now);
  const names = new Set(mirrored.map(occurrenceId));
  const said = told.filter(({ id }) => names.has(id));
  await ports.mirror.write({ occurrences: mirrored, said, saidSince: [] });
  await clearStale(ports, told);
}

function ledgerOf(db: MilepostDb): Ledger {
  return {
    claim: (due, now) => claimDeliveries(db, due, now),
    onlyCount: (due, now) => claimDeliveries(db, due, now, "badge"),
    interrupted: (due, now) => interruptedDeliveries(db, due, now),
    settle: (occurrences, noticeId, state) => settleDeliveries(db, occurrences, noticeId, state),
    noticesBetween: (from, to) => noticesBetween(db, from, to),
    details: (occurrences) => noticeDetails(db, occurrences),
  };
}

/** Takes back notices whose reason is gone: done, snoozed, moved or removed in the meantime. */
async function clearStale(ports: ReminderPorts, due: readonly Delivery[]): Promise<void> {
  const reasons = new Set(due.map(({ noticeId }) => noticeId));
  for (const id of await ports.shown()) {
    if (id.startsWith("rem:") && !reasons.has(id)) await ports.clear(id);
  }
}
