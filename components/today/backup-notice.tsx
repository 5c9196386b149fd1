import { Archive } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { BackupReminderModel } from "@/lib/state/backup-reminder.ts";

/** A quiet word that a backup would be good, with the button that makes one. Loaded apart: on most days it is not due. */
export function BackupNotice({ model }: { model: BackupReminderModel }) {
  const days = model.daysSince.value;
  return (
    <div class="notice sample">
      <Icon of={Archive} />
      <p>{typeof days === "number" ? i18n.t("backup.lastDays", days) : i18n.t("backup.remind")}</p>
      <div class="btns">
        <button type="button" class="btn sm" onClick={() => void model.download()}>
          {i18n.t("backup.download")}
        </button>
        <button type="button" class="btn sm quiet" onClick={() => model.later()}>
          {i18n.t("backup.later")}
        </button>
      </div>
    </div>
  );
}
