import { usualCadence } from "./cadence.ts";
import type { Day } from "./envelope.ts";
import type { Meeting } from "./meeting.ts";
import type { Cadence, Mentorship } from "./mentorship.ts";
import { currentVisit } from "./stages.ts";

/** How the meetings of a mentorship that comes to its end grow apart. */
const taper: readonly Cadence[] = [
  { every: 1, unit: "month" },
  { every: 3, unit: "month" },
];

/** The rhythm that the next meeting follows. */
export interface Rhythm {
  /** `null` where none was agreed on. */
  cadence: Cadence | null;
  /** It is slower than the one that was agreed on, since the mentorship comes to its end. */
  tapers: boolean;
}

/**
 * The rhythm of a mentorship: the one that was agreed on; in Separation each meeting is followed by a longer pause, first
 * a month, then three months from each to the next.
 * @param meetings all of it; those held since it came into Separation count, and one that has begun
 */
export function rhythmOf(
  mentorship: Pick<Mentorship, "visits" | "cadence">,
  meetings: readonly Pick<Meeting, "status" | "startsOn" | "startedAt">[],
  today: Day,
): Rhythm {
  const agreed = mentorship.cadence ?? null;
  const visit = currentVisit(mentorship, today);
  if (visit.stage !== "separation") return { cadence: agreed, tapers: false };
  const slower = taper.filter((each) => daysIn(each) > daysIn(agreed ?? usualCadence));
  const held = meetings.filter(
    ({ status, startsOn, startedAt }) =>
      startsOn >= visit.fromOn && (status === "held" || (status === "planned" && Boolean(startedAt))),
  ).length;
  const step = held === 0 ? undefined : slower[Math.min(held, slower.length) - 1];
  return step ? { cadence: step, tapers: true } : { cadence: agreed, tapers: false };
}

/** About how long it is from one meeting to the next. */
function daysIn({ every, unit }: Cadence): number {
  return every * (unit === "week" ? 7 : 30);
}
