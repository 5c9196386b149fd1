import { ChevronRight } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { ScrollRegion } from "@/components/kit/scroll-region.tsx";
import { dayAndMonth } from "@/lib/i18n/dates.ts";
import type { ReviewsView } from "@/lib/state/reviews-view.ts";
import { fateWords } from "@/lib/state/reviews-words.ts";

/** Every milestone with both dates: what the picture shows, for those who read. */
export function MilestoneTable({ view }: { view: ReviewsView }) {
  const on = (day: string | null) => (day ? dayAndMonth(day, view.today) : i18n.t("reviews.none"));
  return (
    <details class="closed tn-all">
      <summary class="fold">
        <Icon of={ChevronRight} size="sm" />
        {i18n.t("reviews.table")}
      </summary>
      <ScrollRegion label={i18n.t("reviews.table")}>
        <table class="tbl">
          <thead>
            <tr>
              <th scope="col">{i18n.t("reviews.milestone")}</th>
              <th scope="col">{i18n.t("reviews.then")}</th>
              <th scope="col">{i18n.t("reviews.now")}</th>
              <th scope="col">{i18n.t("reviews.what")}</th>
            </tr>
          </thead>
          {view.goals.map((goal) => (
            <tbody key={goal.id}>
              <tr>
                <th scope="rowgroup" colSpan={4}>
                  {goal.title}
                </th>
              </tr>
              {goal.milestones.map((row) => (
                <tr key={row.id}>
                  <td>{row.title}</td>
                  <td class="num">{on(row.thenOn)}</td>
                  <td class="num">{on(row.nowOn)}</td>
                  <td>{fateWords(row)}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </ScrollRegion>
    </details>
  );
}
