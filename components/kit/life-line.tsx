import { stages } from "@/lib/domain/vocabulary.ts";
import type { LifePosition } from "@/lib/domain/stages.ts";
import { LifeFlag, stageClass } from "./life-flag.tsx";
import { lifeWords } from "./life-words.ts";

/** The five stages of a mentorship as the underline of a header, as one image. */
export function LifeLine({ life }: { life: LifePosition }) {
  return (
    <div class="life" role="img" aria-label={lifeWords(life)} style={{ "--f": String(life.fraction) }}>
      {stages.map((each, index) => (
        <span key={each} class={stageClass(index + 1, life.stageNumber)} />
      ))}
      <LifeFlag life={life} />
    </div>
  );
}
