import { LifeBuoy } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "./icon.tsx";

/** Says on a page that was open before that its data cannot be opened any more. The page and its words stay. */
export function StayNotice({ onLeave }: { onLeave: () => void }) {
  return (
    <div class="notice late floating" role="alert">
      <Icon of={LifeBuoy} />
      <div>
        <p class="strong">{i18n.t("trouble.unopenable.title")}</p>
        <p>{i18n.t("trouble.stays")}</p>
      </div>
      <div class="btns">
        <button type="button" class="btn sm" onClick={onLeave}>
          {i18n.t("trouble.open")}
        </button>
      </div>
    </div>
  );
}
