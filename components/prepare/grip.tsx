import { GripVertical } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { Id } from "@/lib/domain/envelope.ts";
import type { LineOrder } from "@/components/kit/use-line-order.ts";

/** The handle by which a line is moved. */
export function Grip({ id, text, order }: { id: Id; text: string; order: LineOrder }) {
  const name = i18n.t("prepare.move", [text]);
  return (
    <button
      type="button"
      class="line-grip"
      aria-label={name}
      title={i18n.t("prepare.place")}
      {...order.grip(id)}
    >
      <Icon of={GripVertical} size="sm" />
    </button>
  );
}
