import type { IconNode } from "lucide";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Field } from "@/components/kit/field.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import type { Failure } from "@/lib/state/failure.ts";

/** Asks for a recovery code or its end, in plain sight, since it is copied from paper; or for a passphrase. Kept by nothing. */
export function CodeForm({
  label,
  hint,
  submit,
  icon,
  busy,
  short,
  secret,
  focus,
  onSubmit,
  children,
}: {
  label: string;
  hint: string;
  submit: string;
  icon: IconNode;
  busy?: boolean;
  /** Only its last groups are asked for. */
  short?: boolean;
  /** A passphrase is asked for. */
  secret?: boolean;
  /** Has the focus when it appears. */
  focus?: boolean;
  /** @returns what is wrong with it */
  onSubmit: (typed: string) => Promise<Failure | null>;
  /** Further buttons. */
  children?: ComponentChildren;
}) {
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  useEffect(() => {
    if (focus) input.current?.focus();
  }, []);
  return (
    <form
      class="code-form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        void onSubmit(input.current?.value ?? "").then((wrong) => {
          setProblem(wrong);
          if (wrong) input.current?.focus();
        });
      }}
    >
      <Field label={label} hint={hint} error={problem}>
        {(control) => {
          const common = {
            ...control,
            ref: input,
            autocomplete: "off",
            spellcheck: false,
            readOnly: busy ?? false,
            onInput: () => setProblem(null),
          };
          if (secret) return <input {...common} class="input" type="password" />;
          if (short)
            return <input {...common} class="input mono short" type="text" autocapitalize="characters" />;
          // Of two lines where it is narrow, so that all of it can be compared.
          return (
            <textarea
              {...common}
              class="input mono whole"
              rows={1}
              autocapitalize="characters"
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                event.currentTarget.form?.requestSubmit();
              }}
            />
          );
        }}
      </Field>
      <div class="btns">
        <button type="submit" class="btn primary" aria-busy={busy}>
          {!busy && <Icon of={icon} size="sm" />}
          {submit}
        </button>
        {children}
      </div>
    </form>
  );
}
