import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";

/** Name and purpose of an own template; read back as `name` and `about`. */
export function TemplateFields({ name, about }: { name?: string; about?: string }) {
  return (
    <>
      <Field label={i18n.t("templates.name")}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            name="name"
            autocomplete="off"
            placeholder={i18n.t("templates.nameExample")}
            defaultValue={name ?? ""}
          />
        )}
      </Field>
      <Field label={i18n.t("templates.about")} optional>
        {(control) => <textarea {...control} class="textarea" name="about" defaultValue={about ?? ""} />}
      </Field>
    </>
  );
}
