import { i18n } from "#i18n";
import type { Day } from "@/lib/domain/envelope.ts";
import { reviewPath } from "@/lib/domain/review-due.ts";
import { nearDay } from "@/lib/i18n/dates.ts";
import type { ReviewStop } from "@/lib/state/today-view.ts";
import type { TodayModel } from "@/lib/state/today.ts";

/** Something to look at again: its words lead to the page, one click says that it was done. */
export function ReviewItem({ stop, today, model }: { stop: ReviewStop; today: Day; model: TodayModel }) {
  const title = i18n.t(`lookAgain.${stop.subject}`);
  const names = stop.names.join(", ");
  return (
    <li>
      <time dateTime={stop.on}>{nearDay(stop.on, today)}</time>
      <span class="mark">
        <span class="dot ring" />
      </span>
      <div class="what">
        <a href={`#${reviewPath(stop)}`}>{title}</a>
        <span class="end">
          <button
            type="button"
            class="btn sm quiet"
            aria-label={i18n.t("lookAgain.doneNamed", [title])}
            onClick={() => void model.lookedAt(stop)}
          >
            {i18n.t("lookAgain.done")}
          </button>
        </span>
        {(names || stop.elsewhere) && (
          <p class="meta dots">
            {names && <span>{names}</span>}
            {stop.elsewhere && <span>{stop.elsewhere}</span>}
          </p>
        )}
      </div>
    </li>
  );
}
