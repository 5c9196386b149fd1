import { Field } from "@/components/kit/field.tsx";

/** A field for a few sentences, which grows with them. */
export function WordsField({
  name,
  label,
  example,
  hint,
  value,
  first,
}: {
  name: string;
  label: string;
  example?: string;
  hint?: string | undefined;
  value: string | null | undefined;
  /** It has the focus when its form opens. */
  first?: boolean;
}) {
  return (
    <Field label={label} hint={hint} optional>
      {(control) => (
        <textarea
          {...control}
          class="textarea grows"
          name={name}
          rows={2}
          data-first={first ? "" : undefined}
          placeholder={example}
          defaultValue={value ?? ""}
        />
      )}
    </Field>
  );
}
