import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { SetSection } from "@/components/settings/set-section.tsx";
import type { RoomModel } from "@/lib/state/room.ts";
import { Exchange } from "./exchange.tsx";

/** The exchange where everything else is that goes out of this computer and comes in. */
export function ExchangeSection({ model }: { model: RoomModel }) {
  const view = model.view.value;
  const place = useRef<HTMLDivElement>(null);
  const isRead = view !== undefined;
  useEffect(() => {
    // Whoever came for this alone need not look for it.
    if (isRead && location.hash.endsWith("?room=1")) place.current?.scrollIntoView({ block: "center" });
  }, [isRead]);
  if (view === undefined) return null;
  const title = view
    ? i18n.t("room.exchange.title", [view.partnerShort])
    : i18n.t("room.exchange.titleAlone");
  return (
    <SetSection title={title} intro={i18n.t("room.exchange.intro")}>
      <div ref={place}>
        <Exchange model={model} view={view} />
        {!view && (
          <p>
            <span class="strong">{i18n.t("room.exchange.invited")}</span>{" "}
            <span class="soft">
              {i18n.t("room.exchange.invitedHint", [
                i18n.t("room.title"),
                i18n.t("room.storage.haveInvitation"),
              ])}
            </span>
          </p>
        )}
      </div>
      <p>
        <a class="btn sm" href={view ? "#/room" : "#/welcome"}>
          {i18n.t(view ? "room.exchange.toRoom" : "welcome.form")}
        </a>
      </p>
    </SetSection>
  );
}
