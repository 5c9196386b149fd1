import { Pencil } from "lucide";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { ReasonField } from "@/components/kit/reason-field.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { scopeTypes } from "@/lib/domain/vocabulary.ts";
import type { StagesModel, StagesView } from "@/lib/state/stages.ts";

/** Which skill or change the mentorship is for: one sentence and its kind. */
export function ScopeSection({
  model,
  view,
  editing,
  onEdit,
}: {
  model: StagesModel;
  view: StagesView;
  editing: boolean;
  onEdit: (open: boolean) => void;
}) {
  const { id, scope, scopeType } = view.mentorship;
  const place = useReturnFocus<HTMLElement>(editing);
  return (
    <section ref={place} class="aside-sec" aria-labelledby="scope">
      <div class="sec-head">
        <h2 class="head" id="scope">
          {i18n.t("lifecycle.scope")}
        </h2>
        {!editing && scope && (
          <button
            type="button"
            class="icon-btn sm end"
            data-return
            aria-label={i18n.t("lifecycle.scopeEdit")}
            title={i18n.t("lifecycle.scopeEdit")}
            onClick={() => onEdit(true)}
          >
            <Icon of={Pencil} size="sm" />
          </button>
        )}
      </div>
      {editing ? (
        <InlineForm
          draft={`${id}.scope`}
          label={i18n.t("lifecycle.scope")}
          submit={i18n.t("common.save")}
          onSave={(value) =>
            model.editMentorship(
              id,
              {
                scope: value("scope"),
                scopeType: scopeTypes.find((type) => type === value("scopeType")) ?? null,
                reason: value("reason"),
              },
              "scope",
            )
          }
          onClose={() => onEdit(false)}
        >
          <Field label={i18n.t("lifecycle.scopeText")}>
            {(control) => (
              <textarea
                {...control}
                class="textarea doc"
                name="scope"
                placeholder={i18n.t("lifecycle.scopeExample")}
                defaultValue={scope ?? ""}
              />
            )}
          </Field>
          <Field label={i18n.t("lifecycle.scopeType")}>
            {(control) => (
              <select {...control} class="select" name="scopeType">
                <option value="" selected={!scopeType}>
                  {i18n.t("lifecycle.scopeChoose")}
                </option>
                {scopeTypes.map((type) => (
                  <option key={type} value={type} selected={type === scopeType}>
                    {i18n.t(`lifecycle.scopeTypes.${type}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {scope && <ReasonField />}
        </InlineForm>
      ) : scope ? (
        <>
          <p class="doc where-to break">{scope}</p>
          <p class="meta">
            {scopeType ? i18n.t(`lifecycle.scopeTypes.${scopeType}`) : i18n.t("lifecycle.scopeChoose")}
          </p>
        </>
      ) : (
        <>
          <p class="soft">{i18n.t("lifecycle.scopeNone")}</p>
          <button type="button" class="btn sm link" data-return onClick={() => onEdit(true)}>
            {i18n.t("lifecycle.scopeWrite")}
          </button>
        </>
      )}
    </section>
  );
}
