import type { RoadmapTemplate } from "@/lib/domain/roadmap-template.ts";

/** A template that ships. `key` is its name for ever, the words may be improved. */
export interface ShippedTemplate extends Pick<RoadmapTemplate, "name" | "about" | "goals"> {
  key: string;
}
