import { GitCompareArrows } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { isDay } from "@/lib/domain/civil-time.ts";
import type { Clash, SharedField } from "@/lib/domain/shared.ts";
import { whoSeenFrom } from "@/lib/domain/shared-copy.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import { itemName, type RoomModel } from "@/lib/state/room.ts";
import type { RoomItem } from "@/lib/state/room-view.ts";
import { stateWords } from "./state-words.ts";

/** Both changed the same at the same time: what stands, what the other said, and the choice between them. */
export function ClashBox({
  item,
  field,
  clash,
  model,
}: {
  item: RoomItem;
  field: SharedField;
  clash: Clash;
  model: RoomModel;
}) {
  const view = model.view.value;
  if (!view) return null;
  const words = (value: string | null | undefined): string => {
    if (!value) return i18n.t("history.nothing");
    if (field === "state") return stateWords(value);
    if (field === "dueOn" && isDay(value)) return shortDay(value, view.today);
    const owner = field === "who" ? whoSeenFrom(item.mine, value) : null;
    return owner ? i18n.t(`actions.owners.${owner}`, [view.partnerShort]) : value;
  };
  const name = i18n.t(field === "who" ? "fields.owner" : `fields.${field}`);
  const theirs = clash.by === "them";
  return (
    <div
      class="notice soon clash"
      role="group"
      aria-label={i18n.t("room.clash.label", [name, itemName(item.row)])}
    >
      <Icon of={GitCompareArrows} />
      <div>
        <p class="strong">{i18n.t("room.clash.title", [name])}</p>
        <dl>
          <dt class="meta">
            {theirs ? i18n.t("room.clash.keptYours") : i18n.t("room.clash.keptTheirs", [view.partnerShort])}
          </dt>
          <dd class="break">{words(item.row[field])}</dd>
          <dt class="meta">
            {theirs ? i18n.t("room.clash.theirs", [view.partnerShort]) : i18n.t("room.clash.yours")}
          </dt>
          <dd class="break">{words(clash.value)}</dd>
        </dl>
      </div>
      {!view.isLeft && (
        <div class="btns">
          <button type="button" class="btn sm" onClick={() => void model.settle(item, field, true)}>
            {i18n.t("room.clash.useOther")}
          </button>
          <button type="button" class="btn sm quiet" onClick={() => void model.settle(item, field, false)}>
            {i18n.t("room.clash.keep")}
          </button>
        </div>
      )}
    </div>
  );
}
