import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { HistoryLink } from "@/components/kit/history-link.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import type { PersonModel, PersonView } from "@/lib/state/person.ts";

/** Changes what somebody is called, what they do and where they live. */
export function PersonForm({
  model,
  view,
  onClose,
}: {
  model: PersonModel;
  view: PersonView;
  onClose: () => void;
}) {
  const zones = useId();
  const { person, name } = view;
  return (
    <InlineForm
      draft={`${person.id}.edit`}
      label={i18n.t("people.edit", [name])}
      submit={i18n.t("common.save")}
      onSave={(value) =>
        model.edit({ name: value("name"), role: value("role"), timeZone: value("timeZone") })
      }
      onClose={onClose}
      extra={<HistoryLink table="people" id={person.id} title={name} />}
    >
      <Field label={i18n.t("fields.name")}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            name="name"
            autocomplete="off"
            defaultValue={person.name}
          />
        )}
      </Field>
      <Field label={i18n.t("people.role")} optional>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            name="role"
            autocomplete="off"
            placeholder={i18n.t("people.roleExample")}
            defaultValue={person.role ?? ""}
          />
        )}
      </Field>
      <Field label={i18n.t("fields.timeZone")} hint={i18n.t("people.zoneHint")} optional>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            name="timeZone"
            autocomplete="off"
            list={zones}
            placeholder={i18n.t("people.zoneExample")}
            defaultValue={person.timeZone ?? ""}
          />
        )}
      </Field>
      <datalist id={zones}>
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </datalist>
    </InlineForm>
  );
}
