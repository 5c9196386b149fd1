import { dayOf, daysBetween } from "./civil-time.ts";
import type { Instant } from "./envelope.ts";

const dayMs = 86_400_000;

/**
 * When it is time to say that a backup would be good. Not to somebody who has just begun, and not again for a while
 * after they waved it away.
 * @param state `lastAt` and `quietUntilAt` are 0 for never; `oldestAt` is when the first record was made, `undefined` if
 * there is none
 * @returns `null` where there is nothing to lose
 */
export function backupDueAt(state: {
  lastAt: Instant;
  quietUntilAt: Instant;
  oldestAt: Instant | undefined;
}): Instant | null {
  const { lastAt, quietUntilAt, oldestAt } = state;
  if (oldestAt === undefined) return null;
  return Math.max(quietUntilAt, lastAt > 0 ? lastAt + 30 * dayMs : oldestAt + 7 * dayMs);
}

/** Is it that time? See {@link backupDueAt}. */
export function backupReminderDue(
  state: { lastAt: Instant; quietUntilAt: Instant; oldestAt: Instant | undefined },
  now: Instant,
): boolean {
  const dueAt = backupDueAt(state);
  return dueAt !== null && now >= dueAt;
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

/** The name of the backup of a day that somebody asked for. */
export function backupFileName(now: Instant, timeZone: string): string {
  return `milepost-${dayOf(now, timeZone)}.json`;
}

/** The name of one that was made by the schedule. @param mark tells the files of this browser from those of others */
export function scheduledFileName(now: Instant, timeZone: string, mark: string): string {
  return `milepost-${dayOf(now, timeZone)}-${mark}.json`;
}

/**
 * Of the files in a folder, those of this schedule that newer ones have made superfluous: the newest `kept` stay.
 * @param written the name of the one that was just written, which stays whatever the clock says; its mark is ours
 */
export function outdatedBackups(names: readonly string[], written: string, kept: number): string[] {
  const nameOf = /^milepost-\d{4}-\d{2}-\d{2}(-[0-9a-z]+)\.json$/u;
  const mark = nameOf.exec(written)?.[1];
  const others = names.filter((name) => name !== written && mark && nameOf.exec(name)?.[1] === mark);
  return others.toSorted().slice(0, Math.max(0, others.length + 1 - kept));
}
