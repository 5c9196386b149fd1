import {
  ArrowUpDown,
  Bell,
  CircleCheck,
  CircleSlash,
  Crosshair,
  Ellipsis,
  History,
  Pencil,
  RotateCcw,
  Target,
  Trash2,
} from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu } from "@/components/kit/menu.tsx";
import { menuItem } from "@/components/kit/menu-item.tsx";
import { shareItem } from "@/components/kit/share-item.ts";
import { remindPath } from "@/lib/state/paths.ts";
import type { GoalsModel } from "@/lib/state/goals.ts";
import type { GoalView } from "@/lib/state/goals-view.ts";

/** What can be done with a goal as a whole. */
export function GoalMenu({
  view,
  model,
  onEdit,
  onPlace,
  onOpen,
}: {
  view: GoalView;
  model: GoalsModel;
  onEdit: () => void;
  /** Puts it at another place of the list; left out where there is none. */
  onPlace?: () => void;
  /** Goes to the goal's own page; left out on that page. */
  onOpen?: () => void;
}) {
  const { goal } = view;
  const status = (to: "open" | "reached" | "dropped"): void => void model.setStatus(goal.id, to);
  return (
    <Menu
      label={i18n.t("goals.more", [goal.title])}
      triggerClass="icon-btn sm"
      end
      trigger={<Icon of={Ellipsis} />}
      items={[
        ...(onOpen ? [menuItem("page", Target, i18n.t("goals.openGoal"), onOpen)] : []),
        menuItem("edit", Pencil, i18n.t("goals.editGoal"), onEdit),
        ...(onPlace ? [menuItem("place", ArrowUpDown, i18n.t("goalPlan.place.open"), onPlace)] : []),
        ...(goal.status === "open"
          ? [
              ...(view.focusOf
                ? []
                : [menuItem("focus", Crosshair, i18n.t("brief.focusMake"), () => void model.focusOn(goal))]),
              menuItem("reached", CircleCheck, i18n.t("goals.markReached"), () => status("reached")),
              menuItem("dropped", CircleSlash, i18n.t("goals.drop"), () => status("dropped")),
            ]
          : [menuItem("open", RotateCcw, i18n.t("goals.takeUp"), () => status("open"))]),
        menuItem("remind", Bell, i18n.t("reminders.set.title"), () => {
          location.hash = remindPath("goals", goal.id);
        }),
        shareItem("goals", goal.id),
        menuItem("history", History, i18n.t("common.history"), () => {
          location.hash = `/history/goals/${encodeURIComponent(goal.id)}`;
        }),
        menuItem("remove", Trash2, i18n.t("goals.removeGoal"), () => void model.removeGoal(goal)),
      ]}
    />
  );
}
