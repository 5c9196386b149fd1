import { i18n } from "#i18n";
import { stages } from "@/lib/domain/vocabulary.ts";
import type { LifePosition } from "@/lib/domain/stages.ts";

/** The five stages of a mentorship as the underline of a header, with the post that says "you are here". */
export function LifeLine({ life, wide }: { life: LifePosition; wide?: boolean }) {
  const stage = i18n.t(`stages.${life.stage}`);
  const weeks =
    life.weeks === null
      ? i18n.t("life.week", [String(life.week)])
      : i18n.t("life.weekOf", [String(life.week), String(life.weeks)]);
  const label = i18n.t("life.label", [String(life.stageNumber), stage, weeks]);
  const back = life.stageNumber >= 4;
  return (
    <div
      class={wide ? "life wide" : "life"}
      role="img"
      aria-label={label}
      style={{ "--f": String(life.fraction) }}
    >
      {stages.map((each, index) => (
        <span key={each} class={stageClass(index + 1, life.stageNumber)}>
          {wide && index + 1 !== life.stageNumber && <span class="st-name">{i18n.t(`stages.${each}`)}</span>}
        </span>
      ))}
      <span class={back ? "flag back" : "flag"}>
        <span class="post">{life.week}</span>
        <span class="name">
          {stage}{" "}
          <span class="of">
            {i18n.t("life.week", [String(life.week)])}
            {life.weeks !== null && <span class="tot"> {i18n.t("life.of", [String(life.weeks)])}</span>}
          </span>
        </span>
      </span>
    </div>
  );
}

function stageClass(number: number, current: number): string {
  if (number < current) return "st walked";
  return number === current ? "st here" : "st";
}
