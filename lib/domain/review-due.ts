import { addDays, dayOf, daysBetween } from "./civil-time.ts";
import type { Day, Id } from "./envelope.ts";
import type { Expectation } from "./expectation.ts";
import type { Goal } from "./goal.ts";
import type { Mentorship } from "./mentorship.ts";
import type { ReviewSubject } from "./review-subjects.ts";

/** The planned exit is announced this many days before. */
export const exitLeadDays = [14, 1] as const;
/** A goal that was looked at is looked at again after so many weeks. */
export const goalReviewWeeks = 12;

/** A day on which something is to be looked at again. */
export interface ReviewDay {
  subject: ReviewSubject;
  /** The mentorship, or the goal. */
  recordId: Id;
  mentorshipId: Id;
  /** The day of the reminder. */
  on: Day;
  /** The day that it is about: the same, but for the exit. */
  aboutOn: Day;
  /** Title of the goal; of the expectations those that have not been looked at for so long. */
  names: string[];
}

export interface ReviewRecords {
  mentorships: readonly Mentorship[];
  expectations: readonly Expectation[];
  goals: readonly Goal[];
}

/** When each is to be looked at next, in order of time. The exit has two days; one that was acted on is gone. */
export function reviewDays(
  records: ReviewRecords,
  timeZone: string,
  /** Days, for each mentorship. */
  exitLeads: (mentorship: Mentorship) => readonly number[] = () => exitLeadDays,
): ReviewDay[] {
  const days: ReviewDay[] = [];
  for (const mentorship of records.mentorships) {
    if (mentorship.deletedAt) continue;
    const { id } = mentorship;
    const add = (subject: ReviewSubject, on: Day, names: string[] = [], aboutOn = on): void => {
      days.push({ subject, recordId: id, mentorshipId: id, on, aboutOn, names });
    };
    const { agreementEveryWeeks, agreementReviewedOn } = mentorship;
    if (agreementEveryWeeks && agreementReviewedOn) {
      add("agreementReview", addDays(agreementReviewedOn, 7 * agreementEveryWeeks));
    }
    const { reciprocityEveryWeeks, reciprocityReviewedOn } = mentorship;
    if (reciprocityEveryWeeks && reciprocityReviewedOn) {
      add("reciprocityReview", addDays(reciprocityReviewedOn, 7 * reciprocityEveryWeeks));
    }
    const weeks = mentorship.expectationsEveryWeeks;
    if (weeks) {
      const own = records.expectations.filter((row) => row.mentorshipId === id && !row.deletedAt);
      const first = own.map((row) => staleOn(row, weeks, timeZone)).toSorted()[0];
      if (first) {
        const stale = own.filter((row) => staleOn(row, weeks, timeZone) === first);
        add(
          "expectationsReview",
          first,
          stale.map((row) => row.about),
        );
      }
    }
    const { reviewOn, exitReviewedOn } = mentorship;
    for (const lead of reviewOn ? exitLeads(mentorship) : []) {
      const on = addDays(reviewOn ?? "", -lead);
      if (!exitReviewedOn || exitReviewedOn < on) add("exitReview", on, [], reviewOn ?? on);
    }
  }
  for (const goal of records.goals) {
    if (!goal.reviewOn || goal.status !== "open" || goal.deletedAt) continue;
    const { id, mentorshipId, reviewOn: on, title } = goal;
    days.push({ subject: "goalReview", recordId: id, mentorshipId, on, aboutOn: on, names: [title] });
  }
  return days.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.recordId < b.recordId ? -1 : 1));
}

/** From this day on an expectation has not been looked at for too long. */
export function staleOn(
  row: Pick<Expectation, "reviewedOn" | "createdAt">,
  everyWeeks: number,
  timeZone: string,
): Day {
  return addDays(row.reviewedOn ?? dayOf(row.createdAt, timeZone), 7 * everyWeeks);
}

/** The expectations that have not been looked at for the agreed time, the longest first. */
export function staleExpectations<T extends Pick<Expectation, "reviewedOn" | "createdAt" | "deletedAt">>(
  rows: readonly T[],
  everyWeeks: number | null | undefined,
  today: Day,
  timeZone: string,
): T[] {
  if (!everyWeeks) return [];
  return rows
    .filter((row) => !row.deletedAt && staleOn(row, everyWeeks, timeZone) <= today)
    .toSorted((a, b) => (staleOn(a, everyWeeks, timeZone) < staleOn(b, everyWeeks, timeZone) ? -1 : 1));
}

/** A look that is due, for the list of what is due. */
export interface DueReview extends Pick<ReviewDay, "subject" | "recordId" | "mentorshipId" | "names"> {
  on: Day;
  /** The day of the reminder: earlier than `on` for the exit. */
  since: Day;
  /** Days since the day that it is about: the exit is announced before its day, and is not late then. */
  daysLate: number;
}

/** The looks whose day has come, each once, the longest ago first; all that is stale by now is named. */
export function reviewsDue(
  records: ReviewRecords,
  today: Day,
  timeZone: string,
  exitLeads?: (mentorship: Mentorship) => readonly number[],
): DueReview[] {
  const due = new Map<string, DueReview>();
  for (const day of reviewDays(records, timeZone, exitLeads)) {
    if (day.on > today) continue;
    const { subject, recordId, mentorshipId } = day;
    const mentorship = records.mentorships.find((each) => each.id === mentorshipId);
    const names =
      subject === "expectationsReview"
        ? staleExpectations(
            records.expectations.filter((row) => row.mentorshipId === mentorshipId),
            mentorship?.expectationsEveryWeeks,
            today,
            timeZone,
          ).map((row) => row.about)
        : day.names;
    due.set(`${subject} ${recordId}`, {
      subject,
      recordId,
      mentorshipId,
      names,
      on: day.aboutOn,
      since: day.on,
      daysLate: Math.max(0, daysBetween(day.aboutOn, today)),
    });
  }
  return [...due.values()];
}

/** Where one acts on it, as a path of the app. */
export function reviewPath({ subject, recordId }: Pick<DueReview, "subject" | "recordId">): string {
  switch (subject) {
    case "agreementReview":
    case "reciprocityReview":
      return "/agreement";
    case "expectationsReview":
      return "/expectations";
    case "exitReview":
      return "/reviews";
    case "goalReview":
      return `/goals/${encodeURIComponent(recordId)}`;
  }
}
