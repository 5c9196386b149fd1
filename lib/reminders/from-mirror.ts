import { badgeOf } from "@/lib/domain/badge.ts";
import { addDays, dayOf } from "@/lib/domain/civil-time.ts";
import type { Delivery } from "@/lib/domain/delivery.ts";
import type { Instant } from "@/lib/domain/envelope.ts";
import { dueInMirror, type Mirror } from "@/lib/domain/mirror.ts";
import { nextWake, occurrenceId } from "@/lib/domain/occurrences.ts";
import { announce, type Ledger } from "./announce.ts";
import type { ReminderPorts } from "./ports.ts";

/**
 * Does for a database that does not open what `reconcile` does for one that does: announces what was mirrored when it
 * last opened, each once; draws the badge and points the alarms. The records may have changed since, but nobody could
 * change them.
 */
export async function reconcileFromMirror(ports: ReminderPorts, now: Instant): Promise<void> {
  const mirror = await ports.mirror.read();
  const timeZone = ports.timeZone();
  const due = mirror.occurrences.filter(({ at, untilAt }) => at <= now && untilAt > now);
  const tomorrow = addDays(dayOf(now, timeZone), 1);
  await ports.ensureAlarms(nextWake(mirror.occurrences, tomorrow, timeZone, now), now);
  await ports.renderToolbar(badgeOf(dueInMirror(due, now)));
  await announce(mirrorLedger(mirror, ports, now), ports, due, now);
}

function mirrorLedger(mirror: Mirror, ports: ReminderPorts, now: Instant): Ledger {
  const said = new Set([...mirror.said, ...mirror.saidSince].map(({ id }) => id));
  const saidSince = [...mirror.saidSince];
  return {
    claim: (due) => Promise.resolve(due.filter((occurrence) => !said.has(occurrenceId(occurrence)))),
    // Written when it was shown: cut off in between, the same notice is shown again rather than none.
    async settle(occurrences, noticeId, state) {
      for (const occurrence of occurrences) {
        const id = occurrenceId(occurrence);
        const delivery: Delivery = { id, noticeId, dueAt: occurrence.at, claimedAt: now, state };
        saidSince.push(delivery);
      }
      await ports.mirror.write({ ...mirror, saidSince });
    },
  };
}
