import * as z from "zod/mini";
import { Day, envelope, Id, Instant, Line, Text, Weeks } from "./envelope.ts";
import { longestLead, longestMeeting, shortestMeeting } from "./limits.ts";
import { meetingKinds, roles, scopeTypes, stages } from "./vocabulary.ts";

/** A stay in a stage. Going back is a new visit, so the list is the whole walk, oldest first. */
export const StageVisit = z.object({ stage: z.enum(stages), fromOn: Day, why: z.optional(Line) });
export type StageVisit = z.infer<typeof StageVisit>;

/** How often the two meet. A monthly cadence keeps the day of month, or the month's last day where it is shorter. */
export const Cadence = z.object({
  every: z.int().check(z.minimum(1), z.maximum(52)),
  unit: z.enum(["week", "month"]),
});
export type Cadence = z.infer<typeof Cadence>;

const leads = z.array(z.int().check(z.minimum(0), z.maximum(longestLead))).check(z.maxLength(20));
/** What one mentorship says differently about reminders. A kind of a later version is kept as it is. */
const ReminderRules = z.record(
  z.string(),
  z.object({ on: z.optional(z.boolean()), leads: z.optional(leads) }),
);
/** The parts of the agenda of a kind of meeting, where they differ from what ships (`lib/content/agendas.ts`). */
export const AgendaTemplate = z.object({
  kind: z.enum(meetingKinds),
  parts: z.array(z.object({ id: Id, title: Line })),
});
export type AgendaTemplate = z.infer<typeof AgendaTemplate>;

export const Mentorship = z.object({
  ...envelope,
  role: z.enum(roles),
  meId: Id,
  partnerId: Id,
  destination: z._default(Line, ""),
  visits: z.array(StageVisit),
  startsOn: Day,
  endsOn: z.optional(z.nullable(Day)),
  cadence: z.optional(z.nullable(Cadence)),
  meetingMinutes: z.optional(
    z.nullable(z.int().check(z.minimum(shortestMeeting), z.maximum(longestMeeting))),
  ),
  /** The role that it leads to. */
  targetRole: z.optional(z.nullable(Line)),
  scope: z.optional(z.nullable(Text)),
  scopeType: z.optional(z.nullable(z.enum(scopeTypes))),
  /** The organisation around it: where guidance helps most. */
  context: z.optional(z.nullable(Text)),
  /** When both look whether to go on: the planned exit. */
  reviewOn: z.optional(z.nullable(Day)),
  /** How often each is looked at again. */
  agreementEveryWeeks: z.optional(z.nullable(Weeks)),
  expectationsEveryWeeks: z.optional(z.nullable(Weeks)),
  reciprocityEveryWeeks: z.optional(z.nullable(Weeks)),
  /** When each was looked at last, or agreed on. Expectations and goals have their own. */
  agreementReviewedOn: z.optional(z.nullable(Day)),
  reciprocityReviewedOn: z.optional(z.nullable(Day)),
  exitReviewedOn: z.optional(z.nullable(Day)),
  /** How often the two want to hear from each other between and after their meetings, and when they last did. */
  touchEveryWeeks: z.optional(z.nullable(Weeks)),
  touchedOn: z.optional(z.nullable(Day)),
  /** What they said to "May I keep you updated?" at the end. */
  keepUpdated: z.optional(z.nullable(z.enum(["yes", "no"]))),
  /** What is not to be heard of this one, or at other times; by kind of reminder. */
  reminders: z.optional(z.nullable(ReminderRules)),
  agendas: z.optional(z.nullable(z.array(AgendaTemplate))),
  roomUrl: z.optional(z.nullable(z.string())),
  roomKey: z.optional(z.nullable(z.string())),
  /** The names of the room of the two; two where both made one before they knew of the other's. */
  roomIds: z.optional(z.nullable(z.array(Id))),
  /** What the other person signs with, hexadecimal: one for each of their browsers. */
  partnerKeys: z.optional(z.nullable(z.array(Line))),
  /** The last file of theirs that was taken in: when it was made and when it was opened here. */
  roomLast: z.optional(z.nullable(z.object({ madeAt: Instant, openedAt: Instant, clashes: z.int() }))),
  /** The room was left: what is in it stays, to be read. */
  roomLeftAt: z.optional(z.nullable(Instant)),
});
export type Mentorship = z.infer<typeof Mentorship>;
