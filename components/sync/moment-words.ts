import { clockMinute, dayOfInstant } from "@/lib/i18n/dates.ts";

/** "14:20" of a moment of the last hours, "Thu 3 Dec" of one before. */
export function momentWords(at: number, now: number): string {
  return now - at < 18 * 3_600_000 ? clockMinute(at) : dayOfInstant(at);
}
