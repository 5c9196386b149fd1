import * as z from "zod/mini";
import { Day, envelope, Id, Instant, Line, TimeOfDay } from "./envelope.ts";
import { longestMeeting, shortestMeeting } from "./limits.ts";
import { meetingKinds, owners } from "./vocabulary.ts";

export const MeetingStatus = z.enum(["planned", "held", "moved", "noShow", "cancelled"]);
export type MeetingStatus = z.infer<typeof MeetingStatus>;

/**
 * A meeting stands at a civil time: day, time of day and the zone it was agreed in. The instant follows from them
 * (`startOf` in carry-over) and is worked out anew each time, since zones change their rules.
 */
export const Meeting = z.object({
  ...envelope,
  mentorshipId: Id,
  kind: z._default(z.enum(meetingKinds), "checkIn"),
  title: Line,
  status: z._default(MeetingStatus, "planned"),
  startsOn: Day,
  startsTime: TimeOfDay,
  timeZone: z.string(),
  plannedMinutes: z._default(z.int().check(z.minimum(shortestMeeting), z.maximum(longestMeeting)), 45),
  roomUrl: z.optional(z.nullable(z.string())),
  roomKey: z.optional(z.nullable(z.string())),
  /** What it is in the calendar that it came from: the entry, which date of a series, and which edition of it. */
  uid: z.optional(z.nullable(Line)),
  recurrenceId: z.optional(z.nullable(Line)),
  sequence: z.optional(z.nullable(z.int().check(z.minimum(0)))),
  /** The subscription, where it came from one. */
  calendarId: z.optional(z.nullable(Id)),
  /** The one question the meeting is for. */
  focus: z.optional(z.nullable(Line)),
  /** What the focus comes from, such as the goal that it serves. */
  focusTable: z.optional(z.nullable(Line)),
  focusId: z.optional(z.nullable(Id)),
  /** Notes were started. */
  startedAt: z.optional(z.nullable(Instant)),
  endedAt: z.optional(z.nullable(Instant)),
  /** The wrap-up was finished. */
  wrappedUpAt: z.optional(z.nullable(Instant)),
  /** Why it was not held, or not then, and at whose wish. */
  notHeldWhy: z.optional(z.nullable(Line)),
  notHeldBy: z.optional(z.nullable(z.enum(owners))),
  /** The meeting at the new date of one that was moved. */
  movedToId: z.optional(z.nullable(Id)),
  /** What was accomplished since the meeting before and does not belong into the record of this one. */
  leftOut: z.optional(z.nullable(z.array(Id))),
});
export type Meeting = z.infer<typeof Meeting>;
