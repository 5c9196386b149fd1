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
          <input
            {...control}
            class="file"
            type="file"
            accept=".json,application/json"
            onChange={async (event) => {
              const input = event.currentTarget;
              const file = input.files?.[0];
              if (!file) return;
              await model.import(file);
              // The same file may be chosen again after it was mended.
              input.value = "";
            }}
          />
        )}
      </Field>
    </div>
  );
}
