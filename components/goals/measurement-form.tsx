import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import type { Day } from "@/lib/domain/envelope.ts";
import type { Measurement } from "@/lib/domain/measurement.ts";
import type { Failure } from "@/lib/state/failure.ts";

/** Takes down one value of a metric: how much, on which day, and a word about it. */
export function MeasurementForm({
  label,
  unit,
  today,
  measurement,
  onSave,
  draft,
  onClose,
}: {
  label: string;
  unit: string;
  today: Day;
  measurement?: Measurement;
  onSave: (form: { on: string; value: string; note: string }) => Promise<Failure | null>;
  /** Under which id what is typed is kept. */
  draft: string;
  onClose: () => void;
}) {
  return (
    <InlineForm
      draft={draft}
      label={label}
      submit={i18n.t(measurement ? "common.save" : "goalPlan.metric.addValue")}
      onSave={(value) => onSave({ on: value("on"), value: value("value"), note: value("note") })}
      onClose={onClose}
    >
      <div class="pair">
        <Field label={unit ? i18n.t("goalPlan.metric.valueIn", [unit]) : i18n.t("fields.value")}>
          {(control) => (
            <input
              {...control}
              class="input"
              type="text"
              inputMode="decimal"
              name="value"
              autocomplete="off"
              defaultValue={measurement?.value ?? ""}
            />
          )}
        </Field>
        <Field label={i18n.t("fields.on")}>
          {(control) => (
            <input {...control} class="input" type="date" name="on" defaultValue={measurement?.on ?? today} />
          )}
        </Field>
      </div>
      <Field label={i18n.t("fields.note")} optional>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            name="note"
            autocomplete="off"
            defaultValue={measurement?.note ?? ""}
          />
        )}
      </Field>
    </InlineForm>
  );
}
