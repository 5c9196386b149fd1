import { i18n } from "#i18n";
import type { ReviewsView } from "@/lib/state/reviews-view.ts";

/** The measures with their values then and now, as they were taken, and where they should get. */
export function MetricsTable({ view }: { view: ReviewsView }) {
  const amount = (value: number | null) => value?.toLocaleString() ?? i18n.t("reviews.none");
  return (
    <section class="rev" aria-labelledby="metrics-title">
      <h2 class="title" id="metrics-title">
        {i18n.t("reviews.metrics")}
      </h2>
      <table class="tbl">
        <thead>
          <tr>
            <th scope="col">{i18n.t("reviews.metric")}</th>
            <th scope="col">{i18n.t("reviews.then")}</th>
            <th scope="col">{i18n.t("reviews.now")}</th>
            <th scope="col">{i18n.t("reviews.target")}</th>
          </tr>
        </thead>
        <tbody>
          {view.metrics.map((row) => (
            <tr key={row.id}>
              <td>
                {row.name}
                {row.unit && <span class="meta"> {row.unit}</span>}
              </td>
              <td class="num">{amount(row.before)}</td>
              <td class="num strong">{amount(row.after)}</td>
              <td class="num">{amount(row.target)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
