import { ChevronRight } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { Id } from "@/lib/domain/envelope.ts";
import type { InventoryLine } from "@/lib/domain/inventory-lines.ts";

/** Lines for all mentorships that this one does not show, and the way back. */
export function HiddenLines({
  hidden,
  onShow,
}: {
  hidden: readonly InventoryLine[];
  onShow: (id: Id) => void;
}) {
  if (hidden.length === 0) return null;
  return (
    <details class="closed put-away">
      <summary class="fold meta">
        <Icon of={ChevronRight} size="sm" />
        {i18n.t("prepare.hidden", hidden.length)}
      </summary>
      <ul>
        {hidden.map(({ item }) => (
          <li key={item.id} class="row flat">
            <span class="main soft">{item.text}</span>
            <button
              type="button"
              class="btn sm quiet"
              aria-label={i18n.t("prepare.showNamed", [item.text])}
              onClick={() => onShow(item.id)}
            >
              {i18n.t("prepare.showAgain")}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
