import { startOf } from "./carry-over.ts";
import type { Meeting } from "./meeting.ts";

/** The meetings in which an idea for rapport may have been used: the one under way, and the last that was held. */
export function rapportMeetings(meetings: readonly Meeting[]): {
  running: Meeting | null;
  lastHeld: Meeting | null;
} {
  const latestFirst = meetings
    .filter((meeting) => !meeting.deletedAt)
    .toSorted((a, b) => startOf(b) - startOf(a));
  const running = latestFirst.find((meeting) => meeting.startedAt && !meeting.endedAt) ?? null;
  const lastHeld = latestFirst.find((meeting) => meeting.status === "held" && meeting !== running) ?? null;
  return { running, lastHeld };
}
