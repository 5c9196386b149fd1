import parseDuration from "parse-duration";
import { longestLead } from "./limits.ts";

const minuteMs = 60_000;

/** What may stand around a length of time and says nothing: "2 hours before", "in 10 min". */
const around = /\b(?:before|earlier|ahead|in|after|later|vorher|nach)\b/giu;
/** Only numbers, the units that are known, and what joins them. */
const known =
  /^(?:\s*\d+(?:[.,]\d+)?\s*(?:m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|minuten?|stunden?|tage?|wochen?)\.?\s*(?:,|and|und|&)?)+\s*$/iu;
const english: Readonly<Record<string, string>> = {
  minuten: "minutes",
  minute: "minute",
  stunden: "hours",
  stunde: "hour",
  tage: "days",
  tag: "day",
  wochen: "weeks",
  woche: "week",
};

/**
 * A length of time as a person writes it: "17 min", "2 days 3 hours", "1 h", "1.5 hours", "90".
 * @returns whole minutes; `null` for what is none, or is longer than two years. A number alone is minutes.
 */
export function leadFrom(typed: string): number | null {
  const text = typed.replaceAll(around, " ").trim();
  if (text.length > 60) return null;
  if (/^\d{1,7}$/u.test(text)) return within(Number(text));
  if (!known.test(text)) return null;
  const words = text
    .replaceAll(/\p{L}+/gu, (word) => english[word.toLowerCase()] ?? word)
    .replaceAll(/\b(?:and|und)\b|&/giu, " ")
    .replaceAll(/(\d),(\d)/gu, "$1.$2");
  const ms = parseDuration(words);
  return ms === null ? null : within(Math.round(ms / minuteMs));
}

function within(minutes: number): number | null {
  return minutes >= 0 && minutes <= longestLead ? minutes : null;
}

/** Days, hours and minutes of a length of time, for saying it in words. */
export function leadParts(minutes: number): { days: number; hours: number; minutes: number } {
  const days = Math.floor(minutes / 1_440);
  const hours = Math.floor((minutes % 1_440) / 60);
  return { days, hours, minutes: minutes % 60 };
}
