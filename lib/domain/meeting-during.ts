import type { Instant } from "./envelope.ts";
import type { Meeting } from "./meeting.ts";

/** Notes that nobody ended are taken to be over after so long. */
const forgottenMs = 12 * 3_600_000;

/** The meeting that ran at a moment: its notes had been started and not been ended. Of several the one that began last. */
export function meetingDuring<M extends Pick<Meeting, "startedAt" | "endedAt" | "deletedAt">>(
  meetings: readonly M[],
  at: Instant,
): M | undefined {
  return meetings
    .filter(({ startedAt, endedAt, deletedAt }) => {
      if (!startedAt || deletedAt) return false;
      return startedAt <= at && at <= (endedAt ?? startedAt + forgottenMs);
    })
    .toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0))[0];
}

/** The meeting that a word about the goals belongs to: the one under way, else the one that was held last. */
export function meetingOfRating<M extends Pick<Meeting, "startedAt" | "endedAt" | "status" | "deletedAt">>(
  meetings: readonly M[],
  now: Instant,
): M | undefined {
  const held = meetings.filter(
    (meeting) => meeting.status === "held" && !meeting.deletedAt && (meeting.startedAt ?? 0) <= now,
  );
  return meetingDuring(meetings, now) ?? held.toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0))[0];
}
