import { i18n } from "#i18n";
import { Blaze } from "@/components/kit/blaze.tsx";
import { ScrollRegion } from "@/components/kit/scroll-region.tsx";
import type { Lane, Mark } from "@/lib/domain/then-and-now-picture.ts";
import { dayAndMonth, monthName } from "@/lib/i18n/dates.ts";
import type { ReviewsView } from "@/lib/state/reviews-view.ts";
import { changeLines } from "@/lib/state/reviews-words.ts";

/** Two lines for each goal, then above and now below, with a leg between each pair: a slanted leg is a moved date. */
export function ThenNowPicture({ view }: { view: ReviewsView }) {
  const { picture } = view;
  const sums = changeLines(view)
    .map(({ sum }) => sum)
    .join(", ");
  return (
    <ScrollRegion label={i18n.t("reviews.pictureLabel", [sums])}>
      <div class="tn" aria-hidden="true">
        <div class="tn-row tn-axis">
          <span />
          <span />
          <div class="lane">
            {picture.months.map(({ on, x }) => (
              <span key={on} class="at" style={{ "--x": x }}>
                {monthName(on)}
              </span>
            ))}
          </div>
        </div>
        {picture.lanes.map((lane) => (
          <LaneRow key={lane.goal.id} lane={lane} today={view.today} />
        ))}
        {picture.todayX !== null && <span class="tn-today" style={{ "--x": picture.todayX }} />}
      </div>
    </ScrollRegion>
  );
}

function LaneRow({ lane: { goal, marks }, today }: { lane: Lane; today: string }) {
  const [above, below] =
    goal.fate === "added"
      ? ["added", "now"]
      : goal.fate === "dropped"
        ? ["then", "dropped"]
        : ["then", "now"];
  return (
    <div class="tn-row">
      <span class={goal.fate === "dropped" ? "soft" : "strong"}>{goal.title}</span>
      <span class="meta tn-key">
        <span>{i18n.t(`reviews.lanes.${above as "then" | "added"}`)}</span>
        <span>{i18n.t(`reviews.lanes.${below as "now" | "dropped"}`)}</span>
      </span>
      <div class={`lane ${goal.fate}`}>
        <Legs marks={marks} />
        {marks.map(
          (mark) =>
            mark.thenX !== null && (
              <i key={mark.id} class="pt" style={{ "--x": mark.thenX }} title={titleOf(mark, today)} />
            ),
        )}
        {marks.map(
          (mark) =>
            mark.nowX !== null && (
              <span key={mark.id} class="b" style={{ "--x": mark.nowX }} title={titleOf(mark, today)}>
                <Blaze state={mark.state} size="sm" />
              </span>
            ),
        )}
      </div>
    </div>
  );
}

function Legs({ marks }: { marks: readonly Mark[] }) {
  const legs = marks.filter(({ thenX, nowX }) => thenX !== null && nowX !== null);
  const path = (moved: boolean): string =>
    legs
      .filter((mark) => mark.moved === moved)
      .map(({ thenX, nowX }) => `M${thenX} 0L${nowX} 10`)
      .join("");
  return (
    <svg class="links" viewBox="0 0 100 10" preserveAspectRatio="none">
      <path d={path(false)} />
      <path class="moved" d={path(true)} />
    </svg>
  );
}

function titleOf({ title, thenOn, nowOn }: Mark, today: string): string {
  const days = [thenOn, nowOn].flatMap((on) => (on ? [dayAndMonth(on, today)] : []));
  return `${title}: ${[...new Set(days)].join(" → ")}`;
}
