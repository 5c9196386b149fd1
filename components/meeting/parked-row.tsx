import { SquareParking, Undo2 } from "lucide";
import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { ToldTopic } from "@/lib/state/meeting-topics.ts";

/** A topic that no meeting asks for, until it is brought back. */
export function ParkedRow({
  topic: { title },
  onBack,
  children,
}: {
  topic: ToldTopic;
  onBack: () => void;
  /** What else can be done with it. */
  children?: ComponentChildren;
}) {
  return (
    <li class="row">
      <Icon of={SquareParking} />
      <span class="main">{title}</span>
      <span class="end">
        <button
          type="button"
          class="icon-btn sm"
          aria-label={i18n.t("brief.parkedBack", [title])}
          title={i18n.t("brief.bringBack")}
          onClick={onBack}
        >
          <Icon of={Undo2} flip />
        </button>
        {children}
      </span>
    </li>
  );
}
