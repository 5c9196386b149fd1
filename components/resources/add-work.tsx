import { Plus } from "lucide";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Icon } from "@/components/kit/icon.tsx";
import { type FieldValue, InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { Failure } from "@/lib/state/failure.ts";

/** The button that becomes the form of something new. */
export function AddWork({
  label,
  draft,
  onAdd,
  children,
}: {
  label: string;
  /** Under which id what is typed is kept. */
  draft: string;
  onAdd: (value: FieldValue) => Promise<Failure | null>;
  /** The fields. */
  children: ComponentChildren;
}) {
  const [adding, setAdding] = useState(false);
  const place = useReturnFocus<HTMLDivElement>(adding);
  return (
    <div ref={place} class="add-work">
      {adding ? (
        <InlineForm
          draft={draft}
          label={label}
          submit={label}
          onSave={onAdd}
          onClose={() => setAdding(false)}
        >
          {children}
        </InlineForm>
      ) : (
        <button type="button" class="btn sm" data-return onClick={() => setAdding(true)}>
          <Icon of={Plus} size="sm" />
          {label}
        </button>
      )}
    </div>
  );
}
