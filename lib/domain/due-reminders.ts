import { dayOf, daysBetween, instantOf } from "./civil-time.ts";
import type { Day, Id, Instant } from "./envelope.ts";
import type { Occurrence } from "./occurrence.ts";
import { exitLeadsOf } from "./occurrences.ts";
import { morning } from "./quiet.ts";
import { countedKinds } from "./reminder-kinds.ts";
import { type ReminderPreferences, ruleOf } from "./reminder-preferences.ts";
import { type ReviewRecords, reviewsDue } from "./review-due.ts";
import { isReviewSubject } from "./review-subjects.ts";

/** A reminder that is due and was not answered, beside promises and milestones, which are listed by their dates. */
export interface DueReminder extends Pick<Occurrence, "kind" | "recordId" | "occurrence" | "at" | "lead"> {
  mentorshipId: Id | null;
  /** The day that it is about. */
  on: Day;
  /** Days since that day. */
  daysLate: number;
  /** It is something to do, and counted on the button. */
  counted: boolean;
  /** Of a goal its title, of expectations which. */
  names: readonly string[];
}

/** What is due at `now`, agreed looks from the beginning of their day until somebody has looked. */
export function dueReminders(
  occurrences: readonly Occurrence[],
  reviews: ReviewRecords,
  preferences: Pick<ReminderPreferences, "kinds">,
  now: Instant,
  timeZone: string,
): DueReminder[] {
  const today = dayOf(now, timeZone);
  const exitLeads = (mentorship: ReviewRecords["mentorships"][number]) =>
    exitLeadsOf(ruleOf(preferences, "exitReview", mentorship.reminders));
  const looks = reviewsDue(reviews, today, timeZone, exitLeads).flatMap((review): DueReminder[] => {
    const { subject, recordId, mentorshipId, since, on, daysLate, names } = review;
    const own = reviews.mentorships.find(({ id }) => id === mentorshipId)?.reminders;
    if (!ruleOf(preferences, subject, own).on) return [];
    const name = `${subject}-${since}`;
    const snoozed = occurrences.find(
      (each) => each.recordId === recordId && each.occurrence.startsWith(`${name}~`),
    );
    if (snoozed && snoozed.at > now) return [];
    const occurrence = snoozed?.occurrence ?? name;
    const at = snoozed?.at ?? instantOf(since, morning, timeZone);
    return [
      {
        kind: subject,
        recordId,
        occurrence,
        at,
        mentorshipId,
        on,
        daysLate,
        counted: true,
        names,
      },
    ];
  });
  const others = occurrences
    .filter(({ at, untilAt }) => at <= now && untilAt > now)
    .filter(({ kind }) => kind !== "milestoneDue" && kind !== "commitmentDue" && !isReviewSubject(kind))
    .map((each): DueReminder => {
      const on = dayOf(each.at, timeZone);
      const { kind, recordId, occurrence, at, lead } = each;
      const mentorshipId = each.mentorshipId ?? null;
      const daysLate = Math.max(0, daysBetween(on, today));
      return {
        kind,
        recordId,
        occurrence,
        at,
        lead,
        mentorshipId,
        on,
        daysLate,
        counted: countedKinds.has(kind),
        names: [],
      };
    });
  return [...looks, ...others];
}
