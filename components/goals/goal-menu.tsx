import {
  ArrowUpDown,
  Bell,
  CircleCheck,
  CircleSlash,
  Crosshair,
  DoorOpen,
  Ellipsis,
  History,
  type IconNode,
  Pencil,
  RotateCcw,
  Target,
  Trash2,
} from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu, type MenuItem } from "@/components/kit/menu.tsx";
import { remindPath } from "@/lib/state/paths.ts";
import { shareLater } from "@/lib/state/share-later.ts";
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
        ...(onOpen ? [item("page", Target, i18n.t("goals.openGoal"), onOpen)] : []),
        item("edit", Pencil, i18n.t("goals.editGoal"), onEdit),
        ...(onPlace ? [item("place", ArrowUpDown, i18n.t("goalPlan.place.open"), onPlace)] : []),
        ...(goal.status === "open"
          ? [
              ...(view.focusOf
                ? []
                : [item("focus", Crosshair, i18n.t("brief.focusMake"), () => void model.focusOn(goal))]),
              item("reached", CircleCheck, i18n.t("goals.markReached"), () => status("reached")),
              item("dropped", CircleSlash, i18n.t("goals.drop"), () => status("dropped")),
            ]
          : [item("open", RotateCcw, i18n.t("goals.takeUp"), () => status("open"))]),
        item("remind", Bell, i18n.t("reminders.set.title"), () => {
          location.hash = remindPath("goals", goal.id);
        }),
        item("share", DoorOpen, i18n.t("room.share"), () => shareLater("goals", goal.id)),
        item("history", History, i18n.t("common.history"), () => {
          location.hash = `/history/goals/${encodeURIComponent(goal.id)}`;
        }),
        item("remove", Trash2, i18n.t("goals.removeGoal"), () => void model.removeGoal(goal)),
      ]}
    />
  );
}

function item(id: string, icon: IconNode, words: string, onPick: () => void): MenuItem {
  return {
    id,
    label: (
      <>
        <Icon of={icon} />
        {words}
      </>
    ),
    onPick,
  };
}
