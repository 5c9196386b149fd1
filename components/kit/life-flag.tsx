import { i18n } from "#i18n";
import type { LifePosition } from "@/lib/domain/stages.ts";
import { stageName } from "@/lib/state/stage-words.ts";

/** The post on the life line that says "you are here", with the stage and the week. Its words are those of the line. */
export function LifeFlag({ life }: { life: LifePosition }) {
  return (
    <span class={life.stageNumber >= 4 ? "flag back" : "flag"} aria-hidden="true">
      <span class="post">{life.week}</span>
      <span class="name">
        {stageName(life.stage)}{" "}
        <span class="of">
          {i18n.t("life.week", [String(life.week)])}
          {life.weeks !== null && <span class="tot"> {i18n.t("life.of", [String(life.weeks)])}</span>}
        </span>
      </span>
    </span>
  );
}

/** How a stage is drawn, by its number from 1: behind, present or ahead. */
export function stageClass(number: number, current: number): string {
  if (number < current) return "st walked";
  return number === current ? "st here" : "st";
}
