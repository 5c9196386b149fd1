import { Check, CircleDashed } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { fewestGoals, mostGoals } from "@/lib/domain/goal-count.ts";
import type { GoalsView, GoalView } from "@/lib/state/goals-view.ts";

/** Three to five goals, each with a measure and a date: what two people agree on before they begin. Blocks nothing. */
export function GoalsCheck({ view }: { view: GoalsView }) {
  const { open, count, onlyKind } = view;
  const sums = [String(open.length), String(fewestGoals), String(mostGoals)] as const;
  return (
    <section class="aside-sec goals-check" aria-labelledby="goals-check">
      <h2 class="head" id="goals-check">
        {i18n.t("goalPlan.check.title")}{" "}
        <span class="meta num">{i18n.t("goalPlan.check.count", [...sums])}</span>
      </h2>
      {count === "few" && <p class="soon">{i18n.t("goalPlan.check.few", [String(fewestGoals)])}</p>}
      {count === "many" && <p class="soon">{i18n.t("goalPlan.check.many", [String(mostGoals)])}</p>}
      {onlyKind && <p class="soft">{i18n.t(`goalPlan.check.only.${onlyKind}`)}</p>}
      <ul>
        {open.map((each) => (
          <li key={each.goal.id}>
            <a class="break" href={`#/goals/${encodeURIComponent(each.goal.id)}`}>
              {each.goal.title}
            </a>
            <span class="marks">
              <Mark word={i18n.t("goalPlan.check.measure")} there={each.measured} />
              <Mark word={i18n.t("goalPlan.check.date")} there={isDated(each)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function isDated({ goal }: GoalView): boolean {
  return Boolean(goal.dueOn);
}

function Mark({ word, there }: { word: string; there: boolean }) {
  return (
    <span class={there ? "chip done" : "chip"}>
      <Icon of={there ? Check : CircleDashed} size="sm" />
      {there ? word : i18n.t("goalPlan.check.without", [word])}
    </span>
  );
}
