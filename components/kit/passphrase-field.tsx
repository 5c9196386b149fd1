import { i18n } from "#i18n";
import { Field } from "./field.tsx";

/** A passphrase, in plain sight: one that was mistyped would lock a file for ever. */
export function PassphraseField({
  value,
  hint,
  minLength,
  focus,
  onInput,
}: {
  value: string;
  hint: string;
  minLength?: number;
  /** Has the focus when it appears. */
  focus?: boolean;
  onInput: (value: string) => void;
}) {
  return (
    <Field label={i18n.t("backup.passphrase")} hint={hint}>
      {(control) => (
        <input
          {...control}
          class="input"
          type="text"
          autocomplete="off"
          spellcheck={false}
          required
          minLength={minLength}
          autoFocus={focus}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
