import { i18n } from "#i18n";
import type { StageWording } from "@/lib/domain/life-cycle.ts";
import type { Stage } from "@/lib/domain/vocabulary.ts";

/** The name of a stage in the chosen words: "Separation", or "Evaluate". */
export function stageLabel(stage: Stage, wording: StageWording): string {
  return i18n.t(wording === "four" ? `lifecycle.four.${stage}` : `stages.${stage}`);
}
