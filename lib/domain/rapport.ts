import { startOf } from "./carry-over.ts";
import type { Instant } from "./envelope.ts";
import type { Meeting } from "./meeting.ts";

/** No call lasts so long: notes that were started before were forgotten to be ended. */
const longestCallMs = 12 * 3_600_000;

/** The meetings in which an idea for rapport may have been used: the one under way, and the last before it. */
export function rapportMeetings(
  meetings: readonly Meeting[],
  now: Instant,
): { running: Meeting | null; lastHeld: Meeting | null } {
  const latestFirst = meetings
    .filter((meeting) => !meeting.deletedAt)
    .toSorted((a, b) => startOf(b) - startOf(a));
  const running =
    latestFirst.find(
      ({ startedAt, endedAt }) => startedAt && !endedAt && Math.abs(now - startedAt) < longestCallMs,
    ) ?? null;
  const lastHeld =
    latestFirst.find(
      (meeting) => (meeting.status === "held" || meeting.startedAt) && meeting.id !== running?.id,
    ) ?? null;
  return { running, lastHeld };
}
