import { dayOf, daysBetween } from "./civil-time.ts";
import type { Instant } from "./envelope.ts";

const dayMs = 86_400_000;

/**
 * Is it time to say that a backup would be good? Not to somebody who has just begun, and not again for a while after
 * they waved it away.
 * @param state `lastAt` and `quietUntilAt` are 0 for never; `oldestAt` is when the first record was made, `undefined` if
 * there is none
 */
export function backupReminderDue(
  state: { lastAt: Instant; quietUntilAt: Instant; oldestAt: Instant | undefined },
  now: Instant,
): boolean {
  const { lastAt, quietUntilAt, oldestAt } = state;
  if (oldestAt === undefined || now < quietUntilAt) return false;
  return lastAt > 0 ? now - lastAt > 30 * dayMs : now - oldestAt > 7 * dayMs;
}

/**
 * Is it time for the next backup of a schedule? Once a calendar day, or seven days after the last one. A clock that was
 * set back does not stop it.
 * @param lastAt 0 for never
 */
export function scheduledBackupDue(
  every: "off" | "day" | "week",
  lastAt: Instant,
  now: Instant,
  timeZone: string,
): boolean {
  if (every === "off") return false;
  if (lastAt === 0 || lastAt > now + dayMs) return true;
  const days = daysBetween(dayOf(lastAt, timeZone), dayOf(now, timeZone));
  return days >= (every === "day" ? 1 : 7);
}

/** The name of the backup of a day; others than these are never touched. */
export function backupFileName(now: Instant, timeZone: string): string {
  return `milepost-${dayOf(now, timeZone)}.json`;
}

/** Of the files in a folder, those that a newer backup has made superfluous: the newest `kept` stay. */
export function outdatedBackups(names: readonly string[], kept: number): string[] {
  const dated = names.filter((name) => /^milepost-\d{4}-\d{2}-\d{2}\.json$/.test(name));
  return dated.toSorted().slice(0, Math.max(0, dated.length - kept));
}
