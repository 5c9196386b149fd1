import { Ellipsis } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu } from "@/components/kit/menu.tsx";
import { obstacleStates } from "@/lib/domain/vocabulary.ts";
import type { BriefModel } from "@/lib/state/brief.ts";
import type { BriefRow } from "@/lib/state/brief-view.ts";

/** Says what became of an obstacle. */
export function ObstacleMenu({ brief, row }: { brief: BriefModel; row: BriefRow }) {
  return (
    <Menu
      label={i18n.t("brief.obstacleState", [row.text])}
      triggerClass="icon-btn sm"
      end
      trigger={<Icon of={Ellipsis} />}
      items={obstacleStates.map((state) => {
        const words = i18n.t(`brief.obstacleStates.${state}`);
        return {
          id: state,
          label: words,
          onPick: () => void brief.setState(row.id, state, i18n.t("brief.saidObstacle", [words])),
        };
      })}
    />
  );
}
