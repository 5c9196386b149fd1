import { type RoadmapViewName, roadmapViews } from "@/lib/domain/roadmap-views.ts";
import { setting } from "./settings.ts";

const parse = (stored: unknown): RoadmapViewName | undefined => roadmapViews.find((view) => view === stored);

/** How the roadmap was looked at last, in a tab and in the narrow panel, each for itself. */
export const wideRoadmapSetting = setting<RoadmapViewName>("settings.roadmapWide", "picture", parse);
export const narrowRoadmapSetting = setting<RoadmapViewName>("settings.roadmapNarrow", "goals", parse);
