import { X } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { RemindersModel } from "@/lib/state/reminders.ts";
import { ReminderRow } from "./reminder-row.tsx";

/** The reminder that led here, with all that can be said to it: what a notification has no room for. */
export function NoticeCard({
  id,
  model,
  onClose,
}: {
  /** Of the notification, and of the one reminder in it. */
  id: string;
  model: RemindersModel;
  onClose: () => void;
}) {
  const line = model.lines.value?.find(({ key }) => key === id);
  if (!line) return null;
  return (
    <aside class="notice-card" aria-label={i18n.t("reminders.notice")}>
      <div class="sec-head">
        <h2 class="head">{i18n.t("reminders.notice")}</h2>
        <button
          type="button"
          class="icon-btn sm end"
          aria-label={i18n.t("reminders.close")}
          onClick={onClose}
        >
          <Icon of={X} />
        </button>
      </div>
      <ul class="list">
        <ReminderRow line={line} model={model} />
      </ul>
    </aside>
  );
}
