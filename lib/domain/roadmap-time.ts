import { addDays, daysBetween } from "./civil-time.ts";
import type { Day } from "./envelope.ts";

/** A stretch of time: the number of its first day (see {@link dayNumber}) and how many days it is long. Both may be fractions. */
export interface Span {
  from: number;
  days: number;
}

export const rangeKinds = ["quarter", "half", "all"] as const;
export type RangeKind = (typeof rangeKinds)[number];

const epoch = "1970-01-01";
/** A mentorship of half a year with a week before it and three after it. */
const halfDays = 210;
const quarterDays = 91;
/** Nearer than this the picture shows nothing more, further away nothing can be told apart. */
const fewestDays = 7;
/** A year that was mistyped must not make everything else a dot. */
const furthestDays = 20 * 366;

/** Days since 1 January 1970: what the picture reckons with. */
export function dayNumber(on: Day): number {
  return daysBetween(epoch, on);
}

/** The day of a number, the nearest whole one. */
export function dayOfNumber(number: number): Day {
  return addDays(epoch, Math.round(number));
}

/** A number that is not further from today than the picture reaches. */
export function withinReach(number: number, today: number): number {
  return Math.min(today + furthestDays, Math.max(today - furthestDays, number));
}

/**
 * All the time there is to see: everything dated, the mentorship and today, with room at both ends for labels.
 * @param numbers of everything that is drawn
 */
export function wholeSpan(
  numbers: readonly number[],
  today: number,
  mentorship: { from: number; to: number | null },
): Span {
  let first = Math.min(today - 42, mentorship.from);
  let last = Math.max(today + 42, mentorship.to ?? today);
  for (const number of numbers) {
    first = Math.min(first, number);
    last = Math.max(last, number);
  }
  first = withinReach(first, today);
  last = withinReach(last, today);
  const margin = Math.max(14, Math.round((last - first) * 0.05));
  const from = first - margin;
  return { from, days: Math.max(last + margin - from, mentorship.from - 7 + halfDays - from, halfDays) };
}

/** The stretch that a range shows at first. `half` begins a week before the mentorship while today is well inside it. */
export function shownSpan(kind: RangeKind, whole: Span, today: number, startsAt: number): Span {
  if (kind === "all") return whole;
  const days = Math.min(whole.days, kind === "half" ? halfDays : quarterDays);
  const fromStart = startsAt - 7;
  const along = (today - fromStart) / days;
  const from = kind === "half" && along >= 0 && along <= 0.75 ? fromStart : today - days * 0.45;
  return inside({ from, days }, whole);
}

/** The span moved, and shortened where it must be, so that it lies in the whole. */
export function inside(span: Span, whole: Span): Span {
  const days = Math.min(whole.days, Math.max(fewestDays, span.days));
  const last = whole.from + whole.days - days;
  return { from: Math.min(last, Math.max(whole.from, span.from)), days };
}

/** Shows more or less around a day that keeps its place. @param factor above 1 shows more time */
export function zoomed(span: Span, factor: number, around: number, whole: Span): Span {
  const days = Math.min(whole.days, Math.max(fewestDays, span.days * factor));
  const share = (around - span.from) / span.days;
  return inside({ from: around - share * days, days }, whole);
}

/** Where a day stands in a span, in percent: its `--x`. */
export function percentAt(number: number, span: Span): number {
  return ((number - span.from) / span.days) * 100;
}

export interface MonthTick {
  at: number;
  on: Day;
  /** The tick names its year too: the first one, and each January. */
  year: boolean;
}

/** The first days of months in a span, as many as leave `fewest` days between two of them. */
export function monthTicks(span: Span, fewest: number): MonthTick[] {
  const step = [1, 3, 6, 12, 24, 60, 120].find((months) => months * 30 >= fewest) ?? 120;
  const first = Temporal.PlainDate.from(dayOfNumber(Math.ceil(span.from))).with({ day: 1 });
  let month = first.with({ month: first.month - ((first.month - 1) % Math.min(step, 12)) });
  if (step > 12) month = month.with({ year: month.year - (month.year % (step / 12)) });
  const ticks: MonthTick[] = [];
  for (; ; month = month.add({ months: step })) {
    const on = month.toString();
    const at = dayNumber(on);
    if (at > span.from + span.days) return ticks;
    if (at >= span.from) ticks.push({ at, on, year: ticks.length === 0 || month.month === 1 });
  }
}

/** The weeks of a mentorship that are numbered, in the middle of each. */
export function weekTicks(span: Span, startsAt: number, fewest: number): { at: number; week: number }[] {
  const step = [1, 2, 4, 13, 26, 52, 104, 260].find((weeks) => weeks * 7 >= fewest) ?? 520;
  const ticks: { at: number; week: number }[] = [];
  const end = span.from + span.days;
  const firstWeek = Math.max(1, Math.floor((span.from - startsAt) / 7) + 1);
  const aligned = firstWeek <= 1 ? 0 : Math.ceil(firstWeek / step) * step;
  for (let week = aligned; ; week += step) {
    const number = Math.max(1, week);
    const at = startsAt + (number - 1) * 7 + 3;
    if (at > end) return ticks;
    if (at >= span.from) ticks.push({ at, week: number });
  }
}
