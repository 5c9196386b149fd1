import ICAL from "ical.js";

/** A rule that takes longer than this to say its dates is not made by a calendar. */
const mostSteps = 10_000;
const mostEmptyYears = 500;

/** So many steps are left to all rules of a calendar together. */
export interface Budget {
  steps: number;
}

let budget: Budget = { steps: 0 };
const largestInterval = 1_000;

/** Thrown for a rule that cannot be followed to its end. */
export class EndlessRule extends Error {
  constructor() {
    super("endless rule");
    this.name = "EndlessRule";
  }
}

/**
 * The library looks for the next date for as long as it takes, and for some rules there is none ("every 30th of
 * February"). Each look goes through one of these two.
 */
class BoundedIterator extends ICAL.RecurIterator {
  // Not a field with a value: that would be set after the constructor has looked for the first date.
  declare private steps: number | undefined;

  override check_contracting_rules(): boolean {
    this.count(1);
    return super.check_contracting_rules();
  }

  override expand_year_days(year: number): number {
    this.count(mostSteps / mostEmptyYears);
    return super.expand_year_days(year);
  }

  private count(steps: number): void {
    this.steps = (this.steps ?? 0) + steps;
    budget.steps -= steps;
    if (this.steps > mostSteps || budget.steps < 0) throw new EndlessRule();
  }
}

const parts = new Set(["BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "BYWEEKNO", "BYYEARDAY"]);

/**
 * The dates of a rule between two moments, all in the wall-clock time of its zone.
 * @param until the last moment that the rule allows, where it says one
 * @param most so many at most
 * @param left what is left of the calendar's steps; it is less afterwards
 * @throws EndlessRule for a rule that repeats more often than daily, or never
 */
export function datesOf(
  rule: ICAL.Recur,
  start: Temporal.PlainDateTime,
  until: Temporal.PlainDateTime | null,
  from: Temporal.PlainDateTime,
  to: Temporal.PlainDateTime,
  most: number,
  left: Budget,
): Temporal.PlainDateTime[] {
  budget = left;
  if (!["DAILY", "WEEKLY", "MONTHLY", "YEARLY"].includes(rule.freq)) throw new EndlessRule();
  if (!(rule.interval >= 1 && rule.interval <= largestInterval)) throw new EndlessRule();
  if (Object.keys(rule.parts).some((part) => !parts.has(part))) throw new EndlessRule();
  if (until && Temporal.PlainDateTime.compare(until, from) < 0) return [];
  const bounded = rule.clone();
  bounded.until = null;
  const iterator = new BoundedIterator({ rule: bounded, dtstart: icalTime(nearer(rule, start, from)) });
  const found: Temporal.PlainDateTime[] = [];
  for (let next = iterator.next() as ICAL.Time | null; next; next = iterator.next() as ICAL.Time | null) {
    const date = plainOf(next);
    if (Temporal.PlainDateTime.compare(date, to) > 0) break;
    if (until && Temporal.PlainDateTime.compare(date, until) > 0) break;
    if (Temporal.PlainDateTime.compare(date, from) >= 0) found.push(date);
    if (found.length >= most) break;
  }
  return found;
}

/** A later start of the same dates: years of a daily meeting need not be counted through to reach this week. */
function nearer(
  rule: ICAL.Recur,
  start: Temporal.PlainDateTime,
  from: Temporal.PlainDateTime,
): Temporal.PlainDateTime {
  if (rule.count) return start;
  if (rule.freq === "DAILY" || rule.freq === "WEEKLY") {
    const step = rule.interval * (rule.freq === "DAILY" ? 1 : 7);
    const steps = Math.floor(start.until(from, { largestUnit: "days" }).days / step) - 1;
    return steps > 0 ? start.add({ days: steps * step }) : start;
  }
  const years = from.year - start.year - 1;
  const isLeapDay = start.month === 2 && start.day === 29;
  return rule.freq === "YEARLY" && rule.interval === 1 && years > 0 && !isLeapDay
    ? start.add({ years })
    : start;
}

/** A wall-clock time as the library has it, in no zone. */
function icalTime(plain: Temporal.PlainDateTime): ICAL.Time {
  const { year, month, day, hour, minute, second } = plain;
  const time = { year, month, day, hour, minute, second, isDate: false };
  return new ICAL.Time(time, ICAL.Timezone.localTimezone);
}

/** @throws RangeError for a day or time that does not exist */
export function plainOf(time: ICAL.Time): Temporal.PlainDateTime {
  const { year, month, day, hour, minute } = time;
  const second = Math.min(time.second, 59);
  return Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }, { overflow: "reject" });
}
