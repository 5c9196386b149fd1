import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { ConfirmDialog } from "@/components/kit/confirm-dialog.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { SyncPassphraseModel } from "@/lib/state/sync-passphrase.ts";
import { PassphraseForm } from "./passphrase-form.tsx";
import { SetUpTrouble } from "./set-up-trouble.tsx";

/** A passphrase that opens the storage beside the recovery code: none, or one that is changed and taken away. */
export function PassphraseRow({ model, isSet }: { model: SyncPassphraseModel; isSet: boolean }) {
  const [typing, setTyping] = useState(false);
  const [asking, setAsking] = useState(false);
  const busy = model.busy.value;
  const row = useReturnFocus<HTMLDivElement>(typing);
  return (
    <>
      <div class="setting" ref={row}>
        <div>
          <p class="strong">{i18n.t("sync.passphrase.title")}</p>
          <p class="hint">{i18n.t(isSet ? "sync.passphrase.isSet" : "sync.passphrase.isNot")}</p>
        </div>
        {!typing && (
          <div class="btns">
            <button
              type="button"
              class="btn sm"
              data-return
              disabled={busy !== null}
              onClick={() => setTyping(true)}
            >
              {i18n.t(isSet ? "sync.passphrase.change" : "sync.passphrase.add")}
            </button>
            {isSet && (
              <button
                type="button"
                class="btn sm quiet"
                aria-busy={busy === "removing"}
                disabled={busy !== null && busy !== "removing"}
                onClick={() => setAsking(true)}
              >
                {i18n.t("sync.passphrase.remove")}
              </button>
            )}
          </div>
        )}
      </div>
      {typing && <PassphraseForm model={model} isSet={isSet} onClose={() => setTyping(false)} />}
      <SetUpTrouble model={model} />
      <ConfirmDialog
        open={asking}
        title={i18n.t("sync.passphrase.removeAsk")}
        confirm={i18n.t("sync.passphrase.removeConfirm")}
        onConfirm={() => void model.remove()}
        onClose={() => setAsking(false)}
      >
        <p>{i18n.t("sync.passphrase.removeText")}</p>
      </ConfirmDialog>
    </>
  );
}
