import { type Accomplishment, accomplishedAt, type AccomplishedRecords, heldUntil } from "./accomplished.ts";
import type { Commitment } from "./commitment.ts";
import type { Entry } from "./entry.ts";
import type { Instant } from "./envelope.ts";
import type { Meeting } from "./meeting.ts";
import type { Topic } from "./topic.ts";

export interface TrackerRecords extends AccomplishedRecords {
  /** Of one mentorship, none in the trash. */
  meetings: readonly Meeting[];
  topics: readonly Topic[];
}

/** What one meeting came to. */
export interface TrackerRow {
  meeting: Meeting;
  accomplished: Accomplishment[];
  /** What was talked about, in the order of the agenda. */
  topics: Topic[];
  decisions: Entry[];
  feedback: Entry[];
  /** What was promised in it; not what was not confirmed, or was dropped. */
  steps: Commitment[];
}

/** The record of a mentorship: exactly one row for each meeting that was held, the latest first. */
export function trackerRows(records: TrackerRecords, now: Instant): TrackerRow[] {
  const { meetings, topics, entries, commitments } = records;
  return meetings
    .filter((meeting) => meeting.status === "held")
    .toSorted((a, b) => heldUntil(b) - heldUntil(a) || (a.id < b.id ? 1 : -1))
    .map((meeting) => {
      const leftOut = new Set(meeting.leftOut);
      const said = entries
        .filter((entry) => entry.meetingId === meeting.id && !entry.deletedAt)
        .toSorted((a, b) => a.createdAt - b.createdAt);
      return {
        meeting,
        accomplished: accomplishedAt(meeting, meetings, records, now).filter(({ id }) => !leftOut.has(id)),
        topics: topics
          .filter((topic) => topic.discussedIn === meeting.id && !topic.deletedAt)
          .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
        decisions: said.filter(({ kind }) => kind === "decision"),
        feedback: said.filter(({ kind }) => kind === "feedback"),
        steps: commitments
          .filter((row) => row.meetingId === meeting.id && !row.deletedAt)
          .filter(({ status }) => status === "open" || status === "done")
          .toSorted((a, b) => a.createdAt - b.createdAt),
      };
    });
}
