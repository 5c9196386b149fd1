import type { Instant } from "./envelope.ts";
import type { Meeting } from "./meeting.ts";

/** From here on the clock says that time is running out. */
const soonSeconds = 5 * 60;

/** How a call stands against the time that was planned for it. */
export interface MeetingClock {
  /** `waiting` before the notes were started, `over` past the planned time, `ended` once the call is over. */
  state: "waiting" | "running" | "soon" | "over" | "ended";
  elapsedSeconds: number;
  /** Negative in overtime. */
  leftSeconds: number;
  /** Share of the planned time that is gone, 0 to 1. */
  fraction: number;
}

/** Reads the clock of a meeting at `now`. It runs from the start of the notes, not from the planned time. */
export function meetingClock(
  meeting: Pick<Meeting, "startedAt" | "endedAt" | "plannedMinutes">,
  now: Instant,
): MeetingClock {
  const planned = meeting.plannedMinutes * 60;
  if (!meeting.startedAt) return { state: "waiting", elapsedSeconds: 0, leftSeconds: planned, fraction: 0 };
  const until = meeting.endedAt ?? now;
  const elapsedSeconds = Math.max(0, Math.floor((until - meeting.startedAt) / 1_000));
  const leftSeconds = planned - elapsedSeconds;
  const running = leftSeconds < 0 ? "over" : leftSeconds <= soonSeconds ? "soon" : "running";
  return {
    state: meeting.endedAt ? "ended" : running,
    elapsedSeconds,
    leftSeconds,
    fraction: Math.min(1, elapsedSeconds / planned),
  };
}

/** How long a meeting took, in whole minutes, at least one; `null` where that was not taken down. */
export function heldMinutes(meeting: Pick<Meeting, "startedAt" | "endedAt">): number | null {
  if (!meeting.startedAt || !meeting.endedAt) return null;
  return Math.max(1, Math.round((meeting.endedAt - meeting.startedAt) / 60_000));
}
