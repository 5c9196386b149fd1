import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import type { PanelPlaceModel } from "@/lib/state/panel-place.ts";

/** What the panel shows on a tab on which it is not wanted: nothing of the person's own. */
export function AwayCover({ model }: { model: PanelPlaceModel }) {
  if (!model.away.value) return null;
  return (
    <main class="away">
      <Empty title={i18n.t("shell.away.title")} why={i18n.t("shell.away.why")}>
        <div class="btns">
          <button type="button" class="btn primary" onClick={model.bringHere}>
            {i18n.t("shell.away.here")}
          </button>
          <button type="button" class="btn quiet" onClick={model.showEverywhere}>
            {i18n.t("shell.away.everywhere")}
          </button>
        </div>
      </Empty>
    </main>
  );
}
