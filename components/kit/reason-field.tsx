import { i18n } from "#i18n";
import { Field } from "./field.tsx";

/** Why something is changed, if one wants to say: it stands in the history beside the change. Read back as `reason`. */
export function ReasonField() {
  return (
    <Field label={i18n.t("reason.label")} optional>
      {(control) => <input {...control} class="input" type="text" name="reason" autocomplete="off" />}
    </Field>
  );
}
