import { Check, KeyRound } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { ConfirmDialog } from "@/components/kit/confirm-dialog.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { dayOfInstant } from "@/lib/i18n/dates.ts";
import type { SyncSetUpModel } from "@/lib/state/sync-set-up.ts";
import { CodeForm } from "./code-form.tsx";

/**
 * Whether the person has the recovery code; until they said so it is asked for.
 * @param joinedAt the same where this browser joined with it, or was let in by another one
 */
export function RecoveryCodeRow({
  model,
  confirmedAt,
  joinedAt,
}: {
  model: SyncSetUpModel;
  confirmedAt: number | null;
  joinedAt: number;
}) {
  const [asking, setAsking] = useState(false);
  if (confirmedAt !== null) {
    return (
      <div class="setting">
        <div>
          <p class="strong">{i18n.t("sync.code.row")}</p>
          <p class="hint">
            {confirmedAt === joinedAt
              ? i18n.t("sync.code.isOfOthers")
              : i18n.t("sync.code.isConfirmed", [dayOfInstant(confirmedAt)])}
          </p>
        </div>
        <Renew model={model} />
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
      {asking ? (
        <div class="under">
          <CodeForm
            label={i18n.t("sync.code.whole")}
            hint={i18n.t("sync.code.wholeHint")}
            submit={i18n.t("sync.code.check")}
            icon={Check}
            focus
            onSubmit={(typed) => model.confirmWhole(typed)}
          >
            <Renew model={model} />
          </CodeForm>
        </div>
      ) : (
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

/** For who lost the code, or showed it to somebody. */
function Renew({ model }: { model: SyncSetUpModel }) {
  const [asking, setAsking] = useState(false);
  const busy = model.busy.value === "renewing";
  return (
    <>
      <button
        type="button"
        class="btn sm"
        aria-busy={busy}
        disabled={model.busy.value !== null && !busy}
        onClick={() => setAsking(true)}
      >
        {i18n.t("sync.code.renew")}
      </button>
      <ConfirmDialog
        open={asking}
        title={i18n.t("sync.code.renewAsk")}
        confirm={i18n.t("sync.code.renewConfirm")}
        onConfirm={() => void model.renewCode()}
        onClose={() => setAsking(false)}
      >
        <p>{i18n.t("sync.code.renewText")}</p>
      </ConfirmDialog>
    </>
  );
}
