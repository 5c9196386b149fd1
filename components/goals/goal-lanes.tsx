import { i18n } from "#i18n";
import { mediumMonths, shortMonths } from "@/lib/domain/horizon.ts";
import { horizons } from "@/lib/domain/vocabulary.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { GoalsView, GoalView } from "@/lib/state/goals-view.ts";
import { GoalTrail } from "./goal-trail.tsx";

/** A career plan in three lanes: what is near, what comes after it, and what lies far ahead. */
export function GoalLanes({ view }: { view: GoalsView }) {
  const reach = {
    short: i18n.t("goalPlan.lane.short", [String(shortMonths)]),
    medium: i18n.t("goalPlan.lane.medium", [String(mediumMonths / 12)]),
    long: i18n.t("goalPlan.lane.long"),
  };
  return (
    <div class="lanes">
      {horizons.map((horizon) => {
        const goals = view.open.filter((each) => each.horizon === horizon);
        return (
          <section key={horizon} class="lane" aria-labelledby={`lane-${horizon}`}>
            <h2 class="head" id={`lane-${horizon}`}>
              {i18n.t(`goalPlan.horizons.${horizon}`)} <span class="meta">{reach[horizon]}</span>
            </h2>
            {goals.length === 0 ? (
              <p class="meta none">{i18n.t("goalPlan.lane.empty")}</p>
            ) : (
              <ul>
                {goals.map((each) => (
                  <LaneGoal key={each.goal.id} each={each} today={view.today} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}

function LaneGoal({ each, today }: { each: GoalView; today: string }) {
  const { goal, progress } = each;
  return (
    <li>
      <a class="strong break" href={`#/goals/${encodeURIComponent(goal.id)}`}>
        {goal.title}
      </a>
      <GoalTrail view={each} />
      <span class="meta dots">
        <span>{i18n.t("popup.milestones", [String(progress.reached), String(progress.total)])}</span>
        {goal.kind && <span>{i18n.t(`goalPlan.kinds.${goal.kind}`)}</span>}
        {goal.dueOn && <span>{i18n.t("goals.by", [shortDay(goal.dueOn, today)])}</span>}
      </span>
    </li>
  );
}
