import { MapPinned, Signpost, X } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { type Hint } from "@/lib/domain/hints.ts";
import type { Stage } from "@/lib/domain/vocabulary.ts";
import { hintPath } from "@/lib/state/stage-hint.ts";
import { stageName } from "@/lib/state/stage-words.ts";

/** One thing that is worth a look: what is missing or what may come next, the way there, and a way to put it away. */
export function HintItem({ hint, stage, onDismiss }: { hint: Hint; stage: Stage; onDismiss: () => void }) {
  const words = hintWords(hint);
  return (
    <div class="hint-item">
      <Icon of={"to" in hint ? MapPinned : Signpost} />
      <p>{words}</p>
      <p>
        <a class="btn link sm" href={`#${hintPath(hint, stage)}`}>
          {"to" in hint ? i18n.t("hints.act.move", [stageName(hint.to)]) : i18n.t(`hints.act.${hint.kind}`)}
        </a>
      </p>
      <button
        type="button"
        class="icon-btn sm"
        aria-label={i18n.t("hints.laterNamed", [words])}
        title={i18n.t("hints.later")}
        onClick={onDismiss}
      >
        <Icon of={X} size="sm" />
      </button>
    </div>
  );
}

function hintWords(hint: Hint): string {
  if (hint.kind === "fewGoals" || hint.kind === "manyGoals") return i18n.t(`hints.${hint.kind}`, hint.goals);
  return i18n.t(`hints.${hint.kind}`);
}
