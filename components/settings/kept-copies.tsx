import { ChevronRight } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { momentOf } from "@/components/recovery/words.ts";
import type { BackupsModel } from "@/lib/state/backups.ts";

/** The copies that Milepost takes by itself: each opens like a backup file, with a look at what it would change. */
export function KeptCopies({ model }: { model: BackupsModel }) {
  const copies = model.copies.value;
  if (copies.length === 0) return null;
  return (
    <details class="closed">
      <summary class="fold">
        <Icon of={ChevronRight} size="sm" />
        {i18n.t("backup.copies")} <span class="meta num">{copies.length}</span>
      </summary>
      <p class="hint">{i18n.t("backup.copiesHint")}</p>
      <ul class="list">
        {copies.map((copy) => {
          const moment = momentOf(copy.takenAt);
          return (
            <li class="row flat" key={copy.name}>
              <span class="main">
                {moment}
                {copy.why !== "auto" && <span class="meta">{i18n.t(`recovery.reasons.${copy.why}`)}</span>}
              </span>
              <button
                type="button"
                class="btn sm"
                aria-label={i18n.t("backup.openCopyOf", [moment])}
                disabled={model.working.value}
                onClick={() => void model.openCopy(copy.name)}
              >
                {i18n.t("backup.openCopy")}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
