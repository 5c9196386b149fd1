import { Lock } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { TrackerModel } from "@/lib/state/tracker.ts";

type Trend = NonNullable<NonNullable<TrackerModel["view"]["value"]>["trend"]>;

/** How useful the meetings were, as a stretch of trail from the first to the last; in words for who does not see it. */
export function UsefulTrend({ trend }: { trend: Trend }) {
  return (
    <figure class="useful-trend">
      <figcaption>
        <span class="head">{i18n.t("meetings.record.usefulHead")}</span>{" "}
        <span class="meta">
          <Icon of={Lock} size="sm" /> {i18n.t("wrapUp.usefulPrivate")}
        </span>
      </figcaption>
      <div class="plot" role="img" aria-label={i18n.t("meetings.record.usefulChart", [trend.words])}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <path d={trend.points.map(({ x, y }, n) => `${n === 0 ? "M" : "L"}${x} ${y}`).join("")} />
        </svg>
        {trend.points.map(({ id, x, y }) => (
          <i key={id} class="dot" style={{ "--x": `${x}%`, "--y": `${y}%` }} />
        ))}
        <span class="meta high" aria-hidden="true">
          5
        </span>
        <span class="meta low" aria-hidden="true">
          1
        </span>
      </div>
    </figure>
  );
}
