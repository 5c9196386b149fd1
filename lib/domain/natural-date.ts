import * as german from "chrono-node/de";
import * as english from "chrono-node/en";
import { dayOf, isDay } from "./civil-time.ts";
import type { Day, Instant } from "./envelope.ts";

/** A day that somebody wrote in words, and where in the text it stands. */
export interface WrittenDay {
  on: Day;
  /** From here… */
  from: number;
  /** …up to here, the preposition before it included. */
  to: number;
}

export interface Calendar {
  /** Epoch ms. */
  now: Instant;
  /** IANA name. */
  timeZone: string;
  /** BCP 47. German dates are read where it begins with `de`; English ones always, month first for `en-US`. */
  locale: string;
}

type Language = "de" | "en";

/** Longer texts are no line that a person typed, and would take long to read. */
const longest = 2_000;

/** What may stand before a day and goes with it. */
const lead: Readonly<Record<Language, RegExp>> = {
  en: /(?:^|[\s,(–—])(?:due|until|till|by|before|on)\s+(?:the\s+)?$/iu,
  de: /(?:^|[\s,(–—])(?:(?:bis|spätestens|vor|am|ab)\s+)?(?:(?:zum|am|den|dem)\s+)*$/iu,
};

/**
 * The last day that a line names: "by Friday", "in 2 weeks", "12 Dec", "bis Freitag", "am 12.12.". A time of day alone
 * ("at 5") or a month alone ("May") is no day. In the future where the words leave that open.
 * @returns `null` where it names none
 */
export function writtenDay(line: string, calendar: Calendar): WrittenDay | null {
  if (line.length > longest) return null;
  const languages: Language[] = calendar.locale.toLowerCase().startsWith("de") ? ["de", "en"] : ["en"];
  for (const language of languages) {
    const day = inDigits(line, calendar, language) ?? inWords(line, calendar, language);
    if (day) return day;
  }
  return null;
}

function inWords(line: string, calendar: Calendar, language: Language): WrittenDay | null {
  const { now, timeZone, locale } = calendar;
  // The wall clock of the person, as if it were UTC: what is read are days on the wall.
  const reference = {
    instant: new Date(`${dayOf(now, timeZone)}T00:00:00Z`),
    timezone: 0,
  };
  const read = (reader: { parse: typeof english.parse }) =>
    reader.parse(line, reference, { forwardDate: true });
  const found = (language === "de" ? read(german.casual) : readEnglish(read, locale))
    .filter(({ start }) => start.isCertain("day") || start.isCertain("weekday"))
    // Digits with dots are a version, or a German day, which is read apart.
    .filter(({ text }) => !/^[\d.]+$/u.test(text))
    .map((each) =>
      withLead(line, each.index, each.text.replace(/[\s,;:]+$/u, ""), language, each.start.date()),
    )
    .filter((each) => isMeant(line, each));
  return found.at(-1)?.day ?? null;
}

function withLead(line: string, index: number, words: string, language: Language, date: Date) {
  const said = lead[language].exec(line.slice(0, index))?.[0] ?? "";
  const day: WrittenDay = {
    on: date.toISOString().slice(0, 10),
    from: index - said.length,
    to: index + words.length,
  };
  return { day, words, led: said.trim() !== "" || /\s/u.test(words) };
}

/** "Dec 12" is a day for everybody; only of "2/12" it depends on the country which is the month. */
function readEnglish(
  read: (reader: { parse: typeof english.parse }) => ReturnType<typeof english.parse>,
  locale: string,
): ReturnType<typeof english.parse> {
  const words = read(english.casual);
  if (locale === "en-US") return words;
  const slashed = read(english.GB).filter(({ text }) => text.includes("/"));
  return [...words.filter(({ text }) => !text.includes("/")), ...slashed];
}

/**
 * "Ask Sun about it" names nobody's Sunday: a short name is a day where a preposition says so or the line ends. "The
 * 5 May report" and "a slot for 3 December" name a day, but not by when.
 */
function isMeant(line: string, { day, words, led }: ReturnType<typeof withLead>): boolean {
  if (
    /^(?:the )?week$/iu.test(words) ||
    /(?:^|\s)(?:the|for|from|since|of|für|seit|vom)\s+$/iu.test(line.slice(0, day.from))
  ) {
    return false;
  }
  return led || words.length > 3 || line.slice(day.to).trim() === "";
}

/** `2026-12-18`, and in German `18.12.` or `18.12.2026`. */
function inDigits(line: string, { now, timeZone }: Calendar, language: Language): WrittenDay | null {
  const iso = [...line.matchAll(/(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/gu)].at(-1);
  if (iso?.[1] && isDay(iso[1])) return placed(line, iso, iso[1], language);
  if (language === "en") return null;
  const dotted = [...line.matchAll(/(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})?(?!\d)/gu)].at(-1);
  if (!dotted) return null;
  const [, day = "", month = "", year] = dotted;
  const inYear = (each: number): Day => `${each}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const today = dayOf(now, timeZone);
  const thisYear = Number(today.slice(0, 4));
  const on = year ? inYear(Number(year)) : inYear(thisYear) < today ? inYear(thisYear + 1) : inYear(thisYear);
  const found = isDay(on) ? placed(line, dotted, on, language) : null;
  // "Version 1.2." is no February: without a year, a word before it or the end of the line says that it is a day.
  const led = found && found.from < (dotted.index ?? 0);
  return year || led || line.slice(found?.to).trim() === "" ? found : null;
}

function placed(line: string, match: RegExpMatchArray, on: Day, language: Language): WrittenDay {
  const index = match.index ?? 0;
  const said = lead[language].exec(line.slice(0, index))?.[0] ?? "";
  return { on, from: index - said.length, to: index + match[0].length };
}
