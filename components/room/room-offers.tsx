import { ChevronRight } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { CopiedTable } from "@/lib/domain/shared-copy.ts";
import type { RoomModel } from "@/lib/state/room.ts";
import type { Offer, RoomView } from "@/lib/state/room-view.ts";

const order: readonly CopiedTable[] = [
  "agreements",
  "topics",
  "commitments",
  "goals",
  "milestones",
  "resources",
  "entries",
];

/** What could be shared, each with a tick, and the one act that does it. */
export function RoomOffers({ model, view }: { model: RoomModel; view: RoomView }) {
  const { offers, ticked, partnerShort } = view;
  if (offers.length === 0) return null;
  return (
    <details class="room-offers closed" open={view.mine === 0}>
      <summary>
        <Icon of={ChevronRight} size="sm" />
        <span class="strong">{i18n.t("room.offer.title", [partnerShort])}</span>
        <span class="meta">
          {i18n.t("room.offer.ticked", [String(ticked.length), String(offers.length)])}
        </span>
      </summary>
      <p class="hint">{i18n.t("room.offer.hint")}</p>
      {order.map((table) => {
        const own = offers.filter((offer) => offer.table === table);
        return own.length > 0 && <Group key={table} table={table} offers={own} model={model} />;
      })}
      <div class="btns">
        <button
          type="button"
          class="btn primary"
          disabled={ticked.length === 0}
          onClick={() => void model.share()}
        >
          {i18n.t("room.offer.share", ticked.length)}
        </button>
      </div>
    </details>
  );
}

function Group({ table, offers, model }: { table: CopiedTable; offers: readonly Offer[]; model: RoomModel }) {
  const ticked = offers.filter((offer) => offer.ticked).length;
  return (
    <details
      class="room-group closed"
      open={table !== "entries" && table !== "resources" && offers.length <= 12}
    >
      <summary>
        <Icon of={ChevronRight} size="sm" />
        <span>{i18n.t(`search.groups.${table}`)}</span>
        <span class="meta">{i18n.t("room.offer.ticked", [String(ticked), String(offers.length)])}</span>
      </summary>
      <ul class="list">
        {offers.map((offer) => (
          <li key={offer.id}>
            <label class="pick">
              <input
                class="check"
                type="checkbox"
                checked={offer.ticked}
                onChange={(event) => model.tick(offer, event.currentTarget.checked)}
              />
              <span class="break">
                {offer.title}
                {offer.text && <span class="hint">{offer.text}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
