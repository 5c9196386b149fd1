import { addDays, dayOf, instantOf, startOfDay } from "./civil-time.ts";
import type { Instant, TimeOfDay } from "./envelope.ts";
import type { Occurrence } from "./occurrence.ts";
import { timedKinds } from "./reminder-kinds.ts";
import { type ReminderPreferences, workdayFrom } from "./reminder-preferences.ts";

/** When a working day begins, for what waited for one. */
export const morning: TimeOfDay = "09:00";

type Calm = Pick<ReminderPreferences, "quiet" | "workdays" | "digestAt">;

/**
 * When an occurrence may pop up: at its moment, or when the hours and days in which nothing is to disturb are over.
 * Held, never dropped; the badge does not wait. What is urgent is not held at all, what is bound to an hour only by the
 * quiet hours.
 */
export function heldUntil(
  occurrence: Pick<Occurrence, "kind" | "at" | "urgent">,
  calm: Calm,
  timeZone: string,
): Instant {
  const { at } = occurrence;
  if (occurrence.urgent) return at;
  const timed = timedKinds.has(occurrence.kind);
  if (!calm.quiet && (timed || (!calm.digestAt && calm.workdays.length === 7))) return at;
  if (timed) return afterQuiet(at, calm.quiet, timeZone);
  let when = atDigest(at, calm.digestAt, timeZone);
  // One may lead into what the other keeps free; a week has room for both.
  for (let round = 0; round < 14; round += 1) {
    const next = afterQuiet(onWorkday(when, calm, timeZone), calm.quiet, timeZone);
    if (next === when) break;
    when = next;
  }
  return when;
}

/** What was put off by the daily cap is said on the morning of the next day, not in the night between. */
export function morningOf(now: Instant, timeZone: string): Instant {
  return instantOf(dayOf(now, timeZone), morning, timeZone);
}

function atDigest(at: Instant, digestAt: TimeOfDay | null, timeZone: string): Instant {
  if (!digestAt) return at;
  const on = dayOf(at, timeZone);
  const today = instantOf(on, digestAt, timeZone);
  return today >= at ? today : instantOf(addDays(on, 1), digestAt, timeZone);
}

function onWorkday(at: Instant, { workdays, digestAt, quiet }: Calm, timeZone: string): Instant {
  const on = dayOf(at, timeZone);
  const day = workdayFrom(on, workdays);
  if (day === on) return at;
  const usual = instantOf(day, digestAt ?? morning, timeZone);
  // Where the morning is to be quiet, the first moment of that day that is not.
  return afterQuiet(usual, quiet, timeZone) === usual
    ? usual
    : afterQuiet(startOfDay(day, timeZone), quiet, timeZone);
}

/** The end of the quiet hours that `at` lies in, or `at`. */
function afterQuiet(at: Instant, quiet: Calm["quiet"], timeZone: string): Instant {
  if (!quiet || quiet.from === quiet.to) return at;
  const today = dayOf(at, timeZone);
  // The quiet hours that began yesterday may last into today.
  for (const on of [addDays(today, -1), today]) {
    const from = instantOf(on, quiet.from, timeZone);
    const to = instantOf(quiet.to > quiet.from ? on : addDays(on, 1), quiet.to, timeZone);
    if (from <= at && at < to) return to;
  }
  return at;
}
