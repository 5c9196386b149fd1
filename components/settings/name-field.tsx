import { useState } from "preact/hooks";
import { Field } from "@/components/kit/field.tsx";
import type { Failure } from "@/lib/state/failure.ts";

/** Somebody's name. Saved when the field is left or with Enter, and only if it is another one. */
export function NameField({
  label,
  hint,
  name,
  onSave,
}: {
  label: string;
  hint?: string;
  name: string;
  onSave: (name: string) => Promise<Failure | null>;
}) {
  const [error, setError] = useState<Failure | null>(null);
  const save = async (value: string): Promise<void> => {
    if (value.trim() === name) {
      setError(null);
      return;
    }
    setError(await onSave(value));
  };
  return (
    <form
      class="name-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const input = event.currentTarget.querySelector("input");
        if (input) void save(input.value);
      }}
    >
      <Field label={label} hint={hint} error={error}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            autocomplete="off"
            defaultValue={name}
            onBlur={(event) => void save(event.currentTarget.value)}
          />
        )}
      </Field>
    </form>
  );
}
