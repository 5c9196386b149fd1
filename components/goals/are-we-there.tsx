import { i18n } from "#i18n";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { GoalsView, GoalView, MetricView } from "@/lib/state/goals-view.ts";
import { targetWords, valueOf } from "./metric-words.ts";

/** The measures that were agreed on, each with the value it has now. The values are what was taken down, nothing more. */
export function AreWeThere({ view }: { view: GoalsView }) {
  const measured = view.open.filter(({ goal, metrics }) => metrics.length > 0 || goal.measure);
  return (
    <section class="aside-sec there" aria-labelledby="there">
      <h2 class="head" id="there">
        {i18n.t("goalPlan.there.title")}
      </h2>
      {measured.length === 0 ? (
        <p class="soft">{i18n.t("goalPlan.there.none")}</p>
      ) : (
        <ul>
          {measured.map((each) => (
            <Measures key={each.goal.id} each={each} today={view.today} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Measures({ each, today }: { each: GoalView; today: string }) {
  const { goal, metrics } = each;
  return (
    <li>
      <a class="break" href={`#/goals/${encodeURIComponent(goal.id)}`}>
        {goal.title}
      </a>
      {metrics.map((metric) => (
        <Value key={metric.metric.id} view={metric} today={today} />
      ))}
      {metrics.length === 0 && <span class="soft break">{goal.measure}</span>}
    </li>
  );
}

function Value({ view, today }: { view: MetricView; today: string }) {
  const { metric, last, met } = view;
  return (
    <span class="there-value">
      <span class="soft break">{metric.name}</span>
      <span class={met ? "num strong done-word" : "num strong"}>
        {last ? valueOf(last.value, metric.unit) : i18n.t("goalPlan.there.noValue")}
      </span>
      <span class="meta num">
        {last
          ? i18n.t("goalPlan.there.line", [shortDay(last.on, today), targetWords(metric, today)])
          : targetWords(metric, today)}
        {met && `, ${i18n.t("goalPlan.there.met")}`}
      </span>
    </span>
  );
}
