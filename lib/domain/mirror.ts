import * as z from "zod/mini";
import { Delivery } from "./delivery.ts";
import { Id, Instant } from "./envelope.ts";
import type { Occurrence } from "./occurrence.ts";
import { countedKinds, reminderKinds } from "./reminder-kinds.ts";

/** So many of what is due and of what is next are mirrored. */
const mirrored = 50;

/** What is to be announced, kept outside the database for the time when it does not open. */
export const Mirror = z.object({
  /** What is due and what is next, in order of time. */
  occurrences: z.array(
    z.object({
      kind: z.enum(reminderKinds),
      recordId: Id,
      occurrence: z.string(),
      at: Instant,
      untilAt: Instant,
      lead: z.optional(z.number()),
      mentorshipId: z.optional(z.nullable(Id)),
      urgent: z.optional(z.boolean()),
    }),
  ),
  /** What of it was announced, as the ledger of the database has it. */
  said: z.array(Delivery),
  /** What was announced since, and has to be entered there. */
  saidSince: z.array(Delivery),
});
export type Mirror = z.infer<typeof Mirror>;

export const emptyMirror: Mirror = { occurrences: [], said: [], saidSince: [] };

/** The part of the occurrences that the mirror holds: of what is due the latest, which may not have been said yet. */
export function mirrorOf(occurrences: readonly Occurrence[], now: Instant): Occurrence[] {
  const live = occurrences.filter(({ untilAt }) => untilAt > now);
  const next = live.findIndex(({ at }) => at > now);
  const due = next === -1 ? live.length : next;
  return live.slice(Math.max(0, due - mirrored), due + mirrored);
}

/** What is due of the mirrored as items of the badge: a meeting is announced but not counted. */
export function dueInMirror(occurrences: readonly Occurrence[], now: Instant): { daysLate: number }[] {
  return occurrences
    .filter(({ kind, at, untilAt }) => countedKinds.has(kind) && at <= now && untilAt > now)
    .map(({ at }) => ({ daysLate: Math.floor((now - at) / 86_400_000) }));
}
