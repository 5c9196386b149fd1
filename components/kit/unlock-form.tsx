import { LockKeyhole } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "./icon.tsx";
import { PassphraseField } from "./passphrase-field.tsx";

/** Asks for the passphrase of a locked file. */
export function UnlockForm({ onOpen }: { onOpen: (passphrase: string) => void }) {
  const [passphrase, setPassphrase] = useState("");
  return (
    <form
      class="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        onOpen(passphrase);
      }}
    >
      <PassphraseField value={passphrase} hint={i18n.t("backup.locked")} focus onInput={setPassphrase} />
      <button type="submit" class="btn">
        <Icon of={LockKeyhole} size="sm" />
        {i18n.t("backup.unlock")}
      </button>
    </form>
  );
}
