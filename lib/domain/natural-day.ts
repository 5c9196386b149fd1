import { addDays, isDay, weekdayOf } from "./civil-time.ts";
import type { Day } from "./envelope.ts";

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const units = { d: "days", w: "weeks", m: "months", y: "years" } as const;

/** The most words that make a day: "in 2 weeks", "12 dec 2027", "end of next month". */
export const longestDay = 4;

/**
 * The day that a few English words mean, seen from `today`. A weekday is the coming one, never today; "next fri" is the
 * one of next week, whose first day is Monday; a day of a month without its year is the next one that comes.
 * @returns `null` for anything else
 */
export function dayFromWords(text: string, today: Day): Day | null {
  const words = text.trim().toLowerCase().replaceAll(/\s+/gu, " ");
  if (isDay(words)) return words;
  return (
    simpleDay(words, today) ?? spanFrom(words, today) ?? weekdayFrom(words, today) ?? dateFrom(words, today)
  );
}

function simpleDay(words: string, today: Day): Day | null {
  const date = Temporal.PlainDate.from(today);
  switch (words) {
    case "today":
      return today;
    case "tomorrow":
      return addDays(today, 1);
    case "next week":
      return addDays(today, 8 - weekdayOf(today));
    case "next month":
      return date.add({ months: 1 }).with({ day: 1 }).toString();
    case "end of month":
      return date.with({ day: date.daysInMonth }).toString();
    default:
      return null;
  }
}

/** "in 2 weeks", "in a month", "3d". */
function spanFrom(words: string, today: Day): Day | null {
  const [, counted, unit = ""] =
    /^in (an?|\d{1,3}) (day|week|month|year)s?$/.exec(words) ?? /^(\d{1,3})(d|w|m|y)$/.exec(words) ?? [];
  if (!counted) return null;
  const amount = /\d/.test(counted) ? Number(counted) : 1;
  const name = Object.entries(units).find(([letter]) => unit.startsWith(letter))?.[1];
  return name
    ? Temporal.PlainDate.from(today)
        .add({ [name]: amount })
        .toString()
    : null;
}

function weekdayFrom(words: string, today: Day): Day | null {
  const [, next, name = ""] = /^(next )?([a-z]{3,9})$/.exec(words) ?? [];
  const wanted = indexOfName(weekdays, name) + 1;
  if (wanted === 0) return null;
  const now = weekdayOf(today);
  return addDays(today, next ? 7 - now + wanted : ((wanted - now + 6) % 7) + 1);
}

/** "12 dec", "dec 12", "12 december 2027". */
function dateFrom(words: string, today: Day): Day | null {
  const [, dayFirst, nameAfter, yearAfter] = /^(\d{1,2})\.? ([a-z]{3,9})(?: (\d{4}))?$/.exec(words) ?? [];
  const [, nameFirst, dayAfter, yearLast] = /^([a-z]{3,9}) (\d{1,2})(?:,? (\d{4}))?$/.exec(words) ?? [];
  const month = indexOfName(months, nameAfter ?? nameFirst ?? "") + 1;
  const day = Number(dayFirst ?? dayAfter ?? 0);
  if (month === 0 || day === 0) return null;
  const year = yearAfter ?? yearLast;
  const from = Number(today.slice(0, 4));
  // The next 29 February may be up to eight years away.
  const years = year ? [Number(year)] : Array.from({ length: 9 }, (_, n) => from + n);
  const two = (value: number): string => String(value).padStart(2, "0");
  return (
    years
      .map((each) => `${String(each).padStart(4, "0")}-${two(month)}-${two(day)}`)
      .find((each) => isDay(each) && (year !== undefined || each >= today)) ?? null
  );
}

/** By its full name or at least its first three letters. */
function indexOfName(names: readonly string[], word: string): number {
  return word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word));
}
