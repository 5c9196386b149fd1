import { CircleAlert } from "lucide";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import type { Failure } from "@/lib/state/failure.ts";
import { Icon } from "./icon.tsx";

/** What a control needs so that its label, hint and error belong to it. */
export interface FieldControl {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean;
}

/** A labelled control with an optional hint; an error stands in the hint's place and says what to do. */
export function Field({
  label,
  hint,
  error,
  optional,
  children,
}: {
  label: string;
  hint?: string | undefined;
  error?: Failure | null | undefined;
  optional?: boolean;
  children: (control: FieldControl) => ComponentChildren;
}) {
  const id = useId();
  const below = `${id}-below`;
  return (
    <div class={error ? "field has-error" : "field"}>
      <label for={id}>
        {label}
        {optional && <span class="meta"> {i18n.t("common.optional")}</span>}
      </label>
      {children({
        id,
        "aria-describedby": error || hint ? below : undefined,
        "aria-invalid": Boolean(error),
      })}
      {error ? (
        <p class="error" id={below}>
          <Icon of={CircleAlert} size="sm" />
          {i18n.t(`errors.${error}`)}
        </p>
      ) : (
        hint && (
          <p class="hint" id={below}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}
