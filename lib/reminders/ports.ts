import type { Badge } from "@/lib/domain/badge.ts";
import type { Instant } from "@/lib/domain/envelope.ts";
import type { Mirror } from "@/lib/domain/mirror.ts";
import type { Occurrence, ReminderDetail } from "@/lib/domain/occurrence.ts";
import type { ReminderPreferences } from "@/lib/domain/reminder-preferences.ts";

/** What one notification says. */
export interface Notice {
  occurrences: readonly Occurrence[];
  /** They came due while nobody was there. */
  away: boolean;
  /** What each is about and with whom, by the id of the occurrence: only where the person asked for it. */
  details: ReadonlyMap<string, ReminderDetail>;
}

/** What reminders need of a browser. Given from outside: reminders know no extension API. */
export interface ReminderPorts {
  timeZone(): string;
  preferences(): Promise<ReminderPreferences>;
  /** Facts about the backups of this browser, epoch ms, 0 for never. */
  backup(): Promise<{ lastAt: Instant; quietUntilAt: Instant }>;
  /** Until when a call goes on, epoch ms; `null` for none. While one does nothing pops up. */
  inCallUntil(now: Instant): Promise<Instant | null>;
  /** Nobody is there to see it. */
  isLocked(): Promise<boolean>;
  /** Notifications are allowed and wanted. */
  mayNotify(): Promise<boolean>;
  /** @returns whether the system has taken it */
  notify(id: string, notice: Notice): Promise<boolean>;
  /** Ids of what the system shows of ours. */
  shown(): Promise<readonly string[]>;
  clear(id: string): Promise<void>;
  renderToolbar(badge: Badge): Promise<void>;
  /** Points the alarms; both arguments are epoch ms. */
  ensureAlarms(nextAt: number, now: number): Promise<void>;
  /** What is next, kept outside the database. */
  mirror: { read(): Promise<Mirror>; write(mirror: Mirror): Promise<void> };
}
