import type { Badge } from "@/lib/domain/badge.ts";
import type { Mirror } from "@/lib/domain/mirror.ts";
import type { Occurrence } from "@/lib/domain/occurrences.ts";

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
  /** What is next, kept outside the database. */
  mirror: { read(): Promise<Mirror>; write(mirror: Mirror): Promise<void> };
}
