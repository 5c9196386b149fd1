import { i18n } from "#i18n";
import { SetSection } from "@/components/settings/set-section.tsx";
import type { RoomModel } from "@/lib/state/room.ts";
import { Exchange } from "./exchange.tsx";

/** The exchange where everything else is that goes out of this computer and comes in. */
export function ExchangeSection({ model }: { model: RoomModel }) {
  const view = model.view.value;
  if (view === undefined) return null;
  const title = view
    ? i18n.t("room.exchange.title", [view.partnerShort])
    : i18n.t("room.exchange.titleAlone");
  return (
    <SetSection title={title} intro={i18n.t("room.exchange.intro")}>
      <Exchange model={model} view={view} />
      {view && (
        <p>
          <a class="btn sm" href="#/room">
            {i18n.t("room.exchange.toRoom")}
          </a>
        </p>
      )}
    </SetSection>
  );
}
