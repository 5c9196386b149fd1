import { i18n } from "#i18n";
import { stageNumber } from "@/lib/domain/life-cycle.ts";
import type { LifePosition } from "@/lib/domain/stages.ts";
import { stageName, stageWording } from "@/lib/state/stage-words.ts";

/** "week 14 of 26", or "week 14" without a planned end. */
export function weekWords({ week, weeks }: Pick<LifePosition, "week" | "weeks">): string {
  return weeks === null
    ? i18n.t("life.week", [String(week)])
    : i18n.t("life.weekOf", [String(week), String(weeks)]);
}

/** "Stage 3 of 5: Cultivation, week 14 of 26". */
export function lifeWords(life: LifePosition): string {
  const { number, of } = stageNumber(life.stage, stageWording.value);
  return i18n.t("life.label", [String(number), String(of), stageName(life.stage), weekWords(life)]);
}
