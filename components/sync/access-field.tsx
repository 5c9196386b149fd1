import { Field } from "@/components/kit/field.tsx";
import type { AccessMistake } from "@/lib/domain/storage-form.ts";

/** One line of the form of a storage. What is secret has no name, so that no draft keeps it: drafts go into backups. */
export function AccessField({
  field,
  label,
  hint,
  mistake,
  known,
  example,
  secret,
  optional,
  mono,
}: {
  field: AccessMistake["field"] | "region";
  label: string;
  hint?: string;
  mistake: AccessMistake | null;
  /** What is set up already. */
  known?: string | undefined;
  example?: string;
  secret?: boolean;
  optional?: boolean;
  mono?: boolean;
}) {
  return (
    <Field
      label={label}
      hint={hint}
      error={mistake?.field === field ? mistake.failure : null}
      optional={optional ?? false}
    >
      {(control) => {
        const common = { ...control, "data-field": field, autocomplete: "off", spellcheck: false };
        if (secret) return <input {...common} class="input" type="password" />;
        return (
          <input
            {...common}
            class={mono ? "input mono" : "input"}
            name={field}
            type="text"
            inputMode={field === "address" ? "url" : "text"}
            autocapitalize="none"
            defaultValue={known}
            placeholder={example}
          />
        );
      }}
    </Field>
  );
}
