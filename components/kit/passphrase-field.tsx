import { useEffect, useRef } from "preact/hooks";
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
  const input = useRef<HTMLInputElement>(null);
  // `autofocus` works once in a page.
  useEffect(() => {
    if (focus) input.current?.focus();
  }, []);
  return (
    <Field label={i18n.t("backup.passphrase")} hint={hint}>
      {(control) => (
        <input
          {...control}
          ref={input}
          class="input"
          type="text"
          autocomplete="off"
          spellcheck={false}
          required
          minLength={minLength}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
