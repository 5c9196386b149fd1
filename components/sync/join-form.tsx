import { LogIn } from "lucide";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { SyncSetUpModel } from "@/lib/state/sync-set-up.ts";
import { CodeForm } from "./code-form.tsx";

/** Opens what is on a storage: with the recovery code, or with the passphrase where there is one. */
export function JoinForm({
  model,
  hasPassphrase,
  children,
}: {
  model: SyncSetUpModel;
  hasPassphrase: boolean;
  /** Further buttons. */
  children: ComponentChildren;
}) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isPassphrase = hasPassphrase && chosen === true;
  const joining = model.busy.value === "joining";
  return (
    <CodeForm
      key={isPassphrase ? "passphrase" : "code"}
      label={i18n.t(isPassphrase ? "sync.passphrase.title" : "sync.join.code")}
      hint={i18n.t(isPassphrase ? "sync.join.passphraseHint" : "sync.join.codeHint")}
      submit={i18n.t(joining ? "sync.join.joining" : "sync.join.join")}
      icon={LogIn}
      busy={joining}
      secret={isPassphrase}
      focus={chosen !== null}
      onSubmit={(typed) => (isPassphrase ? model.joinWithPassphrase(typed) : model.join(typed))}
    >
      {hasPassphrase && (
        <button type="button" class="btn" disabled={joining} onClick={() => setChosen(!isPassphrase)}>
          {i18n.t(isPassphrase ? "sync.join.byCode" : "sync.join.byPassphrase")}
        </button>
      )}
      {children}
    </CodeForm>
  );
}
