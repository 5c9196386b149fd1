import { i18n } from "#i18n";
import { FailureNotice } from "@/components/kit/failure-notice.tsx";
import type { BackupsModel, Busy } from "@/lib/state/backups.ts";

/** How far it is, with a way to call it off; and why it was not done. */
export function BackupProgress({ model, of }: { model: BackupsModel; of: readonly Busy["what"][] }) {
  const busy = model.busy.value;
  const failed = model.failed.value;
  if (failed && of.includes(failed.what)) return <FailureNotice failure={failed.failure} />;
  if (!busy || !of.includes(busy.what)) return null;
  return (
    <div class="working" role="status">
      <label>
        {i18n.t(`backup.busy.${busy.what}`)}
        <progress max={1} value={busy.fraction} />
      </label>
      <button type="button" class="btn sm" onClick={() => busy.cancel()}>
        {i18n.t("common.cancel")}
      </button>
    </div>
  );
}
