import { endOf, startOf } from "./carry-over.ts";
import type { Instant } from "./envelope.ts";
import type { Meeting } from "./meeting.ts";

/** People come early, and stay on. */
const earlyMs = 3 * 3_600_000;
const lateMs = 2 * 3_600_000;

/** Does a meeting take place about now, by its plan or because its notes were started? */
export function isAbout(
  meeting: Pick<Meeting, "startsOn" | "startsTime" | "timeZone" | "plannedMinutes" | "startedAt" | "endedAt">,
  now: Instant,
): boolean {
  if (meeting.startedAt && !meeting.endedAt) return true;
  return startOf(meeting) - earlyMs <= now && now <= endOf(meeting) + lateMs;
}
