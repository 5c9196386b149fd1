import { addDays, dayOf } from "@/lib/domain/civil-time.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { type DueReview, goalReviewWeeks, type ReviewRecords, reviewsDue } from "@/lib/domain/review-due.ts";
import type { MilepostDb } from "./database.ts";
import { mutate } from "./mutate.ts";
import { shownOf, type Trashed, trashedParents } from "./shown.ts";

/** The records that agreed looks follow from: of goals and expectations only those that have a day or an interval. */
export async function readReviewRecords(db: MilepostDb, known?: Trashed): Promise<ReviewRecords> {
  const [all, goals, trashed] = await Promise.all([
    db.mentorships.toArray(),
    db.goals.where("reviewOn").above("").toArray(),
    known ?? trashedParents(db),
  ]);
  const mentorships = all.filter((row) => !row.deletedAt);
  const withInterval = mentorships.filter((row) => row.expectationsEveryWeeks).map(({ id }) => id);
  const expectations =
    withInterval.length === 0
      ? []
      : await db.expectations.where("mentorshipId").anyOf(withInterval).toArray();
  return { mentorships, expectations, goals: shownOf(goals, trashed) };
}

/** What is to be looked at again now, over all mentorships. */
export async function reviewsDueNow(db: MilepostDb, timeZone: string): Promise<DueReview[]> {
  return reviewsDue(await readReviewRecords(db), dayOf(db.now(), timeZone), timeZone);
}

/**
 * Somebody has looked at it: its next day is counted from `on` (`YYYY-MM-DD`). A goal is asked about again in
 * {@link goalReviewWeeks} weeks; of the expectations all are looked at in one go.
 */
export function lookedAt(
  db: MilepostDb,
  { subject, recordId }: Pick<DueReview, "subject" | "recordId">,
  on: string,
): Promise<Id | null> {
  return mutate(db, { did: "lookAgain" }, async () => {
    switch (subject) {
      case "agreementReview":
        return [{ table: "mentorships", id: recordId, patch: { agreementReviewedOn: on } }];
      case "reciprocityReview":
        return [{ table: "mentorships", id: recordId, patch: { reciprocityReviewedOn: on } }];
      case "exitReview":
        return [{ table: "mentorships", id: recordId, patch: { exitReviewedOn: on } }];
      case "goalReview":
        return [{ table: "goals", id: recordId, patch: { reviewOn: addDays(on, 7 * goalReviewWeeks) } }];
      case "expectationsReview": {
        const rows = await db.expectations.where("mentorshipId").equals(recordId).toArray();
        return rows
          .filter((row) => !row.deletedAt)
          .map(({ id }) => ({ table: "expectations" as const, id, patch: { reviewedOn: on } }));
      }
    }
  });
}
