import { i18n } from "#i18n";
import type { WrapUpModel } from "@/lib/state/meeting-wrap-up.ts";

/** The end of a wrap-up: says what it will save. */
export function FinishBar({ wrapUp }: { wrapUp: WrapUpModel }) {
  const count = wrapUp.count.value;
  return (
    <footer class="finish">
      <button type="button" class="btn primary lg" onClick={() => void wrapUp.finish()}>
        {count > 0 ? i18n.t("wrapUp.finishItems", count) : i18n.t("wrapUp.finish")}
      </button>
      {wrapUp.changing.value ? (
        <button type="button" class="btn quiet lg" onClick={wrapUp.stopChanging}>
          {i18n.t("wrapUp.doneChanging")}
        </button>
      ) : (
        <a class="btn quiet lg" href="#/today">
          {i18n.t("wrapUp.later")}
        </a>
      )}
    </footer>
  );
}
