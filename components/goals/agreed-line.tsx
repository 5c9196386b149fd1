import { Handshake } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsView, GoalView } from "@/lib/state/goals-view.ts";

/** Whether both agreed on the goal, and what was changed since. */
export function AgreedLine({ view, page, model }: { view: GoalView; page: GoalsView; model: GoalsModel }) {
  const { goal, changedSinceAgreed: changed } = view;
  if (!goal.agreedOn) {
    return (
      <p class="agreed">
        <button type="button" class="btn sm" onClick={() => void model.agree(goal.id, page.today)}>
          <Icon of={Handshake} size="sm" />
          {i18n.t("goalPlan.agreed.agree")}
        </button>
      </p>
    );
  }
  return (
    <div class="agreed">
      <p class={changed.length > 0 ? "soon" : "done-word"}>
        <Icon of={Handshake} size="sm" />
        <span>
          {i18n.t("goalPlan.agreed.on", [shortDay(goal.agreedOn, page.today)])}
          {changed.length > 0 &&
            `, ${i18n.t("goalPlan.agreed.changed", [
              changed.map((field) => i18n.t(`fields.${field}`).toLowerCase()).join(", "),
            ])}`}
        </span>
      </p>
      <span class="btns">
        {changed.length > 0 && (
          <button type="button" class="btn sm" onClick={() => void model.agree(goal.id, page.today)}>
            {i18n.t("goalPlan.agreed.again")}
          </button>
        )}
        <button type="button" class="btn sm quiet" onClick={() => void model.agree(goal.id, null)}>
          {i18n.t("goalPlan.agreed.takeBack")}
        </button>
      </span>
    </div>
  );
}
