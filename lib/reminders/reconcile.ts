import { dueNow } from "@/lib/db/commitments.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { claimDeliveries, noticesOf, pruneDeliveries, settleDeliveries } from "@/lib/db/deliveries.ts";
import { readReminderRecords } from "@/lib/db/reminder-records.ts";
import { type Badge, badgeOf } from "@/lib/domain/badge.ts";
import { addDays, dayOf } from "@/lib/domain/civil-time.ts";
import { type Occurrence, occurrenceId, occurrencesOf, nextWake } from "@/lib/domain/occurrences.ts";

/** What reminders need of a browser. Given from outside: reminders know no extension API. */
export interface ReminderPorts {
  timeZone(): string;
  /** Notifications are allowed and wanted. */
  mayNotify(): Promise<boolean>;
  /** @returns whether the system has taken it */
  notify(id: string, occurrences: readonly Occurrence[]): Promise<boolean>;
  /** Ids of what the system shows of ours. */
  shown(): Promise<readonly string[]>;
  clear(id: string): Promise<void>;
  renderToolbar(badge: Badge): Promise<void>;
  /** Points the alarms; both arguments are epoch ms. */
  ensureAlarms(nextAt: number, now: number): Promise<void>;
}

/** More than this many at once are said in one notice. */
const singleNotices = 3;
/** What is later than this was missed while the browser was closed or asleep, and is grouped. */
const lateMs = 10 * 60_000;
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
  await ports.renderToolbar(badgeOf(await dueNow(db, timeZone)));
  await announce(db, ports, due, now);
  await clearStale(db, ports, due);
  await pruneDeliveries(db, now - keptMs);
}

async function announce(
  db: MilepostDb,
  ports: ReminderPorts,
  due: readonly Occurrence[],
  now: number,
): Promise<void> {
  if (due.length === 0) return;
  const mayNotify = await ports.mayNotify();
  const claimed = await claimDeliveries(db, due, now);
  if (claimed.length === 0) return;
  if (!mayNotify) {
    for (const each of claimed) await settleDeliveries(db, [each], occurrenceId(each), "badge");
    return;
  }
  const late = claimed.filter((occurrence) => now - occurrence.at > lateMs);
  const grouped = late.length > singleNotices ? late : claimed.length > singleNotices ? claimed : [];
  const single = claimed.filter((occurrence) => !grouped.includes(occurrence));
  for (const notice of [grouped, ...single.map((each) => [each])]) {
    const [first] = notice;
    if (!first) continue;
    // Named after its first occurrence, so a run that repeats after a crash replaces the notice.
    const id = occurrenceId(first);
    await settleDeliveries(db, notice, id, (await ports.notify(id, notice)) ? "shown" : "badge");
  }
}

/** Takes back notices whose reason is gone: done, snoozed, moved or removed in the meantime. */
async function clearStale(db: MilepostDb, ports: ReminderPorts, due: readonly Occurrence[]): Promise<void> {
  const reasons = await noticesOf(db, due);
  for (const id of await ports.shown()) {
    if (id.startsWith("rem:") && !reasons.has(id)) await ports.clear(id);
  }
}
