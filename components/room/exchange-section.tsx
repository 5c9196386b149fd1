import { i18n } from "#i18n";
import { SetSection } from "@/components/settings/set-section.tsx";
import type { RoomModel } from "@/lib/state/room.ts";
import { Exchange } from "./exchange.tsx";

/** The exchange where everything else is that goes out of this computer and comes in. */
export function ExchangeSection({ model }: { model: RoomModel }) {
  const view = model.view.value;
  if (!view) return null;
  return (
    <SetSection
      title={i18n.t("room.exchange.title", [view.partnerShort])}
      intro={i18n.t("room.exchange.intro")}
    >
      <Exchange model={model} view={view} />
      <p>
        <a class="btn sm" href="#/room">
          {i18n.t("room.exchange.toRoom")}
        </a>
      </p>
    </SetSection>
  );
}
