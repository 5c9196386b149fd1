import { useMemo } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { clausesFor } from "@/lib/state/agreement-words.ts";
import type { AgreementModel } from "@/lib/state/agreement.ts";
import type { AgreementView, SectionView } from "@/lib/state/agreement-view.ts";
import { TermFields } from "./term-fields.tsx";

/** Writes a section in its place: what it sets, clauses to tick, and its own words. What is typed is kept. */
export function ClauseForm({
  section,
  view,
  model,
  onClose,
}: {
  section: SectionView;
  view: AgreementView;
  model: AgreementModel;
  onClose: () => void;
}) {
  const form = useMemo(() => model.form(section.section), []);
  const { draft } = view;
  if (!form || !draft) return null;
  const clauses = clausesFor(view)[section.section] ?? [];
  return (
    <InlineForm
      draft={null}
      label={i18n.t("agreement.editForm", [section.heading])}
      submit={i18n.t("common.save")}
      onSave={async () => {
        const problem = await model.save(draft.id, form.edit());
        if (!problem) form.clear();
        return problem;
      }}
      onClose={onClose}
      extra={
        form.restored.value && (
          <button type="button" class="btn sm quiet" onClick={() => form.clear()}>
            {i18n.t("agreement.startOver")}
          </button>
        )
      }
    >
      {form.restored.value && <p class="soon">{i18n.t("agreement.restored")}</p>}
      <TermFields section={section.section} form={form} />
      {clauses.length > 0 && (
        <fieldset class="clause-list">
          <legend class="label">{i18n.t("agreement.clauseList")}</legend>
          {clauses.map((clause) => (
            <label key={clause} class="pick">
              <input
                class="check"
                type="checkbox"
                checked={form.has(clause)}
                onChange={(event) => form.tick(clause, event.currentTarget.checked)}
              />
              <span>{clause}</span>
            </label>
          ))}
        </fieldset>
      )}
      <Field label={i18n.t(`agreement.labels.${section.section}`)} optional>
        {(control) => (
          <textarea
            {...control}
            class="textarea doc"
            data-first
            placeholder={i18n.t(`agreement.examples.${section.section}`)}
            value={form.values.value.text}
            onInput={(event) => form.set({ text: event.currentTarget.value })}
          />
        )}
      </Field>
    </InlineForm>
  );
}
