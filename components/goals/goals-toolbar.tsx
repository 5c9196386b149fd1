import { ArrowDownUp, Columns3, List } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu, type MenuItem } from "@/components/kit/menu.tsx";
import { Segments } from "@/components/kit/segments.tsx";
import { goalSorts } from "@/lib/domain/goal-order.ts";
import { horizons } from "@/lib/domain/vocabulary.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalsLook } from "@/lib/state/goals-view.ts";

/** Which goals are looked at, in which order, and how. */
export function GoalsToolbar({ model, look }: { model: GoalsModel; look: GoalsLook }) {
  const items: MenuItem[] = goalSorts.map((sort) => ({
    id: sort,
    current: look.sort === sort,
    label: (
      <>
        <Icon of={ArrowDownUp} />
        {i18n.t(`goalPlan.sorts.${sort}`)}
      </>
    ),
    onPick: () => model.lookAt({ sort }),
  }));
  items.push({
    id: "lanes",
    label: (
      <>
        <Icon of={look.lanes ? List : Columns3} />
        {i18n.t(look.lanes ? "goalPlan.asList" : "goalPlan.asLanes")}
      </>
    ),
    onPick: () => model.lookAt({ lanes: !look.lanes }),
  });
  return (
    <div class="goals-toolbar">
      {look.lanes ? (
        <span class="head">{i18n.t("goalPlan.lanes")}</span>
      ) : (
        <Segments
          label={i18n.t("goalPlan.horizon")}
          value={look.horizon}
          options={(["all", ...horizons] as const).map((value) => ({
            value,
            label: i18n.t(`goalPlan.horizons.${value}`),
          }))}
          onChange={(horizon) => model.lookAt({ horizon })}
        />
      )}
      <Menu
        label={i18n.t("goalPlan.sort", [i18n.t(`goalPlan.sorts.${look.sort}`)])}
        triggerClass="btn sm quiet"
        end
        trigger={
          <>
            <Icon of={ArrowDownUp} size="sm" />
            <span class="wide-only">{i18n.t(`goalPlan.sorts.${look.sort}`)}</span>
          </>
        }
        items={items}
      />
    </div>
  );
}
