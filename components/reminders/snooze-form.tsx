import { i18n } from "#i18n";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import type { Failure } from "@/lib/state/failure.ts";

/** A time of one's own to put something off to. */
export function SnoozeForm({
  label,
  onSave,
  onClose,
}: {
  label: string;
  onSave: (until: { on: string; time: string }) => Promise<Failure | null>;
  onClose: () => void;
}) {
  return (
    <InlineForm
      draft={null}
      label={`${i18n.t("reminders.customTitle")}: ${label}`}
      submit={i18n.t("reminders.customSave")}
      onSave={(value) => onSave({ on: value("on"), time: value("time") })}
      onClose={onClose}
    >
      <span class="pair">
        <input class="input" type="date" name="on" required aria-label={i18n.t("reminders.set.day")} />
        <input class="input" type="time" name="time" required aria-label={i18n.t("reminders.set.time")} />
      </span>
    </InlineForm>
  );
}
