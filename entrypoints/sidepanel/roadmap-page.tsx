import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { Segments } from "@/components/kit/segments.tsx";
import type { RoadmapViewName } from "@/lib/domain/roadmap-views.ts";
import { createRoadmapChoice } from "@/lib/state/roadmap-choice.ts";
import { Later } from "./later.tsx";
import { useModelOf } from "./use-model.ts";

/** The roadmap in the view that was chosen last. The list of goals is here at once, the others are loaded when asked for. */
export function RoadmapPage({ asked, goals }: { asked: RoadmapViewName | null; goals: ComponentChildren }) {
  const choice = useModelOf(() => createRoadmapChoice(asked), [asked]);
  const shown = choice.view.value;
  if (!shown) return null;
  return (
    <div class="roadmap">
      <Segments
        label={i18n.t("roadmap.view")}
        value={shown}
        options={choice.views.map((value) => ({ value, label: i18n.t(`roadmap.views.${value}`) }))}
        onChange={(value) => choice.choose(value)}
      />
      {shown === "goals" ? (
        <div class="rm-body">{goals}</div>
      ) : (
        <Later load={loadViews} props={{ shown, onView: (view) => choice.choose(view) }} />
      )}
    </div>
  );
}

const loadViews = async () => (await import("./roadmap-later-page.tsx")).RoadmapLaterPage;
