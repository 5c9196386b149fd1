import { i18n } from "#i18n";
import { mentorshipsInFocus } from "@/lib/db/mentorship-rows.ts";
import { lookedAt, reviewsDueNow } from "@/lib/db/review-records.ts";
import { type DueReview, reviewPath } from "@/lib/domain/review-due.ts";
import { perform } from "./acts.ts";
import { localTimeZone, today } from "./clock.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { partnerName } from "./partner-name.ts";

/** A look that is due, as a line that leads to where one acts on it. */
export interface ReviewLine extends DueReview {
  key: string;
  label: string;
  path: string;
  /** The other person, where it belongs to another mentorship than the one shown. */
  elsewhere: string | null;
}

/** What is to be looked at again now, over all mentorships. */
export function createDueReviews() {
  return liveSignal(readLines, today);
}

async function readLines(): Promise<ReviewLine[]> {
  const [{ all, focused }, reviews] = await Promise.all([
    mentorshipsInFocus(db),
    reviewsDueNow(db, localTimeZone()),
  ]);
  const names = new Map(all.map((view) => [view.mentorship.id, partnerName(view)]));
  return reviews.map((review) => ({
    ...review,
    key: `${review.subject} ${review.recordId}`,
    label:
      review.subject === "goalReview"
        ? i18n.t("lookAgain.goalNamed", [review.names[0] ?? ""])
        : i18n.t(`lookAgain.${review.subject}`),
    path: reviewPath(review),
    elsewhere:
      review.mentorshipId === focused?.mentorship.id ? null : (names.get(review.mentorshipId) ?? null),
  }));
}

/** It has been looked at today; the toast offers to take that back. */
export function markLookedAt(review: Pick<DueReview, "subject" | "recordId">): Promise<boolean> {
  return perform(() => lookedAt(db, review, today.peek()), i18n.t("lookAgain.said"));
}
