import { MessageSquareShare } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";

/** Puts what stands beside it on the next agenda, once; pressed, it is there. */
export function DiscussButton({
  text,
  onAgenda,
  onDiscuss,
}: {
  text: string;
  onAgenda: boolean;
  onDiscuss: () => void;
}) {
  return (
    <button
      type="button"
      class="icon-btn sm"
      aria-label={i18n.t("prepare.discuss", [text])}
      aria-pressed={onAgenda}
      title={onAgenda ? i18n.t("goals.said.onAgenda") : i18n.t("goals.discuss")}
      onClick={onDiscuss}
    >
      <Icon of={MessageSquareShare} size="sm" />
    </button>
  );
}
