import { Check, KeyRound } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { dayOfInstant } from "@/lib/i18n/dates.ts";
import type { SyncSetUpModel } from "@/lib/state/sync-set-up.ts";
import { CodeForm } from "./code-form.tsx";

/** Whether the person has the recovery code; until they said so it is asked for. */
export function RecoveryCodeRow({
  model,
  confirmedAt,
}: {
  model: SyncSetUpModel;
  confirmedAt: number | null;
}) {
  const [asking, setAsking] = useState(false);
  if (confirmedAt !== null) {
    return (
      <div class="setting">
        <div>
          <p class="strong">{i18n.t("sync.code.row")}</p>
          <p class="hint">{i18n.t("sync.code.isConfirmed", [dayOfInstant(confirmedAt)])}</p>
        </div>
      </div>
    );
  }
  const kept = model.code.value !== null;
  return (
    <div class="notice soon">
      <Icon of={KeyRound} />
      <div>
        <p class="strong">{i18n.t("sync.code.notConfirmed")}</p>
        <p class="soft">{i18n.t("sync.code.notConfirmedHint")}</p>
      </div>
      {asking && (
        <div class="under">
          <CodeForm
            label={i18n.t("sync.code.whole")}
            hint={i18n.t("sync.code.wholeHint")}
            submit={i18n.t("sync.code.check")}
            icon={Check}
            onSubmit={(typed) => model.confirmWhole(typed)}
          />
        </div>
      )}
      {!asking && (
        <div class="btns">
          <button
            type="button"
            class="btn sm"
            onClick={() => (kept ? model.showCode(true) : setAsking(true))}
          >
            {i18n.t(kept ? "sync.code.show" : "sync.code.remindOpen")}
          </button>
        </div>
      )}
    </div>
  );
}
