import { FileInput } from "@/components/kit/file-input.tsx";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import type { TemplatesModel } from "@/lib/state/templates.ts";

/** Takes a template in from a file. */
export function ImportTemplate({ model }: { model: TemplatesModel }) {
  return (
    <div class="drop">
      <Field
        label={i18n.t("templates.import")}
        hint={i18n.t("templates.importHint")}
        error={model.importFailure.value}
      >
        {(control) => (
          <FileInput
            control={control}
            accept=".json,application/json"
            onFile={(file) => void model.import(file)}
          />
        )}
      </Field>
    </div>
  );
}
