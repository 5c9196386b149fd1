import { KeyRound } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import type { PassphraseMistake, SyncPassphraseModel } from "@/lib/state/sync-passphrase.ts";

/** A new passphrase, typed twice. It has no name, so that no draft keeps it. */
export function PassphraseForm({
  model,
  isSet,
  onClose,
}: {
  model: SyncPassphraseModel;
  isSet: boolean;
  onClose: () => void;
}) {
  const passphrase = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const [mistake, setMistake] = useState<PassphraseMistake | null>(null);
  const busy = model.busy.value;
  const errorOf = (field: PassphraseMistake["field"]) => (mistake?.field === field ? mistake.failure : null);
  useEffect(() => passphrase.current?.focus(), []);
  const send = async (): Promise<void> => {
    const wrong = await model.set(passphrase.current?.value ?? "", again.current?.value ?? "");
    if (wrong === "done") {
      onClose();
      return;
    }
    setMistake(wrong);
    if (wrong) (wrong.field === "again" ? again : passphrase).current?.focus();
  };
  return (
    <form
      class="access"
      aria-label={i18n.t("sync.passphrase.add")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onInput={() => setMistake(null)}
    >
      <Field
        label={i18n.t(isSet ? "sync.passphrase.new" : "sync.passphrase.title")}
        hint={i18n.t("sync.passphrase.hint")}
        error={errorOf("passphrase")}
      >
        {(control) => (
          <input
            {...control}
            ref={passphrase}
            class="input"
            data-field="passphrase"
            type="password"
            autocomplete="new-password"
            readOnly={busy !== null}
          />
        )}
      </Field>
      <Field
        label={i18n.t("sync.passphrase.again")}
        hint={i18n.t("sync.passphrase.againHint")}
        error={errorOf("again")}
      >
        {(control) => (
          <input
            {...control}
            ref={again}
            class="input"
            data-field="again"
            type="password"
            autocomplete="new-password"
            readOnly={busy !== null}
          />
        )}
      </Field>
      <p class="span soft">{i18n.t("sync.passphrase.guard")}</p>
      <div class="btns span">
        <button type="submit" class="btn primary" aria-busy={busy === "setting"}>
          {busy !== "setting" && <Icon of={KeyRound} size="sm" />}
          {i18n.t(busy === "setting" ? "sync.passphrase.setting" : "sync.passphrase.set")}
        </button>
        <button type="button" class="btn quiet" disabled={busy !== null} onClick={onClose}>
          {i18n.t("common.cancel")}
        </button>
      </div>
    </form>
  );
}
