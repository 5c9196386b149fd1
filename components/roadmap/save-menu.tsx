import { ImageDown } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu } from "@/components/kit/menu.tsx";
import { shortDay } from "@/lib/i18n/dates.ts";
import { pictureWidths, savePicture } from "@/lib/state/roadmap-export.ts";
import type { RoadmapView } from "@/lib/state/roadmap.ts";
import { laneMeta, markName, monthName, spotTag, sumWords } from "./words.ts";

/** The roadmap as a picture to hand on. */
export function SaveMenu({ view }: { view: RoadmapView }) {
  const save = (width?: number): void => void savePicture(pictureOf(view), view.today, width);
  return (
    <Menu
      label={i18n.t("roadmap.save")}
      triggerClass="icon-btn"
      end
      trigger={<Icon of={ImageDown} />}
      items={[
        { id: "svg", label: i18n.t("roadmap.saveSvg"), onPick: () => save() },
        ...pictureWidths.map((width) => ({
          id: `png-${width}`,
          label: i18n.t("roadmap.savePng", [width.toLocaleString()]),
          onPick: () => save(width),
        })),
      ]}
    />
  );
}

function pictureOf(view: RoadmapView) {
  const { today, partnerName } = view;
  const caption = i18n.t("roadmap.picture.caption", [sumWords(view.sums), shortDay(today, today)]);
  return {
    ...view,
    words: {
      title: partnerName
        ? i18n.t("roadmap.picture.title", [partnerName])
        : i18n.t("roadmap.picture.untitled"),
      caption,
      stage: i18n.t("roadmap.stage"),
      meetings: i18n.t("roadmap.meetings"),
      laneMeta,
      markName: (mark: Parameters<typeof markName>[0]) => markName(mark, today),
      tag: spotTag,
      phase: (phase: "discovery" | "practice" | "feedback" | "mastery") => i18n.t(`phases.${phase}`),
      stageName: (stage: RoadmapView["mentorship"]["visits"][number]["stage"]) => i18n.t(`stages.${stage}`),
      month: (on: string, year: boolean) => monthName(on, year),
    },
  };
}
