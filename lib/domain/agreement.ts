import * as z from "zod/mini";
import { Day, envelope, Id, Instant, Line, Text, Weeks } from "./envelope.ts";
import { longestMeeting, shortestMeeting } from "./limits.ts";
import { Cadence } from "./mentorship.ts";

/** The sections that are written, in their order; the sixteenth says who agreed and when. */
export const agreementSections = [
  "priorities",
  "focus",
  "measures",
  "meetings",
  "roles",
  "duration",
  "communication",
  "groundRules",
  "confidentiality",
  "boundaries",
  "reciprocity",
  "feedback",
  "concerns",
  "ending",
  "accommodations",
] as const;
export type AgreementSection = (typeof agreementSections)[number];

const Section = z._default(Text, "");

/**
 * One version of what the two agreed on. A draft is edited; once agreed a version is never changed, and the next draft
 * begins as its copy. What it says of rhythm and dates becomes the mentorship's when it is agreed.
 */
export const Agreement = z.object({
  ...envelope,
  mentorshipId: Id,
  version: z.int().check(z.minimum(1), z.maximum(10_000)),
  status: z._default(z.enum(["draft", "agreed"]), "draft"),
  priorities: Section,
  focus: Section,
  measures: Section,
  meetings: Section,
  roles: Section,
  duration: Section,
  communication: Section,
  groundRules: Section,
  confidentiality: Section,
  boundaries: Section,
  reciprocity: Section,
  feedback: Section,
  concerns: Section,
  ending: Section,
  accommodations: Section,
  cadence: z.optional(z.nullable(Cadence)),
  meetingMinutes: z.optional(
    z.nullable(z.int().check(z.minimum(shortestMeeting), z.maximum(longestMeeting))),
  ),
  startsOn: z.optional(z.nullable(Day)),
  endsOn: z.optional(z.nullable(Day)),
  reviewOn: z.optional(z.nullable(Day)),
  agreementEveryWeeks: z.optional(z.nullable(Weeks)),
  expectationsEveryWeeks: z.optional(z.nullable(Weeks)),
  reciprocityEveryWeeks: z.optional(z.nullable(Weeks)),
  /** Why this version differs from the one before. */
  reason: z._default(Line, ""),
  myName: z._default(Line, ""),
  theirName: z._default(Line, ""),
  agreedByMeOn: z.optional(z.nullable(Day)),
  agreedByThemOn: z.optional(z.nullable(Day)),
  /** When it was agreed here. The stamp of this field is the moment of the baseline in the log. */
  agreedAt: z.optional(z.nullable(Instant)),
  /** The goals, milestones and metrics as they stood then, as canonical JSON; never changed. */
  baseline: z.optional(z.nullable(z.string())),
});
export type Agreement = z.infer<typeof Agreement>;
