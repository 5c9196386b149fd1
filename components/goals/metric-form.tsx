import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import type { Metric } from "@/lib/domain/metric.ts";
import { type Direction, directions } from "@/lib/domain/vocabulary.ts";
import type { Failure } from "@/lib/state/failure.ts";

interface MetricFields {
  name: string;
  unit: string;
  direction: Direction;
  baseline: string;
  target: string;
  targetOn: string;
}

/** Says what is counted: its name and unit, which way is better, from where to where and by when. */
export function MetricForm({
  label,
  metric,
  onSave,
  draft,
  onClose,
  extra,
}: {
  label: string;
  metric?: Metric;
  onSave: (form: MetricFields) => Promise<Failure | null>;
  /** Under which id what is typed is kept. */
  draft: string;
  onClose: () => void;
  extra?: ComponentChildren;
}) {
  return (
    <InlineForm
      draft={draft}
      label={label}
      submit={i18n.t(metric ? "common.save" : "goalPlan.metric.add")}
      onSave={(value) =>
        onSave({
          name: value("name"),
          unit: value("unit"),
          direction: directions.find((direction) => direction === value("direction")) ?? "higher",
          baseline: value("baseline"),
          target: value("target"),
          targetOn: value("targetOn"),
        })
      }
      onClose={onClose}
      extra={extra}
    >
      <MetricField
        name="name"
        label={i18n.t("fields.name")}
        example={i18n.t("goalPlan.metric.nameExample")}
        value={metric?.name}
      />
      <div class="pair">
        <MetricField
          name="unit"
          label={i18n.t("fields.unit")}
          example={i18n.t("goalPlan.metric.unitExample")}
          value={metric?.unit}
        />
        <Field label={i18n.t("fields.direction")}>
          {(control) => (
            <select {...control} class="select" name="direction">
              {directions.map((direction) => (
                <option key={direction} value={direction} selected={direction === metric?.direction}>
                  {i18n.t(`goalPlan.metric.better.${direction}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div class="pair">
        <MetricField name="baseline" label={i18n.t("fields.baseline")} value={metric?.baseline} number />
        <MetricField name="target" label={i18n.t("fields.target")} value={metric?.target} number />
        <Field label={i18n.t("goals.due")}>
          {(control) => (
            <input
              {...control}
              class="input"
              type="date"
              name="targetOn"
              defaultValue={metric?.targetOn ?? ""}
            />
          )}
        </Field>
      </div>
    </InlineForm>
  );
}

function MetricField({
  name,
  label,
  example,
  value,
  number,
}: {
  name: string;
  label: string;
  example?: string;
  value: string | number | null | undefined;
  /** Typed in digits; read as a number when it is saved, so that what is wrong stays there to be mended. */
  number?: boolean;
}) {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          class="input"
          type="text"
          name={name}
          inputMode={number ? "decimal" : undefined}
          autocomplete="off"
          placeholder={example}
          defaultValue={value ?? ""}
        />
      )}
    </Field>
  );
}
