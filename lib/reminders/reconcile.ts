import { dueNow } from "@/lib/db/commitment-rows.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import {
  claimDeliveries,
  deliveriesOf,
  enterDeliveries,
  noticesOf,
  pruneDeliveries,
  settleDeliveries,
} from "@/lib/db/deliveries.ts";
import { reviewsDueNow } from "@/lib/db/review-records.ts";
import { readReminderRecords } from "@/lib/db/reminder-records.ts";
import { badgeOf } from "@/lib/domain/badge.ts";
import { addDays, dayOf } from "@/lib/domain/civil-time.ts";
import { mirrorOf } from "@/lib/domain/mirror.ts";
import { nextWake, type Occurrence, occurrencesOf } from "@/lib/domain/occurrences.ts";
import { announce } from "./announce.ts";
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
  const occurrences = occurrencesOf(await readReminderRecords(db, timeZone), timeZone);
  const due = occurrences.filter((occurrence) => occurrence.at <= now && occurrence.untilAt > now);

  // The alarms first: whatever fails below, there is a next time. Then the badge, the trace that is always there.
  await ports.ensureAlarms(nextWake(occurrences, addDays(dayOf(now, timeZone), 1), timeZone, now), now);
  await ports.renderToolbar(
    badgeOf([...(await dueNow(db, timeZone)), ...(await reviewsDueNow(db, timeZone))]),
  );
  // What was announced while the database did not open is entered first, so that it is not announced again.
  const { saidSince } = await ports.mirror.read();
  if (saidSince.length > 0) await enterDeliveries(db, saidSince);
  const ledger = {
    claim: (each: readonly Occurrence[]) => claimDeliveries(db, each, now),
    settle: settleDeliveries.bind(null, db),
  };
  await announce(ledger, ports, due, now);
  const mirrored = mirrorOf(occurrences, now);
  const said = await deliveriesOf(db, mirrored);
  await ports.mirror.write({ occurrences: mirrored, said, saidSince: [] });
  await clearStale(db, ports, due);
  await pruneDeliveries(db, now - keptMs);
}

/** Takes back notices whose reason is gone: done, snoozed, moved or removed in the meantime. */
async function clearStale(db: MilepostDb, ports: ReminderPorts, due: readonly Occurrence[]): Promise<void> {
  const reasons = await noticesOf(db, due);
  for (const id of await ports.shown()) {
    if (id.startsWith("rem:") && !reasons.has(id)) await ports.clear(id);
  }
}
