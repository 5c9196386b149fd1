import {
  BookmarkPlus,
  Crosshair,
  EyeOff,
  Footprints,
  Globe,
  HandHelping,
  Pin,
  RotateCcw,
  Target,
  Trash2,
} from "lucide";
import { i18n } from "#i18n";
import type { MenuItem } from "@/components/kit/menu.tsx";
import { sharedKinds } from "@/lib/domain/inventory-lines.ts";
import type { InventoryKind } from "@/lib/domain/vocabulary.ts";
import type { NotedLine, PrepareModel } from "@/lib/state/prepare.ts";
import { menuItem } from "@/components/kit/menu-item.tsx";

/** What can become of lines of a kind. */
const becomes: Partial<
  Record<InventoryKind, readonly ("goals" | "resources" | "commitments" | "activities")[]>
> = {
  growth: ["goals"],
  idea: ["resources", "commitments"],
  resource: ["resources", "commitments"],
  support: ["resources", "commitments"],
  opportunity: ["activities"],
};
const icons = { goals: Target, resources: BookmarkPlus, commitments: HandHelping, activities: Footprints };

/** What can be done with a line of the inventory beside changing it. */
export function notedItems(line: NotedLine, model: PrepareModel, partnerName: string): MenuItem[] {
  const { reach, item } = line.of;
  const made = line.became ? [] : (becomes[item.kind] ?? []);
  const shared = sharedKinds.includes(item.kind);
  return [
    ...(item.kind === "growth"
      ? [menuItem("focus", Crosshair, i18n.t("brief.focusMake"), () => void model.focusOn(line))]
      : []),
    ...made.map((table) =>
      menuItem(table, icons[table], i18n.t(`prepare.act.${table}`, [partnerName]), () => {
        void model.makeOf(line, table);
      }),
    ),
    ...(reach === "changed"
      ? [
          menuItem("asEverywhere", RotateCcw, i18n.t("prepare.act.asEverywhere"), () => {
            void model.sayAsEverywhere(line);
          }),
        ]
      : []),
    ...(shared && reach === "here"
      ? [
          menuItem(
            "everywhere",
            Globe,
            i18n.t("prepare.act.everywhere"),
            () => void model.sayEverywhere(line),
          ),
        ]
      : []),
    ...(shared && reach === "all"
      ? [
          menuItem("onlyHere", Pin, i18n.t("prepare.act.onlyHere"), () => void model.keepOnlyHere(line)),
          menuItem("hide", EyeOff, i18n.t("prepare.act.hide"), () => void model.hide(line)),
        ]
      : []),
    menuItem("remove", Trash2, i18n.t("common.remove"), () => void model.removeNoted(line)),
  ];
}
