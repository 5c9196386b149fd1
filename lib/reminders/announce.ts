import { addDays, dayOf, startOfDay } from "@/lib/domain/civil-time.ts";
import type { Delivery } from "@/lib/domain/delivery.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { type Occurrence, occurrenceId } from "@/lib/domain/occurrence.ts";
import { heldUntil, morningOf } from "@/lib/domain/quiet.ts";
import type { ReminderPreferences } from "@/lib/domain/reminder-preferences.ts";
import type { Notice, ReminderPorts } from "./ports.ts";

/** Where it is written down what was announced. */
export interface Ledger {
  /** Takes what nobody has announced, so that of two runs only one gets each. */
  claim(due: readonly Occurrence[], now: Instant): Promise<Occurrence[]>;
  /** Writes down, in one go, that of what nobody has announced no notification will tell. */
  onlyCount(due: readonly Occurrence[], now: Instant): Promise<unknown>;
  /** Notifications that a run was cut off at: whether they came to be shown is not written down. */
  interrupted(due: readonly Occurrence[], now: Instant): Promise<ReadonlyMap<Id, readonly Occurrence[]>>;
  /** Says by which notification they are announced, before it is shown and after. */
  settle(occurrences: readonly Occurrence[], noticeId: Id, state: Delivery["state"]): Promise<void>;
  /** When each notification was shown in a stretch of time. */
  noticesBetween(from: Instant, to: Instant): Promise<readonly Instant[]>;
  /** What the notices may name, where that was asked for. */
  details(occurrences: readonly Occurrence[]): Promise<Notice["details"]>;
}

/** What decides whether something may pop up now. */
export interface Moment {
  now: Instant;
  timeZone: string;
  preferences: ReminderPreferences;
  /** A call goes on until then. */
  callUntil: Instant | null;
  /** When each may pop up; see `heldUntil`. */
  heldUntil: (occurrence: Occurrence) => Instant;
}

/** The moment `now`; what is asked of it several times is worked out once. */
export function momentOf(moment: Omit<Moment, "heldUntil">): Moment {
  const known = new Map<Occurrence, Instant>();
  return {
    ...moment,
    heldUntil(occurrence) {
      const found = known.get(occurrence) ?? heldUntil(occurrence, moment.preferences, moment.timeZone);
      known.set(occurrence, found);
      return found;
    },
  };
}

/** More than this many at once are said in one notice. */
const singleNotices = 3;
/** What is later than this was missed while the browser was closed or asleep, and is grouped. */
const lateMs = 10 * 60_000;
/** Of the notices of a day so many are kept for what is urgent. */
const keptForUrgent = 2;

/**
 * Announces what is due and was not announced yet, as far as it may pop up now. The rest stays unclaimed, so that a
 * later run finds it: held, never dropped.
 * @param fresh what is due and was not announced when it was read
 */
export async function announce(
  ledger: Ledger,
  ports: ReminderPorts,
  fresh: readonly Occurrence[],
  moment: Moment,
): Promise<void> {
  if (fresh.length === 0) return;
  const { now } = moment;
  const seen = await settleInterrupted(ledger, ports, fresh, now);
  if (seen.size === fresh.length) return;
  if (!(await ports.mayNotify())) {
    // The lists and the button tell of it; should notices be allowed later, it is no news any more.
    await ledger.onlyCount(fresh, now);
    return;
  }
  if ((moment.callUntil ?? 0) > now || (await ports.isLocked())) return;
  const left = await noticesLeft(ledger, moment);
  const ready = fresh.filter((each) => !seen.has(each) && mayPopUp(each, moment, left));
  const claimed = await ledger.claim(ready, now);
  if (claimed.length === 0) return;
  const details = moment.preferences.details ? await ledger.details(claimed) : new Map<never, never>();
  const notices = asNotices(claimed, moment, left.all).flatMap((occurrences) => {
    const [first] = occurrences;
    // Named after its first occurrence, so a run that repeats after a crash replaces the notice.
    return first ? [{ id: occurrenceId(first), occurrences }] : [];
  });
  for (const { id, occurrences } of notices) await ledger.settle(occurrences, id, "claimed");
  for (const { id, occurrences } of notices) {
    const away = occurrences.length > 1 && occurrences.every((each) => isLate(each, moment));
    const shown = await ports.notify(id, { occurrences, away, details });
    await ledger.settle(occurrences, id, shown ? "shown" : "badge");
  }
}

