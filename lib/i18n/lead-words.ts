import { leadParts } from "@/lib/domain/lead-words.ts";

const long = new Intl.DurationFormat(undefined, { style: "long" });
const days = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
const dayMinutes = 1_440;

/** "15 minutes", "2 days, 3 hours"; empty for none. */
export function lengthWords(minutes: number): string {
  return long.format(leadParts(minutes));
}

/** "today", "tomorrow", "in 7 days": whole days ahead, and the rest of them left out. */
export function daysAheadWords(minutes: number): string {
  return days.format(Math.round(minutes / dayMinutes), "day");
}
