import { CircleAlert, Plus } from "lucide";
import { useId, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { Failure } from "@/lib/state/failure.ts";

/** The last line of a list: Enter adds it, and it is ready for the next. What stands in it is kept from the first key. */
export function LineAdd({
  name,
  example,
  value,
  onType,
  onAdd,
}: {
  /** Name of the list. */
  name: string;
  example: string;
  value: string;
  onType: (text: string) => void;
  onAdd: (text: string) => Promise<Failure | null>;
}) {
  const [problem, setProblem] = useState<Failure | null>(null);
  const saving = useRef(false);
  const errorId = useId();
  const add = async (): Promise<void> => {
    // A second Enter while the first is being saved would add the same again.
    if (saving.current || !value.trim()) return;
    saving.current = true;
    onType("");
    const failed = await onAdd(value);
    saving.current = false;
    setProblem(failed);
    if (failed) onType(value);
  };
  return (
    <form
      class="line-add"
      aria-label={i18n.t("prepare.add", [name])}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Icon of={Plus} size="sm" />
      <input
        class="line-in"
        type="text"
        autocomplete="off"
        aria-label={i18n.t("prepare.add", [name])}
        aria-invalid={problem !== null}
        aria-describedby={problem ? errorId : undefined}
        placeholder={example}
        value={value}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      {problem && (
        <p class="error" role="alert" id={errorId}>
          <Icon of={CircleAlert} size="sm" />
          {i18n.t(`errors.${problem}`)}
        </p>
      )}
    </form>
  );
}
