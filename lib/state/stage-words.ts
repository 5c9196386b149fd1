import { signal } from "@preact/signals";
import { reportError } from "@/lib/browser/report-error.ts";
import { stageWordingSetting } from "@/lib/browser/settings.ts";
import type { StageWording } from "@/lib/domain/life-cycle.ts";
import type { Stage } from "@/lib/domain/vocabulary.ts";
import { stageLabel } from "@/lib/i18n/stage-label.ts";

/** Which words the stages go by here, whichever window chose them. */
export const stageWording = signal<StageWording>("five");

/** Follows the setting from here on; called once by each page. */
export function followStageWording(): void {
  const show = (wording: StageWording): void => {
    stageWording.value = wording;
  };
  stageWordingSetting.watch(show);
  stageWordingSetting.read().then(show, (error: unknown) => reportError("setting", error));
}

/** The name of a stage in those words. */
export function stageName(stage: Stage): string {
  return stageLabel(stage, stageWording.value);
}