/** What a run that was cut off has shown is announced, and only to be written down. */
async function settleInterrupted(
  ledger: Ledger,
  ports: ReminderPorts,
  fresh: readonly Occurrence[],
  now: Instant,
): Promise<ReadonlySet<Occurrence>> {
  const seen = new Set<Occurrence>();
  const interrupted = await ledger.interrupted(fresh, now);
  if (interrupted.size === 0) return seen;
  const shown = new Set(await ports.shown());
  for (const [noticeId, occurrences] of interrupted) {
    if (!shown.has(noticeId)) continue;
    await ledger.settle(occurrences, noticeId, "shown");
    for (const each of occurrences) seen.add(each);
  }
  return seen;
}

/** When what is due and was not announced yet may pop up: the background looks again then. */
export function heldTimes(fresh: readonly Occurrence[], moment: Moment): Instant[] {
  const { timeZone, now, callUntil } = moment;
  const times = fresh.map(moment.heldUntil);
  // What the cap of a day has put off is said in the morning.
  if (fresh.length > 0) times.push(morningOf(now, timeZone));
  return callUntil === null ? times : [...times, callUntil];
}

interface Left {
  /** Notices that may still be shown today, urgent or not. */
  all: number;
  calm: boolean;
  /** Yesterday had no room for all: what came due before today waits for the morning. */
  fullYesterday: boolean;
}

async function noticesLeft(ledger: Ledger, { now, timeZone, preferences }: Moment): Promise<Left> {
  const today = dayOf(now, timeZone);
  const midnight = startOfDay(today, timeZone);
  const shown = await ledger.noticesBetween(startOfDay(addDays(today, -1), timeZone), now);
  const { perDay } = preferences;
  // Few a day are not divided further.
  const calmOnes = perDay > 2 * keptForUrgent ? perDay - keptForUrgent : perDay;
  const all = perDay - shown.filter((at) => at >= midnight).length;
  const yesterday = shown.filter((at) => at < midnight).length;
  return { all, calm: all > perDay - calmOnes, fullYesterday: yesterday >= calmOnes };
}

function mayPopUp(each: Occurrence, { now, timeZone, heldUntil: held }: Moment, left: Left): boolean {
  if (left.all <= 0) return false;
  if (each.urgent) return true;
  if (!left.calm || held(each) > now) return false;
  const morning = morningOf(now, timeZone);
  const before = each.at < startOfDay(dayOf(now, timeZone), timeZone);
  return !(left.fullYesterday && before && now < morning);
}

function isLate(each: Occurrence, { now, heldUntil: held }: Moment): boolean {
  return now - held(each) > lateMs;
}

/** What is said together: what was missed, what comes all at once, and everything where the day has no room for more. */
function asNotices(claimed: readonly Occurrence[], moment: Moment, left: number): (readonly Occurrence[])[] {
  const late = claimed.filter((each) => isLate(each, moment));
  const calm = claimed.filter((each) => !each.urgent);
  const digest = moment.preferences.digestAt !== null && calm.length > 1;
  const grouped =
    late.length > singleNotices ? late : claimed.length > singleNotices ? claimed : digest ? calm : [];
  const single = claimed.filter((each) => !grouped.includes(each));
  const notices = [...(grouped.length > 0 ? [grouped] : []), ...single.map((each) => [each])];
  return notices.length > left ? [claimed] : notices;
}
