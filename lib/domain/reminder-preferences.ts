import type { Day, TimeOfDay } from "./envelope.ts";
import { offAtFirst, type ReminderKind, usualLeads } from "./reminder-kinds.ts";

/** One kind as the person wants it; `leads` in minutes, see `usualLeads`. */
export interface ReminderRule {
  on: boolean;
  leads: readonly number[];
}

/** How a person wants to be reminded. What is not there is as it comes. */
export interface ReminderPreferences {
  kinds: Partial<Record<ReminderKind, ReminderRule>>;
  /** Notices name what they are about. Never the text of a note. */
  details: boolean;
  /** Nothing pops up from one time to the other, which may lie past midnight. */
  quiet: { from: TimeOfDay; to: TimeOfDay } | null;
  /** 1 for Monday to 7 for Sunday: what is bound to no hour waits for one of these. Never empty. */
  workdays: readonly number[];
  /** All that is bound to no hour is said in one notice at this time. */
  digestAt: TimeOfDay | null;
  /** So many notices on one day at most. */
  perDay: number;
  /** When the person sits down to write. */
  reflection: { weekday: number; time: TimeOfDay };
}

export const everyDay: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

export const usualPreferences: ReminderPreferences = {
  kinds: {},
  details: false,
  quiet: null,
  workdays: everyDay,
  digestAt: null,
  perDay: 12,
  reflection: { weekday: 5, time: "16:00" },
};

/** What was chosen for one mentorship: kinds that are not to be heard of it, or at other times. */
export type MentorshipRules = Partial<
  Record<string, { on?: boolean | undefined; leads?: readonly number[] | undefined }>
>;

/** The rule for a kind, with what one mentorship says differently. */
export function ruleOf(
  preferences: Pick<ReminderPreferences, "kinds">,
  kind: ReminderKind,
  own?: MentorshipRules | null,
): ReminderRule {
  const general = preferences.kinds[kind] ?? { on: !offAtFirst.has(kind), leads: usualLeads[kind] };
  const special = own?.[kind];
  // A kind that is switched off is off; a mentorship can only ask for less of it, or for another time. No time at all,
  // in a row from elsewhere, is none that was asked for.
  const leads = special?.leads?.length ? special.leads : general.leads;
  return { on: general.on && special?.on !== false, leads };
}

/** The first day from `on` that is a working day. */
export function workdayFrom(on: Day, workdays: readonly number[]): Day {
  if (workdays.length === 0) return on;
  let date = Temporal.PlainDate.from(on);
  while (!workdays.includes(date.dayOfWeek)) date = date.add({ days: 1 });
  return date.toString();
}
