import { i18n } from "#i18n";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import type { Failure } from "@/lib/state/failure.ts";
import { InlineForm } from "./inline-form.tsx";
import { ReasonField } from "./reason-field.tsx";

/** Moves something to another day, in its place. */
export function MoveDate({
  id,
  title,
  on,
  reason,
  onSave,
  onClose,
}: {
  /** What is moved. */
  id: Id;
  title: string;
  on: Day;
  /** Asks why, too: for what the two have agreed on. */
  reason?: boolean;
  onSave: (on: string, reason: string) => Promise<Failure | null>;
  onClose: () => void;
}) {
  return (
    <InlineForm
      draft={`${id}.move`}
      label={i18n.t("goals.moveNamed", [title])}
      submit={i18n.t("due.move")}
      onSave={(value) => onSave(value("on"), value("reason"))}
      onClose={onClose}
    >
      <input
        class="input day-field"
        type="date"
        name="on"
        aria-label={i18n.t("goals.due")}
        defaultValue={on}
      />
      {reason && <ReasonField />}
    </InlineForm>
  );
}
