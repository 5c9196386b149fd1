import { CalendarRange } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { ShiftOffer } from "@/lib/state/goals-view.ts";

/** A start was moved: the open milestones can be moved by as many days. */
export function ShiftOfferNotice({ offer, model }: { offer: ShiftOffer; model: GoalsModel }) {
  const days = Math.abs(offer.days);
  const moved = offer.goal
    ? i18n.t("goalPlan.shift.goal", [offer.goal.title])
    : i18n.t("goalPlan.shift.mentorship");
  return (
    <div class="notice shift-offer" role="status">
      <Icon of={CalendarRange} />
      <p>
        {moved} {i18n.t(offer.days > 0 ? "goalPlan.shift.later" : "goalPlan.shift.earlier", days)}
      </p>
      <div class="btns">
        <button type="button" class="btn sm" onClick={() => void model.shift(offer)}>
          {i18n.t("goalPlan.shift.do", offer.count)}
        </button>
        <button type="button" class="btn sm quiet" onClick={() => model.leaveUnshifted(offer)}>
          {i18n.t("goalPlan.shift.leave")}
        </button>
      </div>
    </div>
  );
}
