import { i18n } from "#i18n";
import { LifeFlag, stageClass } from "@/components/kit/life-flag.tsx";
import { weekWords } from "@/components/kit/life-words.ts";
import type { LifePosition } from "@/lib/domain/stages.ts";
import { stages } from "@/lib/domain/vocabulary.ts";
import { stageName } from "@/lib/state/stage-words.ts";

/** The life line as navigation: each stretch of it leads to the page of its stage. */
export function LifeNav({ life, path }: { life: LifePosition; path: string }) {
  return (
    <nav class="life wide" aria-label={i18n.t("lifecycle.line")} style={{ "--f": String(life.fraction) }}>
      {stages.map((stage, index) => {
        const here = stage === life.stage;
        const name = stageName(stage);
        return (
          <a
            key={stage}
            class={stageClass(index + 1, life.stageNumber)}
            href={`#/stages/${stage}`}
            title={name}
            aria-label={here ? i18n.t("lifecycle.here", [name, weekWords(life)]) : name}
            aria-current={path === `/stages/${stage}` ? "page" : here ? "step" : undefined}
          >
            {!here && <span class="st-name">{name}</span>}
          </a>
        );
      })}
      <LifeFlag life={life} />
    </nav>
  );
}
