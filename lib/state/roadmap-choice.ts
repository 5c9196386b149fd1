import { computed, signal } from "@preact/signals";
import { reportError } from "@/lib/browser/report-error.ts";
import { narrowRoadmapSetting, wideRoadmapSetting } from "@/lib/browser/roadmap-settings.ts";
import { type RoadmapViewName, roadmapViews } from "@/lib/domain/roadmap-views.ts";

/** From this width on the picture is what the roadmap opens with; below, the list of goals. */
const wideQuery = "(min-width: 700px)";

/** How the roadmap is looked at: as it was last, in a window of this width, or as the address asks. */
export function createRoadmapChoice(asked: RoadmapViewName | null) {
  const media = matchMedia(wideQuery);
  const wide = signal(media.matches);
  const wanted = signal<RoadmapViewName | null>(asked);
  const stored = signal<{ wide: RoadmapViewName; narrow: RoadmapViewName } | undefined>(undefined);
  const onWidth = (): void => {
    wide.value = media.matches;
  };
  media.addEventListener("change", onWidth);
  Promise.all([wideRoadmapSetting.read(), narrowRoadmapSetting.read()]).then(
    ([inTab, inPanel]) => {
      stored.value = { wide: inTab, narrow: inPanel };
    },
    (error: unknown) => {
      reportError("setting", error);
      stored.value = { wide: "picture", narrow: "goals" };
    },
  );
  return {
    views: roadmapViews,
    /** `undefined` while it is being read what was chosen last. */
    view: computed(() => wanted.value ?? stored.value?.[wide.value ? "wide" : "narrow"]),
    choose(view: RoadmapViewName): void {
      wanted.value = null;
      const here = wide.peek() ? "wide" : "narrow";
      stored.value = { wide: "picture", narrow: "goals", ...stored.peek(), [here]: view };
      const setting = wide.peek() ? wideRoadmapSetting : narrowRoadmapSetting;
      setting.write(view).catch((error: unknown) => reportError("setting", error));
    },
    [Symbol.dispose](): void {
      media.removeEventListener("change", onWidth);
    },
  };
}

export type RoadmapChoice = ReturnType<typeof createRoadmapChoice>;
