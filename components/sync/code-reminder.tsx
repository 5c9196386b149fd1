import { KeyRound } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { CodeReminderModel } from "@/lib/state/code-reminder.ts";

/** Asks whether the recovery code was written down; later is in a week. */
export function CodeReminder({ model }: { model: CodeReminderModel }) {
  if (!model.due.value) return null;
  return (
    <div class="notice soon">
      <Icon of={KeyRound} />
      <div>
        <p class="strong">{i18n.t("sync.code.remind")}</p>
        <p class="soft">{i18n.t("sync.code.remindText")}</p>
      </div>
      <div class="btns">
        <a class="btn sm" href="#/settings/sync">
          {i18n.t("sync.code.remindOpen")}
        </a>
        <button type="button" class="btn sm quiet" onClick={() => model.later()}>
          {i18n.t("sync.code.later")}
        </button>
      </div>
    </div>
  );
}
