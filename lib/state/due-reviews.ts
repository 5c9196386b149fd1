import { i18n } from "#i18n";
import { reviewsDueNow } from "@/lib/db/review-records.ts";
import { reviewPath } from "@/lib/domain/review-due.ts";
import { localTimeZone, today } from "./clock.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";

/** A look that is due, as a line that leads to where one acts on it. */
export interface ReviewLine {
  key: string;
  label: string;
  path: string;
}

/** What is to be looked at again now. The popup loads it apart: few days have any. */
export function createDueReviews() {
  return liveSignal(
    async (): Promise<ReviewLine[]> =>
      (await reviewsDueNow(db, localTimeZone())).map((review) => ({
        key: `${review.subject} ${review.recordId}`,
        label:
          review.subject === "goalReview"
            ? i18n.t("lookAgain.goalNamed", [review.names[0] ?? ""])
            : i18n.t(`lookAgain.${review.subject}`),
        path: reviewPath(review),
      })),
    today,
  );
}
