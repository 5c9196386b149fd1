import { i18n } from "#i18n";
import type { Day } from "@/lib/domain/envelope.ts";
import { nearDay } from "@/lib/i18n/dates.ts";
import type { ReviewLine } from "@/lib/state/due-reviews.ts";
import { markReviewed } from "@/lib/state/reviews-apart.ts";

/** Something to look at again: its words lead to the page, one click says that it was done. */
export function ReviewItem({ of: review, today }: { of: ReviewLine; today: Day }) {
  const { label } = review;
  // A goal is named already; of expectations it is told which.
  const names = review.subject === "goalReview" ? "" : review.names.join(", ");
  return (
    <li>
      <time dateTime={review.on}>{nearDay(review.on, today)}</time>
      <span class="mark">
        <span class="dot ring" />
      </span>
      <div class="what">
        <a href={`#${review.path}`}>{label}</a>
        <span class="end">
          <button
            type="button"
            class="btn sm quiet"
            aria-label={i18n.t("lookAgain.doneNamed", [label])}
            onClick={() => void markReviewed(review)}
          >
            {i18n.t("lookAgain.done")}
          </button>
        </span>
        {(names || review.elsewhere) && (
          <p class="meta dots">
            {names && <span>{names}</span>}
            {review.elsewhere && <span>{review.elsewhere}</span>}
          </p>
        )}
      </div>
    </li>
  );
}
