import { badgeOf } from "@/lib/domain/badge.ts";
import { addDays, dayOf, endOfWeek } from "@/lib/domain/civil-time.ts";
import type { Delivery } from "@/lib/domain/delivery.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { dueInMirror, type Mirror } from "@/lib/domain/mirror.ts";
import { type Occurrence, occurrenceId } from "@/lib/domain/occurrence.ts";
import { nextWake } from "@/lib/domain/occurrences.ts";
import { announce, heldTimes, type Ledger, momentOf } from "./announce.ts";
import type { ReminderPorts } from "./ports.ts";

/**
 * Does for a database that does not open what `reconcile` does for one that does: announces what was mirrored when it
 * last opened, each once; draws the badge and points the alarms. The records may have changed since, but nobody could
 * change them.
 */
export async function reconcileFromMirror(ports: ReminderPorts, now: Instant): Promise<void> {
  const mirror = await ports.mirror.read();
  const timeZone = ports.timeZone();
  const [preferences, callUntil] = await Promise.all([ports.preferences(), ports.inCallUntil(now)]);
  const moment = momentOf({ now, timeZone, preferences, callUntil });
  const due = mirror.occurrences.filter(({ at, untilAt }) => at <= now && untilAt > now);
  const ledger = mirrorLedger(mirror, ports, now);
  const fresh = await ledger.claim(due, now);
  const tomorrow = addDays(dayOf(now, timeZone), 1);
  const times = [...mirror.occurrences.map(({ at }) => at), ...heldTimes(fresh, moment)];
  await ports.ensureAlarms(nextWake(times, tomorrow, timeZone, now), now);
  const week = dueInMirror(mirror.occurrences, endOfWeek(now, timeZone)).length;
  await ports.renderToolbar(badgeOf(dueInMirror(mirror.occurrences, now), week));
  await announce(ledger, ports, fresh, moment);
}

function mirrorLedger(mirror: Mirror, ports: ReminderPorts, now: Instant): Ledger {
  const all = [...mirror.said, ...mirror.saidSince];
  const said = new Set(all.map(({ id }) => id));
  const saidSince = [...mirror.saidSince];
  const enter = async (
    occurrences: readonly Occurrence[],
    noticeIdOf: (occurrence: Occurrence) => Id,
    state: Delivery["state"],
  ): Promise<void> => {
    for (const each of occurrences) {
      const { kind, recordId, occurrence, mentorshipId, at } = each;
      const of = { kind, recordId, occurrence, mentorshipId: mentorshipId ?? null };
      saidSince.push({
        id: occurrenceId(each),
        noticeId: noticeIdOf(each),
        dueAt: at,
        claimedAt: now,
        state,
        ...of,
      });
    }
    await ports.mirror.write({ ...mirror, saidSince });
  };
  const unsaid = (due: readonly Occurrence[]): Promise<Occurrence[]> =>
    Promise.resolve(due.filter((occurrence) => !said.has(occurrenceId(occurrence))));
  return {
    claim: unsaid,
    interrupted: () => Promise.resolve(new Map()),
    // Written when it was shown: cut off in between, the same notice is shown again rather than none.
    async settle(occurrences, noticeId, state) {
      if (state !== "claimed") await enter(occurrences, () => noticeId, state);
    },
    onlyCount: async (due) => enter(await unsaid(due), occurrenceId, "badge"),
    noticesBetween(from, to) {
      const shown = all.filter(
        (each) => each.state !== "badge" && each.claimedAt >= from && each.claimedAt <= to,
      );
      return Promise.resolve([...new Map(shown.map((each) => [each.noticeId, each.claimedAt])).values()]);
    },
    // What was mirrored has no words.
    details: () => Promise.resolve(new Map()),
  };
}
